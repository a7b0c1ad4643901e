//! The rows of evidence behind each tie, in words.

use std::collections::{BTreeMap, HashMap};

use tertius::View;
use tertius::network::{Level, Reason};
use tertius::study::{self, Activity, Affiliation, Certainty, Participation, Status};

use super::data::{Evidence, Term, Tie};
use super::facts::span;
use super::json::Number;
use super::notes::Notes;
use super::waves::{Waves, called};
use crate::ground::Ground;
use crate::wording::list;

/// The ties with what is behind them, and the words that their evidence is filtered by.
pub(super) struct Ties {
    pub(super) all: Vec<Tie>,
    pub(super) relations: Vec<Term>,
    pub(super) waves: Vec<Term>,
    pub(super) certainties: Vec<Term>,
    pub(super) statuses: Vec<Term>,
}

/// Everything a reason may point to.
struct Rows<'s> {
    ground: &'s Ground<'s>,
    view: &'s View,
    notes: &'s Notes<'s>,
    ties: HashMap<u32, &'s study::Tie>,
    posts_by_row: HashMap<u32, &'s Affiliation>,
    posts: HashMap<&'s str, Vec<&'s Affiliation>>,
    activities: HashMap<&'s str, &'s Activity>,
    parts: HashMap<(&'s str, Option<&'s str>), Vec<&'s Participation>>,
    /// The outermost organisation of each, where units are rolled up.
    tops: HashMap<&'s str, &'s str>,
}

/// What a row says, before its words are numbered.
#[derive(Default)]
struct Told {
    wave: Option<String>,
    certainty: Option<Certainty>,
    status: Option<Status>,
    says: String,
    note: Option<super::data::Note>,
}

/// A tie with its rows, each with the number of its relation.
struct Found {
    ends: [u32; 2],
    strength: Number,
    rows: Vec<(usize, Told)>,
}

impl Ties {
    pub(super) fn of(waves: &Waves<'_>, view: &View, notes: &Notes<'_>) -> Self {
        let mut relations = Words::default();
        let mut found: Vec<Found> = Vec::new();
        for part in &waves.parts {
            let net = &part.ground.net;
            let rows = Rows::of(&part.ground, view, notes);
            // A tie of each wave has rows of its own; what is of no wave is of all.
            let wave = waves.first().and(part.wave.as_ref());
            for (at, tie) in net.ties().iter().enumerate() {
                let behind = net.behind(at).map(|reason| {
                    let mut told = rows.told(at, reason);
                    told.wave = wave.cloned().or(told.wave);
                    (relations.number(&reason.kind, || rows.relation(reason)), told)
                });
                let strength = Number::value(tie.strength);
                found.push(Found { ends: part.ends(tie), strength, rows: behind.collect() });
            }
        }
        let all = || found.iter().flat_map(|it| &it.rows).map(|(_, told)| told);
        let is_told = |wave: &&str| all().any(|it| it.wave.as_deref() == Some(wave));
        let waves = waves.everybody().study.waves().into_iter().filter(is_told);
        let waves: Vec<&str> = waves.collect();
        let certainties = ordered(all().filter_map(|it| it.certainty.map(std::cmp::Reverse)));
        let statuses = ordered(all().filter_map(|it| it.status));
        let evidence = |(relation, told): (usize, Told)| Evidence {
            relation,
            wave: told.wave.and_then(|wave| waves.iter().position(|it| *it == wave)),
            certainty: told.certainty.map(|it| certainties[&std::cmp::Reverse(it)]),
            status: told.status.map(|it| statuses[&it]),
            says: told.says,
            note: told.note,
        };
        let tie = |it: Found| Tie {
            from: it.ends[0],
            to: it.ends[1],
            strength: it.strength,
            evidence: it.rows.into_iter().map(evidence).collect(),
        };
        Self {
            relations: relations.terms,
            waves: waves.iter().map(|&id| Term { id: id.to_owned(), label: called(id) }).collect(),
            certainties: terms(certainties.keys().map(|it| (certainty(it.0), certainty(it.0)))),
            statuses: terms(statuses.keys().map(|&it| (status(it), it.word()))),
            all: found.into_iter().map(tie).collect(),
        }
    }
}

