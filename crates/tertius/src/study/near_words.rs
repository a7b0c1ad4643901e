//! Words of a vocabulary that no study.toml declares and that look like a slip of another.

use std::collections::BTreeMap;

use super::names::slip_of;
use super::places::{Cell, Places};
use super::{Problem, Study, Table};
use crate::counted;

/// Different words in a column up to which they are compared: more are free text.
const MOST_WORDS: usize = 1_000;

/// How often a word occurs, and where first.
type Words<'s> = BTreeMap<&'s str, (usize, Cell)>;

/// Warns of rare words that look like a more frequent one of the same vocabulary.
pub(super) fn check(study: &Study, places: &Places, found: &mut Vec<Problem>) {
    for words in vocabularies(study).into_iter().filter(|words| words.len() <= MOST_WORDS) {
        let mut rare: Vec<_> = words.iter().collect();
        rare.sort_by_key(|(_, (_, (table, row, _)))| (*table, *row));
        for (word, &(count, cell)) in rare {
            let mut alike: Vec<_> = words
                .iter()
                .filter(|(other, (often, _))| is_rare_beside(count, *often) && slip_of(word, other))
                .collect();
            alike.sort_by_key(|(_, (often, _))| std::cmp::Reverse(*often));
            if let Some((other, (often, _))) = alike.first() {
                let [rows, others] = [count, *often].map(|n| counted(n, "row", "rows"));
                let verb = if count == 1 { "looks" } else { "look" };
                let message = format!("{rows} {verb} like `{other}` ({others})");
                let problem = places.problem("near-duplicate-word", cell, message);
                found.push(
                    problem
                        .value(*word)
                        .suggest(format!("write `{other}` if that is meant; they are kept apart")),
                );
            }
        }
    }
}

/// Two words that are both usual are two things.
fn is_rare_beside(count: usize, often: usize) -> bool {
    count < often && (count == 1 || count * 10 <= often)
}

/// The vocabularies that grow with the tables.
fn vocabularies(study: &Study) -> Vec<Words<'_>> {
    let settings = &study.settings;
    let mut all = Vec::new();
    if settings.sector.is_empty() {
        let organisations =
            study.organisations.iter().map(|it| (it.sector.as_ref(), it.evidence.row));
        let people = study.people.iter().map(|it| (it.sector.as_ref(), it.evidence.row));
        let mut words = Words::new();
        count(&mut words, Table::Organisations, "sector", organisations);
        count(&mut words, Table::People, "sector", people);
        all.push(words);
    }
    if settings.relation.is_empty() {
        let ties = study.ties.iter().map(|it| (it.relation.as_ref(), it.evidence.row));
        let mut words = Words::new();
        count(&mut words, Table::Ties, "relation", ties);
        all.push(words);
    }
    if settings.role.is_empty() {
        let posts = study.affiliations.iter().map(|it| (it.role.as_ref(), it.evidence.row));
        let parts = study.participation.iter().map(|it| (it.role.as_ref(), it.evidence.row));
        let mut words = Words::new();
        count(&mut words, Table::Affiliations, "role", posts);
        count(&mut words, Table::Participation, "role", parts);
        all.push(words);
    }
    let kinds = study.activities.iter().map(|it| (it.kind.as_ref(), it.evidence.row));
    let mut words = Words::new();
    count(&mut words, Table::Activities, "kind", kinds);
    all.push(words);
    if study.localities.is_empty() {
        all.push(localities(study));
    }
    all
}

fn localities(study: &Study) -> Words<'_> {
    let organisations = study.organisations.iter();
    let organisations = organisations.flat_map(|it| each(&it.localities, it.evidence.row));
    let people = study.people.iter().flat_map(|it| each(&it.localities, it.evidence.row));
    let activities = study.activities.iter().flat_map(|it| each(&it.localities, it.evidence.row));
    let mut words = Words::new();
    count(&mut words, Table::Organisations, "localities", organisations);
    count(&mut words, Table::People, "localities", people);
    count(&mut words, Table::Activities, "locality", activities);
    words
}

fn each(words: &[String], row: u32) -> impl Iterator<Item = (Option<&String>, u32)> {
    words.iter().map(move |word| (Some(word), row))
}

fn count<'s>(
    words: &mut Words<'s>,
    table: Table,
    column: &'static str,
    cells: impl Iterator<Item = (Option<&'s String>, u32)>,
) {
    for (word, row) in cells {
        if let Some(word) = word {
            words.entry(word).or_insert((0, (table, row, column))).0 += 1;
        }
    }
}
