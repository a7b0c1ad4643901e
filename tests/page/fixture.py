"""Made-up data for the page, and the page around it as the Rust half writes it: the same every time."""

import json
import math
import random
from pathlib import Path

VIEWER = Path(__file__).parents[2] / "crates/tertius-report/viewer/dist"
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:; font-src data:"
)


def page(data):
    """A whole page with this data."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    title = data["title"].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{title}</title>
<style>{(VIEWER / "viewer.css").read_text()}</style>
</head>
<body>
<header><h1>{title}</h1></header>
<main id="tertius-page">
<div id="tertius-fallback"><p>The picture needs scripts.</p><noscript><table><tr><td>Actors</td></tr></table></noscript></div>
</main>
<script type="application/json" id="tertius-data">{text}</script>
<script>{(VIEWER / "viewer.js").read_text()}</script>
</body>
</html>
"""


def small():
    """Everything a page can hold, by hand: waves, directions, strengths, notes, a story, isolates, several kinds."""
    actors = [
        # id, name, aliases, x, y, sector, localities, person, collective
        ("wlv", "University of Wolverhampton", ["Wolves Uni"], 210, 150, 0, [0], False, False),
        ("cwc", "City of Wolverhampton College", ["CoWC"], 290, 110, 1, [0], False, False),
        ("council", "Wolverhampton Council", [], 250, 230, 2, [0, 1], False, False),
        ("ecole", "École du Château", ["The Castle School"], 360, 190, 3, [1], False, False),
        ("way", "Adult Education Wolverhampton", [], 130, 110, 1, [0], False, False),
        ("schools", "Six primary schools", [], 330, 290, 3, [1], False, True),
        ("patel", "R. Patel", [], 150, 230, 2, [0], True, False),
        ("chamber", "Black Country Chamber", [], 430, 120, 4, [1], False, False),
        ("trust", "Learning Trust", [], 420, 260, None, [], False, False),
        ("library", "=Library & Archive", [], 80, 190, 2, [0], False, False),
        ("lone", "Lone Star Academy", [], 120, 360, 3, [1], False, False),
        ("quiet", "Quiet Trust", [], 120, 385, 4, [], False, False),
    ]
    note = {
        "note": "Named by three of five interviewees.",
        "quote": "They hold the whole thing together.",
        "source": "Interview 3, p. 2",
    }

    def row(relation, wave, certainty, status, says, note=None):
        made = {"relation": relation, "wave": wave, "certainty": certainty, "status": status, "says": says}
        return made | ({"note": note} if note else {})

    ties = [
        (0, 1, 3, [row(0, 0, 0, 0, "both in Festival of Learning (2021)"), row(0, 1, 0, 0, "both in City Learning Quarter")]),
        (1, 0, 1, [row(1, 1, 1, 0, "names it as a contact")]),
        (0, 2, 2, [row(0, 0, 0, 0, "both in the Education Partnership", note), row(1, 2, 0, 0, "meets monthly")]),
        (1, 2, 1, [row(0, 1, 0, 1, "both in the Skills Board")]),
        (2, 3, 2, [row(1, 0, 0, 0, "funds"), row(1, 1, 0, 0, "funds")]),
        (0, 4, 1, [row(0, 0, 1, 0, "both in Festival of Learning (2021)")]),
        (4, 6, 1, [row(1, 0, 0, 0, "reports to")]),
        (2, 6, 1, [row(1, 1, 0, 0, "employs")]),
        (3, 5, 2, [row(0, 1, 0, 0, "both in the Reading Pact")]),
        (2, 5, 1, [row(1, 2, 0, 0, "advises")]),
        (1, 7, 1, [row(0, 2, 0, 0, "both in the Skills Board")]),
        (3, 7, 1, [row(1, None, None, None, "is a member of")]),
        (3, 8, 1, [row(0, 2, 2, 1, "may have worked together")]),
        (9, 4, 1, [row(1, 1, 0, 0, "lends rooms to")]),
        (9, 6, 1, [row(1, 2, 0, 0, "names as a contact")]),
    ]
    neighbours = [{b if a == i else a for a, b, *_ in ties if i in (a, b)} for i in range(len(actors))]
    between = [12.5, 7.25, 15.0, 9.0, 2.5, 0.0, 2.5, 0.0, 0.0, 0.0, None, None]
    return {
        "schema": "tertius.page/1",
        "title": "Learning in Wolverhampton",
        "summary": [
            "12 actors and 15 ties; two actors have no tie.",
            "Wolverhampton Council lies on most shortest paths between others (betweenness 15).",
            "What is not in the documents was not observed.",
        ],
        "view": "All relations, waves 1 to 3, certain and probable rows.",
        "notice": "Synthetic data: made up to show what a page can hold.",
        "software": "Made by tertius 0.1.0.",
        "command": "tertius page data/small -o page.html",
        "anonymised": False,
        "directed": True,
        "strength": "number of reports",
        "layout": "Positions by stress majorisation: the nearer, the fewer steps.",
        "groupings": [
            {
                "id": "sector",
                "label": "Sector",
                "cover": False,
                "groups": terms("he Higher education", "fe Further education", "la Local authority", "schools Schools", "biz Business"),
            },
            {"id": "locality", "label": "Locality", "cover": True, "groups": terms("wton Wolverhampton", "bc Black Country")},
            {"id": "kind", "label": "Kind", "cover": False, "groups": terms("org Organisation", "person Person")},
        ],
        "measures": [
            {"id": "degree", "label": "Contacts", "about": "How many others an actor has ties with.", "decimals": 0},
            {"id": "betweenness", "label": "Betweenness", "about": "How often an actor lies between two others.", "decimals": 2},
        ],
        "relations": terms("participation Both took part", "contact Contact"),
        "waves": terms("1 2019", "2 2021", "3 2023"),
        "wave": None,
        "certainties": terms("certain Certain", "probable Probable", "possible Possible"),
        "statuses": terms("active Active", "ended Ended"),
        "actors": [
            {
                "id": id,
                "name": name,
                "aliases": aliases,
                "x": x,
                "y": y,
                "person": person,
                "collective": collective,
                "groups": [[] if sector is None else [sector], localities, [1 if person else 0]],
                "values": [len(neighbours[i]), between[i]],
                "why": {"1": "it has no ties"} if between[i] is None else {},
                "facts": [["Founded", "1992"]] if id == "wlv" else [],
                "notes": [note] if id == "council" else [],
            }
            for i, (id, name, aliases, x, y, sector, localities, person, collective) in enumerate(actors)
        ],
        "ties": [{"from": a, "to": b, "strength": s, "evidence": rows} for a, b, s, rows in ties],
        "story": [
            {"title": "Who is in the picture", "text": "Twelve actors of five sectors.", "actors": [], "only": {}, "size": "", "color": ""},
            {
                "title": "The council in the middle",
                "text": "Three interviewees say that the council holds it together.",
                "actors": [0, 1, 2, 3],
                "only": {},
                "size": "betweenness",
                "color": "",
            },
            {
                "title": "2021",
                "text": "What came and went since 2019.",
                "actors": [],
                "only": {"wave": [1]},
                "size": "",
                "color": "locality",
            },
        ],
        "notes": ["Two rows without a date were left out."],
    }


