"""Writes the tables of this invented study and prints the numbers of its story (README.md).

Nothing is random: the ties are the lists below, and trust follows from them by the rule in `trusts`.
Run `python make.py` in this folder; it needs nothing but Python.
"""
import csv
from collections import Counter
from itertools import combinations
from pathlib import Path

AREAS = {"ca": ("county-a", "County A", "county"), "cb": ("county-b", "County B", "county"),
         "ua": ("urban-a", "Urban area A", "area"), "ub": ("urban-b", "Urban area B", "area")}
FE = [f"fe-{a}{n}" for a in AREAS for n in (1, 2)]
TS = [f"ts-{a}{n}" for a in AREAS for n in (1, 2, 3)]
ORGS = FE + TS
PEOPLE = [("person-1", "yes", [("convenor", "0.6"), ("ts-ca1", "0.4")]), ("person-2", "no", [("fe-cb1", "0.5"), ("ts-cb1", "0.5")]),
          ("person-3", "no", [("ts-ua2", "0.5"), ("ts-ub2", "0.5")]), ("person-4", "no", [("fe-ub1", "0.8"), ("ts-ub1", "0.2")])]
# Who did not answer: refused, or answered only the question on working together (partial).
SILENT = {1: {"fe-ub2": "refused", "ts-cb3": "partial"}, 2: {"fe-cb2": "refused", "ts-ca3": "refused", "ts-ub3": "refused"}}
AWAY = {"ts-ua3", "ts-cb3", "ts-ub3"}  # not at their area's dialogue
FINAL = ["fe-ca1", "ts-ca1", "ts-ca2", "fe-cb1", "ts-cb1", "fe-ua1", "ts-ua1", "ts-ua2", "ts-ub1", "ts-ub2"]
# Works with: the pair, then how often at wave 1 and wave 2 (0 never, 1 yearly, 2 termly, 3 monthly, 4 weekly).
PAIRS = """fe-ca1 ts-ca1 2 3, fe-ca1 ts-ca2 0 2, fe-ca2 ts-ca1 0 3, fe-ca2 ts-ca3 0 1, fe-ca1 fe-ca2 3 3, ts-ca1 ts-ca2 2 2,
fe-cb1 ts-cb1 1 2, fe-cb1 ts-cb2 0 2, fe-cb2 ts-cb2 0 1, fe-cb1 fe-cb2 3 3, ts-cb1 ts-cb2 3 4, ts-cb3 ts-cb2 1 2,
fe-ua1 ts-ua1 3 3, fe-ua2 ts-ua2 2 2, fe-ua1 fe-ua2 2 3, ts-ua1 ts-ua2 3 3, ts-ua2 ts-ua3 1 1,
fe-ub1 ts-ub1 2 2, fe-ub1 ts-ub2 1 0, fe-ub1 fe-ub2 2 2, ts-ub1 ts-ub2 2 2, ts-ub2 ts-ub3 2 2,
fe-ca1 ts-ua1 0 1, fe-cb1 ts-ca1 0 2, fe-ua1 ts-ub1 0 1, ts-ca2 ts-cb1 0 2, ts-ua2 ts-ub2 0 1"""
CONVENOR = """fe-ca1 3 2, fe-ca2 2 0, ts-ca1 4 3, ts-ca2 2 0, ts-ca3 2 1, fe-cb1 3 0, fe-cb2 2 2, ts-cb1 3 3, ts-cb2 2 1,
fe-ua1 2 2, fe-ua2 2 2, ts-ua1 3 3, ts-ua2 2 2, fe-ub1 2 2, fe-ub2 1 1, ts-ub1 3 3, ts-ub2 2 0, ts-ub3 1 1"""
EVER = [row.split() for row in PAIRS.split(",")] + [[o, "convenor", *w] for o, *w in (row.split() for row in CONVENOR.split(","))]
WORKS = {wave: {(a, b): int(w[wave - 1]) for a, b, *w in EVER if int(w[wave - 1])} for wave in (1, 2)}


def area(org):
    return org[3:5]


def full(org, wave):
    """Whether an organisation answered every question."""
    return org not in SILENT[wave]


def told(org, wave):
    """Whether an organisation answered the question on working together."""
    return SILENT[wave].get(org) != "refused"


