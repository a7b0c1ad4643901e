"""The fourteen things a page must do, on a page small enough to know every number of."""

import json
import re
import struct

import fixture
import pytest
from acts import counts, hash_of, ink, picture, places, rows, saved, ties, unfold

SVG = "{http://www.w3.org/2000/svg}"
ALL = "12 of 12 actors, 15 of 15 ties shown"


# 2 search


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ecole", "École du Château"), ("CHATEAU", "École du Château"), ("castle", "École du Château"), ("wolves", "University of Wolverhampton")],
)
def test_02_search_knows_names_and_aliases_without_accents_or_capitals(visit, small, typed, found):
    page = visit(small)
    page.keyboard.press("/")
    page.keyboard.type(typed)
    assert page.locator("#search-found li").first.inner_text().startswith(found)
    page.keyboard.press("Enter")
    assert page.inner_text(".card h2") == found
    page.wait_for_timeout(700)
    assert float(re.search(r"zoom=([\d.]+)", hash_of(page))[1]) > 1.2


def test_02_search_says_when_nobody_is_found(visit, small):
    page = visit(small)
    page.fill("#search", "xyzzy")
    assert page.inner_text("#search-found") == "Nobody of that name"


# 3 filters


def without(facet, choice):
    """How much is left when a choice is taken away, counted by hand from the data."""
    data = fixture.small()
    lists = {"relation": "relations", "wave": "waves", "certainty": "certainties", "status": "statuses"}
    ids = [grouping["id"] for grouping in data["groupings"]]
    gone_actors, gone_row = set(), lambda row: False
    if facet in ids:
        g = ids.index(facet)
        group = [it["label"] for it in data["groupings"][g]["groups"]].index(choice)
        gone_actors = {i for i, actor in enumerate(data["actors"]) if actor["groups"][g] == [group]}
    else:
        at = [it["label"] for it in data[lists[facet]]].index(choice)
        gone_row = lambda row: row[facet] == at  # noqa: E731
    left = [
        tie
        for tie in data["ties"]
        if not {tie["from"], tie["to"]} & gone_actors and not all(map(gone_row, tie["evidence"]))
    ]
    return f"{12 - len(gone_actors)} of 12 actors, {len(left)} of 15 ties shown"


@pytest.mark.parametrize(
    ("facet", "choice"),
    [
        ("sector", "Schools"),
        ("locality", "Black Country"),
        ("kind", "Person"),
        ("relation", "Contact"),
        ("wave", "2019"),
        ("certainty", "Possible"),
        ("status", "Ended"),
    ],
)
def test_03_every_filter_takes_away_what_it_names(visit, small, facet, choice):
    page = visit(small)
    now = without(facet, choice)
    assert now != ALL
    unfold(page, "Filters")
    page.locator(f"[data-facet={facet}] label", has_text=choice).click()
    assert counts(page) == now
    page.get_by_role("button", name="Show all").click()
    assert counts(page) == ALL


def test_03_counts_beside_choices_follow_the_other_filters(visit, small):
    page = visit(small)
    unfold(page, "Filters")
    of = lambda facet, choice: page.locator(f"[data-facet={facet}] label", has_text=choice).locator(".n").inner_text()  # noqa: E731
    assert (of("relation", "Both took part"), of("relation", "Contact"), of("sector", "Schools")) == ("7", "9", "3")
    page.locator("[data-facet=sector] label", has_text="Schools").click()
    # Its own count stays: it says what switching it on again would bring back.
    assert (of("relation", "Both took part"), of("relation", "Contact"), of("sector", "Schools")) == ("5", "6", "3")


def test_03_weak_ties_and_actors_without_ties_can_be_hidden(visit, small):
    page = visit(small)
    unfold(page, "Filters")
    page.locator("#least").focus()
    page.keyboard.press("ArrowRight")
    assert counts(page) == "12 of 12 actors, 4 of 15 ties shown"
    page.locator("#isolates").uncheck()
    assert counts(page) == "5 of 12 actors, 4 of 15 ties shown"
    assert "Quiet Trust" not in places(page)


