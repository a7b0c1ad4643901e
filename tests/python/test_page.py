"""The page to look around in: in a notebook, as a file, and whom its codes cannot hide."""

import base64
import html
import re

import pytest
import tertius as tt


@pytest.fixture(scope="module")
def study():
    return tt.data.open("wolverhampton")


def test_a_page_shows_in_a_frame_that_reaches_nothing(study):
    page = study.network().explore()
    bundle = page._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html", "image/png"}
    frame = bundle["text/html"]
    assert 'sandbox="allow-scripts allow-downloads"' in frame
    assert 'loading="lazy"' in frame and 'height="480"' in frame
    assert html.unescape(re.search(r'srcdoc="([^"]*)"', frame)[1]) == page.html
    assert base64.b64decode(bundle["image/png"]).startswith(b"\x89PNG")
    assert bundle["text/plain"] == "Page('Wolverhampton City Learning Region')"


def test_pages_are_saved_as_they_show(study, tmp_path):
    page = study.network().explore(seed=7)
    page.save(tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == page.html
    assert "stress (seed 7)" in page.html
    study.page(tmp_path / "b.html", seed=7)
    assert (tmp_path / "b.html").read_text(encoding="utf-8") == page.html
    with pytest.raises(tt.FileError, match="use .html or .htm"):
        page.save(tmp_path / "a.svg")
    with pytest.raises(tt.FileError, match="use .html or .htm"):
        study.page(tmp_path / "a.svg")


def test_a_report_links_the_page_that_is_written_with_it(study, tmp_path):
    (tmp_path / "more").mkdir()
    study.report(tmp_path / "report.html", page=tmp_path / "more" / "the page.html")
    assert 'href="more/the%20page.html"' in (tmp_path / "report.html").read_text(encoding="utf-8")
    beside = (tmp_path / "more" / "the page.html").read_text(encoding="utf-8")
    study.page(tmp_path / "alone.html")
    alone = (tmp_path / "alone.html").read_text(encoding="utf-8")
    actors = re.compile('"actors":.*?"command"')
    assert actors.search(beside)[0] == actors.search(alone)[0]
    before = (tmp_path / "report.html").read_bytes()
    with pytest.raises(tt.FileError, match="would be both the report and its page"):
        study.report(tmp_path / "report.html", page=tmp_path / "report.html")
    with pytest.raises(tt.FileError, match="use .html or .htm"):
        study.report(tmp_path / "new.html", page=tmp_path / "page.pdf")
    assert (tmp_path / "report.html").read_bytes() == before and not (tmp_path / "new.html").exists()


def test_a_story_may_be_a_frame():
    study = tt.open(
        {
            "organisations": {"id": ["uni", "col"]},
            "ties": {"from": ["uni"], "to": ["col"]},
            "story": {"title": ["The one tie"], "actors": ["uni;col"], "size": ["degree"]},
        }
    )
    assert "The one tie" in study.network().explore().html


def test_codes_hide_names_and_not_places(study):
    net = study.network()
    assert "University of Wolverhampton" not in net.explore(anonymise=True).html
    exposed = net.disclosure()
    assert exposed.columns == ["actor", "name", "sector", "locality", "contacts", "held_by"]
    assert exposed["held_by"].max() < 3
    assert net.disclosure(by="sector", at_least=2).height < net.disclosure(by="sector").height
    with pytest.raises(tt.TertiusError, match="did you mean `sector`"):
        net.disclosure(by=["sectr"])