def trusts(wave):
    """Who answered in full trusts whom it works with: the third sector from termly on, others from monthly on."""
    both = [(a, b, w) for (x, y), w in WORKS[wave].items() for a, b in ((x, y), (y, x))]
    return [(a, b) for a, b, w in both if full(a, wave) and w >= (2 if a in TS else 3)]


# What the page tells, step by step: of the second wave, which is the one the study shows.
STEPS = [
    ("Twenty organisations and a convenor",
     "Invented data for teaching. Eight colleges and twelve third-sector organisations in four areas, and a convenor who brought them together. The picture shows the second of two waves.",
     "", "2", "degree", "sector"),
    ("The convenor",
     "The convenor works with 14 of the 20 others at this wave; at the first it was 18.",
     "convenor", "2", "betweenness", "sector"),
    ("County A",
     "Of the six pairs of a college and a third-sector organisation in County A, four work together directly; at the first wave it was one.",
     "fe-ca1;fe-ca2;ts-ca1;ts-ca2;ts-ca3", "2", "degree", "sector"),
    ("Across the areas",
     "Five pairs work together across areas, three of them across the two sectors; at the first wave there was none. The convenor, who works in all of them, is not counted.",
     "", "2", "degree", "locality"),
    ("Who did not answer",
     "College CB2 and Organisations CA3 and UB3 refused at this wave. Whether they work with one another is not known, which is not the same as no tie.",
     "fe-cb2;ts-ca3;ts-ub3", "2", "degree", "sector"),
]


def write(table, header, rows, evidence=True):
    with open(Path(__file__).parent / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header.split() + ("source locator certainty coding note".split() if evidence else []))
        for *cells, note in rows:
            out.writerow(cells + (["invented", "make.py", "certain", "stated", f"Invented. {note}"] if evidence else [note]))


def name(org):
    kind = {"fe": "FE College", "ts": "Third-sector organisation"}[org[:2]]
    return f"{kind} {org[3:].upper()} (invented)"


def tables():
    write("sources", "id kind title date licence", [("invented", "invented data", "Invented for teaching", "", "CC BY 4.0")], evidence=False)
    write("localities", "id name kind parent", [("invented-region", "Region (invented)", "region", "", "Holds the four areas.")]
          + [(i, f"{n} (invented)", k, "invented-region", "One of four areas.") for i, n, k in AREAS.values()])
    write("organisations", "id name aliases sector subsector kind parent count_min count_max localities opened closed",
          [("convenor", "The Convenor (invented)", "", "teacher-education", "", "organisation", "", "", "", "invented-region", "", "", "Third party between the sectors.")]
          + [(o, name(o), "", "further-education" if o in FE else "voluntary-community", "", "organisation", "", "", "", AREAS[area(o)][0], "", "",
              "Asked at both waves.") for o in ORGS])
    write("people", "id name aliases sector designated_spanner", [(p, f"Person {p[-1]} (invented)", "", "", d,
          "Named as a spanner by the project." if d == "yes" else "Two posts, not named as a spanner.") for p, d, _ in PEOPLE])
    write("affiliations", "person organisation role share start end", [(p, o, "staff", s, "", "", "One of two posts.") for p, _, posts in PEOPLE for o, s in posts])
    write("activities", "id name kind start end locality formality",
          [("interviews-1", "First interviews (invented)", "study", "2021-01", "2021-02", "invented-region", "formal", "Wave 1.")]
          + [(f"dialogue-{i}", f"Active dialogue, {n} (invented)", "meeting", f"2021-04-{d}", f"2021-04-{d}", i, "formal", "Between the waves.")
             for d, (i, n, _) in zip(("12", "14", "19", "21"), AREAS.values())]
          + [("final-meeting", "Final meeting of all areas (invented)", "meeting", "2021-06-24", "2021-06-24", "invented-region", "formal", "Between the waves."),
             ("interviews-2", "Second interviews (invented)", "study", "2021-10", "2021-11", "invented-region", "formal", "Wave 2.")])
    asked = [("convenor", f"interviews-{w}", "researcher", w, "observed", "Asked the questions.") for w in (1, 2)] + [
        (o, f"interviews-{w}", "studied", w, "observed", "Answered in full or in part.") for w in (1, 2) for o in ORGS if told(o, w)]
    met = [("convenor", f"dialogue-{i}", "convenor", "", "observed", "Chaired.") for i, *_ in AREAS.values()] + [
        (o, f"dialogue-{AREAS[area(o)][0]}", "participant", "", "observed", "Came.") for o in ORGS if o not in AWAY]
    last = [("convenor", "final-meeting", "convenor", "", "observed", "Chaired.")] + [
        (a, "final-meeting", "participant", "", "observed", "Came.") for a in FINAL + [p for p, *_ in PEOPLE]]
    write("participation", "actor activity role wave status", asked + met + last)
    ties = []
    for wave in (1, 2):
        for (a, b), w in WORKS[wave].items():
            who = a if told(a, wave) else b
            ties.append((a, b, "works-with", "no", w, "", "", wave, "observed", who, "One report per pair."))
        ties += [(a, b, "trusts", "yes", "", "", "", wave, "observed", a, "Follows from frequency by the rule in make.py.") for a, b in trusts(wave)]
    write("ties", "from to relation directed weight start end wave status reporter", ties)
    write("respondents", "actor wave status", [(o, w, SILENT[w].get(o, "responded"), f"Asked at wave {w}.") for w in (1, 2) for o in ["convenor"] + ORGS])
    write("story", "title text actors wave size color", STEPS, evidence=False)


