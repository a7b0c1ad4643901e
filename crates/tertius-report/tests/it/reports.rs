//! The report on every study in `data/`, on a bare list of ties, and on hostile text.

use tertius::study::{Reading, Sheet, Table};
use tertius::{Study, Watch};
use tertius_chart::Page;
use tertius_report::{Chart, Choice, Run, chart, report};

use crate::studies::{STUDIES, study};

const HEADINGS: [&str; 10] = [
    "In short",
    "What is in the study, and how good it is",
    "The picture",
    "Who is central",
    "Who spans boundaries",
    "Across sectors and localities",
    "What falls apart without whom",
    "Over time",
    "Methods",
    "Make this report again",
];

fn run(anonymise: bool) -> Run {
    Run { command: "tertius report study".into(), version: "0.1.0".into(), seed: 1, anonymise }
}

fn html(study: &Study, anonymise: bool) -> String {
    let view = study.default_view().expect("the study declares a view that exists");
    report(study, &view, &run(anonymise), &Watch::new()).expect("the study has no errors").html()
}

/// A study of nothing but ties, in memory.
fn ties(rows: &[[&str; 2]]) -> Study {
    let mut sheet = Sheet::new("ties.csv", None, 1, vec!["from".into(), "to".into()]);
    for (at, row) in (2..).zip(rows) {
        sheet.push_row(at, row.iter().copied());
    }
    Study::from_reading(Reading {
        name: "ties".into(),
        sheets: vec![(Table::Ties, sheet)],
        implied: true,
        ..Reading::default()
    })
}

/// Every tag closes the one that was opened last.
fn assert_well_formed(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>").expect("a document type");
    while let Some(at) = rest.find('<') {
        let end = at + rest[at..].find('>').expect("a tag ends");
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closed out of turn before: {rest:.80}");
            continue;
        }
        let name = tag.split_whitespace().next().expect("a tag has a name");
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        if matches!(name, "style" | "script") {
            rest = &rest[rest.find(&format!("</{name}>")).expect("it is closed")..];
        }
        if !matches!(name, "meta" | "img" | "br") {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} left open");
}

/// Every attribute value is quoted, so that one is never read as two.
fn assert_no_attribute_twice(html: &str) {
    for tag in html.split('<').skip(1).filter_map(|it| it.split('>').next()) {
        assert!(tag.matches(" class=\"").count() < 2, "{tag}");
    }
}

fn assert_figures_are_told(html: &str) {
    for figure in html.split("<figure").skip(1) {
        let figure = figure.split("</figure>").next().expect("a figure is closed");
        assert!(figure.contains("<figcaption>"), "{figure:.200}");
        let alt = figure.split("alt=\"").nth(1).expect("a figure has alternative text");
        assert!(alt.find('"') > Some(20), "{alt:.60}");
    }
}

