{
  "project": ${project.path},
  "words": <@emit node=vars.words/>
}
