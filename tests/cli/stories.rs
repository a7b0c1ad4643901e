//! The stories that the studies at hand tell, number by number.
#![expect(clippy::float_cmp, reason = "counts are whole numbers, whatever they are written as")]

use serde_json::Value;

use crate::support::tertius;

/// A result on the invented dialogues, from wave 1 to wave 2.
struct Table(Vec<Value>);

fn change(words: &[&str]) -> Table {
    table(&[&["change"], words].concat())
}

fn table(words: &[&str]) -> Table {
    let study = ["data/dialogues-synthetic", "--json"];
    let done = tertius([&words[..2], &study, &words[2..]].concat());
    assert_eq!(done.code, 0, "{words:?}: {}", done.err);
    let json: Value = serde_json::from_str(&done.out).expect("JSON");
    Table(json["rows"].as_array().expect("rows").clone())
}

impl Table {
    /// A number by the first column and the name of another.
    fn value(&self, row: &str, column: &str) -> f64 {
        let first = ["quantity", "actor", "group", "route"];
        let is = |it: &&Value| first.iter().any(|column| it[*column] == row);
        let found = self.0.iter().find(is).unwrap_or_else(|| panic!("no row {row}"));
        found[column].as_f64().unwrap_or_else(|| panic!("{row} has no {column}"))
    }

    fn values(&self, rows: &[&str], column: &str) -> Vec<f64> {
        rows.iter().map(|row| self.value(row, column)).collect()
    }

    fn quantities(&self, rows: &[&str]) -> Vec<f64> {
        self.values(rows, "value")
    }

    fn count(&self, of: impl Fn(&Value) -> bool) -> usize {
        self.0.iter().filter(|it| of(it)).count()
    }
}

fn is_near(a: f64, b: f64) -> bool {
    (a - b).abs() < 5e-4
}

#[test]
fn who_answered_the_dialogues() {
    for (wave, seen) in [("1", 209.0), ("2", 207.0)] {
        let density = table(&["whole", "density", "--wave", wave]);
        assert_eq!(density.quantities(&["observed_dyads", "dyads"]), [seen, 210.0]);
    }
}

#[test]
fn pairs_of_two_sectors_are_joined_otherwise_than_before() {
    let routes = change(&["routes", "--crossing", "sector", "--through", "convenor"]);
    let ways = ["tied", "by_it_alone", "by_it_and_others", "by_others", "apart"];
    assert_eq!(routes.values(&ways, "before"), [6.0, 65.0, 9.0, 1.0, 15.0]);
    assert_eq!(routes.values(&ways, "after"), [13.0, 32.0, 9.0, 9.0, 33.0]);
    // All eight new pairs had been brokered; three pairs were not heard of at both waves.
    assert_eq!(routes.values(&ways, "then_tied"), [5.0, 5.0, 3.0, 0.0, 0.0]);
    assert_eq!(routes.values(&ways, "compared").iter().sum::<f64>(), 93.0);
}

#[test]
fn two_areas_improve_one_stays_and_one_loses_a_tie() {
    let areas = change(&["localities", "--crossing", "sector"]);
    let names = ["county-a", "county-b", "urban-a", "urban-b"];
    assert_eq!(areas.values(&names, "inside_before"), [1.0, 1.0, 2.0, 2.0]);
    assert_eq!(areas.values(&names, "inside_after"), [4.0, 3.0, 2.0, 1.0]);
    assert_eq!(areas.values(&names, "dyads"), [6.0; 4], "24 pairs lie within areas");
    assert_eq!(areas.values(&names, "gained").iter().sum::<f64>(), 5.0);
    assert!(names.iter().all(|name| areas.value(name, "p") > 0.05), "few pairs prove little");
    let pairs = change(&["pairs", "--crossing", "sector", "--without", "convenor"]);
    let lost = |it: &Value| it["became"] == "lost";
    assert_eq!(pairs.count(lost), 1);
    assert_eq!(pairs.count(|it| lost(it) && it["from"] == "fe-ub1" && it["to"] == "ts-ub2"), 1);
}

