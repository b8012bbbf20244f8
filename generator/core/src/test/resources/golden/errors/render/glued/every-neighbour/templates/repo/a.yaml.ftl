a: x${repo.name}
