"""Writes the pages of the guide that come from elsewhere: measures, words, tables, problems, figures."""

import json
import re
import runpy
import shutil
from pathlib import Path

import tertius as tt
from tertius import _tertius

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "python" / "examples"
UNITS = {
    "actor": "Of actors",
    "tie": "Of ties",
    "group": "Of groups",
    "whole": "Of the whole network",
    "null": "What a finding is worth",
    "change": "Of change",
}
WIDTH = 88
TAKES = {
    "count": "a whole number",
    "number": "a number",
    "names": "a name or several",
    "grouping": "an attribute of actors",
}
TABLES = [
    "organisations",
    "people",
    "affiliations",
    "activities",
    "participation",
    "ties",
    "localities",
    "respondents",
    "sources",
    "story",
]


def write(folder):
    """Writes them all into a folder, anew."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "measures").mkdir(parents=True)
    (folder / "figures").mkdir()
    measures = json.loads(_tertius.measures())
    for it in measures:
        (folder / "measures" / f"{it['unit']}-{it['name']}.md").write_text(measure(it))
    for unit, title in UNITS.items():
        (folder / "measures" / f"{unit}.md").write_text(of_unit(unit, title, measures))
    (folder / "measures.md").write_text(list_of(measures))
    (folder / "words.md").write_text(words())
    (folder / "tables.md").write_text(tables())
    (folder / "gallery.md").write_text(gallery(folder / "figures"))


def measure(it):
    """The page of a measure: what it says, how to ask for it in three ways, and the method."""
    unit, name = it["unit"], it["name"]
    about, method = it["page"].strip().split("\n\n", 1)
    example = (EXAMPLES / unit / f"{name}.txt").read_text().rstrip()
    return f"""# {unit} {name}

{about}

## An example

```pycon
{example}
```

## Three ways to ask

In Python:

```python
{call(f"tt.{unit}.{name}", ["net", *map(as_python, it["options"])])}
```

At the command line:

```console
{typed([unit, name, "my-study"], list(filter(None, map(as_flag, it["options"]))))}
```

In Rust:

```rust
let measure = Measure::named("{unit} {name}")?;
let found = measure.of_network(&net, &Arguments::default(), &Watch::new())?;
```

{options(it["options"])}
## The method

{deeper(method)}
"""


def call(function, parameters):
    """A call, on several lines if it is long."""
    line = f"{function}({', '.join(parameters)})"
    return line if len(line) <= WIDTH else "\n".join([f"{function}(", *(f"    {it}," for it in parameters), ")"])


def typed(words, flags):
    """A command, on several lines if it is long."""
    line = " ".join(["$ tertius", *words, *flags])
    return line if len(line) <= WIDTH else " \\\n    ".join([" ".join(["$ tertius", *words]), *flags])


def as_python(option):
    """An option as Python has it, with its default."""
    default = option["default"]
    if sorted(option["words"]) == ["no", "yes"]:
        return f"{option['parameter']}={default == 'yes'}"
    plain = default and option["takes"] in ("count", "number")
    return f"{option['parameter']}={default if plain else json.dumps(default) if default else None}"


def as_flag(option):
    """An option as the command line has it; those that only matter to experts are left to the table."""
    default = option["default"]
    if not default or option["takes"] in ("count", "number"):
        return ""
    return f"--{option['name']} " + (f'"{default}"' if " " in default else default)


def options(specs):
    """What the options choose."""
    if not specs:
        return ""
    rows = []
    for it in specs:
        takes = ", ".join(f"`{word}`" for word in it["words"]) or TAKES[it["takes"]]
        default = f"`{it['default']}`" if it["default"] else ""
        rows.append(f"| `{it['parameter']}` | {takes} | {default} | {it['about']} |")
    lines = ["## Options", "", "| option | takes | default | what it chooses |", "|---|---|---|---|", *rows, ""]
    return "\n".join(lines) + "\n"


def deeper(page):
    """A page whose headings stand one lower."""
    return "\n".join(f"##{it}" if it.startswith("# ") else it for it in page.split("\n"))


def list_of(measures):
    """All measures, by what has the value."""
    lines = [f"* [{title}](measures/{unit}.md): {linked(measures, unit)}" for unit, title in UNITS.items()]
    pages = [f"measures/{unit}" for unit in UNITS]
    about = f"{len(measures)} measures, each with an example, its formula, its limits and its source."
    return "\n".join(["# Measures", "", about, "", *lines, "", "```{toctree}", ":hidden:", "", *pages, "```", ""])


def linked(measures, unit):
    """The names of the measures of a unit, as links."""
    mine = [it["name"] for it in measures if it["unit"] == unit]
    return ", ".join(f"[{it}](measures/{unit}-{it}.md)" for it in mine)


def of_unit(unit, title, measures):
    """The measures of a unit, each with what it says."""
    mine = [it for it in measures if it["unit"] == unit]
    rows = [f"| [{it['name']}]({unit}-{it['name']}.md) | {it['about']} |" for it in mine]
    pages = [f"{it['name']} <{unit}-{it['name']}>" for it in mine]
    head = [f"# {title}", "", f"In Python `tt.{unit}`, at the command line `tertius {unit}`.", ""]
    table = ["| measure | what it says |", "|---|---|", *rows, ""]
    return "\n".join([*head, *table, "```{toctree}", ":hidden:", "", *pages, "```", ""])


def words():
    """What the words mean."""
    found = []
    for line in tt.explain("terms").splitlines()[2:]:
        word, text = line[:13].strip(), line[13:].strip()
        if word and text:
            found.append([word, text])
        elif word:
            found[-1][0] += f" {word}"
        else:
            found[-1][1] += f" {text}"
    lines = [f"**{word}**\n: {text}\n" for word, text in found]
    return "# Words\n\nWhat the words of these pages mean.\n\n" + "\n".join(lines)


def tables():
    """The columns of each table, and every problem that can be found in them."""
    parts = ["# Tables and their columns", "", "What a study is made of. Most columns may be left out."]
    for name in TABLES:
        # Measures may bear the name of a table, which comes first.
        page = re.split(rf"\n(?:{'|'.join(UNITS)}) {name}\n", tt.explain(name))[0]
        parts += ["", f"## {name}", "", "```text", page.rstrip(), "```"]
    return "\n".join(parts) + "\n"


def gallery(folder):
    """Each figure with the program that draws it."""
    parts = ["# Gallery", "", "Drawn while this page was made, by the programs that stand below them."]
    for path in sorted((HERE / "gallery").glob("*.py")):
        program = runpy.run_path(str(path))
        title, _, about = program["__doc__"].strip().partition("\n\n")
        figure, code = program["figure"], path.read_text().split('"""\n', 2)[-1].strip()
        figure.save(folder / f"{path.stem}.svg")
        described = " ".join(figure.description.split()).replace("\n", " ")
        parts += ["", f"## {title}", "", about, "", f"```{{image}} figures/{path.stem}.svg", f":alt: {described}", "```"]
        parts += ["", "```python", code, "```"]
    return "\n".join(parts) + "\n"
