"""One run from beginning to end: what is judged, in which order, and what is printed."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from conformance import corpus as corpora
from conformance import (
    delivery,
    deploy_plan,
    deployed,
    dotenv_vectors,
    env_precedence,
    golden,
    injected_variables,
    kubernetes_schema,
    kubernetes_verdicts,
    linters,
    mutation,
    older_releases,
    pins,
    plus_requests,
    policies,
    product,
    schemas,
    server_names,
    surprises,
    value_channels,
    verdicts,
    yaml_spellings,
    yaml_vectors,
)
from conformance.expectation import Expectations
from conformance.judges import cloud, env_set
from conformance.panel import Panel, shared
from conformance.verdict import Tally, Verdict, guarded, verdict
from conformance.workspace import Organisation, Repo, repos

HOME = Path(__file__).resolve().parents[1]
REPOSITORY = HOME.parents[1]
YAML_TABLE = HOME / "vectors/yaml_scalars.tsv"
SPELLINGS_TABLE = HOME / "vectors/yaml_spellings.tsv"
DOTENV_TABLE = HOME / "vectors/dotenv.tsv"
PRECEDENCE_TABLE = HOME / "vectors/env_precedence.tsv"
VERDICTS_TABLE = HOME / "vectors/verdicts.tsv"
SERVERS_TABLE = HOME / "vectors/server_names.tsv"
REQUESTS_TABLE = HOME / "vectors/plus_requests.tsv"
SURPRISES_TABLE = HOME / "vectors/surprises.tsv"
OLDER_TABLE = HOME / "vectors/older_releases.tsv"
OLDER_PACKAGES = HOME / ".venv/older"
EXPECTED = HOME / "expected.json"


def run(
    workspace: Path,
    corpus: Path | None,
    launcher: Path | None,
    *,
    mutants: bool,
    spoiled: product.Spoiled,
    values: int,
    ours: bool,
) -> int:
    """Returns the exit code. In a workspace of `ours` every repository has to be in expected.json."""
    clock = _Clock()
    organisation = Organisation(workspace)
    everything = list(repos(organisation))
    rendered = [repo for repo in everything if repo.targets]
    panel = Panel(Expectations(EXPECTED))
    tally = Tally()

    clock.say(f"judging what was rendered for {len(rendered)} repositories")
    tally.take(_complete(everything, panel.expectations, ours))
    tally.take(pins.judge_versions(organisation.dagster))
    tally.take([kubernetes_schema.judge(REPOSITORY)])
    tally.take(linters.judge_themselves())
    for repo in rendered:
        tally.take(panel.whole(repo))
        tally.take(linters.judge(repo))
    tally.take(shared(organisation))
    tally.take(
        guarded(
            "location names unique in a deployment",
            "repos",
            cloud.names_across([target for repo in rendered for target in repo.targets]),
        )
    )
    tally.take(schemas.judge(workspace, rendered))

    clock.say("deploying from the place where it is delivered")
    for repo in rendered:
        tally.take(guarded("delivery", repo.path(""), delivery.judge(repo)))
    for repo in rendered[:1]:
        tally.take(
            guarded(
                "the dagster-cloud command itself",
                repo.path(""),
                delivery.as_a_process(repo, Path(sys.executable).parent / "dagster-cloud"),
            )
        )

    tally.take(guarded("deploy plan", "environments/generated", deploy_plan.judge(organisation, rendered)))
    if ours:
        with golden.repositories(workspace, golden.DEPLOY_ORDER) as others:
            tally.take(
                guarded("deploy plan", golden.DEPLOY_ORDER, deploy_plan.judge(others[0].organisation, others))
            )
        with golden.repositories(workspace, *golden.WORKFLOWS) as others:
            clock.say(f"the same for {len(others)} golden repositories of other shapes")
            for repo in others:
                tally.take(panel.whole(repo))
                tally.take(linters.judge(repo))
                tally.take(guarded("delivery", repo.path(""), delivery.judge(repo)))
            if mutants:
                tally.take(mutation.survey(others, panel, mutation.of_workflow))
        with golden.repositories(workspace, *golden.CHANNELS) as others:
            clock.say(f"starting the containers of {len(others)} golden repositories")
            tally.take(verdict for repo in others for target in repo.targets for verdict in env_set.judge(target))
            if mutants:
                tally.take(mutation.survey(others, panel, mutation.of_channel))

    tally.take(policies.judge())
    clock.say("making the vectors again")
    tally.take(yaml_vectors.judge(YAML_TABLE))
    tally.take(yaml_spellings.judge(SPELLINGS_TABLE, YAML_TABLE))
    tally.take(dotenv_vectors.judge(DOTENV_TABLE))
    tally.take(env_precedence.judge(PRECEDENCE_TABLE))
    tally.take(injected_variables.judge())
    tally.take(verdicts.judge(VERDICTS_TABLE))
    tally.take(server_names.judge(SERVERS_TABLE))
    tally.take(plus_requests.judge(REQUESTS_TABLE))
    tally.take(surprises.judge(SURPRISES_TABLE))
    clock.say("asking older releases")
    tally.take(older_releases.judge(OLDER_TABLE, OLDER_PACKAGES))
    if corpus:
        tally.take(corpora.judge(corpus, workspace))
    if launcher:
        tally.take(_no_drift(launcher, workspace))
        if ours:
            clock.say("promoting golden repositories, for what their workflows say then")
            tally.take(
                guarded(
                    "promoted workflows",
                    "golden",
                    deployed.judge(launcher, workspace, panel, mutants=mutants),
                )
            )
        clock.say("spoiling Kubernetes objects, for the product and the agent")
        tally.take(kubernetes_verdicts.judge(launcher))
        tally.take(policies.judge_product(launcher))
        tally.take(plus_requests.judge_product(launcher))
        clock.say(f"sending {values} random values through every channel")
        tally.take(value_channels.judge(launcher, values, spoiled.seed))
        clock.say("asking the product to validate files of others")
        tally.take(product.judge(launcher, rendered, corpus, spoiled))

    if mutants:
        known = [repo for repo in rendered if panel.expectations.knows(repo)]
        clock.say(f"taking every key away, in {len(known)} repositories")
        tally.take(mutation.survey(known, panel))
        for reason, times in mutation.spared(known).most_common():
            print(f"not asked for, {times} times: {reason}")
    clock.say("done")
    tally.print_table()
    return 1 if tally.failed else 0


def send_values(launcher: Path, values: int, seed: int) -> int:
    """Values through every channel and nothing else, for more of them than a whole run has time for."""
    tally = Tally()
    tally.take(value_channels.judge(launcher, values, seed))
    tally.print_table()
    return 1 if tally.failed else 0


def write_vectors() -> None:
    """The tables again from their first column, which is the data; the rest of a row follows from it. Spellings are made up."""
    yaml_vectors.write(YAML_TABLE, yaml_vectors.texts(YAML_TABLE))
    yaml_spellings.write(SPELLINGS_TABLE, YAML_TABLE)
    dotenv_vectors.write(DOTENV_TABLE, [value for value, _ in dotenv_vectors.rows(DOTENV_TABLE)])
    env_precedence.write(PRECEDENCE_TABLE)
    verdicts.write(VERDICTS_TABLE, [(row.file, row.text) for row in verdicts.rows(VERDICTS_TABLE)])
    server_names.write(SERVERS_TABLE)
    plus_requests.write(REQUESTS_TABLE)
    surprises.write(SURPRISES_TABLE)
    older_releases.write(OLDER_TABLE, OLDER_PACKAGES)


def write_kubernetes() -> None:
    """The keys of Kubernetes objects, which the product's schemas refer to."""
    kubernetes_schema.write(REPOSITORY)


