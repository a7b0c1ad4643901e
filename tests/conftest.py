"""What the tests of the finished command share."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def tertius():
    """The command, as a function of its arguments that gives the finished process."""
    command = os.environ.get("TERTIUS") or shutil.which("tertius")
    if not command:
        pytest.fail("set TERTIUS to the tertius command: `make test` does")

    def run(*arguments, **options):
        return subprocess.run(
            [command, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, **options
        )

    return run
