//! What must not be found in anything anonymised: in the page, in the pictures inside it, in charts.

use std::collections::BTreeSet;

use tertius::study::{Evidence, Reading, Sheet, Table};
use tertius::{Study, View, Watch};
use tertius_chart::Page;
use tertius_report::{Chart, Choice, Run, chart, page, report};

use crate::studies::{STUDIES, study};

fn run() -> Run {
    let command = "tertius report Northtown-secret --locality Northtown".to_owned();
    Run { command, version: "0.1.0".into(), seed: 1, anonymise: true }
}

fn sheet(file: &str, rows: &[&[&str]]) -> Sheet {
    let header = rows[0].iter().map(|cell| (*cell).to_owned()).collect();
    let mut sheet = Sheet::new(file, None, 1, header);
    for (at, row) in (2..).zip(&rows[1..]) {
        sheet.push_row(at, row.iter().copied());
    }
    sheet
}

/// Places that no table lists, a column of its own, posts, activities, notes, and a wish.
fn unlisted() -> Study {
    let organisations = [
        &["id", "name", "aliases", "sector", "subsector", "localities", "district", "note"][..],
        &[
            "alpha-id",
            "Alpha House",
            "Alfa",
            "health",
            "Clinics",
            "Northtown",
            "Ward Q",
            "Seen at fair",
        ],
        &["bravo-id", "Bravo House", "", "health", "Clinics", "Northtown;Southtown", "Ward Q", ""],
        &["charlie-id", "Charlie House", "", "schools", "", "Southtown", "Ward R", "Told by phone"],
        &["delta-id", "Delta House", "", "schools", "", "Southtown", "Ward S", ""],
    ];
    let people = [
        &["id", "name", "sector", "localities"][..],
        &["echo-id", "Echo Smith", "", "Easttown"],
        &["foxtrot-id", "Foxtrot Jones", "", ""],
    ];
    let posts = [
        &["person", "organisation", "role"][..],
        &["echo-id", "alpha-id", "chair"],
        &["echo-id", "charlie-id", "member"],
        &["foxtrot-id", "bravo-id", "member"],
    ];
    let activities = [
        &["id", "name", "kind", "start", "localities", "note"][..],
        &["golf-id", "Golf Gathering", "meeting", "2020", "Westtown", "Rained off"],
    ];
    let participation = [
        &["actor", "activity", "role", "note"][..],
        &["alpha-id", "golf-id", "host", "Gave the room"],
        &["delta-id", "golf-id", "participant", ""],
    ];
    let ties = [
        &["from", "to", "relation", "status", "note"][..],
        &["alpha-id", "bravo-id", "works-with", "observed", "Said on Monday"],
        &["bravo-id", "charlie-id", "works-with", "observed", ""],
        &["alpha-id", "delta-id", "works-with", "wished", "Hoped on Tuesday"],
    ];
    let story = [
        &["title", "text", "actors", "locality"][..],
        &["Alpha House opens", "Bravo House came", "alpha-id;bravo-id", "Northtown"],
    ];
    let mut study = Study::from_reading(Reading {
        name: "small".into(),
        sheets: vec![
            (Table::Organisations, sheet("organisations.csv", &organisations)),
            (Table::People, sheet("people.csv", &people)),
            (Table::Affiliations, sheet("affiliations.csv", &posts)),
            (Table::Activities, sheet("activities.csv", &activities)),
            (Table::Participation, sheet("participation.csv", &participation)),
            (Table::Ties, sheet("ties.csv", &ties)),
            (Table::Story, sheet("story.csv", &story)),
        ],
        ..Reading::default()
    });
    study.settings.description = "What went on in Northtown.".into();
    study.settings.authors = vec!["Hotel Brown".into()];
    study
}

/// Everything that could name somebody, in four letters or more, but for words of the vocabularies
/// and of the report itself.
fn secrets(study: &Study) -> BTreeSet<String> {
    let mut secrets = vec![study.settings.description.clone()];
    secrets.extend(study.settings.authors.clone());
    let mut row = |words: &[&String], evidence: &Evidence| {
        secrets.extend(words.iter().map(|word| (*word).clone()));
        secrets.extend(evidence.note.iter().chain(&evidence.quote).cloned());
    };
    for it in &study.organisations {
        row(&[&it.id, &it.name], &it.evidence);
        row(&it.aliases.iter().chain(&it.subsector).collect::<Vec<_>>(), &it.evidence);
        row(&it.localities.iter().chain(it.more.values()).collect::<Vec<_>>(), &it.evidence);
    }
    for it in &study.people {
        row(&[&it.id, &it.name], &it.evidence);
        row(&it.aliases.iter().chain(&it.localities).collect::<Vec<_>>(), &it.evidence);
        row(&it.more.values().collect::<Vec<_>>(), &it.evidence);
    }
    for it in &study.activities {
        row(&[&it.id, &it.name], &it.evidence);
        row(&it.localities.iter().chain(it.more.values()).collect::<Vec<_>>(), &it.evidence);
    }
    study.localities.iter().for_each(|it| row(&[&it.id, &it.name], &it.evidence));
    study.ties.iter().for_each(|it| row(&[], &it.evidence));
    study.participation.iter().for_each(|it| row(&[], &it.evidence));
    study.affiliations.iter().for_each(|it| row(&[], &it.evidence));
    study.sources.iter().for_each(|it| secrets.extend(it.title.clone()));
    for step in &study.story {
        secrets.extend([step.title.clone()].into_iter().chain(step.text.clone()));
    }
    let own = own_words(study);
    let is_secret = |it: &String| it.len() >= 4 && !own.contains(&it.to_lowercase());
    secrets.into_iter().filter(is_secret).collect()
}

