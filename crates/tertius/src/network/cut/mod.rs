//! From evidence to a network: the view decides what becomes an actor and what a tie.

mod actors;
mod affiliations;
mod participation;
mod provenance;
mod refuse;
mod ties;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::build::{Crowd, Crowds, Piece};
use super::carry::Carry;
use super::{Actor, ActorKind, Network, Orientation, Reason, Via, View, Weights};
use crate::study::{Affiliation, Evidence, Study, Time};
use crate::{Error, Result};

/// What a tie is called whose relation is not stated.
const UNNAMED: &str = "tie";

impl Study {
    /// Cuts a network from the evidence.
    ///
    /// # Errors
    ///
    /// If the study has errors; if the view names a relation, wave or locality that the study does
    /// not have; if no actor is left.
    ///
    /// ```
    /// # use tertius::Study;
    /// # use tertius::study::{Reading, Sheet, Table};
    /// # let sheet = |file: &str, header: [&str; 2], rows: [[&str; 2]; 2]| {
    /// #     let mut sheet = Sheet::new(file, None, 1, header.map(str::to_owned).to_vec());
    /// #     for (row, number) in rows.iter().zip(2..) {
    /// #         sheet.push_row(number, row.iter().copied());
    /// #     }
    /// #     sheet
    /// # };
    /// # let people = sheet("people.csv", ["id", "name"], [["ann", "Ann Lee"], ["ben", "Ben"]]);
    /// # let ties = sheet("ties.csv", ["from", "to"], [["ann", "ben"], ["ben", "ann"]]);
    /// # let sheets = vec![(Table::People, people), (Table::Ties, ties)];
    /// # let study = Study::from_reading(Reading { sheets, ..Reading::default() });
    /// use tertius::View;
    /// use tertius::network::Level;
    /// let net = study.network(&View::ties().level(Level::Person))?;
    /// assert_eq!(net.actors()[0].name, "Ann Lee");
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn network(&self, view: &View) -> Result<Network> {
        self.refuse_errors()?;
        self.refuse_unknown_words(view)?;
        Cut::new(self, view)?.network()
    }
}

impl View {
    /// Whether a row is sure enough.
    fn takes(&self, evidence: &Evidence) -> bool {
        evidence.certainty >= self.certainty
    }

    /// Whether a post falls in the view.
    pub(crate) fn takes_post(&self, post: &Affiliation) -> bool {
        let in_period = self.is_in_period(&Time::of_post(post));
        self.takes(&post.evidence)
            && self.is_of_wave(post.wave.as_deref())
            && in_period.unwrap_or(true)
    }

    /// Whether what lasts falls in the period, if the view has one; `None` if that is not known.
    fn is_in_period(&self, time: &Time<'_>) -> Option<bool> {
        self.period.as_ref().map_or(Some(true), |period| time.overlaps(period))
    }

    /// Whether a post may be a tie of its own: a period takes only what is known to fall in it.
    fn joins_by(&self, post: &Affiliation) -> bool {
        self.takes_post(post) && self.is_dated_for(post)
    }

    /// What is of no wave is of all: posts are often told once, and ties wave by wave.
    fn is_of_wave(&self, wave: Option<&str>) -> bool {
        self.wave.is_none() || wave.is_none() || wave == self.wave.as_deref()
    }

    /// Whether a wave is the one asked for and, if it is a year, in the period.
    pub(crate) fn takes_wave(&self, wave: Option<&str>) -> bool {
        self.is_of_wave(wave) && self.is_in_period(&Time::of_wave(wave)).unwrap_or(true)
    }

    fn is_dated_for(&self, post: &Affiliation) -> bool {
        self.is_in_period(&Time::of_post(post)).is_some()
    }
}

/// A network being cut.
struct Cut<'s> {
    study: &'s Study,
    view: &'s View,
    carry: Carry<'s>,
    actors: Vec<Actor>,
    attributes: BTreeMap<String, Vec<Vec<String>>>,
    /// What must be said of localities that lie in one another, by attribute.
    nesting: BTreeMap<String, String>,
    pieces: Vec<Piece>,
    /// The people behind pieces.
    crowds: Crowds,
    reasons: Vec<Reason>,
    reason_numbers: HashMap<Reason, u32>,
    /// Rows of directed and of undirected evidence.
    directed: usize,
    undirected: usize,
    unknown: Vec<(u32, u32)>,
    /// Relations whose ties are in, and whether any of them states a weight.
    weighted: BTreeMap<&'s str, bool>,
    /// What was left out and why, with how many rows.
    left_out: BTreeMap<&'static str, usize>,
}

impl<'s> Cut<'s> {
    fn new(study: &'s Study, view: &'s View) -> Result<Self> {
        let mut cut = Self {
            study,
            view,
            carry: Carry::new(study, view, HashMap::new()),
            actors: Vec::new(),
            attributes: BTreeMap::new(),
            nesting: BTreeMap::new(),
            pieces: Vec::new(),
            crowds: Crowds::default(),
            reasons: Vec::new(),
            reason_numbers: HashMap::new(),
            directed: 0,
            undirected: 0,
            unknown: Vec::new(),
            weighted: BTreeMap::new(),
            left_out: BTreeMap::new(),
        };
        let numbers = cut.choose_actors();
        if cut.actors.is_empty() {
            let why = format!(
                "no actor is left in the view ({view}); try another --level, or without --locality or --period"
            );
            return Err(Error::not_applicable("a network", why));
        }
        cut.carry = Carry::new(study, view, numbers);
        Ok(cut)
    }

