"""Writes W(N) as Pkl: a typed class, environments that amend the base, one module per repo, one mapping of targets.

    python3 pkl_sources.py N FOLDER
"""
import json
import pathlib
import re
import shutil
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

import workload  # noqa: E402
from workload import ENVS, PROFILES, SEED  # noqa: E402

NAMES = {"organization": "organization", "environment.name": "environment", "repo.name": "repo"}


def text(value, location=None):
    """A Pkl string; references become late-bound interpolations of the target."""
    def reference(match):
        name = match[1]
        if name == "location.name":
            return location
        return r"\(self.%s)" % NAMES[name] if name in NAMES else r'\(self.vars["%s"])' % name.removeprefix("vars.")

    return workload.REF.sub(reference, json.dumps(value, ensure_ascii=False))


def entry(key, value, location=None):
    if isinstance(value, dict):
        return f"[{text(key)}] = new Fleet.Secret {{ secret = {text(value['secret'])} }}"
    return f"[{text(key)}] = {text(value, location) if isinstance(value, str) else value}"


def mapping(name, values, location=None):
    return [f"{name} {{", *("  " + entry(k, v, location) for k, v in values.items()), "}"] if values else []


def requirements(name, items):
    return mapping(name, {workload.dist(x): x for x in items})


def body(source):
    """The members of a target that a layer sets."""
    out = [f"{k} = {text(source[k])}" for k in ("team", "agent", "agent_queue") if k in source]
    for key in ("vars", "env", "labels"):
        out += mapping(key, source.get(key, {}))
    for side, size in source.get("resources", {}).items():
        out.append(f"{side} {{ cpu = {text(size['cpu'])}; memory = {text(size['memory'])} }}")
    pyproject = source.get("pyproject", {})
    project = pyproject.get("project", {})
    if build := pyproject.get("build-system"):
        out += ["build_requires { " + "; ".join(text(x) for x in build["requires"]) + " }", f"build_backend = {text(build['build-backend'])}"]
    for key, member in (("version", "version"), ("description", "description"), ("requires-python", "requires_python")):
        if key in project:
            out.append(f"{member} = {text(project[key])}")
    out += requirements("dependencies", project.get("dependencies", []))
    out += requirements("dev", pyproject.get("dependency-groups", {}).get("dev", []))
    tools = []
    for tool, table in pyproject.get("tool", {}).items():
        tools += [f"  [{text(tool)}] {{", *("    " + entry(k, v) for k, v in table.items()), "  }"]
    locations = []
    for name, location in source.get("locations", {}).items():
        locations.append(f"  [{text(name)}] {{")
        locations += ["    " + line for line in mapping("code_source", location.get("code_source", {}))]
        if "working_directory" in location:
            locations.append(f"    working_directory = {text(location['working_directory'])}")
        if "build" in location:
            locations.append(f"    directory = {text(location['build']['directory'])}")
        locations += ["    " + line for line in mapping("env", location.get("env", {}), name)]
        locations.append("  }")
    for member, lines in (("tool", tools), ("locations", locations)):
        out += [f"{member} {{", *lines, "}"] if lines else []
    return out


def block(head, lines, indent=""):
    return "\n".join([indent + head, *(indent + "  " + line for line in ["local self = this", *lines]), indent + "}"]) + "\n"


def profile_module(source):
    parts = "".join(block(f"[{text(e)}] = new {{", body(part), "  ") for e, part in source["environments"].items())
    return ('amends "ProfileModule.pkl"\n\nimport "../Fleet.pkl"\n\n' + "profile {\n" + block("common = new {", body(source["defaults"]), "  ")
            + ("  environments {\n" + re.sub("^", "  ", parts, flags=re.M).rstrip(" ") + "  }\n" if parts else "") + "}\n")


def repo_module(i):
    source, name = workload.repo_source(SEED, i), workload.repo_name(SEED, i)
    overlays = {e: workload.overlay_source(SEED, i, e) for e in ENVS}
    imports = "".join(f'import "../profiles/{p}.pkl" as {p.replace("-", "_")}\n' for p in source["profiles"])
    profiles = ", ".join(p.replace("-", "_") + ".profile" for p in source["profiles"])
    parts = "".join(block(f"[{text(e)}] = new {{", body(o), "    ") for e, o in overlays.items() if o)
    return (f'amends "RepoModule.pkl"\n\nimport "../Fleet.pkl"\n{imports}\nrepo {{\n  profiles = List({profiles})\n'
            + block("facts = new {", [f"repo = {text(name)}", *body(source)], "  ")
            + (f"  overlays {{\n{parts}  }}\n" if parts else "") + "}\n")


def sources(n):
    base = workload.base_source()
    yield "base.pkl", ('import "Fleet.pkl"\n\n' + block("target: Fleet.Target = new {", [f"organization = {text(base['organization'])}", *body(base["defaults"])]))
    for e in ENVS:
        head = f'import "base.pkl"\nimport "Fleet.pkl"\n\n'
        yield f"{e}.pkl", head + block("target: Fleet.Target = (base.target) {", [f"environment = {text(e)}", *body(workload.env_source(e)["defaults"])])
    yield "profiles/ProfileModule.pkl", 'import "../Fleet.pkl"\n\nprofile: Fleet.Profile\n'
    for p in PROFILES:
        yield f"profiles/{p}.pkl", profile_module(workload.profile_source(p))
    yield "repos/RepoModule.pkl", 'import "../Fleet.pkl"\n\nrepo: Fleet.Repo\n'
    for i in range(n):
        yield f"repos/{workload.repo_name(SEED, i)}.pkl", repo_module(i)
    imports = "".join(f'import "{e}.pkl"\n' for e in ENVS)
    yield "main.pkl", (imports + 'import "Fleet.pkl"\nimport "Files.pkl"\n\n'
                       'hidden repos = import*("repos/*-?????.pkl")\n\n'
                       f'hidden targets: Listing<Fleet.Target> = new {{\n  for (module_ in repos) {{\n'
                       + "".join(f"    Fleet.target({e}.target, module_.repo)\n" for e in ENVS) + "  }\n}\n\n"
                       "output {\n  files {\n    for (t in targets) {\n      for (path, contents in Files.of(t)) {\n"
                       "        [path] { text = contents }\n      }\n    }\n  }\n}\n")


def write(n, folder):
    for path, content in sources(n):
        file = pathlib.Path(folder, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8", newline="\n")
    for name in ("Fleet.pkl", "Files.pkl"):
        shutil.copy(HERE / name, folder)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    write(int(sys.argv[1]), sys.argv[2])
