"""W(N): the workload of the benchmark. Sources, resolved objects and checksums, all from (seed, repo index).

N team repos x 3 environments x 4 files = 12 N files. This file *is* the definition: every choice is `h(seed, i, tag) mod n`,
so another implementation, in any language, makes the same sources and the same resolved objects. The values carry the usual
traps on purpose: `=` and `?` in a DSN, `#` after a space, double quotes and a backslash in a JSON value, quotes in a
description, an apostrophe, dotted and upper-case distribution names. Python 3.11, standard library only.

    python3 workload.py check [N ...]     the checksums below still come out (default 10 100 500)
    python3 workload.py write N FOLDER    the sources, in the spelling the peers read (fleet_sources.py has the product's)

Layers, low to high: base, environment, for each listed profile its common part and its part for the environment, repo.yaml,
overlay. Mappings merge key by key; scalars and lists replace, except the two dependency lists, which are keyed by PEP 503 name.
References are resolved on the merged model. `artifacts` says what each file holds; files are compared as parsed objects
(compare.py): mapping order is free, list order is by code point of the list's key.
"""
import hashlib
import json
import pathlib
import re
import sys

SEED = 4
ENVS = ["dev", "staging", "prod"]
PROFILES = ["dlt-bigquery", "dbt-snowflake", "observability", "batch-large"]
WORDS = ["analytics", "billing", "catalog", "churn", "crm", "demand", "events", "finance", "fraud", "growth", "inventory",
         "logistics", "marketing", "media", "orders", "payments", "pricing", "ranking", "risk", "sales", "search",
         "support", "telemetry", "users"]
TEAMS = ["atlas", "beacon", "cobalt", "delta", "ember", "falcon", "granite", "harbor", "iris", "juniper"]
PARTS = ["ingest", "transform", "publish", "quality", "ml"]
SIZES = [("250m", "512Mi"), ("500m", "1024Mi"), ("1000m", "2048Mi"), ("2000m", "4096Mi")]
ECS_CPU = {"250m": "256", "500m": "512", "1000m": "1024", "2000m": "2048"}
LIBRARIES = ["boto3>=1.35", "pandas>=2.2", "polars>=1.9", "pyarrow>=17", "httpx>=0.27", "sqlalchemy>=2.0", "duckdb>=1.1",
             "numpy>=2.0", "orjson>=3.10", "requests>=2.32", "s3fs>=2024.9", "scikit-learn>=1.5", "xgboost>=2.1",
             "openpyxl>=3.1", "jinja2>=3.1", "google-cloud-storage>=2.18", "slack-sdk>=3.33", "paramiko>=3.5",
             "pydantic-settings>=2.5", "great-expectations>=1.1"]
DAGSTER, DAGSTER_LIB = "1.13.28", "0.29.28"


# ---------------------------------------------------------------- derivation
def h(seed, i, tag):
    """Unsigned 64-bit number: the first 8 bytes, big-endian, of SHA-256("<seed>:<i>:<tag>")."""
    return int.from_bytes(hashlib.sha256(f"{seed}:{i}:{tag}".encode()).digest()[:8], "big")


