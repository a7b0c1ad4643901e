"""Every measure is compared with a peer, or it is said why none has it."""

import json
import re
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
ALONE = tomllib.loads((HERE / "alone.toml").read_text())


def compared():
    """The measures that the tests beside this one ask for."""
    calls = re.compile(r'ours\(\s*\w+,\s*f?"(\w+ \w+)"')
    texts = (file.read_text() for file in HERE.glob("test_*.py") if file.name != "test_disagreements.py")
    return {measure for text in texts for measure in calls.findall(text)}


def measures(tertius):
    explained = json.loads(tertius("explain", "--json").stdout)["measures"]
    return {f"{it['unit']} {it['name']}" for it in explained}


def test_every_measure_is_compared_or_said_to_be_alone(tertius):
    missing = measures(tertius) - compared() - set(ALONE)
    assert not missing, f"no peer and no reason: {sorted(missing)}"


def test_none_is_said_to_be_alone_that_is_compared_or_gone(tertius):
    assert not set(ALONE) & compared()
    assert not set(ALONE) - measures(tertius)
