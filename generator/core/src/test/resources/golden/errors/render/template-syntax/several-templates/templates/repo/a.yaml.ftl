a: ${repo.name
