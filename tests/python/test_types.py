"""Types: what an editor completes and a checker checks."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*command, **options):
    """Runs a tool of this environment."""
    return subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, **options)


def test_the_package_is_strictly_typed(tmp_path):
    done = run("mypy", "--config-file", ROOT / "pyproject.toml", "-p", "tertius", cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_the_stubs_are_those_of_the_compiled_half(tmp_path):
    done = run("mypy.stubtest", "tertius._tertius", cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_every_public_type_is_known(tmp_path):
    # It looks for the package where the first python of the path has it.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    asked = ["--verifytypes", "tertius", "--ignoreexternal", "--outputjson"]
    done = run("pyright", *asked, cwd=tmp_path, env=os.environ | {"PATH": path})
    found = json.loads(done.stdout)["typeCompleteness"]
    unknown = [it["name"] for it in found["symbols"] if it["isExported"] and not it["isTypeKnown"]]
    assert found["completenessScore"] == 1, unknown
