"""How studies, networks, figures and results show: in JupyterLab's forms, and in what nbconvert makes of a
notebook, which Chromium opens."""

import base64
import re
import shutil
import subprocess
import textwrap

import nbclient
import nbconvert
import nbformat
import pytest
import tertius as tt

CELLS = [
    "import tertius as tt\nstudy = tt.data.open('dialogues-synthetic')\nstudy",
    "net = study.network(wave=1)\nnet",
    "tt.data.open('west-midlands').network().actors()",
    "tt.actor.alters(tt.network([('a', 'b'), ('b', 'c')], [{'id': 'a', 'sector': 'HE'}, {'id': 'd'}]))",
    "net.draw('mixing')",
    "tt.actor.betweenness(net).top(3)",
    "tt.network([('<script>alert(1)</script>', 'R&D_50% [x] --- $1 {y} ~^\\\\ #|*')])",
    "tt.actor.degree(tt.network([('<script>alert(1)</script>', '[R&D]_50% --- $1 {y} ~^\\\\ #|*')]))",
]


@pytest.fixture(scope="session")
def notebook():
    """A notebook that was run."""
    cells = [nbformat.v4.new_code_cell(it) for it in CELLS]
    return nbclient.NotebookClient(nbformat.v4.new_notebook(cells=cells), timeout=300).execute()


@pytest.fixture(scope="session")
def bundles(notebook):
    return [cell.outputs[-1].data for cell in notebook.cells]


def test_every_form_is_there_but_svg(bundles):
    study, net, table, _, figure, *_ = bundles
    assert set(study) == {"text/plain", "text/html", "text/markdown", "text/latex"}
    assert set(net) == {"text/plain", "text/html", "text/markdown", "image/png"}
    assert set(table) == set(study)
    assert set(figure) == {"text/plain", "text/html", "image/png"}
    for it in bundles:
        assert "image/svg+xml" not in it
        if "image/png" in it:
            png = base64.b64decode(it["image/png"])
            assert png.startswith(b"\x89PNG")
            assert len(png) <= 150_000


def test_html_has_no_style_or_name_that_reaches_other_cells(bundles):
    for it in bundles:
        html = it["text/html"]
        assert not re.search(r"<style|<script|<link|\bid=|\bclass=|\bon\w+=", html)
        assert "alt=" in html or "<img" not in html


def test_names_are_never_markup(bundles):
    for it in bundles[-2:]:
        assert "<script" not in it["text/html"]
        assert r"\<script\>" in it["text/markdown"] or "&lt;script" in it["text/html"]
    assert "&lt;script&gt;" in bundles[-1]["text/html"]


def test_a_null_says_why(bundles):
    html = bundles[3]["text/html"]
    reasons = re.findall(r'title="([^"]+)">–<', html)
    assert reasons
    assert any("known" in it for it in reasons)


def test_tables_show_twenty_rows_numbers_to_the_right_and_notes_below(bundles):
    html = bundles[2]["text/html"]
    assert html.count("<tr") == 21
    assert "29 more rows" in html
    assert "text-align:right" not in html
    assert "not the network of the region" in html
    assert bundles[5]["text/html"].count("text-align:right") == 4
    assert "207 of" in (found := bundles[5]["text/markdown"]) or "209 of" in found


def test_small_numbers_are_not_shown_as_nothing():
    from tertius._table import _said

    assert [_said(it, 3) for it in (0.5, 0.0004, -0.0004, 0.0, -0.0, -1.25)] == [
        "0.500", "<0.001", ">−0.001", "0.000", "0.000", "−1.250",
    ]  # fmt: skip


def test_top_keeps_the_method_and_ties_at_the_end():
    net = tt.network([("a", "b"), ("b", "c"), ("c", "d")], [{"id": "z"}])
    found = tt.actor.degree(net)
    assert found.top(1)["actor"].to_list() == ["b", "c"]
    assert found.top(0).height == 0
    assert tt.method(found.top(2)).measure == "actor degree"
    constraint = tt.actor.constraint(net)
    assert "z" not in constraint.top(10)["actor"].to_list()
    assert constraint.top(10, "unweighted").height == 4
    with pytest.raises(KeyError, match="did you mean 'unweighted'"):
        constraint.top(3, "unweigted")
    alone = tt.network([("a", "b"), ("b", "c")], [{"id": "a", "sector": "HE"}, {"id": "z", "sector": "FE"}])
    alters = tt.actor.alters(alone).top(10, "alters")
    assert tt.method(alters).undefined
    for it in tt.method(alters).undefined:
        assert alters[it.row, it.column] is None


def test_what_is_made_of_a_result_shows_alike():
    found = tt.actor.degree(tt.network([("a", "b"), ("b", "c")]))
    for it in (found.filter(actor="b"), found.sort("degree"), found.select("actor", "degree"), found.head(1)):
        assert "text-align:right" in it._repr_mimebundle_()["text/html"]
        with pytest.raises(TypeError, match="no measure made this frame"):
            tt.method(it)


