//! The data of the narrated page: they agree with the network, end no element and name nobody who
//! goes by a code.

use serde_json::{Map, Value, json};
use tertius::study::{Reading, Sheet, Table};
use tertius::{Study, Watch, actor};
use tertius_report::{NarratedPage, Run, page, page_of_waves};

use crate::studies::{STUDIES, study};

fn run() -> Run {
    Run { command: "tertius page study".into(), version: "0.1.0".into(), seed: 1, anonymise: false }
}

fn made(study: &Study, by: &str) -> NarratedPage {
    let view = study.default_view().expect("the study declares a view that exists");
    page_of_waves(study, &view, by, &run(), &Watch::new()).expect("the study has no errors")
}

/// What the viewer reads: rows with their keys again.
fn data(html: &str) -> Value {
    let start = "<script type=\"application/json\" id=\"tertius-packed\">";
    let (_, block) = html.split_once(start).expect("a block of data");
    let (json, after) = block.split_once("</script>").expect("it ends");
    assert!(after.trim_start().starts_with("<script>\"use strict\";"), "what follows: {after:.60}");
    let packed: Value = serde_json::from_str(json).expect("JSON");
    let mut data = packed["data"].clone();
    for (list, shape) in packed["shapes"].as_object().expect("shapes by list") {
        data[list] = unpacked(&data[list], Some(shape));
    }
    data
}

fn unpacked(cell: &Value, shape: Option<&Value>) -> Value {
    let (Some(shape), Some(row)) = (shape, cell.as_array()) else { return cell.clone() };
    if row.first().is_none_or(Value::is_array) {
        return row.iter().map(|row| unpacked(row, Some(shape))).collect();
    }
    let keys = shape["keys"].as_array().expect("keys").iter().filter_map(Value::as_str);
    let cells = keys.zip(row);
    let cell =
        |(key, cell): (&str, &Value)| (key.to_owned(), unpacked(cell, shape["inner"].get(key)));
    Value::Object(cells.map(cell).collect::<Map<_, _>>())
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("{key} is a list"))
}

fn number(value: &Value) -> usize {
    value.as_u64().expect("a position").try_into().expect("small")
}

#[test]
fn the_data_agree_with_the_network() {
    for name in STUDIES {
        let study = study(name);
        let net = study.network(&study.default_view().expect("a view")).expect("a network");
        let data = data(made(&study, "sector").html());
        assert_eq!(data["schema"], "tertius.page/1");
        // Of several waves, those of the wave that is shown first.
        let is_first = |tie: &&Value| {
            data["wave"].is_null() || list(tie, "evidence")[0]["wave"] == data["wave"]
        };
        let ties: Vec<&Value> = list(&data, "ties").iter().filter(is_first).collect();
        let actors = list(&data, "actors");
        assert_eq!((actors.len(), ties.len()), (net.actors().len(), net.ties().len()), "{name}");
        let degree = actor::degree(&net, 0.5).expect("it applies").numbers("degree").expect("it");
        assert_eq!(data["measures"][0]["id"], "degree");
        for (at, actor) in actors.iter().enumerate() {
            assert_eq!(actor["id"], net.actors()[at].id.as_str());
            assert_eq!(actor["values"][0].as_f64(), degree[at], "{name}: {actor}");
            let values = list(actor, "values");
            assert_eq!(values.len(), list(&data, "measures").len());
            for (measure, value) in values.iter().enumerate() {
                let why = actor["why"].get(measure.to_string());
                assert_eq!(value.is_null(), why.is_some(), "{name}: {actor}");
            }
            for (grouping, own) in list(&data, "groupings").iter().zip(list(actor, "groups")) {
                let groups = list(grouping, "groups");
                let own = own.as_array().expect("a list").iter();
                let ids: Vec<&str> =
                    own.map(|it| groups[number(it)]["id"].as_str().unwrap()).collect();
                let column = net.attribute(grouping["id"].as_str().unwrap()).expect("an attribute");
                assert!(column[at].iter().all(|it| ids.contains(&it.as_str())), "{name}: {actor}");
                assert_eq!(ids.len(), column[at].len(), "{name}: {actor}");
            }
        }
        for (at, tie) in ties.into_iter().enumerate() {
            let of_net = net.ties()[at];
            assert_eq!((&tie["from"], &tie["to"]), (&json!(of_net.from), &json!(of_net.to)));
            let evidence = list(tie, "evidence");
            assert_eq!(evidence.len(), net.behind(at).count(), "{name}: {tie}");
            for (row, reason) in evidence.iter().zip(net.behind(at)) {
                let relation = &data["relations"][number(&row["relation"])];
                assert_eq!(relation["id"], reason.kind.as_str(), "{name}");
                assert!(!row["says"].as_str().expect("words").is_empty());
                for (key, words) in
                    [("wave", "waves"), ("certainty", "certainties"), ("status", "statuses")]
                {
                    let at = &row[key];
                    assert!(at.is_null() || number(at) < list(&data, words).len(), "{name}: {row}");
                }
            }
        }
    }
}

