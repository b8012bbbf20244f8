<@header/>
name: lint
on: [push]
jobs:
  lint:
    runs-on: ubuntu-latest
    env:
      TEAM: [=repo.team]
      TOKEN: ${{ secrets.TOKEN }}
    steps:
      - run: echo "$TEAM"