def test_pages_keep_their_columns():
    assert "```text\n  from  " in tt.explain("ties")._repr_markdown_()
    page = tt.explain("whole density")
    assert page._repr_markdown_() == page


def converted(notebook, exporter, **options):
    return getattr(nbconvert, exporter)(**options).from_notebook_node(notebook)


def test_latex_takes_tables_and_pictures_and_escapes_every_sign(notebook, tmp_path):
    body, resources = converted(notebook, "LatexExporter")
    assert body.count(r"\includegraphics") == body.count(r"\adjustimage") == 0 or resources["outputs"]
    assert len(resources["outputs"]) == 3
    assert r"\begin{tabular}" in body
    table = notebook.cells[-1].outputs[-1].data["text/latex"]
    # The signs that LaTeX would take for something else; none may be left bare.
    assert r"{[}R\&D{]}\_50\% -{}-{}- \$1 \{y\} \textasciitilde{}\textasciicircum{}\textbackslash{} \#\textbar{}*" in table
    assert r"\textless{}script\textgreater{}" in table
    if shutil.which("pdflatex"):
        lines = [r"\documentclass{article}\usepackage[utf8]{inputenc}\begin{document}"]
        for cell in notebook.cells:
            lines.append(cell.outputs[-1].data.get("text/latex", ""))
        (tmp_path / "a.tex").write_text("\n\n".join([*lines, r"\end{document}"]))
        command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout[-2000:]


def test_every_note_can_be_set_by_latex(bundles):
    """Braces are balanced, and each row has as many cells as the table has columns."""
    for it in bundles:
        text = it.get("text/latex", "")
        bare = re.sub(r"\\[{}\\&]", "", text)
        assert bare.count("{") == bare.count("}")
        columns = re.search(r"\\begin\{tabular\}\{(.*)\}\n", text)
        if columns:
            n = len(re.sub(r"p\{[^}]*\}", "p", columns[1]))
            rows = re.findall(r"^(.*) \\\\$", text, re.MULTILINE)
            assert rows
            assert all(len(re.findall(r"(?<!\\)&", row)) == n - 1 for row in rows)


def test_markdown_has_a_table(bundles):
    table = bundles[5]["text/markdown"].split("\n\n")[1].splitlines()
    assert table[0] == "| actor | name | value |"
    assert table[1] == "| --- | --- | ---: |"
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table}) == 1


def test_markdown_and_html_of_nbconvert_hold_every_output(notebook):
    for exporter in ("MarkdownExporter", "HTMLExporter"):
        body, _ = converted(notebook, exporter)
        assert "Dialogues between two sectors (invented)" in body
        assert "29 more rows" in body
        assert body.count('<img alt="') == 3
        assert "<script>alert" not in body.replace("'<script>alert(1)</script>'", "")


def test_a_page_of_it_looks_right_and_asks_nothing_of_the_net(notebook, browser, tmp_path):
    # The page of nbconvert loads scripts for formulas and widgets from the net; nothing of ours needs them.
    none = dict.fromkeys(("mathjax_url", "require_js_url", "jquery_url", "widget_renderer_url"), "data:text/javascript,")
    body, _ = converted(notebook, "HTMLExporter", **none)
    page = tmp_path / "notebook.html"
    page.write_text(body, encoding="utf-8")
    browser.get_log("performance")
    browser.get(page.as_uri())
    # Only a picture that was loaded has a width of its own.
    widths = browser.execute_script("return [...document.images].map(it => it.naturalWidth)")
    assert len(widths) == 3
    assert all(it > 100 for it in widths)
    cells = browser.execute_script(
        """return [...document.querySelectorAll('.jp-OutputArea-output')].map(cell => {
            const box = cell.getBoundingClientRect();
            const inner = [...cell.querySelectorAll('img, p, strong')].map(it => it.getBoundingClientRect());
            return [box.width, box.height, Math.max(box.right, ...inner.map(it => it.right)) - box.right,
                    cell.innerText.trim().length]; })"""
    )
    assert len(cells) == len(CELLS)
    for width, height, beyond, letters in cells:
        assert width > 300
        assert height > 20
        assert beyond <= 1
        assert letters > 0 or height > 100
    sent = [it["message"] for it in browser.get_log("performance")]
    asked = {url for it in sent if "requestWillBeSent" in it for url in re.findall(r'"url":"([^"]+)"', it)}
    assert all(it.startswith(("file:", "data:", "about:")) for it in asked), asked


def test_progress_leaves_nothing_behind():
    cell = """
    from tertius import _progress
    _progress.PATIENCE = 0
    bar = _progress.progress("actor betweenness")
    bar(1, 3); bar(2, 3)
    bar.close()
    """
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(textwrap.dedent(cell))])
    done = nbclient.NotebookClient(book, timeout=60).execute()
    assert [it.data for it in done.cells[0].outputs] == [{"text/plain": "", "text/html": ""}]
