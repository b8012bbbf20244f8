"""Writes W(N) as a workspace of this product: its own source format, the real features wherever the format has them.

    python3 fleet_sources.py N FOLDER

What differs from the spelling of workload.py, so that the resolved objects and the checksums stay the same:

* `resources`, `agent_queue`, `build.registry`, names, roles and networks come from `agents.<name>.defaults`, each platform in its own
  units (ECS: CPU units and MiB; docker: `mem_limit`; serverless: nothing, as it has no sizes).
* Each agent has its own secret store, so a secret `warehouse` of the workload is `warehouse-<agent>` in the catalogue, and a profile that
  names a secret, a size or a queue has a file for each agent (`dlt-bigquery-ecs`). A repo has as many profiles as the workload says.
* `labels` are `vars.labels`: no key of ours means labels on every platform. What no file of a platform prints (labels and queues of
  serverless repos, server sizes of docker) is left out, as is `layout`.
* The Dagster family stands without versions: `dagster:` pins it.
* What would restate the inherited value is left out, since the product warns about that: LOG_LEVEL in staging, and a size that a
  repo or an overlay happens to share with the layer below.
* OVERLAY_NOTE is `required: false`: the product warns about a variable that only some environments have.
* The four files come from templates/ beside this file, the standard files are turned off, and `git.delivery` is `branches`, as overlays
  pin dependencies for one environment.
"""
import json
import pathlib
import shutil
import sys

import workload
from workload import DAGSTER, DAGSTER_LIB, ECS_CPU, ENVS, PROFILES, SEED

AGENTS = ("k8s", "ecs", "docker", "serverless")
STORES = {"k8s": "kubernetes", "ecs": "aws", "docker": "agent", "serverless": "dagster-plus"}
STANDARD_FILES = ("dagster_cloud.yaml", "env_set.json", "pyproject.toml", ".env.example", ".github/workflows/dagster-plus.yml")
#: What only these agents read; elsewhere the product warns that nothing does.
VARS_OF = {"account": ("ecs",), "namespace": ("k8s", "docker"), "registry": ("k8s", "ecs", "docker"), "labels": ("k8s", "ecs", "docker")}
TEMPLATES = pathlib.Path(__file__).resolve().parent / "templates"


# ---------------------------------------------------------------- from the workload's spelling to ours
def size(agent, resources):
    """A cpu and a memory in the platform's own units."""
    if agent == "ecs":
        return {"cpu": int(ECS_CPU[resources["cpu"]]), "memory": int(resources["memory"].removesuffix("Mi"))}
    return dict(resources)


def sizes(agent, resources):
    """`resources` of a layer as keys of ours; empty where the platform has none or nothing prints them."""
    if resources and agent in ("k8s", "ecs"):
        return {"resources": {side: size(agent, r) for side, r in resources.items()}}
    if agent == "docker" and "run" in resources:
        limit = resources["run"]["memory"].removesuffix("Mi") + "m"
        return {"location": {"container_context": {"docker": {"container_kwargs": {"mem_limit": limit}}}}}
    return {}


def variables(agent, env):
    """Variables as they are, secrets under the name of the agent's store."""
    return {k: {"secret": v["secret"].replace("#", f"-{agent}#")} if isinstance(v, dict) else v for k, v in env.items()}


def unpinned(pyproject):
    """Requirements of the Dagster family without their version."""
    if isinstance(pyproject, dict):
        return {k: unpinned(v) for k, v in pyproject.items()}
    if isinstance(pyproject, list):
        return [x.removesuffix("==" + DAGSTER).removesuffix("==" + DAGSTER_LIB) for x in pyproject]
    return pyproject


def layer(agent, source):
    """A layer of the workload that holds for one agent, as a layer of ours."""
    out = {k: source[k] for k in ("team", "owners", "agent", "git") if k in source}
    if "env" in source:
        out["env"] = variables(agent, source["env"])
    if "labels" in source and agent != "serverless":
        out["vars"] = {"labels": source["labels"]}
    if "pyproject" in source:
        out["pyproject"] = unpinned(source["pyproject"])
    if "locations" in source:
        out["locations"] = {name: source["locations"][name] for name in sorted(source["locations"])}
    if "agent_queue" in source and agent != "serverless":
        out["location"] = {"agent_queue": source["agent_queue"]}
    for key, value in sizes(agent, source.get("resources", {})).items():
        out[key] = out.get(key, {}) | value
    return {k: v for k, v in out.items() if v != {}}


