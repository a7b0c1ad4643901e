"""Runs the notebooks and stores what they show, small and without a trace of the machine.

    python scripts/notebooks.py [NAME …]    runs them all, or some, and stores them

Storing takes Pillow, which makes pictures of few colours a third as large; the tests run the notebooks
without.
"""

import base64
import io
import re
import sys
from pathlib import Path

import nbclient
import nbformat

FOLDER = Path(__file__).parents[1] / "notebooks"
IMG = re.compile(r'src="data:image/svg\+xml;base64,[^"]*"')


def names():
    """The notebooks there are."""
    return sorted(it.stem for it in FOLDER.glob("*.ipynb"))


def read(name):
    """A notebook as it is stored."""
    return nbformat.read(FOLDER / f"{name}.ipynb", nbformat.NO_CONVERT)


def run(name):
    """A notebook run in a new kernel, as it would be stored; raises if a cell fails."""
    book = read(name)
    nbclient.NotebookClient(book, timeout=600, record_timing=False).execute(cwd=str(FOLDER))
    code = [it for it in book.cells if it.cell_type == "code"]
    for count, cell in enumerate(code, 1):
        cell.execution_count = count
        cell.outputs = [it for it in map(small, cell.outputs) if it]
    book.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return book


def small(output):
    """An output in the forms that a reader of the file needs; nothing, if it is blank."""
    if "data" not in output:
        return output
    data = dict(output.data)
    if not any(str(it).strip() for it in data.values()):
        return None
    png, html = data.pop("image/png", None), data.get("text/html", "")
    if png and html.startswith("<img"):
        # A figure: the picture is all there is.
        output.data = {"text/plain": data["text/plain"], "image/png": png}
    else:
        # Beside a card the picture is inside the HTML, which is what is shown.
        kept = {"text/plain": data["text/plain"]}
        output.data = kept | ({"text/html": IMG.sub(f'src="data:image/png;base64,{png}"', html)} if html else {})
    return output


def words(book):
    """Everything that a notebook shows but for its pictures, whose pixels are not the same everywhere."""
    shown = []
    for cell in book.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {"text": output.get("text", "")})
            shown.append({kind: re.sub(r'src="data:[^"]*"', "", it) for kind, it in data.items() if kind != "image/png"})
    return shown


def shrunk(png):
    """A picture with 64 colours."""
    from PIL import Image

    picture, few = Image.open(io.BytesIO(base64.b64decode(png))), io.BytesIO()
    picture.convert("RGB").quantize(64).save(few, "png", optimize=True)
    return base64.b64encode(few.getvalue()).decode()


def store(name):
    """Runs a notebook and stores it."""
    book = run(name)
    for output in (it for cell in book.cells for it in cell.get("outputs", []) if "data" in it):
        if "image/png" in output.data:
            output.data["image/png"] = shrunk(output.data["image/png"])
        if "text/html" in output.data:
            inside = re.compile(r"(?<=data:image/png;base64,)[^\"]*")
            output.data["text/html"] = inside.sub(lambda it: shrunk(it[0]), output.data["text/html"])
    nbformat.write(book, FOLDER / f"{name}.ipynb")


if __name__ == "__main__":
    for name in sys.argv[1:] or names():
        store(name)
        print(name)
