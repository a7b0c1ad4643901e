//! The steps of the story: what each shows, as positions in the lists of the page.

use std::collections::{BTreeMap, HashMap};

use tertius::View;
use tertius::network::Level;
use tertius::study;

use super::data::{Step, Term};
use super::evidence::{Ties, certainty, status};
use super::groups::Groups;
use super::values::Values;
use crate::ground::Ground;
use crate::wording::list;

/// The story, and what of it this view cannot show.
pub(super) fn story(
    ground: &Ground<'_>,
    view: &View,
    groups: &Groups,
    ties: &Ties,
    values: &Values,
) -> (Vec<Step>, Vec<String>) {
    let told = &ground.study.story;
    let stage = Stage {
        ground,
        groups,
        ties,
        values,
        tops: match view.level {
            Level::Organisation => ground.study.tops(),
            _ => HashMap::new(),
        },
        numbers: ground
            .net
            .actors()
            .iter()
            .enumerate()
            .map(|(at, it)| (it.id.as_str(), at))
            .collect(),
    };
    let mut unseen = Vec::new();
    let steps = told.iter().map(|it| stage.step(it, &mut unseen));
    (steps.collect(), unseen)
}

/// What steps can show.
struct Stage<'s> {
    ground: &'s Ground<'s>,
    groups: &'s Groups,
    ties: &'s Ties,
    values: &'s Values,
    /// The outermost organisation of each, where units are rolled up.
    tops: HashMap<&'s str, &'s str>,
    numbers: HashMap<&'s str, usize>,
}

impl Stage<'_> {
    fn step(&self, it: &study::Step, unseen: &mut Vec<String>) -> Step {
        let mut missing: Vec<String> = Vec::new();
        let mut actors: Vec<usize> = Vec::new();
        for id in &it.actors {
            let top = self.tops.get(id.as_str()).copied().unwrap_or(id);
            match self.numbers.get(top) {
                Some(at) if actors.contains(at) => {}
                Some(&at) => actors.push(at),
                None => missing.push(self.ground.name(id).to_owned()),
            }
        }
        let certainties: Vec<String> =
            it.certainty.iter().map(|&it| certainty(it).to_owned()).collect();
        let statuses: Vec<String> = it.status.iter().map(|&it| status(it).to_owned()).collect();
        let asked: [(&str, &[String], &[Term]); 6] = [
            ("sector", &it.sector, self.groups.terms("sector")),
            ("locality", &it.locality, self.groups.terms("locality")),
            ("relation", &it.relation, &self.ties.relations),
            ("wave", &it.wave, &self.ties.waves),
            ("certainty", &certainties, &self.ties.certainties),
            ("status", &statuses, &self.ties.statuses),
        ];
        let mut only = BTreeMap::new();
        for (name, words, terms) in asked {
            let mut stays: Vec<usize> = Vec::new();
            for word in words {
                match terms.iter().position(|term| term.id == *word) {
                    Some(at) => stays.push(at),
                    None => missing.push(format!("the {name} {}", self.said(name, word))),
                }
            }
            stays.sort_unstable();
            stays.dedup();
            if !stays.is_empty() {
                only.insert(name.to_owned(), stays);
            }
        }
        let mut shown = |name: &Option<String>| {
            let name = name.clone().unwrap_or_default();
            if name.is_empty() || self.groups.has(&name) || self.values.has(&name) {
                return name;
            }
            missing.push(name);
            String::new()
        };
        let (size, color) = (shown(&it.size), shown(&it.color));
        if !missing.is_empty() {
            unseen.push(format!(
                "The step \u{201c}{}\u{201d} names what this view does not have: {}.",
                it.title,
                list(&missing)
            ));
        }
        let text = it.text.clone().unwrap_or_default();
        Step { title: it.title.clone(), text, actors, only, size, color }
    }

    fn said(&self, name: &str, word: &str) -> String {
        match name {
            "relation" => self.ground.relation_label(word),
            name => self.ground.group_label(name, word),
        }
    }
}
