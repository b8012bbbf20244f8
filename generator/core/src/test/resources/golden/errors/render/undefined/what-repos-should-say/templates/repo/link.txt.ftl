${verbatim(repo.git.url)}
