use tertius::MEASURES;

use crate::support::{broken, tertius};

#[test]
fn every_measure_runs_on_every_study_or_says_why_not() {
    for study in [
        "wm-lsrn",
        "wolverhampton",
        "link-wales",
        "equalls",
        "changing-the-dynamics",
        "dialogues-synthetic",
    ] {
        for measure in MEASURES {
            let path = format!("data/{study}");
            let has = |name: &str| measure.options.iter().any(|option| option.name == name);
            let mut words = vec![measure.unit.name(), measure.name, &path];
            // As many as by default would take a minute in all.
            words.extend(has("draws").then_some("--draws=50"));
            let done = tertius(words);
            let said = format!("{} {} {study}: {}", measure.unit, measure.name, done.err);
            // A study without sectors has nothing to group by; some measures need directed ties,
            // two modes or a relation more.
            let grouped = has("by") || has("with");
            let refused = done.code == 4 && done.err.contains(" does not apply: ");
            let ungrouped = study == "equalls" && grouped && done.code == 2;
            assert!(refused || ungrouped || done.code == 0, "{said}");
            assert_eq!(done.code == 0, done.err.is_empty(), "{said}");
        }
    }
}

#[test]
fn a_table_carries_its_view_its_notes_and_its_source() {
    let done = tertius(["actor", "degree", "data/equalls"]);
    insta::assert_snapshot!(done.out, @r"
    Authorship of eight blog posts coded from one web page; not the collaboration network of the project.

    actor              name               degree  strength  opsahl  normalised
    catherine-gripton  Catherine Gripton       3         3       3        0.75
    thomas-cowhitt     Thomas Cowhitt          3         4   3.464        0.75
    georgina-hudson    Georgina Hudson         2         2       2         0.5
    toby-greany        Toby Greany             1         2   1.414        0.25
    andy-noyes         Andy Noyes              1         1       1        0.25

    actor degree: How many ties an actor has, how strong they are in all, and both in one number
    study: EQuaLLS blog: who wrote with whom
    view: via shared activities; people; observed evidence; a shared activity counts 1
    network: 5 actors, 5 undirected ties
    options: alpha: 0.5
    note: shared activities are opportunities to work together, not yet ties
    note: left out: activities with a single actor of the view (2)
    sorted by degree
    source: Freeman 1978; Opsahl, Agneessens and Skvoretz 2010
    ");
}

#[test]
fn a_view_in_which_nothing_joins_anybody_says_so() {
    let done = tertius(["actor", "degree", "data/equalls", "--via", "ties"]);
    assert!(done.out.contains("nothing joins anybody in this view"), "{}", done.out);
    assert!(!tertius(["actor", "degree", "data/equalls"]).out.contains("nothing joins"));
}

#[test]
fn one_of_a_kind_is_not_said_to_be_several() {
    let study = crate::support::study(&[
        ("organisations.csv", "id,sector,kind\na,HE,\nb,,group\n"),
        ("ties.csv", "from,to\na,b\n"),
    ]);
    let path = study.path().to_str().expect("UTF-8");
    let said = tertius(["whole", "ei_index", path, "--by", "sector"]).out;
    for part in
        ["1 directed tie\n", "1 group actor (counted", "1 tie of an actor of unknown sector is"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn the_numbers_of_equalls_are_those_worked_out_by_hand() {
    let value = |words: &[&str], row: &str, column: &str| -> f64 {
        let done = tertius(words.iter().chain(&["--json"]));
        assert_eq!(done.code, 0, "{}", done.err);
        let json: serde_json::Value = serde_json::from_str(&done.out).expect("JSON");
        let rows = json["rows"].as_array().expect("rows");
        let row =
            rows.iter().find(|it| it["actor"] == row || it["quantity"] == row).expect("the row");
        row[column].as_f64().expect("a number")
    };
    let close = |found: f64, worked_out: f64| assert!((found - worked_out).abs() < 5e-7, "{found}");
    let density = ["whole", "density", "data/equalls"];
    let two_modes = [&density[..], &["--via", "two-mode"]].concat();
    close(value(&density, "density", "value"), 0.5);
    close(value(&two_modes, "density", "value"), 0.35);
    close(value(&two_modes, "ties", "value"), 14.0);
    let said = tertius(&two_modes).out;
    assert!(said.contains("network: 5 actors and 8 activities, 14 undirected ties\n"), "{said}");
    for (actor, strength, betweenness, constraint) in [
        ("thomas-cowhitt", 4.0, 3.0, 0.558_642),
        ("catherine-gripton", 3.0, 3.0, 0.558_642),
        ("toby-greany", 2.0, 0.0, 1.0),
        ("georgina-hudson", 2.0, 0.0, 0.888_889),
        ("andy-noyes", 1.0, 0.0, 1.0),
    ] {
        close(value(&["actor", "degree", "data/equalls"], actor, "strength"), strength);
        close(value(&["actor", "betweenness", "data/equalls"], actor, "value"), betweenness);
        close(value(&["actor", "constraint", "data/equalls"], actor, "unweighted"), constraint);
        let binary = ["actor", "constraint", "data/equalls", "--weights", "binary"];
        close(value(&binary, actor, "value"), constraint);
    }
}

#[test]
fn undefined_is_blank_in_csv_null_in_json_and_explained_in_tables() {
    let words = ["actor", "constraint", "data/wm-lsrn", "--via", "ties"];
    let table = tertius(words);
    assert!(table.out.contains("the actor has no alter"), "{}", table.out);
    let csv = tertius(words.iter().chain(&["--format", "csv"]));
    assert!(csv.out.lines().any(|line| line.ends_with(",,")), "{}", csv.out);
    let json = tertius(words.iter().chain(&["--json"]));
    assert!(json.out.contains("\"value\": null"), "{}", json.out);
}

#[test]
fn words_that_are_nearly_right_get_a_suggestion_and_exit_code_2() {
    for (words, said) in [
        (
            &["whole", "ei_index", "data/wolverhampton", "--by", "localty"][..],
            "did you mean `locality`?",
        ),
        (&["actor", "degre", "data/wolverhampton"], "degree"),
        (&["actr", "degree", "data/wolverhampton"], "actor"),
        (
            &["actor", "degree", "data/wolverhampton", "--relation", "adviss"],
            "did you mean `advises`?",
        ),
        (
            &["actor", "degree", "data/wolverhampton", "--locality", "wolverhamptn"],
            "did you mean `wolverhampton`?",
        ),
        (&["actor", "degree", "data/dialogues-synthetic", "--wave", "3"], "there is: 1, 2"),
        (&["actor", "degree", "data/wolverhampton", "--level", "organization"], "organisation"),
        (&["actor", "degree", "data/wolverhampton", "--period", "soon"], "2017..2019"),
        (&["actor", "degree", "data/equalls", "--sort", "degre"], "did you mean `degree`?"),
    ] {
        let done = tertius(words);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{words:?}");
        assert!(done.err.contains(said), "{words:?}: {}", done.err);
    }
}

#[test]
fn errors_in_the_data_stop_an_analysis_with_one_clear_message() {
    let study = broken();
    let done = tertius(["actor".as_ref(), "degree".as_ref(), study.path().as_os_str()]);
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert!(
        done.err.contains(
            "1 error that must be mended first; the first: ties.csv, cell A3 (from): `wmcet`"
        ),
        "{}",
        done.err
    );
}

#[test]
fn what_does_not_apply_says_why_with_exit_code_4() {
    let done = tertius(["actor", "brokerage", "data/equalls", "--via", "two-mode", "--by", "kind"]);
    assert_eq!(done.code, 4, "{}", done.err);
    assert!(done.err.contains("two modes"), "{}", done.err);
}

#[test]
fn what_cannot_be_read_says_so_with_exit_code_3() {
    let done = tertius(["actor", "degree", "data/wolverhamton"]);
    assert_eq!(done.code, 3, "{}", done.err);
    assert!(done.err.contains("did you mean"), "{}", done.err);
}

#[test]
fn remarks_away_from_a_terminal_are_no_wider_than_a_page() {
    let done = tertius(["whole", "density", "data/wolverhampton"]);
    let widest = done.out.lines().map(|line| line.chars().count()).max();
    assert!(widest.is_some_and(|it| (90..=100).contains(&it)), "{widest:?}: {}", done.out);
}

#[test]
fn a_number_below_zero_is_a_number() {
    let power = ["actor", "bonacich_power", "data/equalls", "--beta"];
    let done = tertius(power.iter().chain(&["-0.5"]));
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(done.out, tertius(power[..3].iter().chain(&["--beta=-0.5"])).out);
    let done = tertius(["actor", "key_players", "data/equalls", "--seed", "-1"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("`seed` cannot be `-1`"), "{}", done.err);
}

#[test]
fn people_are_looked_for_where_ties_are_there_through_them() {
    let study = crate::support::study(&[
        ("organisations.csv", "id\na\nb\n"),
        ("ties.csv", "from,to\na,b\n"),
    ]);
    let path = study.path().to_str().expect("UTF-8");
    let said = tertius(["actor", "removal", path, "--of", "person"]).out;
    assert!(said.contains("--via affiliations takes the ties"), "{said}");
}
