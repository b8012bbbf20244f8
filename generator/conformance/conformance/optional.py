"""Keys that nobody needs: taking them away changes nothing for any reader but a human's eye.

Every other key of every rendered file has to be noticed by some judge when it is gone. The list is
short on purpose, and each entry says why it is harmless.
"""

from __future__ import annotations

import re

TITLE = ("gone", "other value")

#: End of the file's path, changes that harm nobody, pattern of the key's dotted path with list items as numbers, and why.
HARMLESS = [
    (".yml", TITLE, r"name", "the title of a workflow on GitHub's pages"),
    (".yml", TITLE, r"jobs\.[\w-]+\.name", "the title of a job on GitHub's pages"),
    (".yml", TITLE, r"jobs\.[\w-]+\.steps\.\d+\.name", "the title of a step in a log"),
    (".yml", TITLE, r"on\.workflow_dispatch\.inputs\.[\w-]+\.description", "the label of a field in a form"),
    (
        ".yml",
        ("gone",),
        r"on\.workflow_dispatch\.inputs\.(images?|commit)\.type",
        "an input without a type is the string that it says",
    ),
    (".yml", ("other value",), r"jobs\.build\.steps\.\d+\.env\.NAME", "any name will do that tells images apart"),
    (
        ".yml",
        ("other value",),
        r"jobs\.deploy\.steps\.2\.env\.IMAGE",
        "`ci init` takes the commit from the image's tag, and leaves the rest",
    ),
    (
        ".yml",
        ("other value",),
        r"(env|variables)\.DAGSTER_BUILD_STATEDIR",
        "any folder will do, as long as there is one",
    ),
    (".yml", ("other value",), r"variables\.(IMAGES?|COMMIT)\.description", "the label of a field in a form"),
    (".yml", ("other type",), r"\.deploy\.variables\.GIT_DEPTH", "GitLab takes a number for its digits"),
]


def harmless(file: str, change: str, key: str) -> str | None:
    """Why nobody misses the key, or None when somebody should."""
    return next(
        (
            why
            for end, changes, pattern, why in HARMLESS
            if file.endswith(end) and change in changes and re.fullmatch(pattern, key)
        ),
        None,
    )
