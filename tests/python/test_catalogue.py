"""The modules are the catalogue, and find what the command finds."""

import inspect
import json
import re
import subprocess
import sys

import pytest
import tertius as tt
from tertius import _tertius

MEASURES = json.loads(_tertius.measures())
UNITS = ["actor", "tie", "group", "whole", "null", "change"]
STUDIES = tt.data.names()
CODES = {tt.StudyError: 1, tt.NotApplicableError: 4, tt.TertiusError: 2}


def function(measure):
    return getattr(getattr(tt, measure["unit"]), measure["name"])


@pytest.mark.parametrize("unit", UNITS)
def test_a_module_has_the_measures_of_its_unit(unit):
    assert getattr(tt, unit).__all__ == [it["name"] for it in MEASURES if it["unit"] == unit]


def test_every_unit_has_a_module():
    assert {it["unit"] for it in MEASURES} == set(UNITS)


@pytest.mark.parametrize("measure", MEASURES, ids=lambda it: f"{it['unit']} {it['name']}")
def test_parameters_are_the_options(measure):
    net, *parameters = inspect.signature(function(measure)).parameters.values()
    assert (net.name, net.kind) == ("net", net.POSITIONAL_OR_KEYWORD)
    assert [it.name for it in parameters] == [it["parameter"] for it in measure["options"]]
    for option, parameter in zip(measure["options"], parameters, strict=True):
        assert parameter.kind == parameter.KEYWORD_ONLY
        assert asked(parameter.default) == (option["default"] or "")
        words = re.findall(r"'([^']*)'", parameter.annotation)
        assert words == option["words"] or parameter.annotation == "bool"


@pytest.mark.parametrize(
    ("study", "view"),
    [(it, {}) for it in STUDIES] + [(it, {"via": "participation"}) for it in ["equalls", "link-wales", "wm-lsrn"]],
    ids=lambda it: it if isinstance(it, str) else "participation" if it else "own view",
)
def test_what_is_found_is_what_the_command_finds(study, view, tmp_path):
    net = None
    commands = of_commands([command(it, study, view | draws(it)) for it in MEASURES], tmp_path)
    for measure, (code, told) in zip(MEASURES, commands, strict=True):
        where = f"{measure['unit']} {measure['name']}"
        try:
            net = net or tt.data.open(study).network(**view)
            found = function(measure)(net, **draws(measure))
        except tt.TertiusError as error:
            assert (code, where) == (CODES[type(error)], where)
            # The command says more of a study that has sectors for nobody.
            alike = [str(error), "no actor of this network has a `sector`"]
            assert any(plain(it) in plain(told["error"]["message"]) for it in alike), where
            continue
        assert code == 0, where
        method = tt.method(found)
        assert told["rows"] == found.to_dicts(), where
        assert dict(told["method"]["options"]) == method.options, where
        assert told["method"]["provenance"]["view"] == method.view, where
        for name in ["about", "source", "measure", "actors", "ties", "directed", "dyads", "observed_dyads"]:
            assert told["method"][name] == getattr(method, name), where
        for name in ["notes", "undefined"]:
            assert len(told["method"][name]) <= len(getattr(method, name)), where


def draws(measure):
    """Few draws, where there are any."""
    return {"draws": 20} if any(it["name"] == "draws" for it in measure["options"]) else {}


def command(measure, study, options):
    """What is typed on the command line."""
    flags = [it for name, value in options.items() for it in (f"--{name}", str(value))]
    return ["tertius", measure["unit"], measure["name"], str(tt.data.path(study)), "--json", *flags]


COMMANDS = """
import json, os, sys
from tertius import _tertius

for number, words in enumerate(json.loads(sys.argv[1])):
    child = os.fork()
    if child == 0:
        out = os.open(f"{sys.argv[2]}/{number}.json", os.O_CREAT | os.O_WRONLY)
        os.dup2(out, 1)
        os.dup2(out, 2)
        os._exit(_tertius.command(words))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def of_commands(commands, folder):
    """The exit code of each command, and what it says. A process runs one, and Python starts slowly."""
    words = [sys.executable, "-c", COMMANDS, json.dumps(commands), str(folder)]
    codes = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
    return [(int(it), json.loads((folder / f"{at}.json").read_text())) for at, it in enumerate(codes)]


def asked(default):
    """A default as the catalogue writes it."""
    if default is None:
        return ""
    return {True: "yes", False: "no"}[default] if isinstance(default, bool) else str(default)


def plain(said):
    """A message without the signs in which Python and the command line differ."""
    said = re.sub(r"; study\.problems\(\).*", "", said)
    return re.sub(r"""[-_="'`,\s]+""", " ", said).strip()
