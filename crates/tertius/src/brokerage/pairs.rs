use super::{Brokered, Brokers, Overlaps, role};
use crate::around::{GETS, Places, SENDS, Way};
use crate::{Result, Watch};

/// The open pairs (a, b) of one broker: by role, by a, by b, and those open both ways.
struct Open {
    roles: [usize; 6],
    from: Vec<usize>,
    to: Vec<usize>,
    reversed: usize,
}

/// How many alters send to the broker, get from it, or both.
#[derive(Clone, Copy, Default)]
struct Wedges {
    into: usize,
    out: usize,
    mutual: usize,
}

impl Brokers<'_> {
    pub(super) fn pairs(&self, watch: &Watch) -> Result<Vec<Option<Brokered>>> {
        self.around.each(watch, |v, places| {
            let own = self.group[v]?;
            let open =
                if self.complete { self.counted(v, own, places) } else { self.looked_at(v, own) };
            Some(Brokered {
                roles: open.roles.map(|count| count as f64),
                overlaps: open.overlaps(),
            })
        })
    }

    fn group_of(&self, actor: u32) -> usize {
        self.group[actor as usize].expect("only actors of known group are around")
    }

    /// All two-paths, counted by group, less those that are closed: no pair of alters that are not
    /// tied is looked at.
    fn counted(&self, v: usize, own: usize, places: &mut Places) -> Open {
        let (alters, ways) = (self.around.alters(v), self.around.ways(v));
        let groups: Vec<usize> = alters.iter().map(|&alter| self.group_of(alter)).collect();
        let all = Wedges::of(ways.iter().copied());
        let mut open = Open {
            roles: two_paths(own, &groups, ways),
            from: ways.iter().map(|&way| all.out_without(way)).collect(),
            to: ways.iter().map(|&way| all.into_without(way)).collect(),
            reversed: all.mutual * all.mutual.saturating_sub(1),
        };
        let both = |way: Way| way == SENDS | GETS;
        self.around.among(v, places, |q, j, at| {
            let way = self.around.way(at);
            for (a, b, there) in [(q, j, SENDS), (j, q, GETS)] {
                if way & there != 0 && ways[a] & GETS != 0 && ways[b] & SENDS != 0 {
                    open.roles[role(groups[a], own, groups[b])] -= 1;
                    open.roles[5] -= 1;
                    open.from[a] -= 1;
                    open.to[b] -= 1;
                }
            }
            if both(ways[q]) && both(ways[j]) {
                open.reversed -= 2;
            }
        });
        open
    }

    /// Every pair looked at: some of them were not observed.
    fn looked_at(&self, v: usize, own: usize) -> Open {
        let (alters, ways) = (self.around.alters(v), self.around.ways(v));
        let none = || vec![0; alters.len()];
        let mut open = Open { roles: [0; 6], from: none(), to: none(), reversed: 0 };
        let brokered = |a: usize, b: usize| {
            let path = a != b && ways[a] & GETS != 0 && ways[b] & SENDS != 0;
            path && self.is_open(alters[a] as usize, alters[b] as usize)
        };
        for a in 0..alters.len() {
            for b in (0..alters.len()).filter(|&b| brokered(a, b)) {
                open.roles[role(self.group_of(alters[a]), own, self.group_of(alters[b]))] += 1;
                open.roles[5] += 1;
                open.from[a] += 1;
                open.to[b] += 1;
                open.reversed += usize::from(brokered(b, a));
            }
        }
        open
    }
}

/// Two-paths through an actor by role, whether closed or not.
fn two_paths(own: usize, groups: &[usize], ways: &[Way]) -> [usize; 6] {
    // Sorted by group: so many groups that a count for each would be too many are no matter.
    let mut by_group: Vec<u32> = groups
        .iter()
        .zip(ways)
        .map(|(&group, &way)| (group as u32) << 2 | u32::from(way))
        .collect();
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
    fn of(ways: impl Iterator<Item = Way>) -> Self {
        ways.fold(Self::default(), |all, way| Self {
            into: all.into + usize::from(way & GETS != 0),
            out: all.out + usize::from(way & SENDS != 0),
            mutual: all.mutual + usize::from(way == SENDS | GETS),
        })
    }

    /// Two-paths that start at an alter tied in this way.
    fn out_without(self, way: Way) -> usize {
        if way & GETS == 0 { 0 } else { self.out - usize::from(way & SENDS != 0) }
    }

    /// Two-paths that end there.
    fn into_without(self, way: Way) -> usize {
        if way & SENDS == 0 { 0 } else { self.into - usize::from(way & GETS != 0) }
    }
}

impl Open {
    fn overlaps(&self) -> Overlaps {
        let more = |counts: &[usize]| {
            counts.iter().map(|&count| count as f64 * (count as f64 - 1.0)).sum::<f64>()
        };
        let both = self.from.iter().zip(&self.to);
        let both: f64 = both.map(|(&from, &to)| from as f64 * to as f64).sum();
        Overlaps {
            same: self.roles[5] as f64,
            reversed: self.reversed as f64,
            sources: more(&self.from),
            targets: more(&self.to),
            through: 2.0 * (both - self.reversed as f64),
        }
    }
}
