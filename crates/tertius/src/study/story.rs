//! What a step of the story asks to see: words that the study has.

use super::names::{fold, nearest};
use super::places::Places;
use super::{Problem, Study, Table};
use crate::counted;

/// The measures that the page shows, and a step may size and colour by.
///
/// ```
/// use tertius::study::PAGE_MEASURES;
/// use tertius::{Measure, Unit};
/// assert!(PAGE_MEASURES.iter().all(|name| Measure::find(Unit::Actor, name).is_some()));
/// ```
pub const PAGE_MEASURES: &[&str] = &[
    "degree",
    "betweenness",
    "closeness",
    "constraint",
    "effective_size",
    "brokerage",
    "eigenvector",
];

/// How many words are listed where none is near.
const LISTED: usize = 12;

/// A word as the tables use it and as people read it.
type Known = (String, String);

/// Checks the words of the story; one in another spelling becomes the word.
pub(super) fn check(study: &mut Study, places: &Places, found: &mut Vec<Problem>) {
    if study.story.is_empty() {
        return;
    }
    let mut words = Words { places, found, folded: None };
    let (sectors, relations, waves) = (sectors(study), relations(study), waves(study));
    let localities = study.localities.is_empty().then(|| localities(study));
    let measures: Vec<Known> = PAGE_MEASURES.iter().map(|it| alike(it)).collect();
    let groupings =
        groupings(study).into_iter().chain(measures.iter().cloned()).collect::<Vec<_>>();
    for it in &mut study.story {
        let cell = |column| (Table::Story, it.evidence.row, column);
        if it.title.is_empty() && places.has(Table::Story, "title") {
            let message = "`title` is blank, and a step of the story needs one";
            words.found.push(places.problem("blank-id", cell("title"), message));
        }
        it.sector.iter_mut().for_each(|text| words.settle(cell("sector"), text, &sectors));
        it.relation.iter_mut().for_each(|text| words.settle(cell("relation"), text, &relations));
        it.wave.iter_mut().for_each(|text| words.settle(cell("wave"), text, &waves));
        if let Some(localities) = &localities {
            it.locality
                .iter_mut()
                .for_each(|text| words.settle(cell("locality"), text, localities));
        }
        it.size.iter_mut().for_each(|text| words.settle(cell("size"), text, &measures));
        it.color.iter_mut().for_each(|text| words.settle(cell("color"), text, &groupings));
    }
    let folded = words.folded.take();
    found.extend(folded.map(|(problem, cells)| problem.first_of(cells, "cell", "cells")));
}

struct Words<'c> {
    places: &'c Places,
    found: &'c mut Vec<Problem>,
    /// The first cell in another spelling, and how many there are.
    folded: Option<(Problem, usize)>,
}

impl Words<'_> {
    fn settle(&mut self, cell: super::places::Cell, text: &mut String, known: &[Known]) {
        if known.iter().any(|(word, _)| word == text) {
            return;
        }
        let folded = fold(text);
        let same = known.iter().find(|(word, label)| [fold(word), fold(label)].contains(&folded));
        if let Some((word, _)) = same {
            let written = std::mem::replace(text, word.clone());
            let message = "read as the same word in another spelling";
            let first = || (self.places.problem("folded-match", cell, message).value(written), 0);
            self.folded.get_or_insert_with(first).1 += 1;
            return;
        }
        let words = || known.iter().map(|(word, _)| word.as_str());
        let help = match nearest(text, words()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => "leave the cell blank".to_owned(),
            None => {
                let first = words().take(LISTED).collect::<Vec<_>>().join(", ");
                match known.len().saturating_sub(LISTED) {
                    0 => format!("it can be {first}"),
                    more => format!("it can be {first} and {}", counted(more, "other", "others")),
                }
            }
        };
        let what = match cell.2 {
            "size" => "the page has no measure",
            "color" => "the page has no grouping or measure",
            column => &format!("the study has no {column}"),
        };
        let message = format!("{what} of this name to show");
        self.found
            .push(self.places.problem("unknown-word", cell, message).value(&*text).suggest(help));
    }
}

/// A word that is read as it is written.
fn alike(word: &str) -> Known {
    (word.to_owned(), word.to_owned())
}

/// Declared words, then others where they are first used.
fn with_used<'u>(mut known: Vec<Known>, used: impl Iterator<Item = &'u String>) -> Vec<Known> {
    for word in used {
        if known.iter().all(|(it, _)| it != word) {
            known.push(alike(word));
        }
    }
    known
}

fn sectors(study: &Study) -> Vec<Known> {
    let declared = study.settings.sector.iter().map(|it| (it.id.clone(), it.label.clone()));
    let organisations = study.organisations.iter().filter_map(|it| it.sector.as_ref());
    let people = study.people.iter().filter_map(|it| it.sector.as_ref());
    with_used(declared.collect(), organisations.chain(people))
}

/// Relations, and what the page calls whatever else joins actors.
fn relations(study: &Study) -> Vec<Known> {
    let declared = study.settings.relation.iter().map(|it| (it.id.clone(), it.label.clone()));
    let mut known =
        with_used(declared.collect(), study.ties.iter().filter_map(|it| it.relation.as_ref()));
    if study.ties.iter().any(|it| it.relation.is_none()) {
        known.push(alike("tie"));
    }
    if !study.participation.is_empty() {
        known.push(("activity".to_owned(), "shared activity".to_owned()));
    }
    if !study.affiliations.is_empty() {
        known.push(("person".to_owned(), "shared person".to_owned()));
        known.push(("organisation".to_owned(), "shared organisation".to_owned()));
        known.push(alike("post"));
    }
    known
}

fn waves(study: &Study) -> Vec<Known> {
    let ties = study.ties.iter().filter_map(|it| it.wave.as_ref());
    let parts = study.participation.iter().filter_map(|it| it.wave.as_ref());
    let posts = study.affiliations.iter().filter_map(|it| it.wave.as_ref());
    with_used(Vec::new(), ties.chain(parts).chain(posts))
}

fn localities(study: &Study) -> Vec<Known> {
    let organisations = study.organisations.iter().flat_map(|it| &it.localities);
    let people = study.people.iter().flat_map(|it| &it.localities);
    with_used(Vec::new(), organisations.chain(people))
}

/// What the page groups by.
fn groupings(study: &Study) -> Vec<Known> {
    let usual = ["sector", "locality", "kind"].map(alike).to_vec();
    with_used(usual, study.settings.groupings.iter())
}