impl<'s> Rows<'s> {
    fn of(ground: &'s Ground<'s>, view: &'s View, notes: &'s Notes<'s>) -> Self {
        let study = ground.study;
        let mut posts: HashMap<&str, Vec<&Affiliation>> = HashMap::new();
        study.affiliations.iter().for_each(|it| posts.entry(&it.person).or_default().push(it));
        let mut parts: HashMap<(&str, Option<&str>), Vec<&Participation>> = HashMap::new();
        let counts = |part: &&Participation| {
            view.status.contains(&part.status) && part.evidence.certainty >= view.certainty
        };
        for part in study.participation.iter().filter(counts) {
            parts.entry((&part.activity, part.wave.as_deref())).or_default().push(part);
        }
        Self {
            ground,
            view,
            notes,
            ties: study.ties.iter().map(|it| (it.evidence.row, it)).collect(),
            posts_by_row: study.affiliations.iter().map(|it| (it.evidence.row, it)).collect(),
            posts,
            activities: study.activities.iter().map(|it| (it.id.as_str(), it)).collect(),
            parts,
            tops: if view.level == Level::Organisation { study.tops() } else { HashMap::new() },
        }
    }

    /// What the kind of a reason is called.
    fn relation(&self, reason: &Reason) -> String {
        match reason.kind.as_str() {
            "activity" if self.ground.is_two_mode() => "took part".to_owned(),
            "activity" => "shared activity".to_owned(),
            "person" => "shared person".to_owned(),
            "organisation" => "shared organisation".to_owned(),
            relation => self.ground.relation_label(relation),
        }
    }

    fn told(&self, tie: usize, reason: &Reason) -> Told {
        match (reason.kind.as_str(), row(&reason.what)) {
            ("activity", None) if self.ground.is_two_mode() => self.part(tie, reason),
            ("activity", None) => self.activity(tie, reason),
            ("person", None) => self.person(tie, &reason.what),
            ("organisation", None) => Told {
                says: format!("both hold posts in {}", self.ground.name(&reason.what)),
                ..Told::default()
            },
            ("post", Some(row)) if self.posts_by_row.contains_key(&row) => {
                self.post(self.posts_by_row[&row])
            }
            (_, Some(row)) if self.ties.contains_key(&row) => self.tie(self.ties[&row]),
            _ => Told { says: self.relation(reason), ..Told::default() },
        }
    }

    /// A tie as recorded.
    fn tie(&self, it: &study::Tie) -> Told {
        let relation = self.ground.relation_label(it.relation.as_deref().unwrap_or("tie"));
        Told {
            wave: it.wave.clone(),
            certainty: Some(it.evidence.certainty),
            status: Some(it.status),
            says: relation + &self.when(span(it.start.as_ref(), it.end.as_ref())),
            note: self.notes.of(&it.evidence),
        }
    }

    /// A post of one end with the other.
    fn post(&self, it: &Affiliation) -> Told {
        let role = it.role.as_ref().filter(|_| !self.ground.run.anonymise);
        let role = role.map_or("post", |role| self.ground.study.role_label(role));
        Told {
            wave: it.wave.clone(),
            certainty: Some(it.evidence.certainty),
            says: role.to_owned() + &self.when(span(it.start.as_ref(), it.end.as_ref())),
            note: self.notes.of(&it.evidence),
            ..Told::default()
        }
    }

    /// A person with posts at both ends. What the posts say together is no surer than either.
    fn person(&self, tie: usize, person: &str) -> Told {
        let [from, to] = self.ends(tie);
        let at = |end: &str| {
            let posts = self.posts.get(person).into_iter().flatten().copied();
            let counts = |post: &&Affiliation| post.evidence.certainty >= self.view.certainty;
            let here = |post: &&Affiliation| self.is_at(&post.organisation, end);
            posts.filter(counts).filter(here).collect::<Vec<_>>()
        };
        let (from, to) = (at(from), at(to));
        let surest = |posts: &[&Affiliation]| posts.iter().map(|it| it.evidence.certainty).max();
        Told {
            certainty: surest(&from).zip(surest(&to)).map(|(a, b)| a.min(b)),
            says: format!("{} holds posts in both", self.ground.name(person)),
            note: self.notes.of_all(from.iter().chain(&to).map(|it| &it.evidence)),
            ..Told::default()
        }
    }

    /// An activity that both ends took part in, no surer than the less sure of the two parts. What
    /// the parts themselves say is with the actors: it would be here once for every pair.
    fn activity(&self, tie: usize, reason: &Reason) -> Told {
        let [from, to] = self.parts(tie, reason);
        let surest = |parts: &[&Participation]| parts.iter().map(|it| it.evidence.certainty).max();
        let plainest = |parts: &[&Participation]| parts.iter().map(|it| it.status).min();
        let activity = self.activities.get(reason.what.as_str());
        let when = activity.and_then(|it| span(it.start.as_ref(), it.end.as_ref()));
        let name = self.ground.name(&reason.what);
        Told {
            wave: reason.wave.clone(),
            certainty: surest(&from).zip(surest(&to)).map(|(a, b)| a.min(b)),
            status: plainest(&from).zip(plainest(&to)).map(|(a, b)| a.max(b)),
            says: format!("both took part in {name}{}", self.when(when)),
            note: activity.and_then(|it| self.notes.of(&it.evidence)),
        }
    }

