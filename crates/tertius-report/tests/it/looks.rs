//! What the look of a sociogram must say.

use tertius::{Error, Measure, Study, Unit, Watch};
use tertius_chart::{Figure, Labels, Page};
use tertius_report::{Chart, Choice, Look, Run, chart};

use crate::studies::study;

fn drawn(study: &Study, look: Look, anonymise: bool) -> Result<Figure, Error> {
    let view = study.default_view().expect("a view");
    let run = Run { version: "0.1.0".into(), seed: 1, anonymise, ..Run::default() };
    let choice = Choice { look, ..Choice::default() };
    chart(Chart::Sociogram, study, &view, &choice, &run, &Page::double(), &Watch::new())
}

fn highlighting(words: &[&str]) -> Look {
    Look { highlight: words.iter().map(|it| (*it).to_owned()).collect(), ..Look::default() }
}

/// How many marks are not pale.
fn in_colour(figure: &Figure) -> usize {
    let svg = figure.svg();
    let marks = svg.split("class=\"actor\"").skip(1);
    marks.filter(|mark| !mark.split("</g>").next().unwrap().contains("#ccc")).count()
}

#[test]
fn marks_have_the_size_of_any_measure_that_can_be_an_area() {
    let study = study("wolverhampton");
    let net = study.network(&study.default_view().expect("a view")).expect("a network");
    let sized =
        |size: &str| drawn(&study, Look { size: Some(size.into()), ..Look::default() }, false);
    let figure = sized("closeness").expect("a figure");
    let closeness = Measure::find(Unit::Actor, "closeness").expect("a measure");
    let found =
        closeness.of_network(&net, &tertius::Arguments::default(), &Watch::new()).expect("values");
    let values = found.numbers("value").expect("a column");
    let most =
        (0..values.len()).max_by(|&a, &b| values[a].partial_cmp(&values[b]).unwrap()).unwrap();
    let largest = format!("Largest marks, by closeness: {}", net.actors()[most].name);
    assert!(figure.description().contains(&largest), "{}", figure.description());
    assert!(figure.svg().contains("Area of mark: closeness"));
    let alike = sized("none").expect("a figure").svg();
    assert!(!alike.contains("Area of mark") && !alike.contains("The larger a mark"));
    let unknown = sized("closness").unwrap_err().to_string();
    assert!(unknown.contains("did you mean `closeness`"), "{unknown}");
}

#[test]
fn areas_are_those_of_any_column_or_none() {
    let study = study("wolverhampton");
    let held =
        |hull: &str| drawn(&study, Look { hull: Some(hull.into()), ..Look::default() }, false);
    assert!(held("sector").expect("a figure").svg().contains("of one sector"));
    assert!(!held("none").expect("a figure").svg().contains("connected actors of one"));
    assert!(held("colour").unwrap_err().to_string().contains("no column is called `colour`"));
}

#[test]
fn whom_to_look_at_is_told_in_five_ways() {
    let study = study("wolverhampton");
    let net = study.network(&study.default_view().expect("a view")).expect("a network");
    let (first, second) = (&net.actors()[0], &net.actors()[1]);
    let by_name = drawn(&study, highlighting(&[&first.id, &second.name.to_uppercase()]), false);
    let figure = by_name.expect("a figure");
    assert_eq!(in_colour(&figure), 2);
    let said = format!("In full colour: {} and {}; all others are pale.", first.name, second.name);
    assert!(figure.description().contains(&said), "{}", figure.description());
    let words = net.attribute("sector").expect("sectors");
    let word = words.iter().flatten().next().expect("a sector");
    let holders = words.iter().filter(|it| it.contains(word)).count();
    let figure =
        drawn(&study, highlighting(&[&format!("sector={word}")]), false).expect("a figure");
    assert_eq!(in_colour(&figure), holders);
    let cuts = tertius::actor::cut_points(&net, &Watch::new()).expect("cut points");
    let cuts =
        cuts.words("cut_point").unwrap().iter().filter(|it| it.as_deref() == Some("yes")).count();
    assert_eq!(in_colour(&drawn(&study, highlighting(&["cut_points"]), false).unwrap()), cuts);
    assert_eq!(in_colour(&drawn(&study, highlighting(&["top:3"]), false).unwrap()), 3);
    for (word, wanted) in [
        ("nobody", "no actor of this view"),
        ("sector=x", "no sector is called"),
        ("top:0", "top:5"),
    ] {
        let refused = drawn(&study, highlighting(&[word]), false).unwrap_err().to_string();
        assert!(refused.contains(wanted), "{refused}");
    }
}

#[test]
fn codes_stand_for_whoever_is_meant_by_name() {
    let study = study("wolverhampton");
    let net = study.network(&study.default_view().expect("a view")).expect("a network");
    // The first has the name that the study has too, and titles stay.
    let actor = &net.actors()[1];
    let look = Look {
        remarks: vec![(actor.name.clone(), "came first".into())],
        labels: Labels::None,
        ..highlighting(&[&actor.name, "locality=wolverhampton"])
    };
    let figure = drawn(&study, look, true).expect("a figure");
    assert!(figure.svg().contains("came first"));
    assert!(!figure.svg().contains(actor.name.as_str()), "the name is in the picture");
    assert!(in_colour(&figure) > 1 && in_colour(&figure) < net.actors().len());
    let code =
        tertius_report::key(&study).into_iter().find(|it| it[1] == actor.id).expect("a code");
    assert!(figure.description().contains(&format!("Remark 1, {}: came first.", code[0])));
}
