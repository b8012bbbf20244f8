"""The naive script: one process, C YAML loader, dict merge, Jinja2, writes every file, checks nothing.

    python naive.py WORKSPACE
"""
import os
import sys

import jinja2

from fleet import Workspace, facts_for_templates, folder_of, prepare


def main(folder):
    workspace = Workspace(folder)
    loader = jinja2.FileSystemLoader(os.path.join(os.path.dirname(__file__), "templates"))
    templates = prepare(jinja2.Environment(loader=loader, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True))
    for repo in workspace.repos():
        for env, model in workspace.models(repo):
            facts = facts_for_templates(model)
            out = folder_of(folder, repo, env)
            os.makedirs(out, exist_ok=True)
            for name, template in templates.items():
                with open(os.path.join(out, name), "w", encoding="utf-8", newline="\n") as file:
                    file.write(template.render(facts))


if __name__ == "__main__":
    main(sys.argv[1])
