use super::open::{Wedges, two_paths};
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

impl Brokers<'_> {
    /// Broker by broker, with how the pairs of each overlap.
    pub(super) fn overlapping(&self, watch: &Watch) -> Result<Vec<Option<Brokered>>> {
        let scratch = || (self.around.places(), self.of_groups());
        self.around.each_with(watch, scratch, |v, (places, by_group)| {
            let own = self.group[v]?;
            let open = if self.complete {
                self.counted(v, own, places, by_group)
            } else {
                self.looked_at(v, own)
            };
            Some(Brokered {
                roles: open.roles.map(|count| count as f64),
                overlaps: open.overlaps(),
            })
        })
    }

    /// All two-paths, counted by group, less those that are closed: no pair of alters that are not
    /// tied is looked at.
    fn counted(
        &self,
        v: usize,
        own: usize,
        places: &mut Places,
        by_group: &mut [[u32; 2]],
    ) -> Open {
        let (alters, ways) = (self.around.alters(v), self.around.ways(v));
        let groups: Vec<usize> = alters.iter().map(|&alter| self.group_of(alter)).collect();
        let all = Wedges::of(ways.iter().copied());
        let mut open = Open {
            roles: two_paths(own, groups.iter().copied(), ways, by_group),
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
