d: ${repo.name + }
