//! Where actors stand: kept, given back, and how good it is.

use std::fs;

use crate::support::tertius;

const STUDY: &str = "data/wolverhampton";

#[test]
fn places_kept_are_places_given_back() {
    let out = tempfile::tempdir().expect("a folder");
    let file = |name: &str| out.path().join(name).to_str().expect("a name").to_owned();
    let (first, second) = (file("first.csv"), file("second.csv"));
    let done = tertius(["layout", STUDY, "-o", &first]);
    assert_eq!((done.code, done.out.as_str()), (0, ""), "{}", done.err);
    let places = |path: &str| -> Vec<(String, f64, f64)> {
        let text = fs::read_to_string(path).expect("a layout");
        let rows = text.lines().skip(1).map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let number = |at: usize| cells[at].parse::<f64>().expect("a number");
            (cells[0].to_owned(), number(1), number(2))
        });
        rows.collect()
    };
    assert_eq!(tertius(["layout", STUDY, "--layout", &first, "-o", &second]).code, 0);
    let (first_places, second_places) = (places(&first), places(&second));
    assert_eq!(first_places.len(), 31);
    let (_, x, y) = &first_places[0];
    let (_, to_x, to_y) = &second_places[0];
    for (a, b) in first_places.iter().zip(&second_places) {
        // The whole may stand elsewhere on the page; nobody stands elsewhere in it.
        let moved = ((b.1 - a.1) - (to_x - x)).abs() + ((b.2 - a.2) - (to_y - y)).abs();
        assert!(a.0 == b.0 && moved < 0.05, "{a:?} {b:?}");
    }
    let figure = tertius(["chart", "sociogram", STUDY, "--layout", &first]);
    assert!(figure.out.contains("Layout: given positions") && figure.out.contains("as given"));
}

#[test]
fn a_drawing_says_how_good_it_is() {
    let done = tertius(["layout", STUDY, "--layout", "clusters", "--quality"]);
    assert_eq!(done.code, 0, "{}", done.err);
    for line in
        ["stress ", "neighbourhood ", "crossings ", "silhouette ", "overlaps              0"]
    {
        assert!(done.out.lines().any(|it| it.starts_with(line)), "{line}: {}", done.out);
    }
    let json = tertius(["layout", STUDY, "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["schema"], "tertius.layout/1");
    assert_eq!(json["places"].as_array().map(Vec::len), Some(31));
}

#[test]
fn a_layout_that_cannot_be_is_refused_with_what_can() {
    let refused = |word: &str| {
        let done = tertius(["layout", STUDY, "--layout", word]);
        assert_ne!(done.code, 0, "{word}");
        done.err
    };
    assert!(refused("clustr").contains("did you mean `clusters`?"));
    assert!(refused("layered").contains("--via two-mode"));
    assert!(refused("axis:sector").contains("fewer than two actors"));
    assert!(refused("nowhere.csv").contains("nowhere.csv is not there"));
}