    /// An actor's part in the activity at the other end.
    fn part(&self, tie: usize, reason: &Reason) -> Told {
        let [parts, _] = self.parts(tie, reason);
        let mut roles: Vec<&str> = Vec::new();
        for role in parts.iter().filter_map(|it| it.role.as_deref()) {
            let role = self.ground.study.role_label(role);
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        let is_told = !roles.is_empty() && !self.ground.run.anonymise;
        let says =
            if is_told { format!("took part as {}", list(&roles)) } else { "took part".to_owned() };
        Told {
            wave: parts
                .iter()
                .map(|it| it.wave.clone())
                .reduce(|a, b| if a == b { a } else { None })
                .flatten(),
            certainty: parts.iter().map(|it| it.evidence.certainty).max(),
            status: parts.iter().map(|it| it.status).min(),
            says,
            note: self.notes.of_all(parts.iter().map(|it| &it.evidence)),
        }
    }

    /// The parts in an activity of each end of a tie: by itself, by its units, or by people who
    /// stand for it.
    fn parts(&self, tie: usize, reason: &Reason) -> [Vec<&'s Participation>; 2] {
        let behind = self.ground.net.people_behind(tie);
        let of_wave = |(key, _): &(&(&str, Option<&str>), &Vec<&'s Participation>)| {
            key.0 == reason.what && (self.ground.is_two_mode() || key.1 == reason.wave.as_deref())
        };
        let mut parts: Vec<_> = if self.ground.is_two_mode() {
            self.parts.iter().filter(of_wave).flat_map(|(_, parts)| parts).copied().collect()
        } else {
            let key = (reason.what.as_str(), reason.wave.as_deref());
            self.parts.get(&key).into_iter().flatten().copied().collect()
        };
        parts.sort_by_key(|part| part.evidence.row);
        self.ends(tie).map(|end| {
            let by_person = |part: &Participation| {
                behind.iter().any(|(person, _)| *person == part.actor)
                    && self.posts.get(part.actor.as_str()).is_some_and(|posts| {
                        posts.iter().any(|post| self.is_at(&post.organisation, end))
                    })
            };
            let is_of = |part: &&&Participation| self.is_at(&part.actor, end) || by_person(part);
            parts.iter().filter(is_of).copied().collect()
        })
    }

    fn ends(&self, tie: usize) -> [&'s str; 2] {
        let tie = &self.ground.net.ties()[tie];
        [tie.from, tie.to].map(|end| self.ground.net.actors()[end as usize].id.as_str())
    }

    /// Whether an identifier is an actor of the network, or rolled up into it.
    fn is_at(&self, id: &str, end: &str) -> bool {
        id == end || self.tops.get(id) == Some(&end)
    }

    /// A date in brackets; none where it would give a code away.
    fn when(&self, span: Option<String>) -> String {
        let span = span.filter(|_| !self.ground.run.anonymise);
        span.map(|span| format!(" ({span})")).unwrap_or_default()
    }
}

/// The row that a reason points to.
fn row(what: &str) -> Option<u32> {
    what.strip_prefix("row ")?.parse().ok()
}

/// The word of the tables.
pub(super) fn certainty(it: Certainty) -> &'static str {
    match it {
        Certainty::Certain => "certain",
        Certainty::Probable => "probable",
        Certainty::Ambiguous => "ambiguous",
    }
}

/// The word of the tables.
pub(super) fn status(it: Status) -> &'static str {
    match it {
        Status::ReportedAbsent => "reported_absent",
        it => it.word(),
    }
}

/// Words in the order of first appearance.
#[derive(Default)]
struct Words {
    terms: Vec<Term>,
    numbers: HashMap<String, usize>,
}

impl Words {
    fn number(&mut self, id: &str, label: impl FnOnce() -> String) -> usize {
        if let Some(&number) = self.numbers.get(id) {
            return number;
        }
        self.numbers.insert(id.to_owned(), self.terms.len());
        self.terms.push(Term { id: id.to_owned(), label: label() });
        self.terms.len() - 1
    }
}

/// Words in their own order, with their numbers.
fn ordered<W: Ord>(words: impl Iterator<Item = W>) -> BTreeMap<W, usize> {
    let mut all: BTreeMap<W, usize> = words.map(|word| (word, 0)).collect();
    all.values_mut().enumerate().for_each(|(at, number)| *number = at);
    all
}

fn terms<'w>(words: impl Iterator<Item = (&'w str, &'w str)>) -> Vec<Term> {
    words.map(|(id, label)| Term { id: id.to_owned(), label: label.to_owned() }).collect()
}
