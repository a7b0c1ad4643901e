//! Every measure against numbers worked out by hand, printed in a book or found by other software.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use tertius::study::Words;
use tertius::{Arguments, MEASURES, Measure, Results, Unit, Values, View, Watch};

use crate::networks::{keys, network};
use crate::tables::study_with;

#[derive(Deserialize)]
struct Golden {
    case: Vec<Case>,
}

/// A network, given as ties or as the tables of a study, and what a measure makes of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What the case shows.
    about: String,
    /// Page of a book, `by hand:` with the working, or software with its version.
    source: String,
    /// `a-b:2 b-c`, or directed `a>b b>c`.
    ties: Option<String>,
    /// Actors without a tie.
    #[serde(default)]
    isolates: String,
    /// Sector of each actor; one that is not named has none on record.
    #[serde(default)]
    groups: BTreeMap<String, String>,
    /// Actors who gave an account of their ties, if anybody was asked.
    accounts: Option<String>,
    /// Tables of a study, instead of ties: see `tables.rs`.
    tables: Option<String>,
    /// What its `study.toml` says.
    #[serde(default)]
    settings: String,
    /// The view of the study.
    #[serde(default)]
    view: BTreeMap<String, Words>,
    /// Options of the measure.
    #[serde(default)]
    options: BTreeMap<String, String>,
    /// Largest difference allowed, where the source prints few digits. Without it numbers agree to
    /// one part in 10⁹.
    tolerance: Option<f64>,
    /// Columns, each with a value for every row: see [`Want`]. `each` is that of rows not named.
    #[serde(default)]
    expect: BTreeMap<String, BTreeMap<String, Want>>,
    /// What must be said beside the numbers.
    #[serde(default)]
    notes: Vec<String>,
    /// Why the measure refuses.
    error: Option<String>,
}

/// A number, words, or `"undefined"`: no number, and a reason why.
#[derive(Deserialize)]
#[serde(untagged)]
enum Want {
    Number(f64),
    Word(String),
}

