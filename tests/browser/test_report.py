"""What a reader of a report must be able to rely on, whatever the study."""

import json

import pytest
from axe_core_python.selenium import Axe
from conftest import STUDIES
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys


@pytest.fixture(params=STUDIES)
def page(request, browser, reports):
    """A report, open in the browser; what it asked for and complained of since is in the logs."""
    for log in ("browser", "performance"):
        browser.get_log(log)
    browser.get(reports[request.param].as_uri())
    return browser


def requests(page):
    for entry in page.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            yield message["params"]["request"]["url"]


def test_no_request_leaves_the_page(page):
    page.execute_script("window.scrollTo(0, document.body.scrollHeight)")
    asked = [url for url in requests(page) if not url.startswith(("file:", "data:", "blob:"))]
    assert asked == []


def test_the_console_is_silent(page):
    assert page.get_log("browser") == []


def test_every_picture_says_what_it_shows(page):
    pictures = page.find_elements(By.CSS_SELECTOR, "img, svg[role=img], figure svg")
    for picture in pictures:
        text = picture.get_attribute("alt") or picture.get_attribute("aria-label") or ""
        assert len(text) > 20, picture.get_attribute("outerHTML")[:200]


def test_every_picture_is_drawn(page):
    images = page.find_elements(By.TAG_NAME, "img")
    assert all(page.execute_script("return arguments[0].naturalWidth", image) > 0 for image in images)


def test_axe_finds_nothing(page):
    found = Axe().run(page)["violations"]
    assert [(it["id"], [node["html"][:160] for node in it["nodes"][:3]]) for it in found] == []


def test_it_fits_a_phone(page):
    page.set_window_size(400, 800)
    try:
        wide = page.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0
    finally:
        page.set_window_size(1280, 1000)


def test_nothing_runs_off_the_side_at_four_hundred_per_cent(page):
    """1280 pixels enlarged four times are 320; what is wide by nature scrolls in its own box."""
    narrow = {"width": 320, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", narrow)
    try:
        page.execute_script("document.querySelectorAll('details').forEach(it => it.open = true)")
        root = "document.documentElement"
        wide = page.execute_script(f"return {root}.scrollWidth - {root}.clientWidth")
        assert wide <= 0
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_no_table_runs_off_a_printed_page(page):
    """A4 within the margins of the page is 178 mm, 672 pixels; paper does not scroll."""
    paper = {"width": 672, "height": 986, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", paper)
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        page.execute_script("document.querySelectorAll('details').forEach(it => it.open = true)")
        wide = page.execute_script(
            "return [...document.querySelectorAll('table')].filter("
            "it => it.getBoundingClientRect().right > 673).map("
            "it => `${it.caption.textContent}: ${it.getBoundingClientRect().right}`)"
        )
        assert wide == []
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_whatever_scrolls_can_be_reached_by_keyboard(page):
    page.execute_script("document.querySelectorAll('details').forEach(it => it.open = true)")
    unreachable = page.execute_script(
        "return [...document.querySelectorAll('main *')]"
        ".filter(it => ['auto', 'scroll'].includes(getComputedStyle(it).overflowX) && it.tabIndex < 0)"
        ".map(it => it.outerHTML.slice(0, 120))"
    )
    assert unreachable == []


def test_it_reads_without_scripts(browser, reports):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(reports["wolverhampton"].as_uri())
        assert browser.find_element(By.TAG_NAME, "h1").is_displayed()
        assert len(browser.find_elements(By.TAG_NAME, "table")) > 3
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_name_is_never_code(browser, tertius, tmp_path):
    study = tmp_path / "study"
    study.mkdir()
    name = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    quoted = name.replace('"', '""')
    (study / "organisations.csv").write_text(f'id,name,sector\na,"{quoted}",HE\nb,B,FE\nc,C,"{quoted}"\n')
    (study / "ties.csv").write_text("from,to\na,b\nb,c\n")
    (study / "study.toml").write_text(f"title = '''{name}'''\nnotice = '''{name}'''\n")
    done = tertius("report", study, "-o", tmp_path / "report.html")
    assert done.returncode == 0, done.stderr
    browser.get((tmp_path / "report.html").as_uri())
    assert "owned" != browser.title
    assert browser.find_elements(By.CSS_SELECTOR, "main script, main img[src=x]") == []


def test_a_report_and_its_page_can_be_moved_together(browser, tertius, tmp_path):
    made, moved = tmp_path / "made", tmp_path / "moved here"
    made.mkdir()
    done = tertius("report", "data/equalls", "-o", made / "a.html", "--page", made / "a page.html", "--quiet")
    assert done.returncode == 0, done.stderr
    made.rename(moved)
    browser.get((moved / "a.html").as_uri())
    browser.find_element(By.LINK_TEXT, "the page of this network").send_keys(Keys.ENTER)
    assert browser.current_url == (moved / "a page.html").as_uri()
    assert browser.find_element(By.CSS_SELECTOR, ".counts").text == "5 of 5 actors, 5 of 5 ties shown"