# 4 pointing, pinning, facts


def test_04_pointing_fades_the_rest_and_clicking_pins(visit, small):
    page = visit(small)
    at = places(page)
    page.mouse.move(*at["Wolverhampton Council"])
    page.wait_for_timeout(400)
    assert float(page.evaluate("getComputedStyle(document.querySelector('.base')).opacity")) < 0.3
    assert ink(page, ".over") > 0.001
    assert page.inner_text(".tip") == "Wolverhampton Council"
    page.mouse.click(*at["Wolverhampton Council"])
    assert page.inner_text(".card h2") == "Wolverhampton Council"
    page.keyboard.press("Escape")
    assert not page.locator(".card").is_visible()


def test_04_the_name_of_whoever_is_pinned_is_whole_on_a_phone(visit, small):
    page = visit(small, size={"width": 360, "height": 740})
    for actor in fixture.small()["actors"]:
        page.evaluate("(id) => (location.hash = `#pin=${id}`)", actor["id"])
        page.wait_for_timeout(150)
        at_the_edges = page.evaluate(
            """() => {
              const { width, height } = document.querySelector(".over");
              const pen = document.querySelector(".over").getContext("2d");
              return [0, width - 1].map((x) => pen.getImageData(x, 0, 1, height).data.filter((it) => it).length);
            }"""
        )
        assert at_the_edges == [0, 0], actor["id"]


def test_04_facts_give_every_measure_with_its_rank_or_the_reason_why_not(visit, small):
    page = visit(small, "#pin=way")
    measures = page.locator(".measures tr").all_inner_texts()
    assert [re.sub(r"\s+", " ", line) for line in measures] == ["Contacts 3 3rd equal of 12", "Betweenness 2.50 5th equal of 10"]
    page = visit(small, "#pin=quiet&least=2")
    assert "it has no ties" in page.inner_text(".measures")
    assert page.inner_text(".measures caption") == "Measures, without filters"


def test_04_facts_give_ties_by_relation_with_evidence_notes_and_sources(visit, small):
    page = visit(small, "#pin=council")
    text = page.inner_text(".card")
    assert "5 ties" in text and "Both took part (2)" in text and "Contact (4)" in text
    assert text.count("“They hold the whole thing together.”") == 2
    assert "both in the Education Partnership (2019, Certain, Active)" in text
    assert "Interview 3, p. 2" in text
    page.locator(".card .ties button", has_text="Six primary schools").click()
    assert page.inner_text(".card h2") == "Six primary schools"
    assert "Stands for several actors." in page.inner_text(".card")


def test_04_a_tie_can_be_clicked_and_says_what_it_rests_on(visit, small):
    page = visit(small)
    at = places(page)
    (ax, ay), (bx, by) = at["University of Wolverhampton"], at["Wolverhampton Council"]
    page.mouse.click((ax + bx) / 2, (ay + by) / 2)
    assert page.inner_text(".card h2") == "University of Wolverhampton and Wolverhampton Council"
    assert "They hold the whole thing together." in page.inner_text(".card")
    assert "tie=wlv,council" in hash_of(page)


def test_04_facts_cover_nobody(visit, small):
    page = visit(small, "#pin=way")
    card = page.locator(".card").bounding_box()
    assert min(x for x, _ in places(page).values()) > card["x"] + card["width"]
    page.click(".card .close")
    assert min(x for x, _ in places(page).values()) < card["x"] + card["width"]


# 5 legend, size, colour


def test_05_the_legend_says_which_groups_share_a_mark(visit, write_page):
    legend = visit(write_page("groups", fixture.large(60, 90))).inner_text(".legend")
    assert [f"Sector {at} (mark shared)" in legend for at in (7, 8, 9)] == [False, True, True]