#[test]
fn every_measure_meets_its_golden_cases() {
    let mut wrong = Vec::new();
    for measure in MEASURES {
        for case in cases(measure) {
            if let Err(why) = case.check(measure) {
                let Case { about, source, .. } = case;
                wrong.push(format!("{} {}, {about}: {why} ({source})", measure.unit, measure.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_column_of_numbers_is_in_a_golden_case() {
    for measure in MEASURES {
        let (mut found, mut expected) = (BTreeSet::new(), BTreeSet::new());
        for case in cases(measure) {
            expected.extend(case.expect.keys().cloned());
            let Ok(results) = case.run(measure) else { continue };
            let numbers = results.columns.iter().filter(|it| !matches!(it.values, Values::Text(_)));
            found.extend(numbers.map(|column| column.name.clone()));
        }
        let missing: Vec<_> = found.difference(&expected).collect();
        assert!(missing.is_empty(), "{} {}: {missing:?}", measure.unit, measure.name);
    }
}

#[test]
fn no_golden_numbers_are_without_a_measure() {
    for unit in Unit::ALL {
        for file in fs::read_dir(folder().join(unit.name())).into_iter().flatten() {
            let name = file.expect("a file").path();
            let name = name.file_stem().and_then(|name| name.to_str()).expect("a name");
            assert!(Measure::find(unit, name).is_some(), "golden/{unit}/{name}.toml");
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden")
}

fn path_of(measure: &Measure) -> PathBuf {
    folder().join(measure.unit.name()).join(measure.name).with_extension("toml")
}

fn cases(measure: &Measure) -> Vec<Case> {
    let path = path_of(measure);
    let text = fs::read_to_string(&path).unwrap_or_else(|err| panic!("{}: {err}", path.display()));
    let golden: Golden =
        toml::from_str(&text).unwrap_or_else(|err| panic!("{}: {err}", path.display()));
    golden.case
}

impl Case {
    fn run(&self, measure: &Measure) -> tertius::Result<Results> {
        let arguments = self.options.iter();
        let arguments = arguments
            .fold(Arguments::default(), |arguments, (name, value)| arguments.with(name, value));
        let watch = Watch::new();
        match (&self.ties, &self.tables) {
            (Some(ties), None) => {
                let mut net = network(ties, &self.isolates);
                let named = |id: &str| self.groups.get(id).map_or("", String::as_str);
                let groups: Vec<_> =
                    net.actors().iter().map(|it| named(&it.id).to_owned()).collect();
                net = net.with_attribute("sector", groups);
                if let Some(accounts) = &self.accounts {
                    let gave = |id: &str| accounts.split_whitespace().any(|it| it == id);
                    let gave: Vec<_> = net.actors().iter().map(|it| gave(&it.id)).collect();
                    net = net.with_accounts(gave);
                }
                measure.of_network(&net, &arguments, &watch)
            }
            (None, Some(tables)) => {
                let mut view = View::default();
                for (option, words) in &self.view {
                    view.set(option, &words.list()).expect("an option of views");
                }
                measure.of_study(&study_with(&self.settings, tables), &view, &arguments, &watch)
            }
            _ => panic!("a case has either ties or tables"),
        }
    }

    fn check(&self, measure: &Measure) -> Result<(), String> {
        let results = match (self.run(measure), &self.error) {
            (Ok(results), None) => results,
            (Err(err), Some(why)) if err.to_string().contains(why) => return Ok(()),
            (Err(err), _) => return Err(err.to_string()),
            (Ok(_), Some(why)) => return Err(format!("it should refuse: {why}")),
        };
        if self.expect.is_empty() {
            return Err("nothing is expected".to_owned());
        }
        let rows = rows(&results, keys(&results));
        for (column, wanted) in &self.expect {
            if let Some(row) = wanted.keys().find(|it| *it != "each" && !rows.contains(it)) {
                return Err(format!("no row is called {row:?}; there are {rows:?}"));
            }
            for (at, row) in rows.iter().enumerate() {
                let want = wanted.get(row).or_else(|| wanted.get("each"));
                let want = want.ok_or(format!("what {column} of {row:?} should be is not said"))?;
                self.compare(&results, at, column, want)
                    .map_err(|why| format!("{column} of {row:?}: {why}"))?;
            }
        }
        let said = results.method.notes.iter().chain(&results.method.provenance.notes);
        let said: Vec<_> = said.collect();
        let missing = self.notes.iter().find(|note| !said.iter().any(|it| it.contains(*note)));
        missing.map_or(Ok(()), |note| Err(format!("{note:?} is not said")))
    }

    fn compare(&self, got: &Results, at: usize, column: &str, want: &Want) -> Result<(), String> {
        match want {
            Want::Number(want) => {
                let got = got.numbers(column).ok_or("no such column of numbers")?[at];
                let got = got.ok_or(format!("undefined, not {want}"))?;
                let allowed = self.tolerance.unwrap_or(1e-9 * want.abs().max(1e-3));
                let differs = (got - want).abs() > allowed;
                if differs { Err(format!("{got}, not {want}")) } else { Ok(()) }
            }
            Want::Word(word) if word == "undefined" => {
                let number = got.numbers(column).ok_or("no such column of numbers")?[at];
                match (number, got.reason(at, column)) {
                    (None, Some(_)) => Ok(()),
                    (None, None) => Err("undefined without a reason".to_owned()),
                    (Some(number), _) => Err(format!("{number}, not undefined")),
                }
            }
            Want::Word(word) => {
                let words = got.words(column).ok_or("no such column of words")?;
                let got = words[at].as_deref().unwrap_or_default();
                if got == word { Ok(()) } else { Err(format!("{got:?}, not {word:?}")) }
            }
        }
    }
}

/// What each row is of: its first columns, joined by a space.
fn rows(results: &Results, keys: usize) -> Vec<String> {
    let key = |column: usize, row| results.columns[column].values.text(row).unwrap_or_default();
    let row = |row| (0..keys).map(|column| key(column, row)).collect::<Vec<_>>().join(" ");
    (0..results.len()).map(row).collect()
}
