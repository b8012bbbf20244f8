team: ${repo.team}