def base_source(channel="2026.10"):
    return {
        "organization": "acme",
        "environments": list(ENVS),
        "dagster": {"version": DAGSTER},
        "queues": ["default", "batch", "heavy"],
        "secrets": {"warehouse": ["user", "password"], "sentry": ["dsn"], "bigquery": ["credentials"],
                    "snowflake": ["private_key"], "datadog": ["api_key"],
                    **{f"team-{t}": ["api_token", "webhook"] for t in TEAMS}},
        "defaults": {
            "vars": {"account": "123456789012", "region": "eu-west-1", "channel": channel, "namespace": "dagster",
                     "bucket": "acme-data", "registry": "registry.example.com/dagster"},
            "agent_queue": "default",
            "env": {"LOG_LEVEL": "INFO", "LOG_FORMAT": "json", "RELEASE_CHANNEL": "${vars.channel}",
                    "DATA_BUCKET": "s3://${vars.bucket}/${repo.name}", "AWS_REGION": "${vars.region}",
                    "WAREHOUSE_DSN": "postgresql://warehouse.${environment.name}.example.com:5432/dwh?sslmode=require",
                    "WAREHOUSE_USER": {"secret": "warehouse#user"}, "WAREHOUSE_PASSWORD": {"secret": "warehouse#password"}},
            "labels": {"app": "dagster", "org": "${organization}", "environment": "${environment.name}", "channel": "${vars.channel}"},
            "resources": {"server": {"cpu": "250m", "memory": "512Mi"}, "run": {"cpu": "500m", "memory": "1024Mi"}},
            "pyproject": {
                "build-system": {"requires": ["hatchling"], "build-backend": "hatchling.build"},
                "project": {"requires-python": ">=3.10,<3.14",
                            "dependencies": [f"dagster=={DAGSTER}", f"dagster-cloud=={DAGSTER}", "pydantic>=2.8",
                                             "structlog>=24.1", "tenacity>=9.0"]},
                "dependency-groups": {"dev": [f"dagster-webserver=={DAGSTER}", f"dagster-dg-cli=={DAGSTER}", "pytest>=8"]},
                "tool": {"acme": {"channel": "${vars.channel}"}, "ruff": {"line-length": 120}},
            },
        },
    }


def env_source(env):
    d = {
        "deployment": env, "kind": "full",
        "defaults": {
            "vars": {"account": {"dev": "111111111111", "staging": "222222222222", "prod": "333333333333"}[env],
                     "namespace": f"dagster-{env}", "bucket": f"acme-data-{env}"},
            "env": {"LOG_LEVEL": {"dev": "DEBUG", "staging": "INFO", "prod": "WARNING"}[env],
                    "DEPLOY_TIER": env, "ALERT_CHANNEL": f"#data-{env} on call",
                    "FEATURE_FLAGS": '{"strict": %s, "sample": %s}' % ("true" if env == "prod" else "false",
                                                                      {"dev": "0.01", "staging": "0.1", "prod": "1"}[env])},
        },
    }
    if env == "prod":
        d["defaults"]["resources"] = {"server": {"cpu": "500m", "memory": "1024Mi"}}
        d["defaults"]["labels"] = {"tier": "critical"}
    return d


def profile_source(name):
    return {
        "dlt-bigquery": {
            "defaults": {
                "env": {"DESTINATION__BIGQUERY__LOCATION": "EU", "DESTINATION__BIGQUERY__PROJECT_ID": "acme-${environment.name}",
                        "DESTINATION__BIGQUERY__CREDENTIALS": {"secret": "bigquery#credentials"}},
                "pyproject": {"project": {"dependencies": [f"dagster-dlt=={DAGSTER_LIB}", "dlt[bigquery]>=1.4"]}}},
            "environments": {"dev": {"env": {"DESTINATION__BIGQUERY__LOCATION": "US"}}}},
        "dbt-snowflake": {
            "defaults": {
                "env": {"DBT_TARGET": "${environment.name}", "SNOWFLAKE_WAREHOUSE": "TRANSFORM_XS",
                        "SNOWFLAKE_PRIVATE_KEY": {"secret": "snowflake#private_key"}},
                "pyproject": {"project": {"dependencies": [f"dagster-dbt=={DAGSTER_LIB}", "dbt-snowflake>=1.8"]}}},
            "environments": {"prod": {"env": {"SNOWFLAKE_WAREHOUSE": "TRANSFORM_L"}}}},
        "observability": {
            "defaults": {
                "env": {"OTEL_SERVICE_NAME": "${repo.name}", "DD_SITE": "datadoghq.eu", "DD_API_KEY": {"secret": "datadog#api_key"}},
                "labels": {"observability": "full"},
                "pyproject": {"project": {"dependencies": ["opentelemetry-sdk>=1.27"]}}},
            "environments": {"dev": {"labels": {"observability": "sampled"}}}},
        "batch-large": {
            "defaults": {
                "agent_queue": "batch",
                "env": {"BATCH_PARALLELISM": "8", "BATCH_SPILL_DIR": "/mnt/spill", "BATCH_RETRIES": "3"},
                "resources": {"run": {"cpu": "2000m", "memory": "4096Mi"}},
                "pyproject": {"project": {"dependencies": ["ray>=2.37"]}}},
            "environments": {"prod": {"agent_queue": "heavy", "env": {"BATCH_PARALLELISM": "32"}}}},
    }[name]