#[test]
fn ties_across_areas_are_new() {
    let across = |it: &Value, time: &str| it["groups"] == "different" && !it[time].is_null();
    let words = ["pairs", "--by", "locality", "--without", "convenor"];
    let pairs = change(&words);
    assert_eq!(pairs.count(|it| across(it, "before")), 0);
    assert_eq!(pairs.count(|it| across(it, "after")), 5);
    let pairs = change(&[&words[..], &["--crossing", "sector"]].concat());
    assert_eq!(pairs.count(|it| across(it, "after")), 3);
}

#[test]
fn the_convenor_works_itself_out_of_a_job() {
    let closure = change(&["closure", "--crossing", "sector"]);
    let of = |column: &str| closure.value("convenor", column);
    assert_eq!(["brokered", "alone", "closed", "closed_alone"].map(of), [74.0, 65.0, 8.0, 5.0]);
    // Two of the 74 were not heard of at wave 2; of the rest each is somewhere.
    let fates = ["closed", "still", "by_others", "apart", "left", "not_observed"].map(of);
    assert_eq!(fates, [8.0, 39.0, 5.0, 20.0, 0.0, 2.0]);
    assert_eq!(["other_pairs", "other_closed", "share_other"].map(of), [15.0, 0.0, 0.0]);
    assert!(is_near(of("share_closed"), 8.0 / 72.0));
    let actors = change(&["actors"]);
    let of = |column: &str| actors.value("convenor", column);
    assert_eq!(["before", "after", "gained", "lost"].map(of), [18.0, 14.0, 0.0, 4.0]);
}

#[test]
fn working_ties_are_kept_and_the_convenor_apart_still_are() {
    let all = ["ties_before", "ties_after", "kept", "lost", "gained"];
    let raw = ["raw_kept", "raw_lost", "raw_gained"];
    let ties = change(&["ties"]);
    assert_eq!(ties.quantities(&all), [35.0, 40.0, 30.0, 5.0, 10.0]);
    assert_eq!(ties.quantities(&raw), [30.0, 5.0, 10.0]);
    assert!(is_near(ties.value("jaccard", "value"), 0.667));
    assert_eq!(ties.value("dyads", "value"), 206.0, "one dyad and three others are missing");
    let ties = change(&["ties", "--without", "convenor"]);
    assert_eq!(ties.quantities(&all[2..]), [16.0, 1.0, 10.0]);
    assert!(is_near(ties.value("jaccard", "value"), 0.593));
    let groups = change(&["groups"]);
    let crossing = |it: &Value| {
        it["from_group"] == "further-education" && it["to_group"] == "voluntary-community"
    };
    let row = groups.0.iter().find(|it| crossing(it)).expect("colleges with the third sector");
    let of = |column: &str| row[column].as_f64().expect("a number");
    assert_eq!(["before", "after", "gained", "lost"].map(of), [6.0, 13.0, 8.0, 1.0]);
}

#[test]
fn trust_that_was_not_heard_of_is_not_lost() {
    let ties = change(&["ties", "--relation", "trusts"]);
    let all = ["ties_before", "ties_after", "raw_kept", "raw_lost", "raw_gained"];
    assert_eq!(ties.quantities(&all), [36.0, 39.0, 26.0, 10.0, 13.0]);
    assert!(is_near(ties.value("raw_jaccard", "value"), 0.531));
    let silent = ["not_observed_after", "not_observed_before", "known_from_others"];
    assert_eq!(ties.quantities(&silent), [3.0, 1.0, 0.0]);
    assert_eq!(ties.quantities(&["kept", "lost", "gained"]), [26.0, 7.0, 12.0]);
    assert!(is_near(ties.value("jaccard", "value"), 26.0 / 45.0));
}

#[test]
fn of_one_time_nothing_can_change() {
    for study in ["data/link-wales", "data/equalls"] {
        for measure in ["ties", "closure", "routes", "pairs", "localities", "groups", "actors"] {
            let done = tertius(["change", measure, study]);
            assert_eq!((done.code, done.out.as_str()), (4, ""), "{study} {measure}");
            let said = "the study tells of no waves; say which two periods to compare";
            assert!(done.err.contains(said), "{study} {measure}: {}", done.err);
        }
    }
}