def large(n=5_000, m=20_000, seed=1):
    """As many actors and ties as wanted, in clusters, as a page of a whole country might have."""
    dice = random.Random(seed)
    groups = 10
    centres = [(dice.uniform(60, 440), dice.uniform(60, 340)) for _ in range(max(groups, n // 50))]
    actors = []
    for i in range(n):
        cx, cy = centres[i % len(centres)]
        angle, far = dice.uniform(0, 2 * math.pi), abs(dice.gauss(0, 18))
        actors.append((round(cx + math.cos(angle) * far, 2), round(cy + math.sin(angle) * far, 2)))
    pairs = set()
    while len(pairs) < m:
        a = dice.randrange(n)
        b = (a + len(centres) * dice.randrange(1, 8)) % n if dice.random() < 0.8 else dice.randrange(n)
        if a != b:
            pairs.add((min(a, b), max(a, b)))
    pairs = sorted(pairs)
    degree = [0] * n
    for a, b in pairs:
        degree[a] += 1
        degree[b] += 1
    return small() | {
        "title": f"{n} actors and {m} ties",
        "summary": [f"{n} actors and {m} ties, made up."],
        "directed": False,
        "groupings": [
            {
                "id": "sector",
                "label": "Sector",
                "cover": False,
                "groups": terms(*(f"s{g} Sector {g}" for g in range(groups))),
            }
        ],
        "measures": [{"id": "degree", "label": "Contacts", "about": "How many others an actor has ties with.", "decimals": 0}],
        "relations": terms("contact Contact"),
        "waves": [],
        "certainties": [],
        "statuses": [],
        "actors": [
            {
                "id": f"a{i}",
                "name": f"Organisation {i}",
                "aliases": [],
                "x": x,
                "y": y,
                "person": False,
                "collective": False,
                "groups": [[i % len(centres) % groups]],
                "values": [degree[i]],
                "why": {},
                "facts": [],
                "notes": [],
            }
            for i, (x, y) in enumerate(actors)
        ],
        "ties": [
            {
                "from": a,
                "to": b,
                "strength": 1 + (a * 7 + b) % 5,
                "evidence": [{"relation": 0, "wave": None, "certainty": None, "status": None, "says": "in contact"}],
            }
            for a, b in pairs
        ],
        "story": [],
        "notes": [],
    }


def terms(*lines):
    """`he Higher education`: the id, then the label."""
    return [dict(zip(("id", "label"), line.split(" ", 1))) for line in lines]
