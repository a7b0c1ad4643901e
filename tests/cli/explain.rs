use tertius::MEASURES;
use tertius::study::{PROBLEMS, TABLES};

use crate::support::tertius;

#[test]
fn everything_that_can_be_met_can_be_explained() {
    let index = tertius(["explain"]).out;
    let terms = MEASURES.iter().map(|it| it.name);
    let terms = terms
        .chain(PROBLEMS.iter().map(|it| it.code))
        .chain(TABLES.iter().map(|it| it.name))
        .chain(["view", "json", "terms"]);
    for term in terms {
        let done = tertius(["explain", term]);
        assert_eq!(done.code, 0, "{term}: {}", done.err);
        assert!(done.out.len() > 100, "{term}: {}", done.out);
        assert!(index.contains(term), "{term} is not in the index");
    }
}

#[test]
fn a_measure_shows_formula_limits_options_and_source() {
    let done = tertius(["explain", "actor", "brokerage"]);
    for part in [
        "coordinator",
        "z = (observed − expected) / sd",
        "# Variants",
        "doi:10.2307/270949",
        "--null density|edges|labels|sna",
    ] {
        assert!(done.out.contains(part), "{part}: {}", done.out);
    }
    assert_eq!(tertius(["explain", "brokerage"]).out.matches("# Source").count(), 3);
}

#[test]
fn whoever_asks_for_a_command_is_sent_to_its_help() {
    for command in ["disclosure", "page", "layout", "chart", "chart sociogram"] {
        let done = tertius(["explain"].into_iter().chain(command.split(' ')));
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{command}");
        let said = format!("`{command}` is a command, not a measure: ");
        let hint = format!("`tertius {command} --help` tells its options");
        assert!(done.err.contains(&said) && done.err.contains(&hint), "{}", done.err);
        let words = command.split(' ').chain(["--help"]);
        assert_eq!(tertius(words).code, 0, "{command}");
    }
}

#[test]
fn a_word_that_is_nearly_right_gets_a_suggestion() {
    let done = tertius(["explain", "brokrage"]);
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    assert!(done.err.contains("did you mean `brokerage`?"), "{}", done.err);
}

#[test]
fn columns_that_no_analysis_reads_are_not_called_attributes() {
    let kept = "Other columns are kept in the file and not analysed.";
    assert!(tertius(["explain", "ties"]).out.contains(kept));
    let actors = tertius(["explain", "people"]).out;
    assert!(actors.contains("kept as attributes") && !actors.contains(kept), "{actors}");
}
