"""The careful script: the naive one plus what a careful person adds.

Undefined names are errors, each dagster_cloud.yaml goes through the Dagster CLI's own models and each pyproject.toml through
tomllib before anything is written; files are written beside their place and renamed, equal bytes are left alone.

    python careful.py WORKSPACE [--check] [--only REPO]

Exit 1 when `--check` finds a file that differs, naming each.
"""
import argparse
import os
import sys
import tomllib

import jinja2
import yaml
from dagster_cloud_cli.config.models import DagsterCloudYaml

from fleet import Workspace, facts_for_templates, folder_of, prepare


def render(templates, facts):
    out = {name: template.render(facts) for name, template in templates.items()}
    DagsterCloudYaml.model_validate(yaml.load(out["dagster_cloud.yaml"], yaml.CSafeLoader))  # the CLI's own loader is the slow one
    tomllib.loads(out["pyproject.toml"])
    return {name: text.encode() for name, text in out.items()}


def existing(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def write(path, data):
    temporary = path + ".tmp"
    with open(temporary, "wb") as file:
        file.write(data)
    os.replace(temporary, path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("workspace")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--only")
    arguments = parser.parse_args()
    workspace = Workspace(arguments.workspace)
    loader = jinja2.FileSystemLoader(os.path.join(os.path.dirname(__file__), "templates"))
    templates = prepare(
        jinja2.Environment(
            loader=loader, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
        )
    )
    drift = []
    for repo in [arguments.only] if arguments.only else workspace.repos():
        for env, model in workspace.models(repo):
            out = folder_of(arguments.workspace, repo, env)
            if not arguments.check:
                os.makedirs(out, exist_ok=True)
            for name, data in render(templates, facts_for_templates(model)).items():
                path = os.path.join(out, name)
                if existing(path) != data:
                    if arguments.check:
                        drift.append(path)
                    else:
                        write(path, data)
    for path in drift:
        print("differs:", os.path.relpath(path, arguments.workspace))
    return 1 if drift else 0


if __name__ == "__main__":
    sys.exit(main())