def test_05_the_legend_switches_groups_off_and_on(visit, small):
    page = visit(small)
    item = page.locator(".legend button", has_text="Schools")
    item.click()
    assert counts(page) == "9 of 12 actors, 10 of 15 ties shown"
    item = page.locator(".legend button", has_text="Schools")
    assert item.get_attribute("aria-pressed") == "false"
    assert page.evaluate("document.activeElement.textContent").startswith("Schools")
    item.click()
    assert counts(page) == ALL


def test_05_size_and_colour_follow_any_measure(visit, small):
    page = visit(small)
    page.select_option("#size-by", "betweenness")
    page.select_option("#color-by", "degree")
    legend = page.inner_text(".legend")
    assert "Area of mark: Betweenness\n0\n10\n15" in legend.replace("\n\n", "\n")
    assert "Colour: Contacts\n0\n1.25\n2.5\n3.75\n5" in legend.replace("\n\n", "\n")
    marks = {group.find(f"{SVG}title").text: group[-1] for group in picture(page).iter(f"{SVG}g") if group.find(f"{SVG}title") is not None}
    assert marks["Wolverhampton Council"].get("fill") == "rgb(253,231,37)"
    area = lambda name: float(marks[name].get("r")) ** 2  # noqa: E731
    # Area grows evenly with the value from that of the smallest mark: values 0, 7.25 and 15.
    share = (area("City of Wolverhampton College") - area("Learning Trust")) / (area("Wolverhampton Council") - area("Learning Trust"))
    assert share == pytest.approx(7.25 / 15, abs=0.01)


# 6 waves


def test_06_the_wave_slider_keeps_places_and_shows_what_came_and_went(visit, small):
    page = visit(small)
    before = places(page)
    page.locator("#wave").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.inner_text(".waves output") == "2021"
    assert page.locator(".legend li").all_inner_texts()[:3] == ["in 2019 and in 2021\n2", "new in 2021\n4", "only in 2019\n3"]
    assert places(page) == before
    lines = ties(page)
    assert len([line for line in lines if line.get("stroke-dasharray")]) == 3
    assert len([line for line in lines if line.get("stroke-opacity") == "0.95"]) == 4


def test_06_a_page_may_begin_with_one_wave_of_several(visit, write_page):
    page = visit(write_page("begins", fixture.small() | {"wave": 1}))
    assert page.inner_text(".waves output") == "2021"
    assert counts(page) == "12 of 12 actors, 7 of 15 ties shown" and hash_of(page) == ""
    page.get_by_role("button", name="Show all").click()
    assert counts(page) == ALL and hash_of(page) == "#only.wave=*"
    page.reload()
    assert counts(page) == ALL
    # A step that names no wave is about the one that the page begins with.
    page.get_by_role("button", name="Start the story").click()
    assert counts(page) == "12 of 12 actors, 7 of 15 ties shown"
    page.get_by_role("button", name="Leave the story").click()
    assert counts(page) == "12 of 12 actors, 7 of 15 ties shown"


def test_06_a_tie_of_two_waves_counts_once(visit, write_page):
    data = fixture.small()
    again = data["ties"][0] | {"strength": 1, "evidence": [data["ties"][2]["evidence"][1]]}
    page = visit(write_page("twice", data | {"ties": [*data["ties"], again]}))
    assert counts(page) == ALL
    assert len(ties(page)) == 14


# 7 paths and circles


def test_07_a_shortest_path_says_its_length_and_who_is_on_it(visit, small):
    page = visit(small, "#path=wlv,schools")
    assert "2 steps along the arrows: University of Wolverhampton → Wolverhampton Council → Six primary schools." in page.inner_text(".card")
    page = visit(small, "#path=schools,wlv")
    assert "There is no path along the arrows from Six primary schools to University of Wolverhampton" in page.inner_text(".card")
    page = visit(small)
    unfold(page, "Shortest path")
    for box, name in (("#path-from", "quiet"), ("#path-to", "lone")):
        page.fill(box, name)
        page.press(box, "Enter")
    assert "There is no path" in page.inner_text(".card")
    assert "path=quiet,lone" in hash_of(page)


