//! Codes in place of names and identifiers: `FE 01`, `Person 03`, `Place 02`.

mod assign;

use std::collections::BTreeMap;

use assign::Codes;
use tertius::study::{Evidence, Locality, Source};
use tertius::{Network, Result, Study, View};

use crate::who;

/// The study and the view with codes in place of names and identifiers, and without what could
/// give a name away: aliases, notes, quotes, sources, the words of the story, the description, the
/// words of problems and of columns that no vocabulary declares. Title, notice, licence and file
/// names stay.
///
/// ```
/// use tertius::{Study, View};
/// use tertius::study::Organisation;
/// let uni = Organisation { id: "uni".into(), name: "University".into(), ..Organisation::default() };
/// let study = Study { organisations: vec![uni], ..Study::default() };
/// let (coded, _) = tertius_report::coded(&study, &View::default());
/// assert_eq!(coded.organisations[0].name, "Organisation 01");
/// ```
pub fn coded(study: &Study, view: &View) -> (Study, View) {
    let mut codes = Codes::of(study);
    let mut view = view.clone();
    recode(view.locality.as_mut(), |id| codes.localities.get(id));
    let mut study = Study { sheets: Vec::new(), ..study.clone() };
    study.settings.description.clear();
    study.settings.authors.clear();
    study.settings.view.clear();
    code_actors(&mut study, &mut codes);
    code_activities(&mut study, &mut codes);
    study.localities.iter_mut().for_each(|it| code_locality(it, &codes));
    code_ties(&mut study, &codes);
    for (step, at) in study.story.iter_mut().zip(1..) {
        step.title = format!("Step {at}");
        step.text = None;
        recode(&mut step.actors, |id| codes.actor(id));
        recode(&mut step.locality, |id| codes.localities.get(id));
        silence(&mut step.evidence);
    }
    for source in &mut study.sources {
        *source = Source::default();
    }
    for problem in &mut study.problems {
        problem.message.clear();
        problem.value = None;
        problem.suggestion = None;
    }
    (study, view)
}

/// Which code stands for whom: code, identifier and name of each organisation, person, activity and
/// place, as [`coded`] gives them.
///
/// ```
/// use tertius::Study;
/// use tertius::study::Organisation;
/// let uni = Organisation { id: "uni".into(), name: "University".into(), ..Organisation::default() };
/// let study = Study { organisations: vec![uni], ..Study::default() };
/// assert_eq!(tertius_report::key(&study), [["Organisation 01", "uni", "University"]]);
/// ```
pub fn key(study: &Study) -> Vec<[String; 3]> {
    let codes = Codes::of(study);
    let line = |code: &String, id: &str, name: &str| [code.clone(), id.to_owned(), name.to_owned()];
    let organisations = study.organisations.iter();
    let mut key: Vec<[String; 3]> = organisations
        .map(|it| line(&codes.organisations[&it.id], &it.id, &it.name))
        .chain(study.people.iter().map(|it| line(&codes.people[&it.id], &it.id, &it.name)))
        .chain(study.activities.iter().map(|it| line(&codes.activities[&it.id], &it.id, &it.name)))
        .collect();
    let mut places: Vec<(&String, &String)> = codes.localities.iter().collect();
    places.sort_by_key(|(_, code)| *code);
    key.extend(places.into_iter().map(|(id, code)| line(code, id, study.locality_label(id))));
    key
}

/// The network with its names, to find the codes of those who are meant by name.
pub(crate) struct Named {
    pub(crate) net: Network,
    codes: Codes,
}

impl Named {
    pub(crate) fn of(study: &Study, view: &View) -> Result<Self> {
        Ok(Self { net: study.network(view)?, codes: Codes::of(study) })
    }

    /// The code of an actor by number; its identifier where it has none, being a number of actors.
    pub(crate) fn code_at(&self, at: usize) -> String {
        let id = &self.net.actors()[at].id;
        let code = self.codes.actor(id).or_else(|| self.codes.activities.get(id));
        code.unwrap_or(id).clone()
    }

    /// The code of an actor by identifier, name, or the code itself.
    pub(crate) fn code(&self, word: &str) -> Result<String> {
        let is_code = (0..self.net.actors().len()).any(|at| self.code_at(at) == word);
        if is_code { Ok(word.to_owned()) } else { Ok(self.code_at(who::actor(&self.net, word)?)) }
    }
}

fn code_actors(study: &mut Study, codes: &mut Codes) {
    for it in &mut study.organisations {
        recode([&mut it.id], |id| codes.organisations.get(id));
        it.name.clone_from(&it.id);
        it.aliases.clear();
        recode(it.parent.as_mut(), |id| codes.organisations.get(id));
        recode(&mut it.localities, |id| codes.localities.get(id));
        it.subsector = it.subsector.take().map(|word| codes.word("subsector", &word));
        code_columns(&mut it.more, codes);
        silence(&mut it.evidence);
    }
    for it in &mut study.people {
        recode([&mut it.id], |id| codes.people.get(id));
        it.name.clone_from(&it.id);
        it.aliases.clear();
        recode(&mut it.localities, |id| codes.localities.get(id));
        code_columns(&mut it.more, codes);
        silence(&mut it.evidence);
    }
    for it in &mut study.affiliations {
        recode([&mut it.person], |id| codes.people.get(id));
        recode([&mut it.organisation], |id| codes.organisations.get(id));
        silence(&mut it.evidence);
    }
}

fn code_activities(study: &mut Study, codes: &mut Codes) {
    for it in &mut study.activities {
        recode([&mut it.id], |id| codes.activities.get(id));
        it.name.clone_from(&it.id);
        recode(&mut it.localities, |id| codes.localities.get(id));
        code_columns(&mut it.more, codes);
        silence(&mut it.evidence);
    }
    for it in &mut study.participation {
        recode([&mut it.actor], |id| codes.actor(id));
        recode([&mut it.activity], |id| codes.activities.get(id));
        silence(&mut it.evidence);
    }
}

fn code_locality(it: &mut Locality, codes: &Codes) {
    recode([&mut it.id].into_iter().chain(it.parent.as_mut()), |id| codes.localities.get(id));
    it.name.clone_from(&it.id);
    (it.x, it.y) = (None, None);
    silence(&mut it.evidence);
}

fn code_ties(study: &mut Study, codes: &Codes) {
    for it in &mut study.ties {
        let ends = [&mut it.from, &mut it.to].into_iter();
        recode(ends.chain(it.reporter.as_mut()), |id| codes.actor(id));
        silence(&mut it.evidence);
    }
    for it in &mut study.respondents {
        recode([&mut it.actor], |id| codes.actor(id));
        silence(&mut it.evidence);
    }
}

/// Puts codes in the place of identifiers; one that nothing has is left as it is.
fn recode<'i, 'c>(
    ids: impl IntoIterator<Item = &'i mut String>,
    code: impl Fn(&str) -> Option<&'c String>,
) {
    for id in ids {
        if let Some(code) = code(id) {
            id.clone_from(code);
        }
    }
}

fn code_columns(more: &mut BTreeMap<String, String>, codes: &mut Codes) {
    more.iter_mut().for_each(|(column, word)| *word = codes.word(column, word));
}

/// What the row says of itself, but for whether a source is named, which the report counts.
fn silence(evidence: &mut Evidence) {
    evidence.note = None;
    evidence.quote = None;
    evidence.locator = None;
    if let Some(source) = &mut evidence.source {
        "source".clone_into(source);
    }
}
