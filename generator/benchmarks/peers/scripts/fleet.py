"""What both scripts share: read the sources, merge the layers, resolve the references, say what the templates print."""
import json
import os
import re

import yaml

ENVS = ("dev", "staging", "prod")
FILES = ("dagster_cloud.yaml", "pyproject.toml", ".env", "env_vars.json")
ECS_CPU = {"250m": "256", "500m": "512", "1000m": "1024", "2000m": "2048"}
KEYED = {("pyproject", "project", "dependencies"), ("pyproject", "dependency-groups", "dev")}
REFERENCE = re.compile(r"\$\{([a-z.]+)\}")
NAME = re.compile(r"[A-Za-z0-9._-]+")
SEPARATORS = re.compile(r"[-_.]+")
BARE = re.compile(r"[A-Za-z0-9_./:@%+,=-]+")


def load(path):
    with open(path, "rb") as file:
        return yaml.load(file, yaml.CSafeLoader)


def dist(requirement):
    """The PEP 503 name of a requirement."""
    return SEPARATORS.sub("-", NAME.match(requirement).group()).lower()


def merge(low, high, path=()):
    out = dict(low)
    for key, value in high.items():
        if isinstance(value, dict) and isinstance(out.get(key), dict) and path[-1:] != ("env",):
            out[key] = merge(out[key], value, path + (key,))
        elif isinstance(value, list) and path + (key,) in KEYED:
            out[key] = list({**{dist(x): x for x in out.get(key, [])}, **{dist(x): x for x in value}}.values())
        else:
            out[key] = value
    return out


def resolve(value, names):
    if isinstance(value, str):
        return REFERENCE.sub(lambda m: names[m.group(1)], value) if "${" in value else value
    if isinstance(value, dict):
        return {key: resolve(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [resolve(item, names) for item in value]
    return value


class Workspace:
    def __init__(self, folder):
        self.folder = folder
        self.base = load(os.path.join(folder, "environments/base.yaml"))
        self.environments = {env: load(os.path.join(folder, f"environments/{env}.yaml")) for env in ENVS}
        profiles = os.path.join(folder, "environments/profiles")
        self.profiles = {name[:-5]: load(os.path.join(profiles, name)) for name in os.listdir(profiles)}

    def repos(self):
        return sorted(os.listdir(os.path.join(self.folder, "repos")))

    def models(self, repo):
        """(environment, merged and resolved model) for every environment of a repo."""
        folder = os.path.join(self.folder, "repos", repo)
        facts = load(os.path.join(folder, "repo.yaml"))
        for env in ENVS:
            model = merge(self.base["defaults"], self.environments[env]["defaults"])
            for name in facts["profiles"]:
                model = merge(model, self.profiles[name]["defaults"])
                model = merge(model, self.profiles[name]["environments"].get(env, {}))
            model = merge(model, facts)
            overlay = os.path.join(folder, "overlays", env + ".yaml")
            if os.path.exists(overlay):
                model = merge(model, load(overlay))
            names = {"organization": self.base["organization"], "environment.name": env, "repo.name": repo}
            names.update(("vars." + key, value) for key, value in model["vars"].items())
            locations = {name: resolve(x, names | {"location.name": name}) for name, x in model.pop("locations").items()}
            model = resolve(model, names)
            model.update(organization=self.base["organization"], repo=repo, environment=env, locations=locations)
            yield env, model


def facts_for_templates(model):
    """Everything the four templates print, in the order in which they print it."""
    agent, repo = model["agent"], model["repo"]
    locations, variables = [], []
    account, region = model["vars"]["account"], model["vars"]["region"]

    def variable(name, value, scope):
        return {"name": name, "value": value, "locations": scope}

    variables += [variable(name, value, []) for name, value in model["env"].items()]
    for name in sorted(model["locations"]):
        location = model["locations"][name]
        variables += [variable(key, value, [name]) for key, value in location["env"].items()]
        own = sorted((model["env"] | location["env"]).items())
        secrets = [(key, value["secret"]) for key, value in own if isinstance(value, dict)]
        facts = dict(location, name=name, plain=[f"{key}={value}" for key, value in own if isinstance(value, str)])
        if agent == "k8s":
            facts["secrets"] = sorted({secret.split("#")[0] for _, secret in secrets})
        elif agent == "ecs":
            facts["secrets"] = [
                (key, "arn:aws:secretsmanager:%s:%s:secret:%s:%s::" % (region, account, *secret.split("#"))) for key, secret in secrets
            ]
        elif agent == "docker":
            facts["plain"] = sorted(facts["plain"] + [key for key, _ in secrets])
        locations.append(facts)
    source = locations[0]["code_source"]
    project = model["pyproject"]["project"]
    return dict(
        model,
        locations=locations,
        variables=sorted(variables, key=lambda v: v["name"]),
        tags=sorted(model["labels"].items()),
        package=repo.replace("-", "_"),
        target=source.get("module_name") or source.get("package_name") or source["python_file"][4:-3].replace("/", "."),
        dependencies=sorted(project["dependencies"], key=dist),
        dev=sorted(model["pyproject"]["dependency-groups"]["dev"], key=dist),
    )


# ---------------------------------------------------------------- filters
def quoted(value):
    """A scalar as a JSON string, which YAML and TOML read alike."""
    return json.dumps(value, ensure_ascii=False)


def dotenv(value):
    if BARE.fullmatch(value):
        return value
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def is_secret(value):
    return isinstance(value, dict)


def prepare(environment):
    environment.filters.update(q=quoted, dotenv=dotenv)
    environment.tests["secret"] = is_secret
    environment.globals["ecs_cpu"] = ECS_CPU
    return {name: environment.get_template(name.lstrip(".") + ".j2") for name in FILES}


def folder_of(workspace, repo, env):
    return os.path.join(workspace, "repos", repo, "generated", env, "workload")