def _complete(everything: list[Repo], expectations: Expectations, ours: bool) -> Iterator[Verdict]:
    """Nothing rendered is nothing proven."""
    yield verdict("the workspace has repositories", "repos", _unless, bool(everything), "no repos/*/repo.yaml")
    for repo in everything:
        yield verdict(
            "every repository is rendered",
            f"repos/{repo.name}",
            _unless,
            bool(repo.targets),
            "nothing below generated/",
        )
        known = expectations.knows(repo)
        if ours:
            yield verdict(
                "every repository of ours is expected",
                f"repos/{repo.name}",
                _unless,
                known,
                "not in expected.json, so its keys could vanish unseen",
            )
        elif not known:
            print(f"{repo.name} is not in expected.json: judged, but neither compared with it nor mutated")


def _unless(good: bool, complaint: str) -> str | None:
    return None if good else complaint


def _no_drift(launcher: Path, workspace: Path) -> Iterator[Verdict]:
    """What was judged is what the product renders."""
    done = subprocess.run(
        [str(launcher.resolve()), "check"], cwd=workspace, capture_output=True, text=True, check=False
    )
    yield verdict(
        "the product finds no drift",
        str(workspace),
        _unless,
        done.returncode == 0,
        f"exit {done.returncode}: {done.stdout[-300:]} {done.stderr[-300:]}",
    )


class _Clock:
    """Says what is done now, and when: the whole run has to stay below ten minutes."""

    def __init__(self) -> None:
        self._begin = time.monotonic()

    def say(self, what: str) -> None:
        print(f"[{time.monotonic() - self._begin:5.1f} s] {what}", flush=True)
