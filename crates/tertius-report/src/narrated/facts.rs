//! What the tables say of an actor beside its groups: facts, and the words of its rows.

use std::collections::{BTreeSet, HashMap};

use tertius::network::Level;
use tertius::study::{Activity, Affiliation, Organisation, Participation, Person, When};
use tertius::{Study, View};

use super::data::Note;
use super::groups::{Groups, said};
use super::notes::Notes;
use crate::ground::Ground;
use crate::wording::{capitalised, list};

/// What is looked up for every actor, listed once.
pub(super) struct Facts<'s> {
    ground: &'s Ground<'s>,
    organisations: HashMap<&'s str, &'s Organisation>,
    people: HashMap<&'s str, &'s Person>,
    activities: HashMap<&'s str, &'s Activity>,
    posts: HashMap<&'s str, Vec<&'s Affiliation>>,
    parts: HashMap<&'s str, Vec<&'s Participation>>,
    /// Units that are rolled up into each organisation.
    units: HashMap<&'s str, Vec<&'s Organisation>>,
    /// Attributes that are neither groupings nor contact details.
    attributes: Vec<&'s str>,
    /// Columns with contact details, which no page needs.
    contacts: Vec<&'s str>,
}

impl<'s> Facts<'s> {
    pub(super) fn of(ground: &'s Ground<'s>, view: &View, groups: &Groups) -> Self {
        let study = ground.study;
        let mut posts: HashMap<&str, Vec<&Affiliation>> = HashMap::new();
        study.affiliations.iter().for_each(|it| posts.entry(&it.person).or_default().push(it));
        let mut parts: HashMap<&str, Vec<&Participation>> = HashMap::new();
        study.participation.iter().for_each(|it| parts.entry(&it.actor).or_default().push(it));
        let others = ground.net.attributes().filter(|it| !groups.has(it));
        let (contacts, attributes) = others.partition(|name| is_contact(ground, name));
        Self {
            organisations: study.organisations.iter().map(|it| (it.id.as_str(), it)).collect(),
            people: study.people.iter().map(|it| (it.id.as_str(), it)).collect(),
            activities: study.activities.iter().map(|it| (it.id.as_str(), it)).collect(),
            units: if view.level == Level::Organisation { units(study) } else { HashMap::new() },
            posts,
            parts,
            attributes,
            contacts,
            ground,
        }
    }

    /// Other names of an actor.
    pub(super) fn aliases(&self, actor: usize) -> Vec<String> {
        let id = self.id(actor);
        let organisation = self.organisations.get(id).map(|it| &it.aliases);
        organisation
            .or_else(|| self.people.get(id).map(|it| &it.aliases))
            .cloned()
            .unwrap_or_default()
    }

    /// Facts with their labels. Dates and posts would give away whom a code stands for.
    pub(super) fn facts(&self, actor: usize) -> Vec<(String, String)> {
        let mut facts = Vec::new();
        if let Some(group) = &self.ground.net.actors()[actor].group {
            facts.push(("Stands for".to_owned(), group.clone()));
        }
        for &attribute in &self.attributes {
            let values = &self.ground.net.attribute(attribute).expect("it is one of them")[actor];
            if !values.is_empty() {
                let words: Vec<String> =
                    values.iter().map(|it| said(self.ground, attribute, it)).collect();
                facts.push((label(attribute), list(&words)));
            }
        }
        if !self.ground.run.anonymise {
            facts.extend(self.dated(self.id(actor)));
        }
        facts
    }

    fn dated(&self, id: &str) -> Vec<(String, String)> {
        let mut facts = Vec::new();
        let mut add = |label: &str, words: Option<String>| {
            facts.extend(words.map(|words| (label.to_owned(), words)));
        };
        if let Some(it) = self.organisations.get(id) {
            add("Opened", it.opened.as_ref().map(|it| it.text.clone()));
            add("Closed", it.closed.as_ref().map(|it| it.text.clone()));
        } else if let Some(it) = self.people.get(id) {
            let posts: Vec<String> =
                self.posts.get(id).into_iter().flatten().map(|post| self.post(post)).collect();
            add("Posts", (!posts.is_empty()).then(|| posts.join("; ")));
            let spans = it.designated_spanner.map(|is| if is { "yes" } else { "no" }.to_owned());
            add("Designated to span boundaries", spans);
        } else if let Some(it) = self.activities.get(id) {
            add("When", span(it.start.as_ref(), it.end.as_ref()));
            add("Formality", it.formality.clone());
        }
        facts
    }