def repo_name(seed, i):
    return f"{WORDS[h(seed, i, 'word') % len(WORDS)]}-{i:05d}"


def agent(seed, i):
    a = h(seed, i, "agent") % 100
    return "k8s" if a < 60 else "ecs" if a < 75 else "docker" if a < 80 else "serverless"


def location_names(seed, i):
    c = h(seed, i, "locations") % 100
    n = 1 if c < 80 else 2 if c < 95 else 5
    r = repo_name(seed, i)
    return [r] if n == 1 else [f"{r}-{p}" for p in PARTS[:n]]


def libraries(seed, i):
    """4 or 5 distinct entries of LIBRARIES: start and odd step derived from the index."""
    n, start, step = 4 + h(seed, i, "deps") % 2, h(seed, i, "dep-start") % 20, 2 * (h(seed, i, "dep-step") % 2) + 1
    return [LIBRARIES[(start + k * step) % 20] for k in range(n)]


def repo_source(seed, i, batch_size=None):
    name, ag, team = repo_name(seed, i), agent(seed, i), TEAMS[h(seed, i, "team") % len(TEAMS)]
    pkg = name.replace("-", "_")
    deps = libraries(seed, i)
    if h(seed, i, "pin") % 100 < 30:
        deps.append("Tenacity==8.5.%d" % (h(seed, i, "pin-patch") % 10))     # overrides base: keyed by normalised name
    locations = {}
    names = location_names(seed, i)
    for j, loc in enumerate(names):
        module = pkg if len(names) == 1 else f"{pkg}.{PARTS[j]}"
        kind = h(seed, i, f"source:{j}") % 10
        cs = ({"module_name": f"{module}.definitions"} if kind < 7 else {"package_name": module} if kind < 9
              else {"python_file": "src/" + module.replace(".", "/") + "/definitions.py"})
        locations[loc] = {"code_source": cs, "build": {"directory": "." if len(names) == 1 else f"./{PARTS[j]}"},
                          "env": {f"L{j}_CHUNK_ROWS": str(1000 * (1 + h(seed, i, f"rows:{j}") % 50)),
                                  f"L{j}_DATASET": "${organization}_${environment.name}_${location.name}"}}
        if kind < 3:
            locations[loc]["working_directory"] = "src"
    r = {
        "team": team, "owners": [f"@acme/{team}", f"@acme/{team}-leads"], "agent": ag,
        "git": {"url": f"https://git.example.com/acme/{name}"}, "layout": "dagster_cloud",
        "profiles": [p for p in PROFILES if h(seed, i, "profile:" + p) % 2 == 0],
        "env": {
            "APP_NAME": "${repo.name}", "APP_MODE": ["batch", "stream", "hybrid"][h(seed, i, "mode") % 3],
            "BATCH_SIZE": batch_size or str(100 + h(seed, i, "batch") % 900), "HTTP_TIMEOUT": str(5 + h(seed, i, "timeout") % 55),
            "SOURCE_URL": f"https://api.example.com/v{1 + h(seed, i, 'api') % 4}/{team}?page=1&size={50 + h(seed, i, 'page') % 50}",
            "SCHEDULE_NOTE": f"every {1 + h(seed, i, 'note') % 12} h # team's own, UTC",
            "EXTRA_JSON": '{"retries": %d, "tags": ["%s", "x=y"], "path": "C:\\\\tmp"}' % (h(seed, i, "retries") % 6, team),
            "STATE_PATH": "s3://${vars.bucket}/state/${repo.name}/${environment.name}",
            "API_TOKEN": {"secret": f"team-{team}#api_token"}, "WEBHOOK_URL": {"secret": f"team-{team}#webhook"}},
        "labels": {"team": team, "cost-center": f"cc-{100 + h(seed, i, 'cost') % 900}"},
        "pyproject": {"project": {"version": f"{h(seed, i, 'major') % 4}.{h(seed, i, 'minor') % 20}.{h(seed, i, 'patch') % 30}",
                                  "description": f'Data of "{name}", team {team}', "dependencies": deps}},
        "locations": locations,
    }
    if h(seed, i, "run-size") % 2 == 0:
        cpu, mem = SIZES[h(seed, i, "size") % 4]
        r["resources"] = {"run": {"cpu": cpu, "memory": mem}}
    return r


