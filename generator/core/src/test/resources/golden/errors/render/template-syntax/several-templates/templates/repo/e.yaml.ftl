e: ${repo.name?shout}