/// Vocabularies, and the page on a study in which everything has a name of one letter.
fn own_words(study: &Study) -> String {
    let blank = Study::from_reading(Reading {
        name: "x".into(),
        sheets: vec![(
            Table::Ties,
            sheet("ties.csv", &[&["from", "to"], &["a", "b"], &["b", "c"]]),
        )],
        implied: true,
        ..Reading::default()
    });
    let view = blank.default_view().expect("a view");
    let mut own = report(&blank, &view, &Run::default(), &Watch::new()).expect("a report").html();
    let settings = &study.settings;
    for word in settings.sector.iter().chain(&settings.role) {
        own.extend(["\n", &word.id, "\n", &word.label]);
    }
    for word in &settings.relation {
        own.extend(["\n", &word.id, "\n", &word.label]);
    }
    own.to_lowercase()
}

/// What a reader, or a script, finds in a page: pictures decoded, and without what stays as written.
fn told(page: &str, study: &Study) -> String {
    let mut bytes = Vec::new();
    let mut rest = page.as_bytes();
    while let [byte, after @ ..] = rest {
        let code = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let code = code.filter(|_| *byte == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(*byte));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    let mut text = String::from_utf8_lossy(&bytes).into_owned();
    // Twice: names in a picture are escaped for XML and again for HTML.
    for _ in 0..2 {
        for (code, letter) in
            [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        {
            text = text.replace(code, letter);
        }
    }
    for kept in [study.title(), &study.settings.notice] {
        text = if kept.is_empty() { text } else { text.replace(kept, "") };
    }
    text
}

fn assert_silent(found: &str, study: &Study, what: &str) {
    let told = told(found, study);
    let secrets = secrets(study);
    assert!(secrets.len() > 20, "{what}: {secrets:?}");
    for secret in secrets {
        let at = told.find(&secret);
        let around = at.map(|at| told[..at].chars().rev().take(80).collect::<String>());
        let around = around.map(|it| it.chars().rev().collect::<String>());
        assert_eq!(around, None, "{what} tells {secret:?}");
    }
}

fn assert_anonymous(study: &Study, view: &View, groupings: &[&str]) {
    let name = &study.name;
    let html = report(study, view, &run(), &Watch::new()).expect("a report").html();
    assert!(html.contains("Position can still identify"));
    assert!(!html.contains("Northtown"), "{name}: the command");
    assert_silent(&html, study, &format!("the report on {name}"));
    let narrated = page(study, view, "sector", &run(), &Watch::new()).expect("a page");
    let narrated = narrated.html();
    assert!(narrated.contains("Position can still identify"));
    assert!(!narrated.contains("Northtown"), "{name}: the command");
    assert_silent(narrated, study, &format!("the page of {name}"));
    for (figure, called, _) in Chart::ALL {
        for by in groupings {
            // Asked for by its own identifier, as whoever draws knows it.
            let ties = study.network(view).ok().and_then(|net| {
                let tie = net.ties().first()?;
                Some(net.actors()[tie.from as usize].id.clone())
            });
            let (choice, page) = (Choice { ego: ties, ..Choice::by(by) }, Page::double());
            let drawn = chart(figure, study, view, &choice, &run(), &page, &Watch::new());
            let Ok(drawn) = drawn else { continue };
            let what = format!("{called} of {name} by {by}");
            assert_silent(&drawn.svg(), study, &what);
            assert_silent(drawn.description(), study, &what);
        }
    }
}

#[test]
fn no_study_names_anybody() {
    for name in STUDIES {
        let study = study(name);
        let view = study.default_view().expect("a view");
        assert_anonymous(&study, &view, &["sector", "locality", "subsector", "organisation"]);
    }
}

#[test]
fn unlisted_places_and_further_columns_are_coded() {
    let study = unlisted();
    let groupings = ["sector", "locality", "district", "subsector", "organisation"];
    for level in ["organisation", "person", "actor"] {
        for via in [&["ties", "participation"][..], &["affiliations"], &["two-mode"]] {
            for locality in [None, Some("Northtown")] {
                let mut view = View::default();
                view.set("via", via).expect("a way that exists");
                view.set("level", &[level]).expect("a level that exists");
                view.locality = locality.map(str::to_owned);
                if study.network(&view).is_ok() {
                    assert_anonymous(&study, &view, &groupings);
                }
            }
        }
    }
}

#[test]
fn the_key_opens_the_codes_of_the_page() {
    let study = unlisted();
    let key = tertius_report::key(&study);
    let code = |id: &str| key.iter().find(|line| line[1] == id).expect("it has a code")[0].clone();
    assert_eq!((code("alpha-id"), code("charlie-id")), ("health 01".into(), "schools 01".into()));
    let (coded, _) = tertius_report::coded(&study, &View::default());
    for (it, hidden) in study.organisations.iter().zip(&coded.organisations) {
        assert_eq!(code(&it.id), hidden.id);
    }
    assert_eq!(code("Southtown"), "Place 02");
    assert_eq!(key.len(), 4 + 2 + 1 + 4, "{key:?}");
}

#[test]
fn codes_are_used_throughout() {
    let view = View { locality: Some("Southtown".to_owned()), ..View::default() };
    let page = report(&unlisted(), &view, &run(), &Watch::new()).expect("a report").html();
    assert!(page.contains("in Place 02"), "the view");
    assert!(page.contains("Place 01"), "an area or a cell");
    assert!(page.contains("health 01") || page.contains("schools 01"), "codes by sector");
    let study = study("dialogues-synthetic");
    let view = study.default_view().expect("a view");
    assert!(
        report(&study, &view, &run(), &Watch::new()).expect("a report").html().contains("FE 01")
    );
}
