<@header/>
name: ${repo.name}
<@emit node=repo/>
