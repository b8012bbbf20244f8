a: ${(repo.taem)!"none"}