    fn leave_out(&mut self, why: &'static str) {
        *self.left_out.entry(why).or_default() += 1;
    }

    /// Whether a row is of the wave asked for, if one is; a row of no wave is left out and said.
    fn is_of_wave(&mut self, wave: Option<&str>, without: &'static str) -> bool {
        let Some(asked) = self.view.wave.as_deref() else { return true };
        if wave.is_none() {
            self.leave_out(without);
        }
        wave == Some(asked)
    }

    fn network(mut self) -> Result<Network> {
        let two_mode = self.view.via.contains(&Via::TwoMode);
        if two_mode && self.view.via.len() > 1 {
            return Err(Error::not_applicable(
                "a network",
                "two modes cannot be joined with other ties: give --via two-mode alone",
            ));
        }
        for via in &self.view.via {
            match via {
                Via::Ties => self.add_ties(),
                Via::Participation => self.add_participation(),
                Via::Affiliations => self.add_affiliations(),
                Via::TwoMode => self.add_two_modes(),
            }
        }
        let first_mode = two_mode
            .then(|| self.actors.iter().filter(|it| it.kind != ActorKind::Activity).count());
        let directed = self.directed > 0
            && self.undirected == 0
            && self.view.orientation != Orientation::Undirected;
        let pair = |piece: &Piece| {
            let (from, to) = (piece.from, piece.to);
            if directed { (from, to) } else { (from.min(to), from.max(to)) }
        };
        // A row that comes to the same two actors in several ways, through the posts of people at
        // both ends, is still one piece of evidence.
        let mut seen = HashSet::new();
        self.pieces.retain(|piece| seen.insert((pair(piece), piece.reason)));
        if self.view.weights == Weights::Binary {
            // Strengths are added up pair by pair: the first piece counts, the others add nothing.
            let mut seen = HashSet::new();
            for piece in &mut self.pieces {
                piece.strength = if seen.insert(pair(piece)) { 1.0 } else { 0.0 };
            }
        }
        let accounts = self.accounts();
        let both = !directed && self.directed > 0;
        let provenance = self.provenance(directed, accounts.is_some());
        let Self {
            study, view, actors, attributes, nesting, pieces, crowds, reasons, unknown, ..
        } = self;
        let n = actors.len();
        let mut net = Network::assemble(actors, directed, pieces, &crowds, reasons);
        let behind: HashSet<&str> =
            net.people.values().flatten().map(|(person, _)| person.as_str()).collect();
        let people = study.people.iter().filter(|it| behind.contains(it.id.as_str()));
        net.person_names = people.map(|it| (it.id.clone(), it.name.clone())).collect();
        net.attributes = attributes;
        net.attributes.values_mut().for_each(|column| column.resize(n, Vec::new()));
        net.nesting = nesting;
        net.observed.accounts = accounts;
        net.observed.both = both;
        net.observed.unknown = unknown
            .into_iter()
            .filter(|&(from, to)| from != to && !net.out.has(from as usize, to as usize))
            .map(|(from, to)| if directed { (from, to) } else { (from.min(to), from.max(to)) })
            .collect();
        net.first_mode = first_mode;
        net.provenance = provenance;
        let net = match view.orientation {
            Orientation::AsRecorded | Orientation::Undirected => net,
            _ if !directed => return Err(without_direction()),
            Orientation::Respondents if net.observed.accounts().is_none() => {
                return Err(without_respondents());
            }
            rule => net.symmetric(rule, view.weights == Weights::Binary),
        };
        Ok(net.without_idle_groups().keep(self.view.component))
    }

    fn reason(&mut self, kind: &str, what: &str) -> u32 {
        self.reason_of(kind, what, None)
    }

    fn reason_of(&mut self, kind: &str, what: &str, wave: Option<&str>) -> u32 {
        let wave = wave.map(str::to_owned);
        let reason = Reason { kind: kind.to_owned(), what: what.to_owned(), wave };
        let next = self.reasons.len() as u32;
        *self.reason_numbers.entry(reason).or_insert_with_key(|reason| {
            self.reasons.push(reason.clone());
            next
        })
    }

    /// People through whom an end of a piece is there, and whether it would not be without each.
    fn people<'p>(&mut self, ends: impl Iterator<Item = (&'p str, bool)>) -> Crowd {
        let mut people: Vec<(&str, bool)> = ends.collect();
        // Whom one end cannot do without comes first, and stays.
        people.sort_unstable_by_key(|&(person, needed)| (person, !needed));
        people.dedup_by_key(|(person, _)| *person);
        let people = people.into_iter();
        let people =
            people.map(|(person, needed)| (self.reason("person", person), needed)).collect();
        self.crowds.add(people)
    }
}

fn without_direction() -> Error {
    Error::not_applicable(
        "this orientation",
        "it says what to make of ties that go one way, and not all ties of the view do; \
         `--relation` takes those that do, and `--orientation undirected` takes a tie either way",
    )
}

fn without_respondents() -> Error {
    Error::not_applicable(
        "this orientation",
        "the study does not say who answered: a table `respondents` would",
    )
}
