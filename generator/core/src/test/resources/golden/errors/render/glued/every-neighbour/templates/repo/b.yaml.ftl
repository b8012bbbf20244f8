b: "${repo.name}"
