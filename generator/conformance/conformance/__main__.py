"""The command line: `python -m conformance --help` tells what can be said.

Arguments are looked at before the packages are imported, which takes ten seconds, and the
environment is made neutral before, because some packages look at it while they are imported.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]

#: Whoever runs us may be logged in to a Dagster+ of their own.
FOREIGN = ("DAGSTER_", "DG_")


def main() -> int:
    options = _options()
    for name in [name for name in os.environ if name.startswith(FOREIGN)]:
        del os.environ[name]
    os.environ["VALIDATE_PYPROJECT_NO_NETWORK"] = "1"
    logging.getLogger("dotenv").setLevel(logging.ERROR)  # it warns about every broken line that a mutant has
    logging.getLogger("validate_pyproject").setLevel(logging.ERROR)  # the same

    from conformance import product, session

    if options.write_vectors:
        session.write_vectors()
        return 0
    if options.write_kubernetes:
        session.write_kubernetes()
        return 0
    if options.values_alone:
        return session.send_values(options.launcher, options.values, options.seed)
    return session.run(
        options.workspace,
        options.corpus,
        options.launcher,
        mutants=not options.without_mutants,
        spoiled=product.Spoiled(options.spoiled, options.seed),
        values=options.values,
        ours=options.workspace == REPOSITORY,
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="generator/conformance/run",
        description="Has the real Dagster packages judge every file that dagster-fleet rendered.",
    )
    parser.add_argument(
        "--workspace",
        type=Path,
        default=REPOSITORY,
        help="folder with environments/base.yaml (default: this repository)",
    )
    parser.add_argument(
        "--corpus", type=Path, help="folder with dagster_cloud_yaml/ and pyproject/, each with its expected.tsv"
    )
    parser.add_argument(
        "--launcher", type=Path, help="the dagster-fleet command; it must find no drift in the workspace"
    )
    parser.add_argument(
        "--spoiled",
        type=int,
        default=20_000,
        metavar="N",
        help="how many mutants of valid files the product and the packages judge both (default: %(default)s)",
    )
    parser.add_argument(
        "--values",
        type=int,
        default=20_000,
        metavar="N",
        help="how many random values of variables go through the product to each reader (default: %(default)s)",
    )
    parser.add_argument("--values-alone", action="store_true", help="send these values, and stop; needs --launcher")
    parser.add_argument("--seed", type=int, default=20261122, help="which ones (default: %(default)s)")
    parser.add_argument("--without-mutants", action="store_true", help="leave out the proof that the judges can fail")
    parser.add_argument(
        "--write-vectors",
        action="store_true",
        help="make the tables in vectors/ again from their first column, and stop",
    )
    parser.add_argument(
        "--write-kubernetes",
        action="store_true",
        help="make the product's list of Kubernetes keys again from the installed models, and stop",
    )
    options = parser.parse_args()
    options.workspace = options.workspace.resolve()
    if not (options.workspace / "environments/base.yaml").is_file():
        parser.error(f"{options.workspace} has no environments/base.yaml")
    if options.values_alone and not options.launcher:
        parser.error("--values-alone needs --launcher")
    return options


if __name__ == "__main__":
    sys.exit(main())
