//! The list of measures is one list, wherever it is shown.

use std::fmt::Write as _;
use std::{env, fs};

use tertius::{MEASURES, Unit};

use crate::support::{root, tertius};

/// Unit and name of every measure, in order.
fn measures() -> Vec<String> {
    MEASURES.iter().map(|it| format!("{} {}", it.unit, it.name)).collect()
}

#[test]
fn explain_lists_every_measure() {
    let index = tertius(["explain"]).out;
    let mut listed = Vec::new();
    let mut unit = None;
    for line in index.lines() {
        let word = line.split_whitespace().next().unwrap_or_default();
        if !line.starts_with(' ') {
            unit = Unit::ALL.iter().find(|it| word == format!("{it}:"));
        } else if let Some(unit) = unit.filter(|_| line[2..].starts_with(word)) {
            listed.push(format!("{unit} {word}"));
        }
    }
    assert_eq!(listed, measures());
}

#[test]
fn explain_lists_every_measure_for_programs() {
    let index: serde_json::Value =
        serde_json::from_str(&tertius(["explain", "--json"]).out).expect("JSON");
    let word = |it: &serde_json::Value, key: &str| it[key].as_str().expect("a word").to_owned();
    let listed = index["measures"].as_array().expect("measures").iter();
    let listed: Vec<_> =
        listed.map(|it| format!("{} {}", word(it, "unit"), word(it, "name"))).collect();
    assert_eq!(listed, measures());
}

#[test]
fn every_measure_is_a_command_of_its_unit() {
    let mut listed = Vec::new();
    for unit in Unit::ALL {
        let help = tertius([unit.name(), "--help"]).out;
        let commands = help.split("Commands:\n").nth(1).expect("commands");
        let commands = commands.lines().take_while(|line| !line.is_empty());
        let names = commands.filter_map(|line| line[2..].split_once(' ')).map(|(name, _)| name);
        let names = names.filter(|name| !name.is_empty() && *name != "help");
        listed.extend(names.map(|name| format!("{unit} {name}")));
    }
    assert_eq!(listed, measures());
}

/// The page is made by this test: `make docs` writes it anew.
#[test]
fn the_page_of_measures_lists_them_with_their_sources() {
    let file = root().join("docs/measures.md");
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, page()).expect("docs/measures.md");
    }
    let written = fs::read_to_string(&file).expect("docs/measures.md");
    assert!(written == page(), "docs/measures.md is out of date: `make docs` writes it anew");
}

fn page() -> String {
    let mut text = String::from(
        "# Measures\n\n\
        Written by `make docs` from the catalogue. `tertius explain brokerage` tells the formula of a \
        measure, for whom it is\nundefined, and where other software differs.\n",
    );
    for unit in Unit::ALL {
        let _ = writeln!(text, "\n## `tertius {unit}`\n");
        let _ = writeln!(text, "| measure | what it says | options | source |\n|---|---|---|---|");
        for measure in MEASURES.iter().filter(|it| it.unit == unit) {
            let options: Vec<_> =
                measure.options.iter().map(|it| format!("`--{}`", it.name)).collect();
            let (name, about) = (measure.name, measure.about());
            let (options, source) = (options.join(" "), measure.source);
            let _ = writeln!(text, "| `{name}` | {about} | {options} | {source} |");
        }
    }
    text
}
