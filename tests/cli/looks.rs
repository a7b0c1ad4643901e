//! What a sociogram shows besides colour and places, as options.

use crate::support::tertius;

const STUDY: &str = "data/wolverhampton";

fn drawn(options: &[&str]) -> crate::support::Done {
    tertius([&["chart", "sociogram", STUDY], options].concat())
}

#[test]
fn options_of_a_look_come_together_in_one_picture() {
    let done = drawn(&[
        "--color-by",
        "locality",
        "--size-by",
        "degree",
        "--hull-by",
        "sector",
        "--label-by",
        "locality",
        "--labels",
        "top:5",
        "--highlight",
        "top:2,university-of-wolverhampton",
        "--highlight",
        "cut_points",
        "--annotate",
        "university-of-wolverhampton:leads: the festival",
    ]);
    assert_eq!(done.code, 0, "{}", done.err);
    let said = done.out.replace('\u{a0}', " ");
    for wanted in [
        "Area of mark: number of contacts",
        "of one sector",
        "highest number of contacts",
        "In full colour: the 2 actors",
        "leads: the festival",
        ">Remarks<",
        ">Locality<",
    ] {
        assert!(said.contains(wanted), "{wanted}");
    }
}

#[test]
fn what_cannot_be_shown_is_refused_with_what_can() {
    for (options, wanted) in [
        (["--size-by", "betweeness"], "did you mean `betweenness`"),
        (["--hull-by", "sectr"], "did you mean `sector`"),
        (["--label-by", "short"], "no column is called `short`"),
        (["--labels", "some"], "auto, all, top:10, none"),
        (["--labels", "top:0"], "did you mean `top:10`"),
        (["--highlight", "Univ of Wolverhampton"], "did you mean `university-of-wolverhampton`"),
        (["--highlight", "locality=wolverhamton"], "did you mean `wolverhampton`"),
        (["--annotate", "leads the festival"], "--annotate \"WHO:TEXT\""),
        (["--color-by", "region"], "it can be grouped by"),
    ] {
        let done = drawn(&options);
        assert!(done.code != 0 && done.out.is_empty(), "{options:?}");
        assert!(done.err.contains(wanted), "{options:?}: {}", done.err);
    }
    let other = drawn(&["--color-by", "region"]).err;
    assert!(other.contains("--by") && !other.contains("--color-by region --by"), "{other}");
}