def test_07_one_or_two_steps_around_an_actor(visit, small):
    page = visit(small, "#pin=library")
    one = ink(page, ".over")
    page.get_by_role("button", name="2 steps").click()
    page.wait_for_timeout(200)
    assert ink(page, ".over") > one * 1.3
    assert "reach=2" in hash_of(page)


# 8 taking things away


def test_08_the_svg_is_vector_with_legend_and_caption(visit, small):
    page = visit(small)
    content, name = saved(page, "SVG")
    assert name == "learning-in-wolverhampton.svg"
    sheet = picture(page)
    words = " ".join(text.text for text in sheet.iter(f"{SVG}text"))
    assert "Higher education (1)" in words and "Area of mark: Contacts" in words
    assert "Synthetic data" in words and "12 of 12 actors" in words
    assert len(ties(page)) == 14
    assert b"<image" not in content and b"foreignObject" not in content
    assert sheet.find(f"{SVG}title").text == "Learning in Wolverhampton"


def test_08_pngs_are_one_two_and_four_times_as_large(visit, small):
    page = visit(small)
    widths = []
    for times in (1, 2, 4):
        content, _ = saved(page, f"PNG ×{times}")
        assert content.startswith(b"\x89PNG")
        widths.append(struct.unpack(">I", content[16:20])[0])
    assert widths[0] > 600
    assert [width / widths[0] for width in widths] == [1, 2, 4]


def test_08_csv_holds_what_is_shown_and_runs_nothing(visit, small):
    page = visit(small, "#only.sector=la")
    content, _ = saved(page, "Actors, CSV")
    head, *actors = rows(content)
    assert head == ["id", "name", "sector", "locality", "kind", "contacts_shown", "degree", "betweenness"]
    assert [row[0] for row in actors] == ["council", "patel", "library"]
    assert actors[2][1] == "'=Library & Archive"
    assert actors[0][3] == "Wolverhampton; Black Country"
    content, _ = saved(page, "Ties, CSV")
    assert b"\r\n" in content
    head, *found = rows(content)
    assert [(row[0], row[2]) for row in found] == [("council", "patel"), ("library", "patel")]
    assert found[1][1] == "'=Library & Archive"


def test_08_the_address_holds_the_whole_view(visit, small):
    page = visit(small)
    view = "#only.sector=he,fe,la,schools&least=2&isolates=false&areas=true&size=betweenness&color=locality&reach=2&pin=council&zoom=2,250,200"
    page = visit(small, view)
    assert counts(page) == "5 of 12 actors, 4 of 15 ties shown"
    assert page.input_value("#size-by") == "betweenness" and page.input_value("#color-by") == "locality"
    assert page.locator("#areas").is_checked()
    assert page.inner_text(".card h2") == "Wolverhampton Council"
    page.locator(".over").focus()
    page.keyboard.press("+")
    page.wait_for_timeout(400)
    assert hash_of(page).replace("zoom=2.6,", "zoom=2,") == view
    page.evaluate("location.hash = '#step=3'")
    page.wait_for_timeout(200)
    assert counts(page) == "12 of 12 actors, 7 of 15 ties shown"


def test_08_what_an_address_gets_wrong_is_ignored_part_by_part(visit, small):
    page = visit(small, "#pin=nobody&size=%E0%A4%A&only.sector=xx&step=99&zoom=a,b,c&least=-4&tie=a&&=&color=locality&only.wave=2")
    assert page.heard == []
    assert page.input_value("#color-by") == "locality"
    assert counts(page) == "12 of 12 actors, 7 of 15 ties shown"
    assert not page.locator(".card").is_visible()