    fn post(&self, post: &Affiliation) -> String {
        let role =
            post.role.as_ref().map(|role| format!("{}, ", self.ground.study.role_label(role)));
        let when = span(post.start.as_ref(), post.end.as_ref());
        let when = when.map(|when| format!(" ({when})")).unwrap_or_default();
        format!("{}{}{when}", role.unwrap_or_default(), self.ground.name(&post.organisation))
    }

    /// What the rows of an actor say: its own, those of the units in it, and its parts in activities.
    pub(super) fn notes(&self, actor: usize, notes: &Notes<'_>) -> Vec<Note> {
        let id = self.id(actor);
        let mut found: Vec<Note> = Vec::new();
        if let Some(it) = self.organisations.get(id) {
            found.extend(notes.of(&it.evidence));
        } else if let Some(it) = self.people.get(id) {
            found.extend(notes.of(&it.evidence));
        } else if let Some(it) = self.activities.get(id) {
            found.extend(notes.of(&it.evidence));
        }
        let units = || self.units.get(id).into_iter().flatten();
        found.extend(units().filter_map(|it| notes.titled(&it.name, &it.evidence)));
        for id in std::iter::once(id).chain(units().map(|it| it.id.as_str())) {
            let parts = self.parts.get(id).into_iter().flatten();
            found.extend(
                parts.filter_map(|part| {
                    notes.titled(self.ground.name(&part.activity), &part.evidence)
                }),
            );
        }
        let mut seen = BTreeSet::new();
        found.retain(|it| seen.insert((it.note.clone(), it.quote.clone(), it.source.clone())));
        found
    }

    /// What is said of the columns that are left out.
    pub(super) fn left_out(&self) -> Option<String> {
        let columns = &self.contacts;
        (!columns.is_empty()).then(|| format!("Contact details are left out: {}.", list(columns)))
    }

    fn id(&self, actor: usize) -> &'s str {
        &self.ground.net.actors()[actor].id
    }
}

/// The units in each outermost organisation, in their order.
fn units(study: &Study) -> HashMap<&str, Vec<&Organisation>> {
    let tops = study.tops();
    let mut units: HashMap<&str, Vec<&Organisation>> = HashMap::new();
    for it in &study.organisations {
        let top = tops[it.id.as_str()];
        if top != it.id {
            units.entry(top).or_default().push(it);
        }
    }
    units
}

/// Words in the headers of columns that tell how to reach somebody.
const CONTACT: [&str; 9] =
    ["mail", "phone", "tel", "mobile", "fax", "address", "postcode", "contact", "twitter"];

/// Whether a column tells how to reach somebody, by its header or by what is in it.
fn is_contact(ground: &Ground<'_>, attribute: &str) -> bool {
    let header = attribute.to_lowercase();
    let words = header.split(|c: char| !c.is_alphanumeric());
    let is_header =
        |word: &str| CONTACT.iter().any(|it| word == *it || (it.len() > 3 && word.contains(it)));
    let values = ground.net.attribute(attribute).into_iter().flatten().flatten();
    words.into_iter().any(is_header) || values.into_iter().any(|value| value.contains('@'))
}

fn label(attribute: &str) -> String {
    capitalised(&attribute.replace('_', " ").replace(':', ": "))
}

/// From when to when, as the table writes it.
pub(super) fn span(start: Option<&When>, end: Option<&When>) -> Option<String> {
    match (start, end) {
        (Some(start), Some(end)) if start.text == end.text => Some(start.text.clone()),
        (Some(start), Some(end)) => Some(format!("{} to {}", start.text, end.text)),
        (Some(start), None) => Some(format!("from {}", start.text)),
        (None, Some(end)) => Some(format!("until {}", end.text)),
        (None, None) => None,
    }
}
