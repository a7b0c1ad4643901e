//! Every kind of figure on every study in `data/`, and what single ones must say.

use tertius::options::Direction;
use tertius::{Error, Study, View, Watch};
use tertius_chart::{Figure, Page};
use tertius_report::{Chart, Choice, Run, chart};

use crate::studies::{STUDIES, study};

fn drawn(kind: Chart, study: &Study, view: &View, choice: &Choice) -> Result<Figure, Error> {
    let run = Run { version: "0.1.0".into(), seed: 1, ..Run::default() };
    chart(kind, study, view, choice, &run, &Page::double(), &Watch::new())
}

/// The figure of a study through its own view, by sector.
fn of(kind: Chart, name: &str) -> Figure {
    let study = study(name);
    let view = study.default_view().expect("a view");
    drawn(kind, &study, &view, &Choice::default()).expect("a figure")
}

/// By sector; about whoever has most contacts, where it is about somebody.
fn choice(study: &Study, view: &View) -> Choice {
    let busiest = study.network(view).ok().and_then(|net| {
        let rows = net.rows(Direction::All);
        let contacts = |at: &usize| rows.alters(*at).len();
        (0..net.actors().len()).max_by_key(contacts).map(|at| net.actors()[at].id.clone())
    });
    Choice { ego: busiest, ..Choice::default() }
}

