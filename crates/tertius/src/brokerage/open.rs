use rayon::prelude::*;

use super::{Brokered, Brokers, role};
use crate::around::{GETS, SENDS, Way};
use crate::{Result, Watch};

// What two alters are to their broker. Undirected, each is a role there and a role back.

/// Both of its own group: it coordinates them, there and back.
const SAME: usize = 0;
/// Both of one other group: it is itinerant, there and back.
const BETWEEN: usize = 1;
/// One of its own group: it represents one way, and keeps the gate the other.
const MIXED: usize = 2;
/// All three of different groups: liaison, there and back.
const APART: usize = 3;

impl Brokers<'_> {
    /// All two-paths, counted by group, less those that are closed: no pair of alters that are not
    /// tied is looked at, and each triangle is found once.
    pub(super) fn open(&self, watch: &Watch) -> Result<Vec<Option<Brokered>>> {
        let (all, closed) = rayon::join(|| self.open_or_closed(), || self.closed(watch));
        let open = |(all, closed): (Option<[usize; 6]>, [usize; 5])| {
            let mut roles = all?;
            for (role, closed) in closed.into_iter().enumerate() {
                roles[role] -= closed;
                roles[5] -= closed;
            }
            Some(Brokered { roles: roles.map(|count| count as f64), ..Brokered::default() })
        };
        Ok(all.into_iter().zip(closed?).map(open).collect())
    }

    /// The two-paths through each actor by role, whether closed or not.
    fn open_or_closed(&self) -> Vec<Option<[usize; 6]>> {
        let of = |by_group: &mut Vec<[u32; 2]>, v: usize| {
            let groups = self.around.alters(v).iter().map(|&alter| self.group_of(alter));
            Some(two_paths(self.group[v]?, groups, self.around.ways(v), by_group))
        };
        let actors = (0..self.group.len()).into_par_iter().with_min_len(64);
        actors.map_init(|| self.of_groups(), of).collect()
    }

    /// Two counts for each group.
    pub(super) fn of_groups(&self) -> Vec<[u32; 2]> {
        vec![[0; 2]; self.sizes.len()]
    }

    /// The two-paths that the ties of triangles close, each at its broker and by its role.
    fn closed(&self, watch: &Watch) -> Result<Vec<[usize; 5]>> {
        let group = &self.small_group;
        if self.net.is_directed() {
            let closed = self.around.triangles(watch, |closed, found| {
                for &third in found.thirds {
                    let actors = [found.first, found.second, self.around.third(third)];
                    let groups = actors.map(|actor| group[actor]);
                    let sends = self.around.sends(found, third);
                    for [a, v, b] in
                        [[0, 1, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 2, 1], [1, 0, 2]]
                    {
                        let closes = sends[a][v] & sends[v][b] & sends[a][b];
                        let role = role(groups[a], groups[v], groups[b]);
                        closed[actors[v]][role] += u32::from(closes);
                    }
                }
            })?;
            let wide = |closed: [u32; 5]| closed.map(|count| count as usize);
            return Ok(closed.into_iter().map(wide).collect());
        }
        let half = self.around.triangles(watch, |half, found| {
            let (x, y) = (found.first, found.second);
            let two = [group[x], group[y]];
            let alike = two[0] == two[1];
            let roles = if alike { [BETWEEN, SAME] } else { [APART, MIXED] };
            let (all, mut with) = (found.thirds.len() as u32, [0; 2]);
            for &third in found.thirds {
                let z = self.around.third(third);
                let is = two.map(|of| of == group[z]);
                half[z][roles[usize::from(is[0] | is[1])]] += 1;
                with[0] += u32::from(is[0]);
                with[1] += u32::from(is[1]);
            }
            for (v, own, other) in [(x, with[0], with[1]), (y, with[1], with[0])] {
                if alike {
                    half[v][SAME] += own;
                    half[v][MIXED] += all - own;
                } else {
                    half[v][MIXED] += own;
                    half[v][BETWEEN] += other;
                    half[v][APART] += all - own - other;
                }
            }
        })?;
        let both_ways = |half: [u32; 4]| {
            let [same, between, mixed, apart] = half.map(|count| count as usize);
            [2 * same, 2 * between, mixed, mixed, 2 * apart]
        };
        Ok(half.into_iter().map(both_ways).collect())
    }
}

/// How many alters send to the broker, get from it, or both.
#[derive(Clone, Copy, Default)]
pub(super) struct Wedges {
    pub(super) into: usize,
    pub(super) out: usize,
    pub(super) mutual: usize,
}

/// Two-paths through an actor by role, whether closed or not. How many alters of each group send to
/// it, and how many get from it, is counted in `by_group`, which is all zero before and after.
pub(super) fn two_paths(
    own: usize,
    groups: impl Iterator<Item = usize> + Clone,
    ways: &[Way],
    by_group: &mut [[u32; 2]],
) -> [usize; 6] {
    let (mut coordinator, mut within) = (0, 0);
    for (group, &way) in groups.clone().zip(ways) {
        let [into, out] = &mut by_group[group];
        let (gets, sends) = (u32::from(way >> 1), u32::from(way & SENDS));
        // With those of its group before it.
        let paths = (gets * *out + sends * *into) as usize;
        within += paths;
        coordinator += if group == own { paths } else { 0 };
        *into += gets;
        *out += sends;
    }
    let [into, out] = by_group[own].map(|count| count as usize);
    groups.for_each(|group| by_group[group] = [0; 2]);
    let all = Wedges::of(ways.iter().copied());
    let total = all.into * all.out - all.mutual;
    let representative = into * (all.out - out);
    let gatekeeper = (all.into - into) * out;
    let liaison = total - within - representative - gatekeeper;
    [coordinator, within - coordinator, representative, gatekeeper, liaison, total]
}

impl Wedges {
    pub(super) fn of(ways: impl Iterator<Item = Way>) -> Self {
        ways.fold(Self::default(), |all, way| Self {
            into: all.into + usize::from(way & GETS != 0),
            out: all.out + usize::from(way & SENDS != 0),
            mutual: all.mutual + usize::from(way == SENDS | GETS),
        })
    }

    /// Two-paths that start at an alter tied in this way.
    pub(super) fn out_without(self, way: Way) -> usize {
        if way & GETS == 0 { 0 } else { self.out - usize::from(way & SENDS != 0) }
    }

    /// Two-paths that end there.
    pub(super) fn into_without(self, way: Way) -> usize {
        if way & SENDS == 0 { 0 } else { self.into - usize::from(way & GETS != 0) }
    }
}
