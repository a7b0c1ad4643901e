use super::{Cells, Pattern, Table};
use crate::draws::Draws;
use crate::{Result, Watch};

/// A core, what is in it, between it and the others, and among the others.
#[derive(Debug, Clone)]
pub(crate) struct Core {
    pub(crate) members: Vec<bool>,
    pub(crate) within: Cells,
    pub(crate) between: Cells,
    pub(crate) periphery: Cells,
}

/// The best core, its fit, and how many others fit as well, where all are tried; none if every core
/// fits as little.
pub(crate) type Found = Option<(Core, f64, usize)>;

/// Up to so many actors every core is tried.
pub(crate) const ALL_TRIED: usize = 14;

/// How many searches begin from cores drawn at random, beside one from actors with the most ties.
const STARTS: usize = 10;

/// Fits that differ by less are the same.
const SAME: f64 = 1e-12;

impl Core {
    /// The core that fits best; of equal ones, the first found.
    pub(crate) fn best(
        table: &Table,
        pattern: Pattern,
        mut draws: Draws,
        watch: &Watch,
    ) -> Result<Found> {
        if table.actors <= ALL_TRIED {
            watch.tick()?;
            return Ok(tried(table, pattern));
        }
        let mut best = searched(table, pattern, &by_degree(table, pattern));
        for _ in 0..STARTS {
            watch.tick()?;
            let share = draws.unit();
            let members: Vec<_> = (0..table.actors).map(|_| draws.unit() < share).collect();
            best = better(best, searched(table, pattern, &members));
        }
        Ok(best)
    }

    /// The correlation of what dyads hold with 1 where the pattern has a tie and 0 where it has none.
    fn fit(&self, pattern: Pattern) -> Option<f64> {
        let (ones, zeros) = match pattern {
            Pattern::Ignore => (self.within, self.periphery),
            Pattern::Full => (self.within.plus(self.between, 1.0), self.periphery),
        };
        let all = ones.plus(zeros, 1.0);
        let (share, mean) = (ones.number / all.number, all.sum / all.number);
        let spread = all.squares / all.number - mean * mean;
        let together = ones.sum / all.number - share * mean;
        let fit = together / (spread * share * (1.0 - share)).sqrt();
        let defined = ones.number > 0.5 && zeros.number > 0.5 && spread > 1e-12 * all.squares;
        defined.then_some(fit)
    }
}

fn better(a: Found, b: Found) -> Found {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.1 > a.1 + SAME { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// A core that takes in actors and lets them go, one at a time.
struct Growing<'t> {
    table: &'t Table,
    now: Core,
    /// Dyads of each actor with the core, and with all.
    with_core: Vec<Cells>,
    with_all: Vec<Cells>,
}

impl<'t> Growing<'t> {
    fn new(table: &'t Table) -> Self {
        let with_all: Vec<Cells> = (0..table.actors).map(|actor| table.all_of(actor)).collect();
        let all = with_all.iter().fold(Cells::default(), |all, &it| all.plus(it, 0.5));
        let none = Cells::default();
        let members = vec![false; table.actors];
        let now = Core { members, within: none, between: none, periphery: all };
        Self { table, now, with_core: vec![none; table.actors], with_all }
    }

    /// The blocks once an actor has changed sides.
    fn turned(&self, actor: usize) -> (Cells, Cells, Cells) {
        let (core, all) = (self.with_core[actor], self.with_all[actor]);
        let others = all.plus(core, -1.0);
        let way = if self.now.members[actor] { -1.0 } else { 1.0 };
        (
            self.now.within.plus(core, way),
            self.now.between.plus(others, way).plus(core, -way),
            self.now.periphery.plus(others, -way),
        )
    }

    fn turn(&mut self, actor: usize) {
        (self.now.within, self.now.between, self.now.periphery) = self.turned(actor);
        let way = if self.now.members[actor] { -1.0 } else { 1.0 };
        self.now.members[actor] = !self.now.members[actor];
        for (other, with) in self.with_core.iter_mut().enumerate() {
            *with = with.plus(self.table.pair(actor, other), way);
        }
    }

    /// The fit once an actor has changed sides.
    fn fit_if(&self, actor: usize, pattern: Pattern) -> Option<f64> {
        let (within, between, periphery) = self.turned(actor);
        Core { members: Vec::new(), within, between, periphery }.fit(pattern)
    }
}

/// Every core, each one actor away from the last.
fn tried(table: &Table, pattern: Pattern) -> Found {
    let mut growing = Growing::new(table);
    let mut best: Found = None;
    for step in 1..1_usize << table.actors {
        growing.turn(step.trailing_zeros() as usize);
        let Some(fit) = growing.now.fit(pattern) else { continue };
        match &mut best {
            Some((_, most, equal)) if fit <= *most + SAME => {
                *equal += usize::from(fit >= *most - SAME);
            }
            _ => best = Some((growing.now.clone(), fit, 0)),
        }
    }
    best
}

/// From a core, the actor who adds most changes sides, until none adds anything.
fn searched(table: &Table, pattern: Pattern, members: &[bool]) -> Found {
    let mut growing = Growing::new(table);
    (0..table.actors).filter(|&actor| members[actor]).for_each(|actor| growing.turn(actor));
    let mut fit = growing.now.fit(pattern).unwrap_or(f64::NEG_INFINITY);
    loop {
        let fits =
            (0..table.actors).filter_map(|actor| Some((actor, growing.fit_if(actor, pattern)?)));
        let (actor, best) =
            fits.fold(
                (0, f64::NEG_INFINITY),
                |best, next| {
                    if next.1 > best.1 + SAME { next } else { best }
                },
            );
        if best <= fit + SAME {
            break;
        }
        fit = best;
        growing.turn(actor);
    }
    fit.is_finite().then_some((growing.now, fit, 0))
}

/// The best core of those that take in actors by the ties they hold.
fn by_degree(table: &Table, pattern: Pattern) -> Vec<bool> {
    let mut growing = Growing::new(table);
    let mut order: Vec<usize> = (0..table.actors).collect();
    let held = |actor: usize| growing.with_all[actor].sum;
    order.sort_by(|&a, &b| held(b).total_cmp(&held(a)));
    let mut best = (growing.now.members.clone(), f64::NEG_INFINITY);
    for actor in order {
        growing.turn(actor);
        let fit = growing.now.fit(pattern).unwrap_or(f64::NEG_INFINITY);
        if fit > best.1 + SAME {
            best = (growing.now.members.clone(), fit);
        }
    }
    best.0
}
