//! The programs in `crates/tertius/examples` do what they say.

#[allow(dead_code, reason = "its main function is for the command line")]
#[path = "../../crates/tertius/examples/brokers.rs"]
mod brokers;
#[allow(dead_code, reason = "its main function is for the command line")]
#[path = "../../crates/tertius/examples/chains.rs"]
mod chains;
#[allow(dead_code, reason = "its main function is for the command line")]
#[path = "../../crates/tertius/examples/stream.rs"]
mod stream;

#[test]
fn brokers_are_ranked_from_tables_made_in_code() {
    let ranked = brokers::brokers().expect("it runs");
    assert_eq!(ranked, "2 Learning hub\n0 University\n0 College\n0 Council");
}

#[test]
fn petgraph_finds_the_strongest_chain() {
    assert_eq!(chains::chain("Ann", "Eve").unwrap(), "Ann – Ben – Cat – Eve (1 long)");
    assert_eq!(chains::chain("Ann", "Zoe").unwrap(), "no such actor");
}

#[test]
fn ties_are_streamed_and_a_line_that_is_no_tie_is_an_error() {
    let busiest = |text: &str| stream::busiest(text.as_bytes(), 2).map_err(|err| err.to_string());
    assert_eq!(busiest("a b 2\nb c\na b 0.5\n"), Ok("2 b\n1 a".to_owned()));
    assert_eq!(busiest("a b\nc\n"), Err("not a tie: \"c\"".to_owned()));
    assert!(busiest("a b -1\n").expect_err("refused").contains("has strength -1"));
}