# ---------------------------------------------------------------- the files
def secrets_of(env):
    return [v["secret"] for v in env.values() if isinstance(v, dict)]


def used(seed, n):
    """The agents, the (profile, agent) pairs and the secrets that some repo reads; a catalogue lists no others."""
    agents, profiles, secrets = set(), set(), set()
    for i in range(n):
        agent, repo = workload.agent(seed, i), workload.repo_source(seed, i)
        agents.add(agent)
        profiles |= {(p, agent) for p in repo["profiles"]}
        secrets |= {(s, agent) for s in secrets_of(repo["env"])}
    secrets |= {(s, a) for a in agents for s in secrets_of(workload.base_source()["defaults"]["env"])}
    secrets |= {(s, a) for p, a in profiles for s in secrets_of(workload.profile_source(p)["defaults"]["env"])}
    return [a for a in AGENTS if a in agents], sorted(profiles), sorted(secrets)


def agent_entry(agent, variable_names):
    defaults = workload.base_source()["defaults"]
    out = {"platform": agent}
    location = {"agent_queue": defaults["agent_queue"], "build": {"registry": "${vars.registry}/${repo.name}"}}
    role = "arn:aws:iam::${vars.account}:role/dagster-${repo.team}"
    context = {
        "k8s": {"namespace": "${vars.namespace}", "service_account_name": "dagster-${repo.team}", "image_pull_policy": "IfNotPresent"},
        "ecs": {"task_role_arn": role, "execution_role_arn": role + "-exec"},
        "docker": {"networks": ["${vars.namespace}"]},
    }
    entry = sizes(agent, defaults["resources"])
    if agent != "serverless":
        out["queues"] = workload.base_source()["queues"]
        entry["location"] = location | {"container_context": {agent: context[agent]}}
        if agent == "docker":
            mem_limit = sizes(agent, defaults["resources"])["location"]["container_context"]["docker"]
            entry["location"]["container_context"]["docker"] |= mem_limit
            out["provides"] = variable_names
    entry["env"] = variables(agent, {k: v for k, v in defaults["env"].items() if isinstance(v, dict)})
    return out | {"defaults": entry}


def catalogue(secrets):
    out = {}
    for secret, agent in secrets:
        name, key = secret.split("#")
        entry = out.setdefault(f"{name}-{agent}", {"store": STORES[agent], "keys": []})
        entry["keys"].append(key)
        if agent == "ecs":
            entry["arn"] = {e: f"arn:aws:secretsmanager:eu-west-1:{account(e)}:secret:{name}" for e in ENVS}
    return out


def account(env):
    return workload.env_source(env)["defaults"]["vars"]["account"]


def variables_of_fleet(agents, defaults):
    """`vars` of a layer that holds for every agent, without those that no agent of this fleet reads."""
    everything = defaults.get("vars", {}) | ({"labels": defaults["labels"]} if "labels" in defaults else {})
    return {k: v for k, v in everything.items() if k not in VARS_OF or set(VARS_OF[k]) & set(agents)}


def base(seed, n):
    source = workload.base_source()
    defaults = source["defaults"]
    agents, profiles, secrets = used(seed, n)
    own = {k for i in range(n) if workload.agent(seed, i) == "docker" for k, v in workload.repo_source(seed, i)["env"].items() if isinstance(v, dict)}
    own |= {k for p, a in profiles if a == "docker" for k, v in workload.profile_source(p)["defaults"]["env"].items() if isinstance(v, dict)}
    own |= {k for k, v in defaults["env"].items() if isinstance(v, dict)}
    pyproject = unpinned(defaults["pyproject"])
    pyproject["project"] = {"name": "${repo.name}"} | pyproject["project"]
    return {
        "format": 1,
        "organization": source["organization"],
        "environments": source["environments"],
        "dagster": DAGSTER,
        "agents": {a: agent_entry(a, sorted(own)) for a in agents},
        "secrets": catalogue(secrets),
        "defaults": {
            "git": {"delivery": "branches"},
            "artifacts": {path: False for path in STANDARD_FILES},
            "vars": variables_of_fleet(agents, defaults),
            "env": {k: v for k, v in defaults["env"].items() if isinstance(v, str)},
            "pyproject": pyproject,
        },
    }


