"""Enough of GitLab CI to see what a pipeline does on an event, without GitLab.

As GitLab says it does: rules choose pipelines and jobs, `extends` and defaults make a job whole,
variables come from where they come from in their order, and shell lines are executed by bash with
an empty PATH, where every command that bash doesn't bring is recorded instead of run.
"""
