"""What any CI system does when something happens in a repository: jobs, the commands that they run, what they leave."""
