//! A command that is not right is answered with one that is.

use crate::support::tertius;

/// What a command says when it is not understood.
fn said(words: &[&str]) -> String {
    let done = tertius(words);
    assert_eq!((done.code, done.out.as_str()), (2, ""), "{words:?}: {}", done.err);
    done.err
}

#[test]
fn a_measure_without_its_unit_or_with_another_is_found() {
    for (words, meant) in [
        (&["degree", "data/equalls"][..], &["`tertius actor degree data/equalls`"][..]),
        (&["degree"], &["`tertius actor degree STUDY`"]),
        (
            &["brokerage", "data/wolverhampton", "--by", "sector"],
            &[
                "`tertius actor brokerage data/wolverhampton --by sector`",
                "`tertius group brokerage data/wolverhampton --by sector`",
                "`tertius whole brokerage data/wolverhampton --by sector`",
            ],
        ),
        (&["actor", "mixing", "my study"], &["`tertius group mixing 'my study'`"]),
        (
            &["whole", "betweenness", "x"],
            &["`tertius actor betweenness x`", "`tertius tie betweenness x`"],
        ),
        (
            &["whole", "betweeness", "x"],
            &["`tertius actor betweenness x`", "`tertius tie betweenness x`"],
        ),
        (&["degre", "x"], &["`tertius actor degree x`"]),
        (&["chart", "brokerge", "x"], &["'brokerage'"]),
    ] {
        let said = said(words);
        assert!(meant.iter().all(|meant| said.contains(meant)), "{words:?}: {said}");
        assert_eq!(said.matches("tip:").count(), meant.len(), "{said}");
    }
}

#[test]
fn a_study_alone_is_told_what_can_be_done_with_it() {
    let said = said(&["data/equalls"]);
    assert!(said.contains("`tertius check data/equalls`"), "{said}");
    assert!(said.contains("`tertius report data/equalls -o report.html`"), "{said}");
}

#[test]
fn a_study_alone_and_misspelt_is_found() {
    let said = said(&["data/wolverhamton"]);
    assert!(said.contains("data/wolverhamton is not there: did you mean wolverhampton?"), "{said}");
}

#[test]
fn an_option_that_a_measure_does_not_take_is_not_answered_with_dashes() {
    assert!(!said(&["actor", "degree", "data/equalls", "--by", "x"]).contains("-- --by"));
}

#[test]
fn a_study_that_cannot_be_grouped_so_is_told_how_it_can() {
    let said_of = said(&["actor", "brokerage", "data/equalls"]);
    assert!(said_of.contains("no actor of this network has a `sector`"), "{said_of}");
    assert!(said_of.contains("a column `sector`"), "{said_of}");
    let table = |columns: &str, rows: &str| {
        crate::support::study(&[
            ("organisations.csv", &format!("id,{columns}\n{rows}")),
            ("ties.csv", "from,to\na,b\nb,c\n"),
        ])
    };
    let one = table("town", "a,x\nb,y\nc,x\n");
    let path = one.path().to_str().expect("UTF-8");
    for words in [
        &["actor", "brokerage", path, "--top", "2"][..],
        &["actor", "brokerage", path, "--by", "zzz", "--top", "2"],
        &["actor", "brokerage", path, "--by=zzz", "--top", "2"],
    ] {
        let said = said(words);
        let command = format!("by town: `tertius actor brokerage {path} --top 2 --by town`");
        assert!(said.contains(&command), "{said}");
    }
    assert!(said(&["chart", "mixing", path]).contains("--by town"));
    let two = table("town,size", "a,x,1\nb,y,2\nc,x,2\n");
    let said = said(&["group", "mixing", two.path().to_str().expect("UTF-8")]);
    assert!(said.contains("it can be grouped by size, town:"), "{said}");
}

#[test]
fn parquet_says_how_to_get_it() {
    if cfg!(feature = "frame") {
        return;
    }
    for more in [["--format", "parquet"], ["-o", "x.parquet"]] {
        let said = said(&[&["actor", "degree", "data/equalls"][..], &more].concat());
        assert!(said.contains("--features frame"), "{said}");
    }
}