def test_08_the_link_can_be_copied(visit, small):
    page = visit(small, "#pin=council", permissions=["clipboard-read", "clipboard-write"])
    unfold(page, "Save and share").get_by_role("button", name="Copy link").click()
    page.wait_for_timeout(200)
    field = page.locator("input[aria-label='Link to this view']")
    copied = field.input_value() if field.is_visible() else page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith("#pin=council")


# 9 keyboard and tables


def test_09_arrows_walk_round_the_neighbours_clockwise(visit, small):
    page = visit(small, "#pin=wlv")
    page.locator(".over").focus()
    said = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
        said.append(page.inner_text("[aria-live]").split(".")[0])
    assert said == [
        "University of Wolverhampton",
        "City of Wolverhampton College",
        "Wolverhampton Council",
        "Adult Education Wolverhampton",
    ]
    assert "Neighbour 3 of 3 of University of Wolverhampton." in page.inner_text("[aria-live]")
    page.keyboard.press("Enter")
    assert page.inner_text(".card h2") == "Adult Education Wolverhampton"
    page.keyboard.press("Escape")
    assert not page.locator(".card").is_visible()


def test_09_the_picture_is_enlarged_by_keys(visit, small):
    page = visit(small)
    page.locator(".over").focus()
    page.keyboard.press("+")
    page.wait_for_timeout(300)
    assert "zoom=1.3" in hash_of(page)
    page.keyboard.press("0")
    page.wait_for_timeout(900)
    assert hash_of(page) == ""


def test_09_tables_hold_what_the_picture_shows_and_can_be_sorted(visit, small):
    page = visit(small, "#show=actors")
    names = lambda: page.locator(".table tbody th").all_inner_texts()  # noqa: E731
    assert len(names()) == 12
    head = page.get_by_role("columnheader", name="Betweenness")
    head.get_by_role("button").click()
    assert page.get_by_role("columnheader", name="Betweenness").get_attribute("aria-sort") == "descending"
    # Who has no value stays last, whichever way.
    assert names()[0] == "Wolverhampton Council" and set(names()[-2:]) == {"Lone Star Academy", "Quiet Trust"}
    page.get_by_role("columnheader", name="Betweenness").get_by_role("button").click()
    assert names()[-3] == "Wolverhampton Council" and set(names()[-2:]) == {"Lone Star Academy", "Quiet Trust"}
    page.locator(".legend button", has_text="Schools").click()
    assert len(names()) == 9
    page.get_by_role("button", name="Table of ties").click()
    assert page.locator(".table tbody tr").count() == 10
    page.locator(".table tbody button.name", has_text="R. Patel").first.click()
    assert page.inner_text(".card h2") == "R. Patel"


def test_09_motion_can_be_switched_off(visit, small):
    page = visit(small, reduced_motion="reduce")
    page.fill("#search", "castle")
    page.press("#search", "Enter")
    page.wait_for_timeout(60)
    assert page.evaluate("getComputedStyle(document.querySelector('.base')).transitionDuration") == "0s"


# 10 touch