#[test]
fn positions_are_those_of_the_printed_figure() {
    let page = made(&study("wolverhampton"), "sector");
    let data = data(page.html());
    let xy = &page.figure().layout().expect("positions").xy;
    for (actor, p) in list(&data, "actors").iter().zip(xy) {
        assert!((actor["x"].as_f64().expect("x") - p.x).abs() <= 0.005);
        assert!((actor["y"].as_f64().expect("y") - p.y).abs() <= 0.005);
    }
}

#[test]
fn evidence_has_what_its_row_says() {
    let study = study("wolverhampton");
    let data = data(made(&study, "sector").html());
    let rows = || list(&data, "ties").iter().flat_map(|tie| list(tie, "evidence"));
    let tie = study
        .ties
        .iter()
        .find(|it| it.relation.as_deref() == Some("accredits"))
        .expect("the study has one");
    let note = tie.evidence.note.as_deref().expect("it has a note");
    let row = rows().find(|row| row["note"]["note"] == note).expect("it is behind a tie");
    let source = row["note"]["source"].as_str().expect("words");
    assert_eq!(source, format!("{}, L107, L127", study.sources[0].title.as_ref().unwrap()));
    assert_eq!(row["says"], "accredits");
    assert_eq!(data["certainties"][number(&row["certainty"])]["id"], "probable");
}

#[test]
fn the_story_points_into_the_lists_of_the_page() {
    let study = study("wolverhampton");
    let data = data(made(&study, "sector").html());
    let steps = list(&data, "story");
    assert_eq!(steps.len(), study.story.len());
    for (step, row) in steps.iter().zip(&study.story) {
        assert_eq!(step["title"], row.title.as_str());
        let actors = list(step, "actors").iter().map(|at| &data["actors"][number(at)]["id"]);
        assert_eq!(actors.collect::<Vec<_>>(), row.actors.iter().collect::<Vec<_>>());
    }
    let relations = list(&steps[3]["only"], "relation");
    assert_eq!(data["relations"][number(&relations[0])]["id"], "activity");
    let certainties = list(&steps[4]["only"], "certainty");
    assert_eq!(data["certainties"][number(&certainties[0])]["id"], "certain");
    assert_eq!((&steps[2]["size"], &steps[2]["color"]), (&json!("degree"), &json!("locality")));
    let shown: Vec<&str> =
        list(&data, "measures").iter().filter_map(|it| it["id"].as_str()).collect();
    assert_eq!(shown, tertius::study::PAGE_MEASURES);
}

#[test]
fn what_a_step_cannot_show_is_said() {
    let mut study = study("dialogues-synthetic");
    study.story[0].wave = vec!["3".into()];
    let data = data(made(&study, "sector").html());
    assert_eq!(data["story"][0]["only"], json!({}));
    let said = "The step \u{201c}Twenty organisations and a convenor\u{201d} names what this view does not have: the wave 3.";
    assert!(list(&data, "notes").contains(&json!(said)), "{}", data["notes"]);
    assert_eq!(data["story"][1]["only"], json!({ "wave": [1] }));
}

#[test]
fn a_page_of_one_wave_holds_the_others_and_begins_with_its_own() {
    let study = study("dialogues-synthetic");
    let data = data(made(&study, "sector").html());
    let labels = |of: &str| -> Vec<String> {
        list(&data, of).iter().map(|it| it["label"].as_str().expect("words").to_owned()).collect()
    };
    assert_eq!(
        (labels("waves"), &data["wave"]),
        (vec!["wave 1".into(), "wave 2".into()], &json!(1))
    );
    assert!(
        labels("measures").iter().all(|it| it.ends_with(", wave 2")),
        "{:?}",
        labels("measures")
    );
    let summary = list(&data, "summary").iter().map(|it| it.as_str().expect("a sentence"));
    let summary: Vec<&str> = summary.collect();
    assert!(summary[0].starts_with("In wave 2 this page shows 21 organisations and 40 ties"));
    assert!(summary[1].starts_with("The page begins with wave 2, and holds wave 1 too"));
    let ids: Vec<&str> =
        list(&data, "actors").iter().map(|it| it["id"].as_str().unwrap()).collect();
    for (at, wave) in ["1", "2"].iter().enumerate() {
        let mut view = study.default_view().expect("a view");
        view.wave = Some((*wave).to_owned());
        let net = study.network(&view).expect("a network");
        let name = |end: u32| net.actors()[end as usize].id.as_str();
        let strengths = net.ties().iter().map(|it| (name(it.from), name(it.to), it.strength));
        let is_of = |tie: &&Value| list(tie, "evidence").iter().all(|row| row["wave"] == json!(at));
        let told = list(&data, "ties").iter().filter(is_of).map(|tie| {
            let end = |end: &str| ids[number(&tie[end])];
            (end("from"), end("to"), tie["strength"].as_f64().expect("a strength"))
        });
        assert_eq!(told.collect::<Vec<_>>(), strengths.collect::<Vec<_>>(), "wave {wave}");
    }
}

