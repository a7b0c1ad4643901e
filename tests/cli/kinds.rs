//! Pictures of one actor and of two modes, as typed.

use crate::support::tertius;

const STUDY: &str = "data/wolverhampton";

#[test]
fn an_ego_picture_wants_somebody_who_is_there() {
    let missing = tertius(["chart", "ego", STUDY]);
    assert_eq!(missing.code, 2, "{}", missing.err);
    assert!(missing.err.contains("--ego university-of-wolverhampton (21)"), "{}", missing.err);
    let near = tertius(["chart", "ego", STUDY, "--ego", "university-of-wolverhamton"]);
    assert_eq!(near.code, 2);
    assert!(near.err.contains("did you mean `university-of-wolverhampton`?"), "{}", near.err);
    let nobody = tertius(["chart", "ego", STUDY, "--ego", "xyzzy"]);
    assert_eq!(nobody.code, 2);
    assert!(
        nobody.err.contains("most contacts have --ego university-of-wolverhampton"),
        "{}",
        nobody.err
    );
    let alone = tertius(["chart", "ego", STUDY, "--ego", "Springer"]);
    assert_eq!(alone.code, 4);
    assert!(alone.err.contains("Springer has no tie in this view"), "{}", alone.err);
    let three = tertius(["chart", "ego", STUDY, "--ego", "PIMA", "--steps", "3"]);
    assert_eq!(three.code, 2);
    let drawn = tertius(["chart", "ego", STUDY, "--ego", "PIMA", "--anonymise"]);
    assert_eq!(drawn.code, 0, "{}", drawn.err);
    assert!(drawn.out.contains("who is around Organisation 14") && !drawn.out.contains("PIMA"));
}

#[test]
fn two_modes_say_that_no_other_way_has_a_place_in_them() {
    let file = tempfile::tempdir().expect("a folder");
    let svg = file.path().join("two.svg");
    let said = |via: &[&str]| {
        let asked = ["chart", "twomode", STUDY, "-o", svg.to_str().expect("a name")];
        let done = tertius(asked.iter().chain(via));
        assert_eq!(done.code, 0, "{}", done.err);
        done.err
    };
    assert!(said(&["--via", "ties"]).contains("always via two-mode"));
    assert!(!said(&["--via", "two-mode"]).contains("always via"));
    assert!(!said(&[]).contains("always via"), "the view of the study is not what was typed");
}