def test_10_a_tap_pins_and_two_fingers_enlarge(visit, small):
    page = visit(small, size={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.click(".toggle")
    at = places(page)["Wolverhampton Council"]
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(200)
    page.touchscreen.tap(*at)
    assert page.inner_text(".card h2") == "Wolverhampton Council"
    page.keyboard.press("Escape")
    box = page.locator(".over").bounding_box()
    touch = page.context.new_cdp_session(page)
    x, y = box["x"] + 150, box["y"] + 150
    fingers = lambda apart: [{"x": x - apart, "y": y, "id": 1}, {"x": x + apart, "y": y, "id": 2}]  # noqa: E731
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": fingers(20)})
    for apart in (30, 40, 50):
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": fingers(apart)})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(400)
    assert float(re.search(r"zoom=([\d.]+)", hash_of(page))[1]) > 1.8


# 11 moving actors


def test_11_an_actor_can_be_dragged_and_the_layout_saved(visit, small):
    page = visit(small)
    at = places(page)
    x, y = at["Learning Trust"]
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 20, steps=4)
    page.mouse.up()
    after = places(page)
    assert after["Learning Trust"] == pytest.approx((x + 30, y + 20), abs=1)
    assert after["R. Patel"] == at["R. Patel"]
    content, name = saved(page, "Save layout")
    head, *found = rows(content)
    assert name == "layout.csv" and head == ["id", "x", "y"] and len(found) == 12
    layout = {id: (float(x), float(y)) for id, x, y in found}
    assert layout["patel"] == (150, 230)
    assert layout["trust"][0] > 425 and layout["trust"][1] > 265
    unfold(page, "Save and share").get_by_role("button", name="Reset positions").click()
    assert places(page) == at


def test_11_an_actor_can_be_moved_by_keys(visit, small):
    page = visit(small, "#pin=patel")
    before = places(page)["R. Patel"]
    page.locator(".over").focus()
    for _ in range(3):
        page.keyboard.press("Alt+ArrowDown")
    assert places(page)["R. Patel"] == pytest.approx((before[0], before[1] + 24), abs=1)


def test_11_a_large_picture_is_there_while_it_is_panned(visit, write_page):
    page = visit(write_page("large", fixture.large(900, 2_000)))
    rest = ink(page)
    page.mouse.move(20, 700)
    page.mouse.down()
    for to in range(40, 440, 20):
        page.mouse.move(to, 700)
    # Not at rest yet.
    assert ink(page) > rest / 2
    page.mouse.up()
    page.wait_for_timeout(800)
    assert "zoom=1," in hash_of(page)
    page.mouse.move(420, 700)
    page.mouse.down()
    page.mouse.move(20, 700, steps=10)
    page.mouse.up()
    page.wait_for_timeout(800)
    assert ink(page) == pytest.approx(rest, rel=0.02)


def test_11_what_stands_of_a_large_picture_is_moved_as_it_is(visit, write_page):
    page = visit(write_page("large", fixture.large(900, 2_000)))
    alike = page.evaluate(
        """async () => {
          const [over, base] = [".over", ".base"].map((it) => document.querySelector(it));
          over.setPointerCapture = () => undefined;
          const send = (type, clientX) =>
            over.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX, clientY: 700, button: 0, bubbles: true }));
          const [by, wide, high] = [60, base.width - 60, base.height];
          const dots = (x) => new Uint32Array(base.getContext("2d").getImageData(x, 0, wide, high).data.buffer);
          const before = dots(0);
          send("pointerdown", 20);
          for (let x = 30; x <= 20 + by; x += 10) send("pointermove", x);
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          const after = dots(by);
          return before.filter((dot, at) => dot && dot === after[at]).length / before.filter((dot) => dot).length;
        }"""
    )
    assert alike == 1


# 12 dark and on paper


def test_12_in_the_dark_marks_and_names_stand_out(visit, small):
    page = visit(small, color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 25, 28)"
    brightest = page.evaluate(
        """() => {
          const canvas = document.querySelector(".base");
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          let most = 0;
          for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 250) most = Math.max(most, Math.min(data[i], data[i + 1], data[i + 2]));
          return most;
        }"""
    )
    assert brightest > 220


@pytest.mark.parametrize("show", ["picture", "actors"])
def test_12_paper_has_the_picture_its_legend_and_caption_and_no_controls(visit, small, show):
    page = visit(small, f"#color=locality&show={show}", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print", color_scheme="dark")
    page.wait_for_timeout(200)
    assert page.locator(".paper svg").is_visible()
    assert not page.locator(".side").is_visible() and not page.locator(".stage").is_visible()
    words = page.locator(".paper svg").text_content()
    assert "Locality" in words and "Synthetic data" in words
    assert page.locator(".paper svg line").count() > 14
    first = page.locator(".paper svg polygon").first
    assert first.get_attribute("fill") == "#ffffff"


@pytest.mark.parametrize("landscape", [False, True])
def test_12_a_printed_picture_takes_one_page(visit, small, landscape):
    page = visit(small)
    assert re.findall(rb"/Count (\d+)", page.pdf(format="A4", landscape=landscape)) == [b"1"]


# 13 story


def test_13_the_story_goes_step_by_step_with_its_filters(visit, small):
    page = visit(small)
    page.get_by_role("button", name="Start the story").click()
    assert page.inner_text(".story .kicker") == "Story, step 1 of 3"
    page.get_by_role("button", name="Next").click()
    assert page.inner_text(".story h2") == "The council in the middle"
    assert page.input_value("#size-by") == "betweenness"
    assert "step=2" in hash_of(page)
    page.keyboard.press("]")
    assert page.inner_text(".story h2") == "2021"
    assert counts(page) == "12 of 12 actors, 7 of 15 ties shown"
    assert page.input_value("#color-by") == "locality"
    page.keyboard.press("[")
    assert counts(page) == ALL
    page.get_by_role("button", name="Leave the story").click()
    assert page.inner_text(".story .kicker") == "A story in 3 steps"


# 14 words are words


def test_14_a_name_is_never_code(visit, write_page):
    nasty = "<img src=x onerror=\"document.title='owned'\"></script><script>document.title='owned'</script>"
    data = json.loads(json.dumps(fixture.small()).replace("École du Château", "NAME"))
    text = json.dumps(data)
    for word in ("NAME", "Higher education", "Contact", "They hold the whole thing together.", "funds", "Wolverhampton Council"):
        text = text.replace(f'"{word}"', json.dumps(nasty))
    data = json.loads(text) | {"title": nasty, "notice": nasty, "summary": [nasty], "view": nasty, "notes": [nasty]}
    page = visit(write_page("nasty", data), "#pin=ecole")
    for hash in ("#pin=council", "#show=actors", "#show=ties", "#path=wlv,ecole", "#step=2", "#tie=wlv,council"):
        page.evaluate("hash => { location.hash = hash }", hash)
        page.wait_for_timeout(100)
    page.fill("#search", "img")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.wait_for_timeout(200)
    assert page.title() == nasty
    assert page.locator("main img, main script").count() == 0
    assert page.heard == []
    assert nasty in page.locator(".paper svg").text_content()


def test_14_the_source_makes_no_html_from_text():
    source = fixture.VIEWER.parent / "src"
    found = [
        (path.name, word)
        for path in source.glob("*.ts")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "new Function")
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []


# Pages of little


@pytest.mark.parametrize("actors", [0, 1, 12])
def test_a_page_of_hardly_anything_opens(visit, write_page, actors):
    bare = {key: [] for key in ("summary", "groupings", "measures", "waves", "certainties", "statuses", "ties", "story", "notes")}
    data = fixture.small() | bare | {"notice": "", "strength": "", "directed": False}
    data["actors"] = [actor | {"groups": [], "values": [], "why": {}} for actor in data["actors"][:actors]]
    page = visit(write_page(f"bare-{actors}", data), "#color=sector&pin=wlv")
    for hash in ("#show=actors", "#show=ties", "", "#areas=true"):
        page.evaluate("hash => { location.hash = hash }", hash)
        page.wait_for_timeout(200)
    assert f"{actors} of {actors} actor" in counts(page)
    assert saved(page, "SVG")[0].startswith(b"<svg")
    assert page.heard == []


def test_data_of_another_version_are_not_guessed_at(chromium, write_page):
    page = chromium.new_page()
    page.goto(write_page("later", fixture.small() | {"schema": "tertius.page/2"}).as_uri())
    assert "tertius.page/2" in page.inner_text("[role=alert]")
    assert page.locator("#tertius-fallback").is_visible()
    page.close()
