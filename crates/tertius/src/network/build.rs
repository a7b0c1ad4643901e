//! Networks from ties that are ready, and the last step of every cut.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::num::NonZeroU32;

use super::{Actor, ActorKind, Ends, Network, Observed, Provenance, Reason, Rows, Tie};
use crate::{Error, Result, counted};

/// A piece of evidence that joins two actors, before pieces are added up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) strength: f64,
    pub(super) reason: u32,
    /// Through whom it joins these two actors.
    pub(super) people: Crowd,
}

/// People through whom actors are joined, by number in a list of such sets. Few pieces have any, so
/// that a long list of ties need not hold an empty set for each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Crowd(Option<NonZeroU32>);

/// Sets of people: the reason that names each, and whether actors would not be joined without.
#[derive(Debug, Default)]
pub(super) struct Crowds(Vec<Vec<(u32, bool)>>);

impl Crowd {
    pub(super) const NOBODY: Self = Self(None);
}

impl Crowds {
    pub(super) fn add(&mut self, people: Vec<(u32, bool)>) -> Crowd {
        if people.is_empty() {
            return Crowd::NOBODY;
        }
        self.0.push(people);
        Crowd(NonZeroU32::new(self.0.len() as u32))
    }

    fn of(&self, crowd: Crowd) -> &[(u32, bool)] {
        crowd.0.map_or(&[], |number| &self.0[number.get() as usize - 1])
    }

    /// The people behind pieces of one tie, and whether it would not be there without each.
    fn behind(&self, pieces: &[Piece]) -> Vec<(u32, bool)> {
        let all = pieces.iter().flat_map(|piece| self.of(piece.people));
        let mut people: Vec<u32> = all.map(|(person, _)| *person).collect();
        people.sort_unstable();
        people.dedup();
        let needed = |person| pieces.iter().all(|it| self.of(it.people).contains(&(person, true)));
        people.into_iter().map(|person| (person, needed(person))).collect()
    }
}

/// Names, numbered as they appear.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) in_order: Vec<String>,
    numbers: HashMap<String, u32>,
}

impl Names {
    pub(super) fn number(&mut self, name: &str) -> u32 {
        if let Some(&known) = self.numbers.get(name) {
            return known;
        }
        let next = self.in_order.len() as u32;
        self.numbers.insert(name.to_owned(), next);
        self.in_order.push(name.to_owned());
        next
    }
}

/// Ties with the evidence behind them, sorted and added up.
#[derive(Debug, Default)]
pub(super) struct Added {
    pub(super) ties: Vec<Tie>,
    pub(super) behind: Vec<u32>,
    pub(super) behind_ends: Vec<usize>,
    pub(super) people: BTreeMap<usize, Vec<(String, bool)>>,
}

