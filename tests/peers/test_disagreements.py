"""Where peers differ from us: that they still do, and that ours is the right number.

A peer that mends its number makes a test fail here: then its case goes from disagreements.toml, and
what the page of the measure says of it with it.
"""

import importlib.util
import math
import tomllib
from pathlib import Path

import pytest

from networks import of

CASES = tomllib.loads((Path(__file__).parent / "disagreements.toml").read_text())["case"]
RUN = [case for case in CASES if "python" in case or "r" in case]
READ = [case for case in CASES if "read" in case]
# What expressions call the peers.
MODULES = {"nx": "networkx", "ig": "igraph", "rx": "rustworkx", "nk": "networkit", "eg": "easygraph", "bct": "bct"}


def named(cases):
    return pytest.mark.parametrize("case", cases, ids=[f"{it['peer'].split()[0]}-{it['about']}" for it in cases])


def network_of(case):
    groups = case.get("groups")
    return of(case["ties"], case.get("isolates", ""), sectors=groups and dict(groups))


def numbers(value):
    value = value if isinstance(value, list) else [value]
    return [math.nan if it is None else float(it) for it in value]


def same(one, other):
    close = lambda a, b: math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-6) or math.isnan(a) and math.isnan(b)  # noqa: E731
    return len(one) == len(other) and all(map(close, one, other))


def asked(case, request):
    """What the peer gives now."""
    graph = network_of(case)
    if "r" in case:
        return numbers(request.getfixturevalue("r")(case["r"], graph))
    peers = {"graph": graph}
    for name, module in MODULES.items():
        if f"{name}." in case["python"]:
            peers[name] = pytest.importorskip(module, reason=f"{module} is not installed: not compared")
    try:
        return numbers(eval(case["python"], peers))  # noqa: S307: from our own table
    except Exception as error:
        return type(error).__name__


@named(RUN)
def test_the_peer_still_differs(case, request):
    given, before = asked(case, request), case["gives"]
    mended = f"{case['peer']} gave {before} and now gives {given}: see {case.get('measure')}"
    assert given == before if isinstance(before, str) else same(given, numbers(before)), mended


@named([case for case in CASES if "right" in case])
def test_ours_is_right(case, ours):
    found = ours(network_of(case), case["measure"], **case.get("options", {}))
    row = case["row"]
    keys = ("actor", "quantity", "group", "term")
    rows = [it for it in found.rows if row in map(it.get, keys)]
    value = rows[0][case.get("column", "value")]
    right = case["right"]
    agrees = value is None if right == "undefined" else value is not None and same([value], [right])
    assert agrees, f"ours is {value}, not {right}: {case['how']}"


def test_each_case_says_how_it_is_known():
    for case in CASES:
        assert {"peer", "about", "how"} <= set(case), case
        assert ("python" in case) + ("r" in case) + ("read" in case) == 1, case["about"]
        assert any(char.isdigit() for char in case["peer"]), f"{case['peer']}: which version?"
