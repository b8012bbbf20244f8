<@emit node=repo.owners/>
