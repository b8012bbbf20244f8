${repo.name}
