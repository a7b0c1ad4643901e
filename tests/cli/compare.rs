//! What changed, in sentences.

use serde_json::Value;

use crate::support::{study, tertius};

const DIALOGUES: &str = "data/dialogues-synthetic";

#[test]
fn two_waves_are_compared_in_sentences() {
    let done = tertius(["compare", DIALOGUES, "--from", "1", "--to", "2"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    insta::assert_snapshot!(done.out, @r"
    Invented data for teaching: no real organisation, person or finding.

    Dialogues between two sectors (invented): from wave 1 to wave 2
    view: via ties (works-with); organisations, units rolled up; wave 1, then wave 2; observed evidence;
    a tie counts its weight, or 1

    Ties
      21 actors were there at both times; nobody joined, nobody left.
      35 ties before, 40 after. Where both times were observed, 30 were kept, 10 gained and 5 lost.
      86 % of the ties before lasted; of the ties at either time 67 % are at both (Jaccard 0.667).
      Of the pairs without a tie before 6 % are tied now.

    Between groups, by sector
      Further education with Voluntary and community: 6 ties before, 13 after; 5 kept, 8 gained, 1 lost
      Teacher education with Further education: 8 ties before, 6 after; 6 kept, 0 gained, 2 lost
      Teacher education with Voluntary and community: 10 ties before, 8 after; 8 kept, 0 gained, 2 lost
      within Voluntary and community: 7 ties before, 9 after; 7 kept, 2 gained, 0 lost
      within Further education: 4 ties before, 4 after; 4 kept, 0 gained, 0 lost

    Brokers
      The Convenor (invented) stood between 74 pairs of different sector without a tie (65 of them
        alone). After: 8 tied directly now, 39 still through it, 5 through others, 20 no longer joined
        by anybody, 2 not observed. That is 11 % of those known, against 0 % of the 15 other pairs
        without a tie before.
      Third-sector organisation UA2 (invented) stood between 3 pairs of different sector without a tie
        (2 of them alone). After: 0 tied directly now, 3 still through it. That is 0 % of those known,
        against 10 % of the 79 other pairs without a tie before.
      FE College UB1 (invented) stood between 2 pairs of different sector without a tie (always beside
        others). After: 0 tied directly now, 1 still through it, 1 no longer joined by anybody. That is
        0 % of those known, against 10 % of the 77 other pairs without a tie before.

    What to know
      The weight of works-with is ordinal: its sums are ranks added up, not amounts.
      35 ties before and 40 after; 45 pairs are tied at either time.
      Of the 210 dyads that count among the 21 actors present at both times 206 were observed at both;
        the others are missing, not absent.
    ");
    // The first wave and the last are compared without a word.
    assert_eq!(tertius(["compare", DIALOGUES]).out, done.out);
}

#[test]
fn silence_is_told_apart_from_loss() {
    let text = tertius(["compare", DIALOGUES, "--relation", "trusts"]).out;
    for part in [
        "36 ties before, 39 after. Where both times were observed, 26 were kept, 12 gained and 7 lost.",
        "3 ties before were not heard of again, because nobody answered: silence, not loss.",
        "1 tie after may be new or not: nobody had answered before.",
        "Further education to Voluntary and community",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn programs_read_the_tables_and_the_text() {
    let done = tertius(["compare", DIALOGUES, "--json"]);
    let json: Value = serde_json::from_str(&done.out).expect("JSON");
    assert_eq!(json["schema"], "tertius.compare/1");
    assert_eq!(json["ties"]["rows"][0]["quantity"], "stayed");
    assert_eq!(json["closure"]["rows"][0]["brokered"], 74.0);
    assert_eq!(json["closure"]["method"]["measure"], "change closure");
    assert!(json["text"].as_str().is_some_and(|text| text.contains("74 pairs")));
    assert_eq!(json["record"]["schema"], "tertius.record/1");
}

#[test]
fn without_sectors_and_between_periods() {
    let study = study(&[
        ("organisations.csv", "id,opened,closed\na,,\nb,,\nx,,2016\ny,2018,\nz,2018,\n"),
        ("ties.csv", "from,to,directed,start,end\na,b,no,2015,\na,x,no,2015,2016\nb,y,no,2018,\n"),
    ]);
    let path = study.path().to_str().expect("UTF-8");
    let text = tertius(["compare", path, "--from", "2016", "--to", "2018"]).out;
    for part in [
        "2 actors were there at both times; 2 joined, 1 left.",
        "2 ties before, 2 after. Where both times were observed, 1 was kept, 0 gained and 0 lost.",
        "1 tie came with who joined.",
        "1 tie went with who left.",
        "No actor has a sector on record; --by names another column.",
        "a stood between 1 pair without a tie (nobody else did). After: 0 tied directly now, 1 of \
         actors who left.",
    ] {
        assert!(unwrapped(&text).contains(part), "{part}: {text}");
    }
}

/// A text without its line breaks.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_cannot_be_compared_says_what_could() {
    for (words, code, said) in [
        (&["data/link-wales"][..], 4, "as in --from 2016..2017 --to 2018..2019"),
        (&[DIALOGUES, "--from", "3"], 2, "there is: 1, 2"),
        (&[DIALOGUES, "--from", "2020"], 4, "with --from 2020, a period, say --to too"),
        (&[DIALOGUES, "--from", "2"], 4, "nothing can have changed from wave 2 to wave 2"),
        (&[DIALOGUES, "--by", "sectr"], 2, "did you mean `sector`?"),
        (&[DIALOGUES, "--without", "convener"], 2, "did you mean `convenor`?"),
        (&[DIALOGUES, "--via", "two-mode"], 4, "with two modes nothing is kept or lost"),
    ] {
        let done = tertius([&["compare"], words].concat());
        assert_eq!((done.code, done.out.as_str()), (code, ""), "{words:?}: {}", done.err);
        assert!(done.err.contains(said), "{words:?}: {}", done.err);
    }
}

/// Wherever another view is asked for, it is typed in the same way.
#[test]
fn several_relations_of_another_view_stand_with_a_plus_between_them() {
    let both = "relation=advises+accredits";
    let ties = ["data/wolverhampton", "--via", "ties"];
    let asked = |words: &[&str]| {
        let done = tertius(words.iter().chain(&ties).chain(&["--format", "csv"]));
        assert_eq!(done.code, 0, "{}", done.err);
        done.out
    };
    let changed = asked(&["change", "ties", "--from", "relation=advises", "--to", both]);
    assert!(changed.contains("ties_before,8") && changed.contains("ties_after,10"), "{changed}");
    let compared = ["null", "compare", "--relation", "advises", "--with", both];
    let compared = asked(&[&compared[..], &["--measure", "whole density"]].concat());
    assert!(compared.contains("0.008602150537634409,0.010752688172043012"), "{compared}");
    let correlated = asked(&["null", "qap", "--relation", "advises", "--with", both]);
    assert!(correlated.contains(both), "{correlated}");
    let wrong = tertius(["null", "compare", "data/wolverhampton", "--with", "wave"]);
    assert!(wrong.err.contains("write option=value, as in wave=1"), "{}", wrong.err);
}