def overlay_source(seed, i, env):
    """None where the repo has no overlay for the environment (70 %)."""
    if h(seed, i, "overlay:" + env) % 100 >= 30:
        return None
    o = {"env": {"HTTP_TIMEOUT": str(60 + h(seed, i, "o-timeout:" + env) % 60), "LOG_LEVEL": "TRACE",
                 "OVERLAY_NOTE": f"only in {env}: {h(seed, i, 'o-note:' + env) % 1000}"}}
    if h(seed, i, "o-size:" + env) % 2 == 0:
        cpu, mem = SIZES[h(seed, i, "o-size-n:" + env) % 4]
        o["resources"] = {"server": {"cpu": cpu, "memory": mem}}
    if h(seed, i, "o-dep:" + env) % 2 == 0:
        dep = re.match(r"[A-Za-z0-9._-]+", libraries(seed, i)[0]).group()
        o["pyproject"] = {"project": {"dependencies": [f"{dep}==9.{h(seed, i, 'o-pin:' + env) % 10}"]}}
    if h(seed, i, "o-loc:" + env) % 2 == 0:
        o["locations"] = {location_names(seed, i)[0]: {"env": {"L0_CHUNK_ROWS": str(100 * (1 + h(seed, i, "o-rows:" + env) % 9))}}}
    return o


# ---------------------------------------------------------------- merge and references
def dist(requirement):
    """PEP 503 name of a requirement: the key by which dependency lists merge."""
    return re.sub(r"[-_.]+", "-", re.match(r"[A-Za-z0-9._-]+", requirement).group()).lower()


def merge(low, high, path=()):
    out = dict(low)
    for k, v in high.items():
        if isinstance(v, dict) and isinstance(out.get(k), dict) and not (path[-1:] == ("env",)):
            out[k] = merge(out[k], v, path + (k,))
        elif isinstance(v, list) and path + (k,) in {("pyproject", "project", "dependencies"), ("pyproject", "dependency-groups", "dev")}:
            out[k] = list({**{dist(x): x for x in out.get(k, [])}, **{dist(x): x for x in v}}.values())
        else:
            out[k] = v
    return out


def layers(seed, i, env, mode="cold", edited=None):
    repo = repo_source(seed, i, "77" if mode == "one" and i == edited else None)
    out = [base_source(CHANNEL[mode])["defaults"], env_source(env)["defaults"]]
    for p in repo["profiles"]:
        src = profile_source(p)
        out += [src["defaults"], src["environments"].get(env, {})]
    return out + [repo, overlay_source(seed, i, env) or {}]


REF = re.compile(r"\$\{([a-z.]+)\}")


def resolve(value, names):
    if isinstance(value, str):
        return REF.sub(lambda m: names[m.group(1)], value) if "${" in value else value
    if isinstance(value, dict):
        return {k: resolve(v, names) for k, v in value.items()}
    return [resolve(v, names) for v in value] if isinstance(value, list) else value


def model(organization, repo, env, layer_list):
    m = {}
    for layer in layer_list:
        m = merge(m, layer)
    names = {"organization": organization, "environment.name": env, "repo.name": repo}
    names |= {"vars." + k: v for k, v in m["vars"].items()}
    locations = {k: resolve(v, names | {"location.name": k}) for k, v in m["locations"].items()}
    m = resolve({k: v for k, v in m.items() if k != "locations"}, names)
    return m | {"organization": organization, "repo": repo, "environment": env, "locations": locations}


