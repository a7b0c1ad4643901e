//! Who is around an actor: its alters, and which of them are tied to one another.

use rayon::prelude::*;

use crate::network::Network;
use crate::{Result, Watch};

/// How an actor is tied to another: [`SENDS`], [`GETS`], or both added up.
pub(crate) type Way = u8;

/// There is a tie from the one to the other.
pub(crate) const SENDS: Way = 1;

/// There is a tie from the other to the one.
pub(crate) const GETS: Way = 2;

/// The alters of every actor, whichever way they are tied, in flat rows. Undirected ties go both
/// ways.
pub(crate) struct Around {
    starts: Vec<usize>,
    alters: Vec<u32>,
    ways: Vec<Way>,
    /// Where the alters of each actor end in `onward`.
    onward_ends: Vec<usize>,
    /// Alters who have more alters than the actor: each tie once, from the end where fewer are to
    /// be read through.
    onward: Vec<u32>,
    /// Where each of those is in `alters`.
    onward_at: Vec<u32>,
}

/// For one ego: at which place among its alters an actor is, counted from 1; 0 for anybody else.
pub(crate) struct Places(Vec<u32>);

impl Around {
    /// With the ties between actors who count.
    pub(crate) fn new(net: &Network, counts: impl Fn(usize) -> bool) -> Self {
        let n = net.actors().len();
        let mut around = Self {
            starts: vec![0],
            alters: Vec::new(),
            ways: Vec::new(),
            onward_ends: Vec::new(),
            onward: Vec::new(),
            onward_at: Vec::new(),
        };
        for ego in 0..n {
            if counts(ego) {
                let (out, into) = (net.out().alters(ego), net.into_rows().alters(ego));
                around.add(merged(out, into).filter(|&(alter, _)| counts(alter as usize)));
            }
            around.starts.push(around.alters.len());
        }
        around.point_onward();
        around
    }

    fn add(&mut self, alters: impl Iterator<Item = (u32, Way)>) {
        for (alter, way) in alters {
            self.alters.push(alter);
            self.ways.push(way);
        }
    }

    fn point_onward(&mut self) {
        let (mut onward, mut onward_at) = (Vec::new(), Vec::new());
        for ego in 0..self.len() {
            let rank = |actor: usize| (self.at(actor).len(), actor);
            for at in self.at(ego).filter(|&at| rank(self.alters[at] as usize) > rank(ego)) {
                onward.push(self.alters[at]);
                onward_at.push(at as u32);
            }
            self.onward_ends.push(onward.len());
        }
        (self.onward, self.onward_at) = (onward, onward_at);
    }

    fn onward(&self, ego: usize) -> std::ops::Range<usize> {
        if ego == 0 {
            0..self.onward_ends[0]
        } else {
            self.onward_ends[ego - 1]..self.onward_ends[ego]
        }
    }

    /// Number of actors.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Where in the flat rows the alters of an actor are.
    pub(crate) fn at(&self, ego: usize) -> std::ops::Range<usize> {
        self.starts[ego]..self.starts[ego + 1]
    }

    /// The alters of an actor, sorted.
    pub(crate) fn alters(&self, ego: usize) -> &[u32] {
        &self.alters[self.at(ego)]
    }

    /// How an actor is tied to each of its alters.
    pub(crate) fn ways(&self, ego: usize) -> &[Way] {
        &self.ways[self.at(ego)]
    }

    /// How the actor in whose row a place of the flat rows is, is tied to the alter there.
    pub(crate) fn way(&self, at: usize) -> Way {
        self.ways[at]
    }

    /// What `of` finds for each ego, in their order.
    pub(crate) fn each<T: Send>(
        &self,
        watch: &Watch,
        of: impl Fn(usize, &mut Places) -> T + Sync,
    ) -> Result<Vec<T>> {
        watch.expect(self.len());
        let ego = |places: &mut Places, ego: usize| {
            watch.tick()?;
            Ok(of(ego, places))
        };
        let places = || Places(vec![0; self.len()]);
        (0..self.len()).into_par_iter().with_min_len(16).map_init(places, ego).collect()
    }

    /// Calls `tied` once for each two alters q and j of the ego that are tied: their places among
    /// its alters, and where in the flat rows the row of q has j.
    pub(crate) fn among(
        &self,
        ego: usize,
        places: &mut Places,
        mut tied: impl FnMut(usize, usize, usize),
    ) {
        let alters = self.alters(ego);
        for (place, &alter) in alters.iter().enumerate() {
            places.0[alter as usize] = place as u32 + 1;
        }
        for (q, &alter) in alters.iter().enumerate() {
            let onward = self.onward(alter as usize);
            for (step, &other) in self.onward[onward.clone()].iter().enumerate() {
                let place = places.0[other as usize] as usize;
                if place > 0 {
                    tied(q, place - 1, self.onward_at[onward.start + step] as usize);
                }
            }
        }
        alters.iter().for_each(|&alter| places.0[alter as usize] = 0);
    }
}

/// Actors in either of two sorted rows, with the way in which they are there.
fn merged(out: &[u32], into: &[u32]) -> impl Iterator<Item = (u32, Way)> {
    let (mut out, mut into) = (out.iter().peekable(), into.iter().peekable());
    std::iter::from_fn(move || {
        let next = out.peek().into_iter().chain(into.peek()).copied().copied().min()?;
        let sends = if out.next_if_eq(&&next).is_some() { SENDS } else { 0 };
        let gets = if into.next_if_eq(&&next).is_some() { GETS } else { 0 };
        Some((next, sends + gets))
    })
}
