"""Enough of GitHub Actions to see what a workflow does on an event, without GitHub.

A schema says that a workflow is well-formed; that it deploys the right file to the right
deployment, once, and nothing on an unrelated branch, only running it can say. So it is run:
expressions are evaluated, jobs and steps chosen, shell lines executed by bash with an empty PATH,
where every command that bash doesn't bring is recorded instead of run.
"""