# ---------------------------------------------------------------- artifacts, as parsed objects
def artifacts(m):
    """The four objects of one target. Lists are in code point order of their key; mapping order does not matter."""
    env, repo, ag = m["environment"], m["repo"], m["agent"]
    locs, variables = [], []

    def entry(name, v, scope):
        e = {"name": name, "locations": scope, "scopes": ["branch", "full", "local"] if env == "dev" else ["full"]}
        return e | ({"secret": v["secret"]} if isinstance(v, dict) else {"value": v})

    variables += [entry(k, v, []) for k, v in m["env"].items()]
    for name in sorted(m["locations"]):
        l = m["locations"][name]
        own = m["env"] | l["env"]
        variables += [entry(k, v, [name]) for k, v in l["env"].items()]
        plain = [f"{k}={v}" for k, v in sorted(own.items()) if isinstance(v, str)]
        secret = {k: v["secret"] for k, v in sorted(own.items()) if isinstance(v, dict)}
        server, run = m["resources"]["server"], m["resources"]["run"]
        o = {"location_name": name, "code_source": l["code_source"], "build": {"directory": l["build"]["directory"]}}
        if "working_directory" in l:
            o["working_directory"] = l["working_directory"]
        if ag != "serverless":
            o["build"]["registry"] = m["vars"]["registry"] + "/" + repo
            o["agent_queue"] = m["agent_queue"]
        if ag == "k8s":
            res = lambda r: {"container_config": {"resources": {"requests": {"cpu": r["cpu"], "memory": r["memory"]}, "limits": {"memory": r["memory"]}}}}
            o["container_context"] = {"k8s": {
                "namespace": m["vars"]["namespace"], "service_account_name": f"dagster-{m['team']}",
                "image_pull_policy": "IfNotPresent", "env_vars": plain,
                "env_secrets": sorted({s.split("#")[0] for s in secret.values()}),
                "labels": m["labels"], "server_k8s_config": res(server), "run_k8s_config": res(run)}}
        elif ag == "ecs":
            tags = [{"key": k, "value": v} for k, v in sorted(m["labels"].items())]
            res = lambda r: {"cpu": ECS_CPU[r["cpu"]], "memory": r["memory"].removesuffix("Mi")}
            arn = lambda s: "arn:aws:secretsmanager:%s:%s:secret:%s:%s::" % (m["vars"]["region"], m["vars"]["account"], *s.split("#"))
            role = f"arn:aws:iam::{m['vars']['account']}:role/dagster-{m['team']}"
            o["container_context"] = {"ecs": {
                "env_vars": plain, "secrets": [{"name": k, "valueFrom": arn(s)} for k, s in secret.items()],
                "server_resources": res(server), "run_resources": res(run), "task_role_arn": role, "execution_role_arn": role + "-exec",
                "server_ecs_tags": tags, "run_ecs_tags": tags}}
        elif ag == "docker":
            o["container_context"] = {"docker": {
                "env_vars": sorted(plain + list(secret)), "networks": [m["vars"]["namespace"]],
                "container_kwargs": {"mem_limit": run["memory"].removesuffix("Mi") + "m", "labels": m["labels"]}}}
        locs.append(o)
    variables.sort(key=lambda e: e["name"])
    pkg, first = repo.replace("-", "_"), sorted(m["locations"])[0]
    cs = m["locations"][first]["code_source"]
    target = cs.get("module_name") or (cs["package_name"] if "package_name" in cs else cs["python_file"][4:-3].replace("/", "."))
    py = m["pyproject"]
    by_dist = lambda xs: sorted(xs, key=dist)
    pyproject = {
        "build-system": py["build-system"],
        "project": {"name": repo, "version": py["project"]["version"], "description": py["project"]["description"],
                    "requires-python": py["project"]["requires-python"], "dependencies": by_dist(py["project"]["dependencies"])},
        "dependency-groups": {"dev": by_dist(py["dependency-groups"]["dev"])},
        "tool": {"hatch": {"build": {"targets": {"wheel": {"packages": ["src/" + pkg]}}}},
                 "dg": {"directory_type": "project", "project": {"root_module": pkg, "registry_modules": [f"{pkg}.components.*"],
                                                                "code_location_name": first, "code_location_target_module": target}},
                 "dagster": {"module_name": target, "code_location_name": first}, **py["tool"]}}
    return {
        "dagster_cloud.yaml": {"locations": locs},
        "pyproject.toml": pyproject,
        ".env": {"values": {e["name"]: e["value"] for e in variables if "value" in e}, "secrets": [e["name"] for e in variables if "secret" in e]},
        "env_vars.json": {"organization": m["organization"], "deployment": env, "repo": repo, "variables": variables}}


