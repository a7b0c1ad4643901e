use std::collections::BTreeMap;

use crate::network::{Network, Rows};
use crate::options::Direction;
use crate::{Result, Watch};

/// Where a network falls apart, ties taken either way: what cut points, bridges and removal share.
///
/// One depth-first walk: a branch that has no way back above an actor is cut off with it, and one
/// that has none back to it hangs by a single tie.
pub(crate) struct Cuts {
    /// Sizes of the pieces that the component of each actor becomes without it. It is in as many
    /// blocks.
    pub(crate) pieces: Vec<Vec<usize>>,
    /// Actors in the largest block of each: who holds together whoever else leaves.
    pub(crate) block: Vec<usize>,
    /// Pairs whose tie is a bridge, the smaller number first, with the actors on the smaller side.
    pub(crate) bridges: BTreeMap<(usize, usize), usize>,
}

/// A walk under way.
struct Walk<'a> {
    rows: &'a Rows,
    entered: Vec<usize>,
    /// The earliest actor that a branch has a way back to.
    low: Vec<usize>,
    size: Vec<usize>,
    /// Actors entered whose block is not closed.
    open: Vec<usize>,
    /// Bridges, with the actors below.
    bridges: Vec<(usize, usize, usize)>,
    cuts: Cuts,
}

impl Cuts {
    pub(crate) fn of(net: &Network, watch: &Watch) -> Result<Self> {
        let rows = net.rows(Direction::All);
        let n = rows.len();
        watch.expect(n);
        let mut walk = Walk {
            rows: &rows,
            entered: vec![usize::MAX; n],
            low: vec![0; n],
            size: vec![1; n],
            open: Vec::new(),
            bridges: Vec::new(),
            cuts: Self { pieces: vec![Vec::new(); n], block: vec![0; n], bridges: BTreeMap::new() },
        };
        let mut clock = 0;
        for root in 0..n {
            if walk.entered[root] == usize::MAX {
                walk.component(root, &mut clock, watch)?;
            }
        }
        Ok(walk.cuts)
    }
}

impl Walk<'_> {
    fn component(&mut self, root: usize, clock: &mut usize, watch: &Watch) -> Result<()> {
        let mut component = Vec::new();
        // (actor, where it was entered from, how many of its alters have been looked at)
        let mut way = vec![(root, usize::MAX, 0)];
        self.enter(root, clock);
        while let Some(&mut (actor, parent, ref mut next)) = way.last_mut() {
            if let Some(&alter) = self.rows.alters(actor).get(*next) {
                let alter = alter as usize;
                *next += 1;
                if self.entered[alter] == usize::MAX {
                    self.enter(alter, clock);
                    way.push((alter, actor, 0));
                } else if alter != parent {
                    self.low[actor] = self.low[actor].min(self.entered[alter]);
                }
                continue;
            }
            watch.tick()?;
            way.pop();
            component.push(actor);
            if parent != usize::MAX {
                self.leave(actor, parent);
            }
        }
        self.open.clear();
        for &actor in &component {
            let rest = component.len() - 1 - self.cuts.pieces[actor].iter().sum::<usize>();
            if rest > 0 {
                self.cuts.pieces[actor].push(rest);
            }
        }
        for (parent, actor, below) in self.bridges.drain(..) {
            let pair = (parent.min(actor), parent.max(actor));
            self.cuts.bridges.insert(pair, below.min(component.len() - below));
        }
        Ok(())
    }

    fn enter(&mut self, actor: usize, clock: &mut usize) {
        (self.entered[actor], self.low[actor]) = (*clock, *clock);
        *clock += 1;
        self.open.push(actor);
    }

    /// All below an actor has been seen.
    fn leave(&mut self, actor: usize, parent: usize) {
        self.size[parent] += self.size[actor];
        self.low[parent] = self.low[parent].min(self.low[actor]);
        if self.low[actor] < self.entered[parent] {
            return;
        }
        self.cuts.pieces[parent].push(self.size[actor]);
        let start = self.open.iter().rposition(|&it| it == actor).unwrap_or(0);
        let size = self.open.len() - start + 1;
        for member in self.open.drain(start..).chain([parent]) {
            self.cuts.block[member] = self.cuts.block[member].max(size);
        }
        if self.low[actor] > self.entered[parent] {
            self.bridges.push((parent, actor, self.size[actor]));
        }
    }
}
