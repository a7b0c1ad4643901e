use rayon::prelude::*;

use super::{Brokered, Brokers, role};
use crate::around::{GETS, SENDS, Way};
use crate::{Result, Watch};

impl Brokers<'_> {
    /// All two-paths, counted by group, less those that are closed: no pair of alters that are not
    /// tied is looked at, and each triangle is found once.
    pub(super) fn open(&self, watch: &Watch) -> Result<Vec<Option<Brokered>>> {
        let closed = self.closed(watch)?;
        let brokered = |v: usize| {
            let groups = self.around.alters(v).iter().map(|&alter| self.group_of(alter));
            let mut roles = two_paths(self.group[v]?, groups, self.around.ways(v));
            for (role, closed) in closed[v].into_iter().enumerate() {
                roles[role] -= closed;
                roles[5] -= closed;
            }
            Some(Brokered { roles: roles.map(|count| count as f64), ..Brokered::default() })
        };
        Ok((0..closed.len()).into_par_iter().with_min_len(64).map(brokered).collect())
    }

    /// The two-paths that the ties of triangles close, each at its broker and by its role.
    fn closed(&self, watch: &Watch) -> Result<Vec<[usize; 5]>> {
        // As small as can be: every triangle reads three of them.
        let group: Vec<u32> = self.group.iter().map(|it| it.map_or(0, |it| it as u32)).collect();
        let close = |closed: &mut [[usize; 5]], [from, broker, to]: [usize; 3], times| {
            closed[broker][role(group[from], group[broker], group[to])] += times;
        };
        if self.net.is_directed() {
            return self.around.triangles(watch, |closed, found| {
                for third in self.around.thirds(found) {
                    let actors = [found.first, found.second, third.1];
                    let sends = self.around.sends(found, third);
                    for path in [[0, 1, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 2, 1], [1, 0, 2]] {
                        let [a, v, b] = path;
                        let there = sends[a][v] & sends[v][b] & sends[a][b];
                        close(closed, path.map(|corner| actors[corner]), usize::from(there));
                    }
                }
            });
        }
        let one_way = self.around.triangles(watch, |closed, found| {
            let (x, y) = (found.first, found.second);
            for (_, z) in self.around.thirds(found) {
                close(closed, [x, y, z], 1);
                close(closed, [y, z, x], 1);
                close(closed, [z, x, y], 1);
            }
        })?;
        let both_ways = |[same, between, there, back, apart]: [usize; 5]| {
            [2 * same, 2 * between, there + back, there + back, 2 * apart]
        };
        Ok(one_way.into_iter().map(both_ways).collect())
    }
}

/// How many alters send to the broker, get from it, or both.
#[derive(Clone, Copy, Default)]
pub(super) struct Wedges {
    pub(super) into: usize,
    pub(super) out: usize,
    pub(super) mutual: usize,
}

/// Two-paths through an actor by role, whether closed or not.
pub(super) fn two_paths(
    own: usize,
    groups: impl Iterator<Item = usize>,
    ways: &[Way],
) -> [usize; 6] {
    // Sorted by group: so many groups that a count for each would be too many are no matter.
    let sorted = groups.zip(ways).map(|(group, &way)| (group as u32) << 2 | u32::from(way));
    let mut by_group: Vec<u32> = sorted.collect();
    by_group.sort_unstable();
    let (mut ours, mut all, mut within_others) = (Wedges::default(), Wedges::default(), 0);
    for group in by_group.chunk_by(|a, b| a >> 2 == b >> 2) {
        let here = Wedges::of(group.iter().map(|it| (it & 3) as Way));
        if (group[0] >> 2) as usize == own {
            ours = here;
        } else {
            within_others += here.into * here.out - here.mutual;
        }
        all.into += here.into;
        all.out += here.out;
        all.mutual += here.mutual;
    }
    let total = all.into * all.out - all.mutual;
    let coordinator = ours.into * ours.out - ours.mutual;
    let representative = ours.into * (all.out - ours.out);
    let gatekeeper = (all.into - ours.into) * ours.out;
    let liaison = total - coordinator - within_others - representative - gatekeeper;
    [coordinator, within_others, representative, gatekeeper, liaison, total]
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
