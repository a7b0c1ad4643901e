//! Networks from ties that are ready, and the last step of every cut.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Actor, ActorKind, Network, Observed, Provenance, Reason, Rows, Tie};
use crate::{Error, Result, counted};

/// A piece of evidence that joins two actors, before pieces are added up.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) strength: f64,
    pub(super) reason: u32,
    /// People through whom it joins these two actors, and whether it would not without each.
    pub(super) people: Vec<(u32, bool)>,
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
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut actors: Vec<Actor> = Vec::new();
        let mut number = |id: &str| {
            *numbers.entry(id.to_owned()).or_insert_with(|| {
                actors.push(Actor::named(id));
                actors.len() as u32 - 1
            })
        };
        let mut pieces = Vec::new();
        for (from, to, strength) in ties {
            let (from, to) = (from.as_ref(), to.as_ref());
            if !(strength.is_finite() && strength > 0.0) {
                return Err(Error::Strength { from: from.to_owned(), to: to.to_owned(), strength });
            }
            let (from, to) = (number(from), number(to));
            pieces.push(Piece { from, to, strength, reason: 0, people: Vec::new() });
        }
        let selves = pieces.iter().filter(|piece| piece.from == piece.to).count();
        let mut net = Self::assemble(actors, directed, pieces, vec![Reason::given()]);
        if selves > 0 {
            net.provenance
                .notes
                .push(format!("{} left out", counted(selves, "self-tie", "self-ties")));
        }
        Ok(net)
    }

    /// The same network with actors added who have no tie, no attribute and gave no account;
    /// those that are there already stay as they are.
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
        let (mut ties, mut behind, mut behind_ends, mut people) =
            (Vec::<Tie>::new(), Vec::new(), Vec::new(), BTreeMap::new());
        for same in pieces.chunk_by(|a, b| (a.from, a.to) == (b.from, b.to)) {
            let strength = same.iter().map(|piece| piece.strength).sum();
            let mut through: Vec<u32> =
                same.iter().flat_map(|piece| &piece.people).map(|(person, _)| *person).collect();
            through.sort_unstable();
            through.dedup();
            if !through.is_empty() {
                let alone =
                    |person: &u32| same.iter().all(|piece| piece.people.contains(&(*person, true)));
                let named = through
                    .iter()
                    .map(|person| (reasons[*person as usize].what.clone(), alone(person)));
                people.insert(ties.len(), named.collect());
            }
            behind.extend(same.iter().map(|piece| piece.reason));
            behind_ends.push(behind.len());
            ties.push(Tie { from: same[0].from, to: same[0].to, strength });
        }
        let arcs = || ties.iter().map(|tie| (tie.from, tie.to, tie.strength));
        let turned = || ties.iter().map(|tie| (tie.to, tie.from, tie.strength));
        let sorted = |mut arcs: Vec<(u32, u32, f64)>| {
            arcs.sort_unstable_by_key(|&(from, to, _)| (from, to));
            Rows::new(actors.len(), arcs.into_iter())
        };
        let (out, into) = if directed {
            (Rows::new(actors.len(), arcs()), sorted(turned().collect()))
        } else {
            (sorted(arcs().chain(turned()).collect()), Rows::default())
        };
        Self {
            actors,
            ties,
            directed,
            out,
            into,
            attributes: BTreeMap::new(),
            nesting: BTreeMap::new(),
            reasons,
            behind,
            behind_ends,
            people,
            observed: Observed::default(),
            first_mode: None,
            provenance: Provenance::default(),
        }
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