FILES = ["dagster_cloud.yaml", "pyproject.toml", ".env", "env_vars.json"]


def canonical(obj):
    """Keys sorted by code point, no spaces, UTF-8, nothing escaped beyond what JSON demands."""
    return json.dumps(obj, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


# ---------------------------------------------------------------- modes
CHANNEL = {"cold": "2026.10", "one": "2026.10", "all": "2026.11"}  # mode all: defaults.vars.channel of the base changes


def edited_repo(seed, n):
    """Mode one: the first k8s repo of the second half; its env.BATCH_SIZE becomes "77" (no overlay touches it)."""
    return next(i for i in range(n // 2, n) if agent(seed, i) == "k8s")


def expected(seed, n, mode="cold"):
    """(repo, env, file) -> canonical bytes, after the edit of the mode."""
    edited = edited_repo(seed, n) if mode == "one" else None
    for i in range(n):
        for env in ENVS:
            m = model("acme", repo_name(seed, i), env, layers(seed, i, env, mode, edited))
            for f, obj in artifacts(m).items():
                yield (repo_name(seed, i), env, f), canonical(obj)


def checksum(items):
    """SHA-256 over the lines "<repo>/<env>/<file> <sha256 of the canonical JSON>\\n", sorted."""
    lines = sorted("%s/%s/%s %s\n" % (*k, hashlib.sha256(v).hexdigest()) for k, v in items)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


# ---------------------------------------------------------------- sources as YAML
PLAIN = re.compile(r"[A-Za-z/][A-Za-z0-9_./@:-]*[A-Za-z0-9_/]$|[A-Za-z]$")
WORDS_11 = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "none"}


def scalar(v):
    return v if PLAIN.match(v) and v.lower() not in WORDS_11 and ": " not in v else json.dumps(v, ensure_ascii=False)


def to_yaml(d, indent=0):
    pad, out = "  " * indent, []
    for k, v in d.items():
        if isinstance(v, dict):
            out.append(f"{pad}{k}:\n{to_yaml(v, indent + 1)}" if v else f"{pad}{k}: {{}}\n")
        elif isinstance(v, list):
            out.append(f"{pad}{k}:\n" + "".join(f"{pad}  - {scalar(x)}\n" for x in v) if v else f"{pad}{k}: []\n")
        else:
            out.append(f"{pad}{k}: {v if isinstance(v, int) else scalar(v)}\n")
    return "".join(out)


def sources(seed, n):
    """path -> data, in the layout of a workspace and the spelling of the peers."""
    yield "environments/base.yaml", base_source()
    for e in ENVS:
        yield f"environments/{e}.yaml", env_source(e)
    for p in PROFILES:
        yield f"environments/profiles/{p}.yaml", profile_source(p)
    for i in range(n):
        r = repo_name(seed, i)
        yield f"repos/{r}/repo.yaml", repo_source(seed, i)
        for e in ENVS:
            o = overlay_source(seed, i, e)
            if o:
                yield f"repos/{r}/overlays/{e}.yaml", o


def write(seed, n, folder):
    for path, data in sources(seed, n):
        file = pathlib.Path(folder, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(to_yaml(data), "utf-8", newline="\n")


# ---------------------------------------------------------------- self-check
CHECKSUMS = {  # (N, mode, file or None for all four) -> checksum
    (10, "cold", None): "447bdb10499b23f8f03fde895a2430ccd15ade033da29a2b3380c8cb8a82c8c7",
    (10, "cold", "dagster_cloud.yaml"): "eea08904d09bfb672b9f4ac43fb33ccd80b2fdeaa09f8494302b60a8671f7761",
    (10, "cold", "pyproject.toml"): "26ef5d3c199a82b4ac212d34cd3b68ef27421231c524961feb10c90d07cf9a81",
    (10, "cold", ".env"): "02cdc79618a89aca81f5300a3963f6fe89d545f123aebdef432e23ebf58b5d3b",
    (10, "cold", "env_vars.json"): "ccf66ee2d0372c27c9861068b776282ae7d0a076fbd2ae05dba44b56093a3c44",
    (10, "one", None): "ac21355679f7122d5e4812e4f86ffbc138ee566cae4370694ad2fb2f1a84ee6e",
    (10, "all", None): "70335bef12337ea6f1fd4e7f4df98f0e6142d60ae2cdda473fe4c5c06d715e57",
    (100, "cold", None): "2a363a7c0be814776a7da3a941cc915e8b2aa7a442120fa35ce64038289e42ec",
    (500, "cold", None): "d866217fb266bbcc1077f30d52f045170a1887b07388f0cf4352664b8860a191",
    (2000, "cold", None): "01eb773221cbe90918894c6c82b13ece74cb4e8e32c9aaab1fa5ed22de06ab7b",
}
COUNTS = {  # N -> k8s, ecs, docker, serverless; one, two, five locations; overlays dev, staging, prod; source files
    10: (5, 2, 1, 2, 7, 2, 1, 5, 1, 2, 26),
    100: (55, 18, 6, 21, 75, 17, 8, 42, 33, 25, 208),
    500: (291, 81, 26, 102, 398, 81, 21, 159, 155, 158, 980),
    2000: (1203, 289, 112, 396, 1589, 300, 111, 619, 574, 637, 3838),
    10000: (6007, 1465, 545, 1983, 8035, 1460, 505, 3064, 2959, 3017, 19048),
}


def counts(seed, n):
    agents = [agent(seed, i) for i in range(n)]
    sizes = [len(location_names(seed, i)) for i in range(n)]
    overlays = [sum(overlay_source(seed, i, e) is not None for i in range(n)) for e in ENVS]
    return (*(agents.count(a) for a in ("k8s", "ecs", "docker", "serverless")), *(sizes.count(k) for k in (1, 2, 5)), *overlays,
            1 + len(ENVS) + len(PROFILES) + n + sum(overlays))


def self_check(seed, sizes):
    """Differences from the tables above, as sentences; none means that this listing is the one they were made with."""
    wrong = []
    for tag, want in (("word", 15069326270605138089), ("agent", 10782806374826212295), ("locations", 13463240012205331382)):
        if h(seed, 0, tag) != want:
            wrong.append(f"h(0, {tag}) is {h(seed, 0, tag)}, not {want}")
    for n in sizes:
        if COUNTS.get(n, counts(seed, n)) != counts(seed, n):
            wrong.append(f"N = {n}: counts are {counts(seed, n)}, not {COUNTS[n]}")
        for mode in ("cold", "one", "all"):
            if any(key[:2] == (n, mode) for key in CHECKSUMS):
                items = list(expected(seed, n, mode))
                for (_, _, file), want in ((k, v) for k, v in CHECKSUMS.items() if k[:2] == (n, mode)):
                    got = checksum(item for item in items if file in (None, item[0][2]))
                    if got != want:
                        wrong.append(f"N = {n}, {mode}, {file or 'all'}: checksum is {got}, not {want}")
    return wrong


def main(arguments):
    if arguments[:1] == ["check"]:
        wrong = self_check(SEED, [int(n) for n in arguments[1:]] or [10, 100, 500])
        print("\n".join(wrong) or "the workload's checksums and counts hold")
        return 1 if wrong else 0
    if arguments[:1] == ["write"] and len(arguments) == 3:
        write(SEED, int(arguments[1]), arguments[2])
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
