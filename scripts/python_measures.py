"""Writes python/tertius/{actor,tie,group,whole,null,change}.py: a typed function for each measure of the
catalogue, with its page and its example.

    python scripts/python_measures.py          writes them
    python scripts/python_measures.py --check  fails if they are not what it would write
"""

import json
import sys
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "python" / "examples"
ABOUT = {
    "actor": "Measures with one value, or one profile, for each actor.",
    "tie": "Measures with one value, or one profile, for each tie or pair of actors.",
    "group": "Measures with one value for each group, or pair of groups.",
    "whole": "Measures with one value for the whole network.",
    "null": "What a finding is worth: tests against chance, intervals, bounds.",
    "change": "What changed between two waves or periods.",
}
HEAD = '''"""{about}

Written by scripts/python_measures.py from the catalogue, the pages in crates/tertius/src/{unit}/ and the
examples in python/examples/{unit}/: change those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING{literal}

from tertius._measure import found

if TYPE_CHECKING:
{sequence}    from tertius._frame import Result
    from tertius.network import Network
    from tertius.study import Study

__all__ = {names}
'''


def module(unit, measures):
    """The text of the module of a unit."""
    functions = [function(it) for it in measures]
    body = "\n\n".join(functions)
    names = json.dumps([it["name"] for it in measures], indent=4).replace("\n]", ",\n]")
    literal = ", Literal" if "Literal[" in body else ""
    sequence = "    from collections.abc import Sequence\n\n" if "Sequence[" in body else ""
    head = HEAD.format(about=ABOUT[unit], unit=unit, names=names, literal=literal, sequence=sequence)
    return f"{head}\n\n{body}"


def function(measure):
    """The text of a function."""
    options = [option(it) for it in measure["options"]]
    star = ["    *,"] if options else []
    taken = [f"    {name}: {kind} = {default}," for name, kind, default in options]
    given = [f'"{it["name"]}": {name}' for it, (name, *_) in zip(measure["options"], options, strict=True)]
    lines = [f"def {measure['name']}(", "    net: Network | Study,", *star, *taken, ") -> Result:"]
    lines += ['    r"""' + indented(docstring(measure, options)), '    """']
    lines += [f'    return found("{measure["unit"]} {measure["name"]}", net, {{{", ".join(given)}}})']
    return "\n".join(lines) + "\n"


def docstring(measure, options):
    """The page, what the options choose, and the example."""
    parts = [measure["page"].strip()]
    args = ["net: the network, or a study, of which its own view is taken."]
    args += [f"{name}: {it['about']}." for it, (name, *_) in zip(measure["options"], options, strict=True)]
    parts.append("Args:\n" + "\n".join(f"    {it}" for it in args))
    example = EXAMPLES / measure["unit"] / f"{measure['name']}.txt"
    if example.exists():
        parts.append("Example:\n" + indented(example.read_text().rstrip(), first=True))
    return "\n\n".join(parts) + "\n"


def option(spec):
    """The name of a parameter, its type and its default."""
    name, words, default = spec["parameter"], spec["words"], spec["default"]
    if sorted(words) == ["no", "yes"]:
        return name, "bool", str(default == "yes")
    if words:
        return name, f"Literal[{', '.join(map(json.dumps, words))}]", json.dumps(default)
    if spec["takes"] in ("count", "number"):
        kind = "int" if spec["takes"] == "count" else "float"
        return (name, kind, default) if default else (name, f"{kind} | None", "None")
    kind = "str" if spec["takes"] == "grouping" else "str | Sequence[str]"
    return (name, kind, json.dumps(default)) if default else (name, f"{kind} | None", "None")


def indented(text, first=False):
    """Text further in, blank lines apart."""
    lines = text.split("\n")
    rest = [f"    {it}" if it.strip() else "" for it in (lines if first else lines[1:])]
    return "\n".join(rest if first else [lines[0], *rest]).rstrip()


def catalogue():
    """The catalogue, from the compiled half alone: the rest of the package imports what this writes."""
    spec = PathFinder.find_spec("_tertius", find_spec("tertius").submodule_search_locations)
    compiled = module_from_spec(spec)
    spec.loader.exec_module(compiled)
    return json.loads(compiled.measures())


def main():
    measures = catalogue()
    stale = []
    for unit in ABOUT:
        path = ROOT / "python" / "tertius" / f"{unit}.py"
        text = module(unit, [it for it in measures if it["unit"] == unit])
        if "--check" in sys.argv and (not path.exists() or path.read_text() != text):
            stale.append(path.name)
        elif "--check" not in sys.argv:
            path.write_text(text)
    if stale:
        sys.exit(f"not as the catalogue has it: {', '.join(stale)}; run python scripts/python_measures.py")


if __name__ == "__main__":
    main()
