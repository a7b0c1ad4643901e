//! What lies inside each group and what leaves it.

use crate::network::{Grouping, Network, Others};
use crate::options::{Direction, Ties};

/// Ties and observed dyads of the members of a group: among them, and with all others of known
/// group. An actor in several groups is a member of each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sides {
    /// Ties as they are to count.
    pub(super) inside: f64,
    pub(super) outside: f64,
    pub(super) dyads_inside: f64,
    pub(super) dyads_outside: f64,
    /// Ties inside if every member spread its ties evenly over those it could be tied to.
    pub(super) spread: f64,
}

impl Sides {
    /// Those of each group as its members see them: without direction, ties and dyads inside are
    /// seen from both ends.
    pub(super) fn of_members(
        net: &Network,
        by: &Grouping,
        direction: Direction,
        ties: Ties,
    ) -> Vec<Self> {
        let (rows, others) = (net.rows(direction), Others::new(net, by, direction));
        let mut sides = vec![Self::default(); by.labels().len()];
        for ego in 0..net.actors().len() {
            for &group in by.groups(ego) {
                let (mut inside, mut all) = (0.0, 0.0);
                for (alter, strength) in rows.row(ego) {
                    let known = !by.groups(alter).is_empty();
                    if known && net.is_observed_for(ego, alter, direction) {
                        let counts = if ties == Ties::Binary { 1.0 } else { strength };
                        inside += if by.groups(alter).contains(&group) { counts } else { 0.0 };
                        all += counts;
                    }
                }
                let (here, known) = (others.in_group(ego, group) as f64, others.known(ego) as f64);
                let side = &mut sides[group as usize];
                side.inside += inside;
                side.outside += all - inside;
                side.dyads_inside += here;
                side.dyads_outside += known - here;
                side.spread += if all > 0.0 { all * (here / known) } else { 0.0 };
            }
        }
        sides
    }

    /// Those of each group, every tie and dyad once.
    pub(super) fn of(net: &Network, by: &Grouping, direction: Direction, ties: Ties) -> Vec<Self> {
        let mut sides = Self::of_members(net, by, direction, ties);
        if !net.is_directed() || direction == Direction::All {
            for side in &mut sides {
                side.inside /= 2.0;
                side.dyads_inside /= 2.0;
            }
        }
        sides
    }
}