/// The words of a figure in the order in which they stand there.
fn words(figure: &Figure) -> String {
    let svg = figure.svg();
    let texts = svg.split("</text>").filter_map(|it| it.rsplit('>').next());
    texts.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

#[test]
fn every_kind_draws_every_study_or_says_what_would_work() {
    for name in STUDIES {
        let study = study(name);
        let view = study.default_view().expect("a view");
        let choice = choice(&study, &view);
        for (kind, called, about) in Chart::ALL {
            assert!(about.len() > 20, "{called}");
            match drawn(kind, &study, &view, &choice) {
                Ok(figure) => {
                    let said = words(&figure);
                    for wanted in [study.settings.notice.as_str(), "tertius 0.1.0", "View: "] {
                        assert!(said.contains(wanted), "{called} of {name}: {wanted}");
                    }
                    assert!(figure.description().len() > 30, "{called} of {name}");
                    assert!(figure.title().starts_with(study.title()), "{called} of {name}");
                    assert!(figure.png(40).is_ok(), "{called} of {name}");
                }
                Err(Error::NotApplicable { why, .. }) => {
                    assert!(why.len() > 40, "{called} of {name}: {why}");
                }
                // Nobody there has a sector.
                Err(Error::Unknown { .. }) => assert_eq!(name, "equalls", "{called}"),
                Err(error) => panic!("{called} of {name}: {error}"),
            }
        }
    }
}

#[test]
fn two_modes_and_single_ties_are_no_trouble() {
    for name in ["wolverhampton", "dialogues-synthetic"] {
        let study = study(name);
        for (via, level) in
            [("two-mode", "organisation"), ("affiliations", "person"), ("ties", "actor")]
        {
            let mut view = View::default();
            view.set("via", &[via]).expect("a way that exists");
            view.set("level", &[level]).expect("a level that exists");
            let choice = choice(&study, &view);
            for (kind, called, _) in Chart::ALL {
                match drawn(kind, &study, &view, &choice) {
                    Ok(figure) => assert!(!figure.svg().contains("NaN"), "{called}"),
                    Err(Error::NotApplicable { .. } | Error::Unknown { .. }) => {}
                    Err(error) => panic!("{called} of {name} via {via}: {error}"),
                }
            }
        }
    }
}

/// Every name is on the page, and the counts are those of the study.
#[test]
fn figures_say_the_numbers_of_the_study() {
    let cases: [(Chart, &str, &[&str]); 6] = [
        (
            Chart::Centrality,
            "wolverhampton",
            &[
                "The 15 of 31 organisations with the highest betweenness",
                "University of Wolverhampton",
                "The study does not say who was asked",
            ],
        ),
        (
            Chart::Distribution,
            "wolverhampton",
            &[
                "Contacts of 31 organisations: from 0 to 21, mean 5.68, median 4. 1 of them has none.",
            ],
        ),
        (
            Chart::Null,
            "wolverhampton",
            &["observed 0.607", "expected by chance 0.767", "Monte Carlo standard error"],
        ),
        (
            Chart::Matrix,
            "dialogues-synthetic",
            &[
                "21 organisations, 40 ties.",
                "3 of 210 pairs were not observed",
                "not observed: no tie is known",
            ],
        ),
        (
            Chart::CorePeriphery,
            "dialogues-synthetic",
            &["core (5)", "periphery (16)", "Density of the blocks", "Fit 0.432"],
        ),
        (
            Chart::Timeline,
            "wolverhampton",
            &[
                "16 of 33 activities on record, by kind",
                "17 activities without a date, 1 of them recurring, are not shown",
            ],
        ),
    ];
    for (kind, name, wanted) in cases {
        let said = words(&of(kind, name)).replace("  ", " ");
        for words in wanted {
            assert!(said.contains(words), "{name}: {words} in {said}");
        }
    }
}

#[test]
fn ranges_are_drawn_where_pairs_were_not_observed() {
    let figure = of(Chart::Centrality, "dialogues-synthetic");
    assert!(words(&figure).contains("3 of 210 pairs were not observed: a line spans all that betweenness, contacts and constraint could be"));
    assert!(words(&figure).contains("least and most that it could be"), "in the legend");
}

#[test]
fn places_are_told_for_both_waves() {
    let figure = of(Chart::Slope, "dialogues-synthetic");
    let said = words(&figure);
    assert!(
        said.contains("wave 1")
            && said.contains("wave 2")
            && said.contains("All 21 organisations by betweenness")
    );
    // At both ends, and in no other place.
    assert_eq!(said.matches("The Convenor (invented)").count(), 2, "{said}");
}

#[test]
fn measures_can_be_chosen_and_mistakes_are_told() {
    let study = study("wolverhampton");
    let view = study.default_view().expect("a view");
    let with = |kind, measures: &[&str]| {
        let measures = measures.iter().map(|it| (*it).to_owned()).collect();
        drawn(kind, &study, &view, &Choice { measures, ..Choice::default() })
    };
    let closeness = with(Chart::Centrality, &["closeness", "degree"]).expect("a figure");
    assert!(closeness.title().ends_with("who is central, by closeness"), "{}", closeness.title());
    let said = |found: Result<Figure, Error>| found.expect_err("a mistake").to_string();
    let unknown = said(with(Chart::Distribution, &["closenes"]));
    assert!(unknown.contains("did you mean `closeness`?"), "{unknown}");
    let column = said(with(Chart::Distribution, &["degree:in"]));
    assert!(column.contains("no column of the measure is called `in`"), "{column}");
    assert!(said(with(Chart::Distribution, &["degree", "closeness"])).contains("of one measure"));
    let five = ["degree", "closeness", "betweenness", "constraint", "effective_size"];
    assert!(said(with(Chart::Centrality, &five)).contains("side by side"));
}

#[test]
fn a_timeline_goes_by_place_too_and_by_nothing_else() {
    let study = study("dialogues-synthetic");
    let view = study.default_view().expect("a view");
    let by = |by| drawn(Chart::Timeline, &study, &view, &Choice::by(by));
    let places = words(&by("locality").expect("a figure"));
    assert!(places.contains("7 of 7 activities on record, by locality"), "{places}");
    assert!(
        by("district")
            .expect_err("no such grouping")
            .to_string()
            .contains("kind or by the locality")
    );
}

#[test]
fn activities_outside_the_period_are_counted() {
    let study = study("wolverhampton");
    let view = study.default_view().expect("a view").period("2017..2019").expect("a period");
    let said = words(&drawn(Chart::Timeline, &study, &view, &Choice::default()).expect("a figure"));
    assert!(said.contains("activities outside the period of the view are not shown"), "{said}");
}
