//! Names of organisations and of people that look like two spellings of one.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{fold, nearly_same};
use super::places::Places;
use super::{Problem, Study, Table};

/// Warns of two rows whose names are the same, nearly the same, or share an alias.
pub(super) fn check(study: &Study, places: &Places, found: &mut Vec<Problem>) {
    let names = |it: &str, aliases: &[String]| -> Vec<String> {
        std::iter::once(it).chain(aliases.iter().map(String::as_str)).map(fold).collect()
    };
    let organisations: Vec<_> = study
        .organisations
        .iter()
        .map(|it| (it.name.as_str(), names(&it.name, &it.aliases), it.evidence.row))
        .collect();
    let people: Vec<_> = study
        .people
        .iter()
        .map(|it| (it.name.as_str(), names(&it.name, &it.aliases), it.evidence.row))
        .collect();
    for (table, rows) in [(Table::Organisations, organisations), (Table::People, people)] {
        let rows: Vec<_> = rows.into_iter().filter(|(name, ..)| !name.is_empty()).collect();
        for (i, j) in comparable(&rows) {
            let ((a, a_names, a_row), (b, b_names, b_row)) = (&rows[i], &rows[j]);
            let same = a_names.iter().any(|name| b_names.contains(name));
            if same || nearly_same(a, b) {
                let how = match (a_names[0] == b_names[0], same) {
                    (true, _) => "the same as",
                    (false, true) => "has a name or alias in common with",
                    (false, false) => "nearly",
                };
                let message = format!("{how} `{a}` in row {a_row}");
                let place = places.of_name(table, *b_row, b);
                let help = if places.is_listed(table) {
                    "merge the rows and keep the other spelling in `aliases`".to_owned()
                } else {
                    let column = place.header.as_ref();
                    let column = column.map_or(String::new(), |it| format!(" in column {it}"));
                    format!("write one spelling{column}")
                };
                let problem = Problem::new("near-duplicate-name", place, message);
                found.push(problem.value(*b).suggest(format!("if they are one, {help}")));
            }
        }
    }
}

/// Names that share a block larger than this are not compared: in a register, every school ends in
/// "School", and all pairs of them would take hours.
const BLOCK: usize = 200;

/// Pairs of rows whose names are worth comparing: those that begin or end alike, as real variants
/// do, and those with a name or alias in common.
fn comparable(rows: &[(&str, Vec<String>, u32)]) -> BTreeSet<(usize, usize)> {
    let size = if rows.len() > 2_000 { 8 } else { 2 };
    let mut blocks: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, (_, names, _)) in rows.iter().enumerate() {
        let letters: Vec<char> = names[0].chars().filter(|c| c.is_alphanumeric()).collect();
        let head: String = letters.iter().take(size).collect();
        let tail: String = letters.iter().rev().take(size).collect();
        blocks.entry(format!("^{head}")).or_default().push(at);
        blocks.entry(format!("{tail}$")).or_default().push(at);
        names.iter().for_each(|name| blocks.entry(format!("={name}")).or_default().push(at));
    }
    let mut pairs = BTreeSet::new();
    for (key, block) in blocks {
        if key.starts_with('=') {
            // Rows of one name: each with the first is enough to tell.
            pairs.extend(block[1..].iter().filter(|&&at| at != block[0]).map(|&at| (block[0], at)));
        } else if block.len() <= BLOCK {
            pairs.extend(
                block
                    .iter()
                    .enumerate()
                    .flat_map(|(n, &i)| block[n + 1..].iter().map(move |&j| (i, j))),
            );
        }
    }
    pairs
}
