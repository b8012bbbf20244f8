{
  "name": ${repo.name},
}
