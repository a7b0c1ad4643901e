use std::collections::HashMap;

use super::dyads::Dyads;
use crate::draws::Draws;
use crate::network::{Network, Tie};
use crate::{Result, Watch};

/// Steps of a walk for each tie: each moves some twenty times or more.
const STEPS: usize = 20;

/// Steps between two looks at the watch.
const AT_ONCE: usize = 1 << 16;

/// One step in so many tries to turn a circle of three round.
const TURNS: usize = 10;

/// Ties that exchange their ends, so that every actor keeps as many as it has, in and out, and the
/// strengths it gives. Only dyads that were observed give and take ties.
///
/// A walk leads from the observed network to a hub, and walks of as many steps from there to each
/// draw. Steps are as likely back as forth, so that the observed network could be the end of such a
/// walk as well as any: probabilities are right however long the walks are (Besag and Clifford 1989).
pub(crate) struct Rewiring<'n> {
    net: &'n Network,
    dyads: Dyads<'n>,
    hub: Vec<Tie>,
    fixed: Vec<Tie>,
}

impl<'n> Rewiring<'n> {
    pub(crate) fn new(net: &'n Network, seed: u64, watch: &Watch) -> Result<Self> {
        let dyads = Dyads::new(net);
        let (hub, fixed) = dyads.split();
        let mut rewiring = Self { net, dyads, hub, fixed };
        // From a stream that no draw has.
        rewiring.hub = rewiring.walk(Draws::new(seed, u64::MAX), watch)?;
        Ok(rewiring)
    }

    pub(crate) fn draw(&self, draws: Draws, watch: &Watch) -> Result<Vec<Tie>> {
        let mut ties = self.walk(draws, watch)?;
        ties.extend(&self.fixed);
        Ok(ties)
    }

    fn walk(&self, mut draws: Draws, watch: &Watch) -> Result<Vec<Tie>> {
        let mut walk = Walk::new(self);
        if walk.ties.len() < 2 {
            return Ok(walk.ties);
        }
        for step in 0..STEPS * walk.ties.len() {
            if step % AT_ONCE == 0 {
                watch.go_on()?;
            }
            if self.net.is_directed() && draws.below(TURNS) == 0 {
                walk.turn(&mut draws);
            } else {
                walk.exchange(&mut draws);
            }
        }
        Ok(walk.ties)
    }
}

/// Ties on their way to a draw.
struct Walk<'r> {
    rewiring: &'r Rewiring<'r>,
    ties: Vec<Tie>,
    places: Places,
}

/// Where the tie of each tied dyad is: by a table where the actors are few.
enum Places {
    Table { actors: usize, at: Vec<u32> },
    Map(HashMap<(u32, u32), u32>),
}

/// Actors up to which a table is small enough to be made for each draw.
const FEW: usize = 1_000;

/// No tie.
const NOWHERE: u32 = u32::MAX;

impl Places {
    fn new(actors: usize, ties: &[Tie]) -> Self {
        let mut places = if actors <= FEW {
            Self::Table { actors, at: vec![NOWHERE; actors * actors] }
        } else {
            Self::Map(HashMap::with_capacity(ties.len()))
        };
        for (at, tie) in ties.iter().enumerate() {
            places.set((tie.from, tie.to), at as u32);
        }
        places
    }

    fn get(&self, (from, to): (u32, u32)) -> Option<usize> {
        let at = match self {
            Self::Table { actors, at } => at[from as usize * actors + to as usize],
            Self::Map(map) => map.get(&(from, to)).copied().unwrap_or(NOWHERE),
        };
        (at != NOWHERE).then_some(at as usize)
    }

    fn set(&mut self, (from, to): (u32, u32), place: u32) {
        match self {
            Self::Table { actors, at } => at[from as usize * *actors + to as usize] = place,
            Self::Map(map) if place == NOWHERE => {
                map.remove(&(from, to));
            }
            Self::Map(map) => {
                map.insert((from, to), place);
            }
        }
    }
}

impl<'r> Walk<'r> {
    fn new(rewiring: &'r Rewiring<'_>) -> Self {
        let ties = rewiring.hub.clone();
        let places = Places::new(rewiring.net.actors().len(), &ties);
        Self { rewiring, ties, places }
    }

    /// The dyad of a tie.
    fn dyad(&self, from: u32, to: u32) -> (u32, u32) {
        if self.rewiring.net.is_directed() { (from, to) } else { (from.min(to), from.max(to)) }
    }

    fn is_free(&self, from: u32, to: u32) -> bool {
        let (from, to) = self.dyad(from, to);
        self.rewiring.dyads.has(from as usize, to as usize) && self.places.get((from, to)).is_none()
    }

    /// a → b and c → d become a → d and c → b, if both are free.
    fn exchange(&mut self, draws: &mut Draws) {
        let (one, other) = (draws.below(self.ties.len()), draws.below(self.ties.len()));
        let Tie { from: a, to: b, .. } = self.ties[one];
        let Tie { from: mut c, to: mut d, .. } = self.ties[other];
        let net = self.rewiring.net;
        // Where ties have no direction, either end may be the first.
        if !net.is_directed() && net.first_mode().is_none() && draws.below(2) == 0 {
            (c, d) = (d, c);
        }
        if one != other
            && self.is_free(a, d)
            && self.is_free(c, b)
            && self.dyad(a, d) != self.dyad(c, b)
        {
            self.lay(&[(one, a, d), (other, c, b)]);
        }
    }

    /// a → b → c → a turns round, if the other way is free: no exchange of two ties can do it.
    fn turn(&mut self, draws: &mut Draws) {
        let one = draws.below(self.ties.len());
        let Tie { from: a, to: b, .. } = self.ties[one];
        let c = draws.below(self.rewiring.net.actors().len()) as u32;
        let (Some(two), Some(three)) = (self.places.get((b, c)), self.places.get((c, a))) else {
            return;
        };
        if self.is_free(a, c) && self.is_free(b, a) && self.is_free(c, b) {
            self.lay(&[(one, a, c), (two, b, a), (three, c, b)]);
        }
    }

    /// Moves ties to other dyads.
    fn lay(&mut self, moves: &[(usize, u32, u32)]) {
        for &(at, ..) in moves {
            let Tie { from, to, .. } = self.ties[at];
            self.places.set(self.dyad(from, to), NOWHERE);
        }
        for &(at, from, to) in moves {
            let (from, to) = self.dyad(from, to);
            self.places.set((from, to), at as u32);
            (self.ties[at].from, self.ties[at].to) = (from, to);
        }
    }
}
