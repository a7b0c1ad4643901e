//! The part of a legend that tells groups by colour and shape.

use crate::legend::{Entry, Section};
use crate::mark::Mark;
use crate::page::Page;
use crate::palette::{MOST_GROUPS, mark};

/// How large marks are drawn in the legend.
const RADIUS: f64 = 3.9;

/// The groups that occur, each with how many are of it; `None` where there are no groups.
pub(crate) fn section(
    name: &str,
    groups: &[String],
    of: &[Option<usize>],
    page: &Page,
) -> Option<Section> {
    if groups.is_empty() {
        return None;
    }
    let count = |group: Option<usize>| of.iter().filter(|it| known(**it, groups) == group).count();
    let entry = |group: Option<usize>, text: String| {
        sample(text, mark(group, groups.len(), page.grey), page.unit())
    };
    let said: Vec<(usize, String)> = groups
        .iter()
        .enumerate()
        .map(|(i, name)| (i, name, count(Some(i))))
        .filter(|(.., count)| *count > 0)
        .map(|(i, name, count)| (i, format!("{name} ({count})")))
        .collect();
    let (own, others): (Vec<_>, Vec<_>) = said.into_iter().partition(|(i, _)| *i < MOST_GROUPS);
    let mut entries: Vec<Entry> = own.into_iter().map(|(i, text)| entry(Some(i), text)).collect();
    if !others.is_empty() {
        let names: Vec<String> = others.into_iter().map(|(_, text)| text).collect();
        // A single group has the mark to itself.
        let other = if names.len() > 1 { "other: " } else { "" };
        entries.push(entry(Some(MOST_GROUPS), format!("{other}{}", names.join(", "))));
    }
    let unknown = count(None);
    if unknown > 0 {
        entries.push(entry(None, format!("not stated ({unknown})")));
    }
    Some(Section { heading: capitalised(name), entries })
}

/// A group that there is.
pub(crate) fn known(group: Option<usize>, groups: &[String]) -> Option<usize> {
    group.filter(|&group| group < groups.len())
}

fn sample(text: String, mark: Mark, unit: f64) -> Entry {
    let height = 2.0 * mark.bound(RADIUS * unit, unit);
    Entry::new(text, height, move |at| mark.draw(at, RADIUS * unit, unit))
}

pub(crate) fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
