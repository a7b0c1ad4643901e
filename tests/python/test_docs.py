"""Every page is there, and every example says what comes out."""

import doctest
import inspect
import json
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
import tertius
from tertius import _tertius

EXAMPLES = Path(__file__).parents[2] / "python" / "examples"
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
HIDDEN = ["tertius.__main__", "tertius._tertius"]
MODULES = [
    import_module(it)
    for it in ["tertius", *(it.name for it in pkgutil.iter_modules(tertius.__path__, "tertius."))]
    if it not in HIDDEN
]
DOCTESTS = [
    it
    for module in MODULES
    for it in doctest.DocTestFinder(exclude_empty=True).find(module)
    if it.examples
]


def own(module):
    """What a module defines and shows: its functions, its classes, and what these have."""
    for name, thing in vars(module).items():
        if name.startswith("_") or module.__name__.startswith("tertius._") or getattr(thing, "__module__", None) != module.__name__:
            continue
        yield f"{module.__name__}.{name}", thing
        if inspect.isclass(thing):
            for part, member in vars(thing).items():
                if not part.startswith("_") and (callable(member) or isinstance(member, property)):
                    yield f"{module.__name__}.{name}.{part}", member


@pytest.mark.parametrize("example", DOCTESTS, ids=lambda it: it.name)
def test_examples_of_docstrings(example):
    said = []
    doctest.DocTestRunner(optionflags=FLAGS).run(example, out=said.append)
    assert not said, "".join(said)


@pytest.mark.parametrize("module", MODULES, ids=lambda it: it.__name__)
def test_everything_public_has_a_docstring(module):
    assert module.__doc__
    assert not [name for name, thing in own(module) if not inspect.getdoc(thing)]


def test_every_measure_has_an_example_and_every_example_a_measure():
    measures = {f"{it['unit']}/{it['name']}.txt" for it in json.loads(_tertius.measures())}
    assert measures == {str(it.relative_to(EXAMPLES)) for it in EXAMPLES.rglob("*") if it.is_file()}


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.txt")), ids=lambda it: f"{it.parent.name} {it.stem}")
def test_an_example_stands_alone_and_shows_its_measure(path):
    lines = path.read_text().splitlines()
    assert lines[0] == ">>> import tertius as tt"
    assert any(f"tt.{path.parent.name}.{path.stem}(" in it for it in lines)
    assert not lines[-1].startswith((">>>", "...")), "nothing comes out"
    assert max(map(len, lines)) <= 100


def test_what_the_package_shows_is_all_there():
    shown = {name: it for name, it in vars(tertius).items() if not name.startswith("_")}
    assert set(tertius.__all__) <= set(shown)
    assert all(inspect.ismodule(it) for name, it in shown.items() if name not in tertius.__all__)