#[test]
fn a_view_of_the_largest_component_keeps_its_one_wave() {
    let study = study("dialogues-synthetic");
    let mut view = study.default_view().expect("a view");
    view.set("component", &["largest"]).expect("a word of the view");
    let one = page_of_waves(&study, &view, "sector", &run(), &Watch::new()).expect("a page");
    let held = data(one.html());
    assert_eq!((list(&held, "waves").len(), &held["wave"]), (1, &Value::Null));
}

#[test]
fn a_wave_that_was_asked_for_is_alone_on_its_page() {
    let study = study("dialogues-synthetic");
    let view = study.default_view().expect("a view");
    let one = page(&study, &view, "sector", &run(), &Watch::new()).expect("a page");
    let held = data(one.html());
    assert_eq!((list(&held, "waves").len(), &held["wave"]), (1, &Value::Null));
}

#[test]
fn codes_hide_whom_they_can_at_every_wave_that_is_shown() {
    let study = study("dialogues-synthetic");
    let mut view = study.default_view().expect("a view");
    let run = Run { anonymise: true, ..run() };
    let page = page_of_waves(&study, &view, "sector", &run, &Watch::new()).expect("a page");
    let notes = data(page.html())["notes"].clone();
    for wave in ["1", "2"] {
        view.set("wave", &[wave]).expect("a wave");
        let exposed = tertius_report::disclosed(&study, &view).expect("a network");
        let said = format!("In wave {wave}, {}", exposed.expect("somebody"));
        assert!(notes.as_array().expect("notes").contains(&Value::from(said)), "{notes}");
    }
}

/// A study with markup wherever somebody writes, and with a column to reach people by.
fn hostile() -> Study {
    let sheet = |file: &str, rows: &[&[&str]]| {
        let header = rows[0].iter().map(|cell| (*cell).to_owned()).collect();
        let mut sheet = Sheet::new(file, None, 1, header);
        for (at, row) in (2..).zip(&rows[1..]) {
            sheet.push_row(at, row.iter().copied());
        }
        sheet
    };
    let organisations = [
        &["id", "name", "sector", "email", "staff", "note"][..],
        &[
            "a",
            "</script><script>alert(1)</script>",
            "<b>",
            "a@b.example",
            "<i>9</i>",
            "<!-- & -->",
        ],
        &["b", "B & C", "<b>", "c@d.example", "4", "\"\\</script>"],
        &["c", "C", "", "", "", ""],
    ];
    let ties = [
        &["from", "to", "relation", "note"][..],
        &["a", "b", "<script>", "</style>"],
        &["b", "c", "knows", ""],
    ];
    Study::from_reading(Reading {
        name: "</title><script>".into(),
        sheets: vec![
            (Table::Organisations, sheet("organisations.csv", &organisations)),
            (Table::Ties, sheet("ties.csv", &ties)),
        ],
        ..Reading::default()
    })
}

#[test]
fn no_word_of_a_study_becomes_markup() {
    let page = made(&hostile(), "sector");
    let html = page.html();
    // The shape of the data, the keys put back, the viewer.
    assert_eq!(html.matches("<script").count(), 3);
    assert_eq!(html.matches("</script").count(), 3);
    assert!(!html.contains("<!-- &"));
    let data = data(html);
    assert_eq!(data["actors"][0]["name"], "</script><script>alert(1)</script>");
    assert_eq!(data["actors"][1]["name"], "B & C");
    assert_eq!(data["actors"][1]["notes"][0]["note"], "\"\\</script>");
}

#[test]
fn contact_details_stay_at_home() {
    let page = made(&hostile(), "sector");
    assert!(!page.html().contains("a@b.example"));
    let data = data(page.html());
    assert_eq!(data["actors"][1]["facts"], json!([["Staff", "4"]]));
    assert!(list(&data, "notes").contains(&json!("Contact details are left out: email.")));
}

#[test]
fn pages_are_the_same_each_time_and_ask_for_nothing() {
    let study = study("dialogues-synthetic");
    let page = made(&study, "sector");
    assert_eq!(page.html(), made(&study, "sector").html());
    assert!(page.html().contains("default-src 'none'"));
    for asked in ["src=\"http", "href=\"http", "url(http", "import(", "fetch("] {
        assert!(!page.html().contains(asked), "{asked}");
    }
}

#[test]
fn what_actors_are_grouped_by_can_be_chosen() {
    let study = study("wolverhampton");
    let chosen = data(made(&study, "kind").html());
    assert_eq!(chosen["groupings"][0]["id"], "kind");
    let label = |at: usize| chosen["measures"][at]["label"].as_str().expect("words").to_owned();
    assert!((0..list(&chosen, "measures").len()).any(|at| label(at) == "Brokerage by kind"));
    let view = study.default_view().expect("a view");
    let unknown = page(&study, &view, "colour", &run(), &Watch::new()).expect_err("no such column");
    assert!(unknown.to_string().contains("colour"), "{unknown}");
}