impl Network {
    /// A network from ties that are ready: `(from, to, strength)` by name. Actors are numbered as
    /// they appear; repeated ties add up; self-ties are left out and counted in the notes.
    ///
    /// # Errors
    ///
    /// A strength that is not finite and above zero.
    ///
    /// ```
    /// use tertius::Network;
    /// let net = Network::from_ties(false, [("WMCETT", "LSIS", 1.0), ("LSIS", "Warwick", 2.0)])?;
    /// assert_eq!((net.actors().len(), net.ties().len()), (3, 2));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn from_ties<A: AsRef<str>, B: AsRef<str>>(
        directed: bool,
        ties: impl IntoIterator<Item = (A, B, f64)>,
    ) -> Result<Self> {
        let mut actors = Names::default();
        let mut pieces = Vec::new();
        for (from, to, strength) in ties {
            let (from, to) = (from.as_ref(), to.as_ref());
            if !(strength.is_finite() && strength > 0.0) {
                return Err(Error::Strength { from: from.to_owned(), to: to.to_owned(), strength });
            }
            let (from, to) = (actors.number(from), actors.number(to));
            pieces.push(Piece { from, to, strength, reason: 0, people: Crowd::NOBODY });
        }
        let actors = actors.in_order.iter().map(|id| Actor::named(id)).collect();
        let selves = pieces.iter().filter(|piece| piece.from == piece.to).count();
        let mut net =
            Self::assemble(actors, directed, pieces, &Crowds::default(), vec![Reason::given()]);
        if selves > 0 {
            net.provenance
                .notes
                .push(format!("{} left out", counted(selves, "self-tie", "self-ties")));
        }
        Ok(net)
    }

    /// The same network with actors added who have no tie, no attribute and gave no account;
    /// those that are there already stay as they are.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_isolates(["vcs", "uni"]);
    /// assert_eq!((net.actors().len(), net.ties().len()), (4, 2));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    #[must_use]
    pub fn with_isolates<A: AsRef<str>>(mut self, ids: impl IntoIterator<Item = A>) -> Self {
        let mut known: HashSet<String> = self.actors.iter().map(|it| it.id.clone()).collect();
        let ids = ids.into_iter().filter(|id| known.insert(id.as_ref().to_owned()));
        self.actors.extend(ids.map(|id| Actor::named(id.as_ref())));
        let n = self.actors.len();
        self.out.grow(n);
        self.into.grow(n);
        self.attributes.values_mut().for_each(|column| column.resize(n, Vec::new()));
        self.observed.accounts.iter_mut().for_each(|accounts| accounts.resize(n, false));
        self
    }

    /// The same network with an attribute of its actors, in their order; empty is unknown.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_attribute("sector", ["HE", "FE", ""]);
    /// assert_eq!(net.grouping("sector")?.unknown(), 1);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    #[must_use]
    pub fn with_attribute<S: AsRef<str>>(
        mut self,
        name: &str,
        values: impl IntoIterator<Item = S>,
    ) -> Self {
        let words = |value: S| {
            let value = value.as_ref();
            if value.is_empty() { vec![] } else { vec![value.to_owned()] }
        };
        let mut values: Vec<_> = values.into_iter().map(words).collect();
        values.resize(self.actors.len(), Vec::new());
        self.attributes.insert(name.to_owned(), values);
        self
    }

    /// The same network with word of who gave an account of their ties, in the order of actors.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// let net = net.with_accounts([true, false, false]);
    /// assert_eq!((net.dyads(), net.observed_dyads()), (3, 2));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    #[must_use]
    pub fn with_accounts(mut self, accounts: impl IntoIterator<Item = bool>) -> Self {
        let mut accounts: Vec<bool> = accounts.into_iter().collect();
        accounts.resize(self.actors.len(), false);
        self.observed.accounts = Some(accounts);
        self
    }

    /// Adds pieces up to ties and indexes them.
    pub(super) fn assemble(
        actors: Vec<Actor>,
        directed: bool,
        mut pieces: Vec<Piece>,
        crowds: &Crowds,
        reasons: Vec<Reason>,
    ) -> Self {
        pieces.retain(|piece| piece.from != piece.to);
        if !directed {
            for piece in pieces.iter_mut().filter(|piece| piece.from > piece.to) {
                std::mem::swap(&mut piece.from, &mut piece.to);
            }
        }
        // A stable sort: strengths are added up in the order of the evidence, always the same.
        pieces.sort_by_key(|piece| (piece.from, piece.to));
        let mut added = Added::default();
        for same in pieces.chunk_by(|a, b| (a.from, a.to) == (b.from, b.to)) {
            let people = crowds.behind(same);
            if !people.is_empty() {
                let named = people
                    .into_iter()
                    .map(|(person, needed)| (reasons[person as usize].what.clone(), needed));
                added.people.insert(added.ties.len(), named.collect());
            }
            let strength = same.iter().map(|piece| piece.strength).sum();
            added.ties.push(Tie { from: same[0].from, to: same[0].to, strength });
            added.behind.extend(same.iter().map(|piece| piece.reason));
            added.behind_ends.push(added.behind.len());
        }
        drop(pieces);
        Self::indexed(actors, directed, added, reasons)
    }

    /// A network from ties that are sorted and added up.
    pub(super) fn indexed(
        actors: Vec<Actor>,
        directed: bool,
        added: Added,
        reasons: Vec<Reason>,
    ) -> Self {
        let mut net = Self {
            actors,
            ties: Vec::new(),
            directed,
            out: Rows::default(),
            into: Rows::default(),
            attributes: BTreeMap::new(),
            dealt: None,
            nesting: BTreeMap::new(),
            reasons: Vec::new(),
            behind: Vec::new(),
            behind_ends: Vec::new(),
            people: BTreeMap::new(),
            person_names: BTreeMap::new(),
            observed: Observed::default(),
            first_mode: None,
            provenance: Provenance::default(),
        };
        net.replace(added, reasons);
        net
    }

    /// Takes these ties, sorted and added up, instead of those it has.
    pub(super) fn replace(&mut self, added: Added, reasons: Vec<Reason>) {
        let n = self.actors.len();
        let rows = |ends| Rows::new(n, &added.ties, ends);
        (self.out, self.into) = if self.directed {
            (rows(Ends::From), rows(Ends::To))
        } else {
            (rows(Ends::Both), Rows::default())
        };
        Added {
            ties: self.ties,
            behind: self.behind,
            behind_ends: self.behind_ends,
            people: self.people,
        } = added;
        self.reasons = reasons;
    }
}

impl Actor {
    pub(super) fn named(id: &str) -> Self {
        Self { id: id.to_owned(), name: id.to_owned(), kind: ActorKind::Organisation, group: None }
    }
}

impl Reason {
    /// The reason of a tie that came ready.
    fn given() -> Self {
        Self { kind: "tie".to_owned(), what: "as given".to_owned(), wave: None }
    }
}
