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

/// At most so many sums for every actor side by side, each of at least so many egos.
const SUMS: usize = 32;
const EGOS: usize = 32;

/// The alters of every actor, whichever way they are tied, in flat rows. Undirected ties go both
/// ways.
pub(crate) struct Around {
    starts: Vec<usize>,
    alters: Vec<u32>,
    ways: Vec<Way>,
    /// Where the alters of each actor start in `onward`.
    onward_starts: Vec<usize>,
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
            alters: Vec::with_capacity(2 * net.ties().len()),
            ways: Vec::with_capacity(2 * net.ties().len()),
            onward_starts: vec![0],
            onward: Vec::new(),
            onward_at: Vec::new(),
        };
        let all = (0..n).all(&counts);
        for ego in 0..n {
            let out = net.out().alters(ego);
            if counts(ego) && net.is_directed() {
                let both = merged(out, net.into_rows().alters(ego));
                for (alter, way) in both.filter(|&(alter, _)| counts(alter as usize)) {
                    around.alters.push(alter);
                    around.ways.push(way);
                }
            } else if counts(ego) {
                if all {
                    around.alters.extend_from_slice(out);
                } else {
                    let counted = out.iter().filter(|&&alter| counts(alter as usize));
                    around.alters.extend(counted);
                }
                around.ways.resize(around.alters.len(), SENDS | GETS);
            }
            around.starts.push(around.alters.len());
        }
        around.point_onward();
        around
    }

    fn point_onward(&mut self) {
        let rank = |actor: usize| (self.at(actor).len() as u64) << 32 | actor as u64;
        let ranks: Vec<u64> = (0..self.len()).map(rank).collect();
        // Every alter is written down, and the next over it unless it has more alters: whether it
        // has, is nothing that a processor can guess. Each tie stays once; after the last is room
        // for those that do not stay.
        let room = self.alters.len() / 2 + 1;
        let (mut onward, mut onward_at, mut kept) = (vec![0; room], vec![0; room], 0);
        for ego in 0..self.len() {
            for at in self.at(ego) {
                onward[kept] = self.alters[at];
                onward_at[kept] = at as u32;
                kept += usize::from(ranks[self.alters[at] as usize] > ranks[ego]);
            }
            self.onward_starts.push(kept);
        }
        (self.onward, self.onward_at) = (onward, onward_at);
    }

    fn onward(&self, ego: usize) -> std::ops::Range<usize> {
        self.onward_starts[ego]..self.onward_starts[ego + 1]
    }

    /// Number of ties, each way of one that goes both ways.
    pub(crate) fn arcs(&self) -> usize {
        self.ways.iter().filter(|&&way| way & SENDS != 0).count()
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
        self.each_with(watch, || self.places(), of)
    }

    /// What `of` finds for each ego, in their order, with something to write on.
    pub(crate) fn each_with<S, T: Send>(
        &self,
        watch: &Watch,
        scratch: impl Fn() -> S + Sync + Send,
        of: impl Fn(usize, &mut S) -> T + Sync,
    ) -> Result<Vec<T>> {
        watch.expect(self.len());
        let ego = |scratch: &mut S, ego: usize| {
            watch.tick()?;
            Ok(of(ego, scratch))
        };
        (0..self.len()).into_par_iter().with_min_len(16).map_init(scratch, ego).collect()
    }

    pub(crate) fn places(&self) -> Places {
        Places(vec![0; self.len()])
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

/// Two actors who are tied, and all those after them who are tied to both.
pub(crate) struct Triangles<'t> {
    pub(crate) first: usize,
    pub(crate) second: usize,
    /// Where in the flat rows the first has the second.
    at: u32,
    /// Where in the flat rows the first has whom, counted from 1.
    places: &'t [u32],
    /// Where in `onward` those who are tied to both are.
    pub(crate) thirds: &'t [u32],
}

impl Around {
    /// Lets `add` see every triangle once, with sums of its own for some of them; then the sums of
    /// all are added up. They are whole numbers: whoever finds a triangle, the sum is the same. An
    /// actor has no more triangles than there are ties, and those can be numbered in 32 bits.
    pub(crate) fn triangles<const COLUMNS: usize>(
        &self,
        watch: &Watch,
        add: impl Fn(&mut [[u32; COLUMNS]], &Triangles<'_>) + Sync,
    ) -> Result<Vec<[u32; COLUMNS]>> {
        let n = self.len();
        watch.expect(n);
        let longest = (0..n).map(|ego| self.onward(ego).len()).max().unwrap_or(0);
        let none = || vec![[0; COLUMNS]; n];
        let begin = || (none(), vec![0; n], vec![0; longest + 1]);
        let ego = |(mut sums, mut places, mut thirds): (Vec<_>, Vec<_>, Vec<_>), ego: usize| {
            watch.tick()?;
            self.triangles_from(ego, &mut places, &mut thirds, |found| add(&mut sums, found));
            Ok((sums, places, thirds))
        };
        let egos = (0..n).into_par_iter().with_min_len(n.div_ceil(SUMS).max(EGOS));
        let sums = egos.try_fold(begin, ego).map(|part| Ok(part?.0));
        sums.try_reduce(none, |mut sums, part| {
            let both = sums.as_flattened_mut().iter_mut().zip(part.as_flattened());
            both.for_each(|(sum, it)| *sum += it);
            Ok(sums)
        })
    }

    /// The triangles of an ego with two of those who have more alters. `places` are all 0 before
    /// and after; `thirds` have room for one more than anybody has onward.
    fn triangles_from(
        &self,
        ego: usize,
        places: &mut [u32],
        thirds: &mut [u32],
        mut found: impl FnMut(&Triangles<'_>),
    ) {
        let seconds = self.onward(ego);
        for step in seconds.clone() {
            places[self.onward[step] as usize] = self.onward_at[step] + 1;
        }
        for step in seconds.clone() {
            let (second, at) = (self.onward[step] as usize, self.onward_at[step]);
            let onward = self.onward(second);
            // Every candidate is written down, and the next over it unless it was one: whether it
            // is, is nothing that a processor can guess.
            let mut kept = 0;
            for (step, &actor) in onward.clone().zip(&self.onward[onward]) {
                thirds[kept] = step as u32;
                kept += usize::from(places[actor as usize] > 0);
            }
            found(&Triangles { first: ego, second, at, places, thirds: &thirds[..kept] });
        }
        seconds.for_each(|step| places[self.onward[step] as usize] = 0);
    }

    /// The third actor of a triangle, by where in `onward` it is.
    pub(crate) fn third(&self, step: u32) -> usize {
        self.onward[step as usize] as usize
    }

    /// Whether each of the three of a triangle sends to each: 0 or 1.
    pub(crate) fn sends(&self, of: &Triangles<'_>, third: u32) -> [[u8; 3]; 3] {
        let place = of.places[self.third(third)] - 1;
        let ats = [of.at, place, self.onward_at[third as usize]];
        let [xy, xz, yz] = ats.map(|at| self.way(at as usize));
        let (to, from) = (|way: Way| way & SENDS, |way: Way| way >> 1);
        [[0, to(xy), to(xz)], [from(xy), 0, to(yz)], [from(xz), from(yz), 0]]
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