def environment(seed, n, env):
    source = workload.env_source(env)
    defaults = source["defaults"]
    out = {"deployment": source["deployment"], "kind": source["kind"]}
    if env == "dev":
        out["branch_deployments"] = True
    inherited = workload.base_source()["defaults"]["env"]
    out["defaults"] = {
        "vars": variables_of_fleet(used(seed, n)[0], defaults),
        "env": {k: v for k, v in defaults["env"].items() if inherited.get(k) != v},
    }
    entries = {a: sizes(a, defaults.get("resources", {})) for a in used(seed, n)[0]}
    if any(entries.values()):
        out["agents"] = {a: {"defaults": entry} for a, entry in entries.items() if entry}
    return out


def profile(name, agent):
    source = workload.profile_source(name)
    parts = {e: {"defaults": layer(agent, part)} for e, part in source["environments"].items() if layer(agent, part)}
    return {"defaults": layer(agent, source["defaults"])} | ({"environments": parts} if parts else {})


def server_size(env):
    return (workload.base_source()["defaults"] | workload.env_source(env)["defaults"])["resources"]["server"]


def repo(seed, i):
    source, agent = workload.repo_source(seed, i), workload.agent(seed, i)
    inherited = workload.base_source()["defaults"]["resources"]["run"]
    if "batch-large" in source["profiles"]:
        inherited = workload.profile_source("batch-large")["defaults"]["resources"]["run"]
    if source.get("resources", {}).get("run") == inherited:
        del source["resources"]
    out = layer(agent, source)
    head = {k: out[k] for k in ("team", "owners", "agent", "git")}
    return head | {"profiles": [f"{p}-{agent}" for p in source["profiles"]]} | out


def overlay(seed, i, env):
    source = workload.overlay_source(seed, i, env)
    if source and source.get("resources", {}).get("server") == server_size(env):
        del source["resources"]
    out = source and layer(workload.agent(seed, i), source)
    if out:
        out["env"]["OVERLAY_NOTE"] = {"value": out["env"]["OVERLAY_NOTE"], "required": False}
    return out


def sources(seed, n):
    """path -> data."""
    yield "environments/base.yaml", base(seed, n)
    for e in ENVS:
        yield f"environments/{e}.yaml", environment(seed, n, e)
    for p, a in used(seed, n)[1]:
        yield f"environments/profiles/{p}-{a}.yaml", profile(p, a)
    for i in range(n):
        name = workload.repo_name(seed, i)
        yield f"repos/{name}/repo.yaml", repo(seed, i)
        for e in ENVS:
            if o := overlay(seed, i, e):
                yield f"repos/{name}/overlays/{e}.yaml", o


# ---------------------------------------------------------------- as YAML
def scalar(value):
    if isinstance(value, (bool, int)):
        return json.dumps(value)
    return workload.scalar(value)


def to_yaml(data, indent=0):
    pad, out = "  " * indent, []
    for key, value in data.items():
        if isinstance(value, dict):
            out.append(f"{pad}{key}:\n{to_yaml(value, indent + 1)}" if value else f"{pad}{key}: {{}}\n")
        elif isinstance(value, list):
            out.append(f"{pad}{key}:\n" + "".join(f"{pad}  - {scalar(x)}\n" for x in value) if value else f"{pad}{key}: []\n")
        else:
            out.append(f"{pad}{key}: {scalar(value)}\n")
    return "".join(out)


def write(seed, n, folder):
    for path, data in sources(seed, n):
        file = pathlib.Path(folder, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(to_yaml(data), "utf-8", newline="\n")
    shutil.copytree(TEMPLATES, pathlib.Path(folder, "templates"))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    write(SEED, int(sys.argv[1]), sys.argv[2])
