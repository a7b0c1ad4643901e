//! What is promised of every measure: a page, an index, options that mean what they say.

use std::fs;
use std::path::{Path, PathBuf};

use tertius::catalogue::{Run, Takes};
use tertius::network::VIEW_OPTIONS;
use tertius::{Arguments, MEASURES, Measure, Network, Results, Study, View, Watch};

use crate::networks::network;
use crate::tables::reading;

#[test]
fn measures_are_in_order_and_found_by_unit_and_name() {
    let names: Vec<_> = MEASURES.iter().map(|measure| (measure.unit, measure.name)).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(names, sorted);
    for (unit, name) in names {
        assert!(Measure::find(unit, name).is_some_and(|it| (it.unit, it.name) == (unit, name)));
    }
}

#[test]
fn every_measure_has_a_page_with_all_its_parts() {
    for measure in MEASURES {
        let (page, name) = (measure.page, format!("{} {}", measure.unit, measure.name));
        let file =
            fs::read_to_string(sources().join(format!("{}/{}.md", measure.unit, measure.name)));
        assert_eq!(file.expect("a page beside the measure"), page, "{name}");

        let first = page.split("\n\n").next().unwrap_or_default().replace('\n', " ");
        assert!(first.ends_with('.') && !first.contains(". "), "{name}: one sentence: {first}");
        assert_eq!(format!("{}.", measure.about()), first, "{name}");

        let parts = ["\n```text\n", "\n```\n", "\n# Variants\n", "\n# Source\n"];
        let places: Vec<_> = parts.iter().map(|part| page.find(part)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{name}: {places:?}");

        let source = page.split("# Source").nth(1).expect("a source");
        for part in measure.source.split("; ") {
            let (author, year) = part.rsplit_once(' ').expect("author and year");
            let author = author.split(' ').next().expect("an author");
            let cited = source.contains(author) && source.contains(&format!("({year})"));
            assert!(cited, "{name}: {part} is not in its source");
        }
        assert!(source.contains("Time O("), "{name}: how long it takes");
    }
}

#[test]
fn a_page_says_for_whom_the_measure_is_undefined() {
    for measure in MEASURES {
        let choices = choices(measure);
        let somewhere = edges().iter().any(|edge| {
            choices
                .iter()
                .filter_map(|it| edge.run(measure, it))
                .any(|it| !it.method.undefined.is_empty())
        });
        let said = measure.page.to_lowercase().contains("undefined");
        assert_eq!(somewhere, said, "{} {}", measure.unit, measure.name);
    }
}

#[test]
fn the_index_of_the_library_lists_every_measure() {
    let index = fs::read_to_string(sources().join("lib.rs")).expect("lib.rs");
    let listed = index.lines().filter_map(|line| line.strip_prefix("//! * [`"));
    let listed: Vec<_> = listed.map(|line| line.split_once("`]: ").expect("what it is")).collect();
    let paths: Vec<_> = listed.iter().map(|(path, _)| (*path).to_owned()).collect();
    let measures: Vec<_> = MEASURES.iter().map(|it| format!("{}::{}", it.unit, it.name)).collect();
    assert_eq!(paths, measures);
    for (measure, (path, about)) in MEASURES.iter().zip(listed) {
        let (_, source) = about.rsplit_once(" (").expect("author and year");
        assert!(measure.source.starts_with(source.trim_end_matches(')')), "{path}: {source}");
    }
}

#[test]
fn the_word_given_as_default_is_what_happens_without_it() {
    for measure in MEASURES {
        for option in measure.options {
            if NEEDED
                .iter()
                .any(|(name, needed, _)| (*name, *needed) == (measure.name, option.name))
            {
                continue;
            }
            let without =
                if option.name == "draws" { Arguments::default() } else { plain(measure) };
            let given = without.clone().with(option.name, option.default);
            for edge in edges() {
                let (with, without) = (edge.run(measure, &given), edge.run(measure, &without));
                assert_eq!(with, without, "{} {} {}", measure.unit, measure.name, option.name);
            }
            if let Takes::Words(words) = option.takes {
                assert!(words.contains(&option.default), "{}: {}", measure.name, option.name);
            }
        }
    }
}

#[test]
fn every_word_of_an_option_makes_a_difference_somewhere() {
    for measure in MEASURES {
        for option in measure.options {
            let Takes::Words(words) = option.takes else { continue };
            if ELSEWHERE.contains(&(measure.name, option.name)) {
                continue;
            }
            let columns = |word: &str| {
                let given = plain(measure).with(option.name, word);
                let results = edges().iter().filter_map(|edge| edge.run(measure, &given)).collect();
                let results: Vec<Results> = results;
                results.into_iter().map(|it| it.columns).collect::<Vec<_>>()
            };
            let found: Vec<_> = words.iter().map(|word| columns(word)).collect();
            for (at, word) in words.iter().enumerate() {
                let same = found[..at].iter().position(|it| *it == found[at]);
                let same = same.map(|same| words[same]);
                assert_eq!(same, None, "{} {} {word}", measure.name, option.name);
            }
        }
    }
}

/// Options that make a difference to other measures than those tested by default; or with
/// other terms; in tests of their own.
const ELSEWHERE: &[(&str, &str)] =
    &[("compare", "adjust"), ("compare", "pairs"), ("mrqap", "permute"), ("test", "adjust")];

/// Without these there is nothing to look at.
const NEEDED: &[(&str, &str, &str)] = &[("compare", "with", "level=actor")];

/// What a measure is asked without options, but for those it needs, and for few draws.
fn plain(measure: &Measure) -> Arguments {
    let needed = NEEDED.iter().filter(|(name, ..)| *name == measure.name);
    let plain = needed.fold(Arguments::default(), |all, (_, option, word)| all.with(option, word));
    let draws = measure.options.iter().any(|option| option.name == "draws");
    if draws { plain.with("draws", "60") } else { plain }
}

#[test]
fn no_option_of_a_measure_is_called_as_one_of_the_view() {
    for measure in MEASURES {
        for option in measure.options {
            let clash = VIEW_OPTIONS.iter().any(|it| it.name == option.name);
            assert!(!clash, "{} {}: --{}", measure.unit, measure.name, option.name);
        }
    }
}

#[test]
fn options_and_words_that_do_not_exist_are_refused_with_the_nearest() {
    let net = network("a-b", "");
    let measure = Measure::find(tertius::Unit::Actor, "betweenness").expect("a measure");
    let refused = |option: &str, word: &str| {
        let given = Arguments::default().with(option, word);
        measure.of_network(&net, &given, &Watch::new()).expect_err("refused").to_string()
    };
    assert_eq!(
        refused("path", "binary"),
        "no option of betweenness is called `path`; did you mean `paths`?"
    );
    assert_eq!(
        refused("scale", "normalized"),
        "no value of --scale is called `normalized`; did you mean `normalised`?"
    );
    let density = Measure::find(tertius::Unit::Whole, "density").expect("a measure");
    let given = Arguments::default().with("paths", "binary");
    let refused = density.of_network(&net, &given, &Watch::new()).expect_err("refused");
    assert_eq!(
        refused.to_string(),
        "the option paths does not apply: whole density takes no options"
    );
}

#[test]
fn a_measure_of_a_study_says_that_it_needs_one() {
    let net = network("a-b", "");
    for measure in MEASURES.iter().filter(|it| matches!(it.run, Run::Study(_))) {
        let refused = measure.of_network(&net, &Arguments::default(), &Watch::new());
        let refused = refused.expect_err("refused").to_string();
        assert!(refused.contains("which a study has and a network does not"), "{refused}");
    }
}

#[test]
fn every_word_of_a_view_option_is_understood() {
    for option in VIEW_OPTIONS {
        for word in option.words {
            let mut view = View::default();
            view.set(option.name, &[word]).unwrap_or_else(|err| panic!("{}: {err}", option.name));
        }
        if option.several {
            View::default().set(option.name, option.words).expect("several words");
        }
    }
    let mut view = View::default();
    for (option, word) in [("relation", "funds"), ("wave", "2"), ("locality", "north")] {
        view.set(option, &[word]).expect("any word");
    }
    view.set("period", &["2017..2019"]).expect("a span");
    let said = "via ties (funds); organisations, units rolled up; period 2017..2019; wave 2; \
        observed evidence; in north; a tie counts its weight, or 1";
    assert_eq!(view.to_string(), said);
}

#[test]
fn view_options_and_words_that_do_not_exist_are_refused_with_the_nearest() {
    let refused = |option: &str, word: &str| {
        View::default().set(option, &[word]).expect_err("refused").to_string()
    };
    assert_eq!(
        refused("levle", "person"),
        "no view option is called `levle`; did you mean `level`?"
    );
    assert_eq!(
        refused("level", "people"),
        "no value of --level is called `people`; there is: organisation, unit, person, actor"
    );
    assert_eq!(
        refused("period", "2019..2017"),
        "`period` cannot be `2019..2017`: write a span such as 2017..2019, 2017-10.. or 2019"
    );
}

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every choice of words of one option at a time.
fn choices(measure: &Measure) -> Vec<Arguments> {
    let words = measure.options.iter().flat_map(|option| {
        let words = if let Takes::Words(words) = option.takes { words } else { &[] };
        words.iter().map(|word| plain(measure).with(option.name, word))
    });
    // Undefined for an actor without alters, which the measures that others look at by default are not.
    let other = measure.options.iter().any(|it| it.name == "measure");
    let other = other.then(|| plain(measure).with("measure", "actor constraint"));
    words.chain([plain(measure)]).chain(other).collect()
}

/// A network or a study to try a measure on.
enum Edge {
    Network(Network),
    Study(Study),
}

impl Edge {
    fn run(&self, measure: &Measure, arguments: &Arguments) -> Option<Results> {
        match self {
            Self::Network(net) => measure.of_network(net, arguments, &Watch::new()).ok(),
            Self::Study(study) => {
                measure.of_study(study, &View::default(), arguments, &Watch::new()).ok()
            }
        }
    }
}

/// One person and the one activity they took part in.
fn two_modes() -> Network {
    let study = reading(
        "
        people        | id
                      | ann
        activities    | id
                      | talk
        participation | actor | activity
                      | ann   | talk
        ",
    );
    let mut view = View::default();
    view.set("via", &["two-mode"]).expect("an option of views");
    view.set("level", &["person"]).expect("an option of views");
    Study::from_reading(study).network(&view).expect("a view of the study")
}

/// Networks and a study where much is undefined, and one where options matter.
fn edges() -> Vec<Edge> {
    let sectors = |net: Network, sectors: &[&str]| {
        Edge::Network(net.with_attribute("sector", sectors.iter().copied()))
    };
    let study = reading(
        "
        organisations | id  | sector
                      | uni | HE
                      | col | FE
        people        | id
                      | ann
        affiliations  | person | organisation
                      | ann    | uni
                      | ann    | col
        ",
    );
    let waves = reading(
        "
        organisations | id | sector | localities
                      | a  | HE     | north
                      | b  | FE     | north
                      | c  |        | south
        ties          | from | to | directed | wave | status
                      | a    | b  | no       | 1    | observed
                      | a    | c  | no       | 2    | wished
        activities    | id
                      | talk
        participation | actor | activity
                      | a     | talk
        ",
    );
    vec![
        sectors(network("", ""), &[]),
        sectors(network("", "a"), &["HE"]),
        sectors(network("", "a b c"), &["HE", "HE", "FE"]),
        sectors(network("a-b", ""), &["HE", "FE"]),
        sectors(network("a-b:2 b-c a-c:0.5 c-d", "e"), &["HE", "HE", "FE", "FE", ""]),
        sectors(network("a-b:3 b-c a-c a-d:5", ""), &["HE", "FE", "HE", "FE"]),
        sectors(network("a>b c>b a>c b>d b>e b>f f>b", ""), &["HE", "FE", "HE", "FE", "HE", "FE"]),
        sectors(network("a>b:2 b>c", "d"), &["HE", "FE", "HE", "FE"]),
        sectors(network("a>b:2 a>c b>a", "d"), &["HE", "HE", "FE", "FE"]),
        sectors(network("a-b b-c:9 c-d", ""), &["HE", "FE", "FE", "HE"]),
        sectors(network("a-b:2 b-c c-d", ""), &["1", "1", "1", "2"]),
        sectors(network("a>b b>c:2 c>a b>a c>d d>e", ""), &["HE", "FE", "HE", "FE", ""]),
        sectors(network("a-b:2 b-c d-e", ""), &["HE", "FE", "HE", "FE", "FE"]),
        Edge::Study(Study::from_reading(study)),
        Edge::Study(Study::from_reading(waves)),
        Edge::Study(Study::from_reading(reading(
            "
            organisations | id | sector
                          | a  | HE
                          | b  | FE
                          | c  |
                          | d  | FE
            ties          | from | to | directed | certainty
                          | a    | b  | no       | certain
                          | b    | c  | no       | probable
            ",
        ))),
        Edge::Study(Study::from_reading(reading(
            "
            organisations | id
                          | a
                          | b
            ties          | from | to | directed | certainty
                          | a    | b  | no       | probable
            ",
        ))),
        Edge::Network(two_modes()),
    ]
}