def story():
    near = {w: {o: {b if a == o else a for a, b in WORKS[w] if o in (a, b)} for o in ["convenor"] + ORGS} for w in (1, 2)}
    pairs = [(f, t) for f in FE for t in TS]

    def route(pair, wave):
        shared = near[wave][pair[0]] & near[wave][pair[1]]
        if pair[1] in near[wave][pair[0]]:
            return "direct"
        return "convenor only" if shared == {"convenor"} else "convenor and others" if "convenor" in shared else "others only" if shared else "none"

    for wave in (1, 2):
        print(f"wave {wave}: works-with {len(WORKS[wave])}, of them convenor {len(near[wave]['convenor'])}; trusts {len(trusts(wave))}")
        print("  FE-TS pairs, all:", dict(Counter(route(p, wave) for p in pairs)))
        print("  FE-TS pairs, same area:", dict(Counter(route(p, wave) for p in pairs if area(p[0]) == area(p[1]))))
        print("  FE-TS direct in area:", {i: sum(route(p, wave) == "direct" for p in pairs if area(p[0]) == area(p[1]) == a) for a, (i, *_) in AREAS.items()})
        across = [p for p in WORKS[wave] if "convenor" not in p and area(p[0]) != area(p[1])]
        print("  across areas:", len(across), "of them FE-TS", sum((p[0] in FE) != (p[1] in FE) for p in across))
        hidden = [p for p in combinations(["convenor"] + ORGS, 2) if not full(p[0], wave) and not full(p[1], wave)]
        print("  answered:", dict(Counter(SILENT[wave].get(o, "responded") for o in ["convenor"] + ORGS)), "pairs of which neither answered in full:", len(hidden))
    print("FE-TS route at wave 1 of pairs direct at wave 2:", dict(Counter(route(p, 1) for p in pairs if route(p, 2) == "direct")))
    print("FE-TS lost:", [p for p in pairs if route(p, 1) == "direct" != route(p, 2)])
    print("brokered at wave 1:", sum(route(p, 1).startswith("convenor") for p in pairs), "closed:", sum(route(p, 1).startswith("convenor") and route(p, 2) == "direct" for p in pairs))
    apart = [{p for p in WORKS[w] if "convenor" not in p} for w in (1, 2)]
    changes = ("works-with", set(WORKS[1]), set(WORKS[2])), ("works-with, convenor apart", *apart), ("trusts", set(trusts(1)), set(trusts(2)))
    for label, one, two in changes:
        print(f"{label}: kept {len(one & two)}, lost {len(one - two)}, gained {len(two - one)}, Jaccard {len(one & two) / len(one | two):.3f}")
    gone = set(trusts(1)) - set(trusts(2))
    print("trust ties gone:", len(gone), "whose sender did not answer at wave 2:", sum(not full(a, 2) for a, _ in gone))
    new = set(trusts(2)) - set(trusts(1))
    print("trust ties new:", len(new), "whose sender gave no trust at wave 1:", sum(not full(a, 1) for a, _ in new))


if __name__ == "__main__":
    tables()
    story()
