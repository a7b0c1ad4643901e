use std::collections::{HashMap, HashSet};

use super::super::names::fold;
use super::super::{Relation, Settings, Study, Table, TableSpec, Word, Words};
use super::rows::Row;

/// What relations of a study are called in the joined one, where that is not what they were.
#[derive(Default)]
pub(super) struct Vocabulary {
    relations: HashMap<(usize, String), String>,
}

impl Vocabulary {
    pub(super) fn rename(&self, spec: &TableSpec, row: &mut Row) {
        if spec.table == Table::Ties
            && let Some(relation) = row.cells.get_mut("relation")
        {
            *relation = self.now(row.study, relation);
        }
    }

    fn now(&self, study: usize, relation: &str) -> String {
        let now = self.relations.get(&(study, relation.to_owned()));
        now.map_or(relation, String::as_str).to_owned()
    }
}

/// Vocabularies together; the first study's view; every notice.
pub(super) fn join(
    title: &str,
    studies: &[Study],
    names: &[String],
    notes: &mut Vec<String>,
) -> (Settings, Vocabulary) {
    let (relation, vocabulary) = relations(studies, names, notes);
    let mut joined = Settings {
        title: title.to_owned(),
        relation,
        sector: words("sector", studies, names, sectors, notes),
        role: words("role", studies, names, roles, notes),
        ..Settings::default()
    };
    let mut notices: Vec<&str> = Vec::new();
    for (number, Study { settings, .. }) in studies.iter().enumerate() {
        extend(&mut joined.authors, &settings.authors);
        extend(&mut joined.groupings, &settings.groupings);
        joined.synthetic |= settings.synthetic;
        if joined.licence.is_empty() {
            joined.licence.clone_from(&settings.licence);
        }
        if joined.view.is_empty() {
            joined.view.clone_from(&settings.view);
            if let Some(words) = joined.view.get_mut("relation") {
                let now = words.list().into_iter().map(|it| vocabulary.now(number, it)).collect();
                *words = Words::Several(now);
            }
        }
        if !settings.notice.is_empty() && !notices.contains(&settings.notice.as_str()) {
            notices.push(&settings.notice);
        }
    }
    let titles: Vec<&str> = studies.iter().map(Study::title).collect();
    joined.description = format!("Joined from {}.", titles.join(", "));
    joined.notice = notices.join(" ");
    (joined, vocabulary)
}

/// Every relation that is declared, or used where none is declared, unless no study declares any. One
/// that means something else than an earlier one of its name gets a name of its own.
fn relations(
    studies: &[Study],
    names: &[String],
    notes: &mut Vec<String>,
) -> (Vec<Relation>, Vocabulary) {
    // Relations with the word that they had in their study.
    let mut joined: Vec<(String, Relation)> = Vec::new();
    let mut vocabulary = Vocabulary::default();
    if studies.iter().all(|study| study.settings.relation.is_empty()) {
        return (Vec::new(), vocabulary);
    }
    for (number, (study, name)) in studies.iter().zip(names).enumerate() {
        let declared = &study.settings.relation;
        let all: Vec<Relation> =
            if declared.is_empty() { used_relations(study) } else { declared.clone() };
        for relation in all {
            let like = |it: &&(String, Relation)| fold(&it.0) == fold(&relation.id);
            let means = |it: &Relation| (it.directed, it.weight);
            let same = joined.iter().filter(like).find(|it| means(&it.1) == means(&relation));
            let now = if let Some((_, there)) = same {
                told_label("relation", (&there.id, &there.label), &relation.label, name, notes);
                there.id.clone()
            } else {
                let mut now = relation.clone();
                if joined.iter().any(|it| like(&it)) {
                    now.id = format!("{name}-{}", relation.id);
                    while joined.iter().any(|(_, it)| fold(&it.id) == fold(&now.id)) {
                        now.id.push('-');
                    }
                    if !now.label.is_empty() {
                        now.label = format!("{} ({name})", now.label);
                    }
                    notes.push(format!(
                        "study.toml: relation `{}` of {name} has another direction or meaning of \
                         weights than that of an earlier study, now `{}`",
                        relation.id, now.id
                    ));
                }
                let id = now.id.clone();
                joined.push((relation.id.clone(), now));
                id
            };
            vocabulary.relations.insert((number, relation.id), now);
        }
    }
    (joined.into_iter().map(|(_, relation)| relation).collect(), vocabulary)
}

/// The relations of a study that declares none, with what is then taken for granted.
fn used_relations(study: &Study) -> Vec<Relation> {
    let used = distinct(study.ties.iter().filter_map(|tie| tie.relation.as_ref()));
    let relation = |id: &String| Relation { id: id.clone(), directed: true, ..Relation::default() };
    used.into_iter().map(relation).collect()
}

/// Every word that is declared, or used where none is declared, unless no study declares any.
fn words<'s>(
    what: &str,
    studies: &'s [Study],
    names: &[String],
    of: fn(&'s Study) -> (&'s [Word], Vec<&'s String>),
    notes: &mut Vec<String>,
) -> Vec<Word> {
    let mut joined: Vec<Word> = Vec::new();
    if studies.iter().all(|study| of(study).0.is_empty()) {
        return joined;
    }
    for (study, name) in studies.iter().zip(names) {
        let (declared, used) = of(study);
        for word in declared {
            match joined.iter().find(|it| fold(&it.id) == fold(&word.id)) {
                Some(there) => {
                    told_label(what, (&there.id, &there.label), &word.label, name, notes);
                }
                None => joined.push(word.clone()),
            }
        }
        for id in used.into_iter().filter(|_| declared.is_empty()) {
            if !joined.iter().any(|it| [&it.id, &it.label].map(|it| fold(it)).contains(&fold(id))) {
                joined.push(Word { id: id.clone(), ..Word::default() });
            }
        }
    }
    joined
}

fn sectors(study: &Study) -> (&[Word], Vec<&String>) {
    let organisations = study.organisations.iter().filter_map(|it| it.sector.as_ref());
    let people = study.people.iter().filter_map(|it| it.sector.as_ref());
    (&study.settings.sector, distinct(organisations.chain(people)))
}

fn roles(study: &Study) -> (&[Word], Vec<&String>) {
    let posts = study.affiliations.iter().filter_map(|it| it.role.as_ref());
    let parts = study.participation.iter().filter_map(|it| it.role.as_ref());
    (&study.settings.role, distinct(posts.chain(parts)))
}

fn distinct<'s>(words: impl Iterator<Item = &'s String>) -> Vec<&'s String> {
    let mut seen = HashSet::new();
    words.filter(|word| seen.insert(*word)).collect()
}

/// Says that a word keeps its first label.
fn told_label(
    what: &str,
    (id, label): (&str, &str),
    other: &str,
    study: &str,
    notes: &mut Vec<String>,
) {
    if !label.is_empty() && !other.is_empty() && fold(label) != fold(other) {
        notes.push(format!(
            "study.toml: {what} `{id}` stays labelled `{label}`, not `{other}` as in {study}"
        ));
    }
}

fn extend(into: &mut Vec<String>, more: &[String]) {
    for it in more {
        if !into.contains(it) {
            into.push(it.clone());
        }
    }
}