#[test]
fn every_study_has_a_whole_report() {
    for name in STUDIES {
        for anonymise in [false, true] {
            let study = study(name);
            let html = html(&study, anonymise);
            assert_well_formed(&html);
            assert_no_attribute_twice(&html);
            assert_figures_are_told(&html);
            let mut rest = html.as_str();
            for heading in HEADINGS {
                let at = rest.find(&format!("{heading}</h2>"));
                rest = &rest[at.unwrap_or_else(|| panic!("{name}: {heading}"))..];
            }
            assert!(html.contains("<figure>"), "{name}");
            assert!(html.len() < 1_000_000, "{name}: {} bytes", html.len());
            assert!(!html.contains(">NaN<") && !html.contains(">inf<"), "{name}");
            let notice = study.settings.notice.as_str();
            assert!(html.contains(notice), "{name}: {notice}");
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for name in STUDIES {
        assert_eq!(html(&study(name), false), html(&study(name), false), "{name}");
    }
}

#[test]
fn headings_do_not_skip_a_level() {
    let html = html(&study("wolverhampton"), false);
    let mut last = 0;
    for heading in html.split("<h").skip(1) {
        let Some(level) = heading.chars().next().and_then(|level| level.to_digit(10)) else {
            continue;
        };
        assert!(level <= last + 1, "h{level} after h{last}: {heading:.60}");
        last = level;
    }
}

#[test]
fn nothing_is_fetched() {
    let html = html(&study("wolverhampton"), false);
    for attribute in ["src=\"", "href=\""] {
        for address in html.split(attribute).skip(1) {
            assert!(
                address.starts_with('#') || address.starts_with("data:image/svg+xml,"),
                "{address:.60}"
            );
        }
    }
    assert!(html.contains("default-src 'none'"));
}

/// The numbers of data/dialogues-synthetic/README.md.
#[test]
fn two_waves_are_compared() {
    let html = html(&study("dialogues-synthetic"), false);
    for said in [
        "From wave 1 to wave 2, of 206 pairs observed both times, 30 kept a tie, 10 gained one and 5 lost one.",
        "21 organisations were there in both waves; nobody joined and nobody left.",
        "Of 206 pairs observed in both waves, 30 kept a tie, 10 gained one and 5 lost one.",
        "(Jaccard 0.667)",
        "4 of 210 pairs cannot be compared",
        "Most ties were gained between Further education and Voluntary and community (8)",
        "No locality changed more, or less, than chance may give",
        "Of 74 pairs of different sectors that The Convenor (invented) stood between in wave 1, 65 of them alone, 8 are tied directly in wave 2.",
        "it still stands between 39, others alone now stand between 5, 20 without any partner in common and 2 not observed again",
        "Before: 35 ties in wave 1: 30 kept, 5 lost by wave 2.",
        "After: 40 ties in wave 2: 30 kept from wave 1, 10 gained.",
        "* No full answer in this wave from FE College CB2 (invented)",
    ] {
        assert!(html.contains(said), "{said}");
    }
}

#[test]
fn without_two_waves_nothing_is_compared_and_that_is_said() {
    let html = html(&study("wolverhampton"), false);
    assert!(!html.contains("What changed from wave"));
    assert!(html.contains("so which ties were kept, gained and lost is not told"));
}

#[test]
fn a_bare_list_of_ties_has_a_report() {
    let html = html(&ties(&[["A", "B"], ["B", "C"], ["C", "D"]]), false);
    assert_well_formed(&html);
    assert!(html.contains("No sector is on record"));
    assert!(html.contains("No activity and no tie is dated"));
    assert!(html.contains("No person is on record"));
}

#[test]
fn a_single_tie_has_a_report() {
    assert_well_formed(&html(&ties(&[["A", "B"]]), false));
}

#[test]
fn other_views_have_reports_too() {
    let views = [
        ("two-mode", "organisation"),
        ("two-mode", "person"),
        ("participation", "person"),
        ("affiliations", "person"),
        ("affiliations", "actor"),
        ("ties", "unit"),
        ("ties", "actor"),
    ];
    for name in ["wolverhampton", "link-wales", "equalls", "dialogues-synthetic"] {
        let study = study(name);
        for (via, level) in views {
            let mut view = tertius::View::default();
            view.set("via", &[via]).expect("a way that exists");
            view.set("level", &[level]).expect("a level that exists");
            // A view that leaves no actor is an error of its own, and no report.
            if let Ok(report) = report(&study, &view, &run(false), &Watch::new()) {
                assert_well_formed(&report.html());
            }
        }
    }
}

#[test]
fn names_and_notices_are_text_and_never_html() {
    let evil = "<script>alert(1)</script>";
    let quote = "\"><img src=x onerror=alert(1)>";
    let mut study = ties(&[[evil, quote], [quote, "C"], ["C", "D"]]);
    study.settings.title = evil.into();
    study.settings.description = quote.into();
    study.settings.notice = evil.into();
    study.settings.authors = vec![evil.into()];
    study.settings.licence = quote.into();
    for organisation in &mut study.organisations {
        organisation.sector = Some(evil.into());
        organisation.localities = vec![quote.into()];
    }
    let view = study.default_view().expect("a view");
    let run = Run { command: evil.into(), version: quote.into(), seed: 1, anonymise: false };
    let html = report(&study, &view, &run, &Watch::new()).expect("a report").html();
    assert_well_formed(&html);
    assert_no_attribute_twice(&html);
    assert_eq!(html.matches("<script").count(), 1, "our own script and no other");
    assert!(!html.contains("<img src=x"));
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn five_hundred_actors_fit_in_a_megabyte() {
    let names: Vec<String> = (0..500).map(|at| format!("Primary school number {at}")).collect();
    let rows: Vec<[&str; 2]> = (0..500_usize)
        .flat_map(|at| [1, 7, 31].map(|step| [at, (at * 3 + step) % 500]))
        .filter(|[a, b]| a != b)
        .map(|[a, b]| [names[a].as_str(), names[b].as_str()])
        .collect();
    let html = html(&ties(&rows), false);
    assert!(html.len() < 1_000_000, "{} bytes", html.len());
}

#[test]
fn a_network_too_large_to_read_has_no_picture_and_says_why() {
    let names: Vec<String> = (0..=2_500).map(|at| format!("School {at}")).collect();
    let rows: Vec<[&str; 2]> = names[1..].iter().map(|name| [&*names[0], name]).collect();
    let study = ties(&rows);
    let html = html(&study, false);
    assert_well_formed(&html);
    assert!(!html.contains("<figure>"));
    assert!(html.contains("a picture of 2,501 actors cannot be read; cut a smaller view"));
    let view = study.default_view().expect("a view");
    let drawn = chart(
        Chart::Sociogram,
        &study,
        &view,
        &Choice::default(),
        &run(false),
        &Page::double(),
        &Watch::new(),
    );
    let why = drawn.expect_err("too large").to_string();
    assert!(why.contains("cannot be read; cut a smaller view with --locality"), "{why}");
}

#[test]
fn a_page_on_national_data_is_short_and_says_what_it_leaves_out() {
    let names: Vec<String> = (0..20_000).map(|at| format!("School {at}")).collect();
    let rows: Vec<[&str; 2]> = names.windows(2).map(|pair| [&*pair[0], &*pair[1]]).collect();
    let html = html(&ties(&rows), false);
    assert_well_formed(&html);
    assert!(html.len() < 1_000_000, "{} bytes", html.len());
    for said in [
        "This report looks at 20,000 actors and 19,999 ties",
        "shortest paths between all 20,000 actors over 19,999 ties would take too long for a page. In full: tertius actor betweenness",
        "The 300 with most contacts, of 20,000 actors",
        "The first 300 of 20,000 rows are shown here. In full: tertius actor degree or actor constraint",
        "The first 300 of 19,999 rows are shown here.",
        "The 20 with most pairs lost are shown, of 19,998. In full: tertius actor removal",
    ] {
        assert!(html.contains(said), "{said}");
    }
    assert!(!html.contains("rank by betweenness"), "a column of nothing");
}

#[test]
fn pieces_that_are_small_one_by_one_are_no_picture_together() {
    let names: Vec<String> = (0..3_000).map(|at| format!("School {at}")).collect();
    let rows: Vec<[&str; 2]> = names.chunks(2).map(|pair| [&*pair[0], &*pair[1]]).collect();
    let html = html(&ties(&rows), false);
    assert!(html.contains("a picture of 3,000 actors cannot be read"));
    // Within a small piece paths are short: what takes no time is not left out.
    assert!(html.contains("betweenness counts the pairs of others"));
}

#[test]
fn few_actors_are_not_compared_with_chance() {
    for (name, why) in [
        ("link-wales", Some("5 actors of known sector, in 4 groups, are too few for chance")),
        ("wolverhampton", None),
    ] {
        let html = html(&study(name), false);
        assert_eq!(html.contains("z of total"), why.is_none(), "{name}");
        assert!(why.is_none_or(|why| html.contains(why)), "{name}");
    }
    assert!(
        in_short("link-wales").contains("All 4 ties between actors of known sector cross sectors.")
    );
}

#[test]
fn invented_data_say_so_once() {
    let mut study = study("dialogues-synthetic");
    let invented = html(&study, false);
    assert_eq!(invented.matches("role=\"note\"").count(), 1);
    assert!(
        invented.contains("<p class=\"banner\" role=\"note\"><strong>Invented data for teaching")
    );
    study.settings.notice.clear();
    assert!(html(&study, false).contains("Invented data: nobody in this report exists"));
}

#[test]
fn a_wave_of_the_view_reads_like_the_report() {
    let html = html(&study("dialogues-synthetic"), false);
    let waves = html.split("The same view at each wave").nth(2).expect("the table");
    let last = waves.split("<tr>").nth(3).expect("wave 2");
    for cell in ["scope=\"row\">2<", ">40<", ">207<"] {
        assert!(last.contains(cell), "{cell}: {last:.300}");
    }
}

/// The sentences, one a line.
fn in_short(name: &str) -> String {
    let html = html(&study(name), false);
    let lead = html.split("<p class=\"lead\">").nth(1).expect("a lead");
    let lead = lead.split("</p>").next().expect("it is closed");
    lead.replace('\u{a0}', " ").replace(". ", ".\n")
}

#[test]
fn equalls_in_short() {
    insta::assert_snapshot!(in_short("equalls"), @r"
    This report looks at 5 people and 5 ties between them: 50 % of the 10 pairs are tied.
    Catherine Gripton and Thomas Cowhitt have the most contacts (3 each) and lie between the most pairs of others (betweenness 3): a place in the record, which is not the same as importance.
    No sector is on record for any of them, so nothing can be said about ties across sectors.
    Without either of Catherine Gripton and Thomas Cowhitt, 50 % of the pairs of others that can reach each other would lose every path between them, on this record.
    All ties rest on shared activities alone, which are opportunities to work together and not yet ties; and the study does not say who was asked, so a tie that is not on record may still be there.
    ");
}

#[test]
fn wolverhampton_in_short() {
    insta::assert_snapshot!(in_short("wolverhampton"), @r"
    This report looks at 31 organisations and 88 ties between them: 19 % of the 465 pairs are tied; 1 organisation has no tie.
    University of Wolverhampton has the most contacts (21) and lies between the most pairs of others (betweenness 255): a place in the record, which is not the same as importance.
    Of 61 ties between organisations of known sector, 49 (80 %) cross sectors; ties laid at random would give 88 %.
    Without University of Wolverhampton, 42 % of the pairs of others that can reach each other would lose every path between them, on this record.
    2 of the 8 people with posts on record hold posts in more than one organisation; 29 links between organisations each rest on one person alone.
    64 of the ties rest on shared activities alone, which are opportunities to work together and not yet ties; and the study does not say who was asked, so a tie that is not on record may still be there.
    ");
}

#[test]
fn errors_in_the_evidence_stop_the_report() {
    let mut study = ties(&[["A", "B"]]);
    study.problems.push(tertius::study::Problem::new(
        "bad-date",
        tertius::study::Place::file("ties.csv"),
        "this is not a date",
    ));
    let view = study.default_view().expect("a view");
    assert!(report(&study, &view, &run(false), &Watch::new()).is_err());
}
