use super::Overlaps;
use super::arcs::{falling, spread};

/// Groups dealt out anew to all but the broker, whose own is kept, with the ties as they are.
pub(crate) struct Labels<'b> {
    sizes: &'b [usize],
    actors: f64,
    /// Σ over groups of falling factorials of their size, of 1 to 4 factors.
    powers: [f64; 4],
    /// Σ over groups of the square of size (size − 1).
    squares: f64,
}

/// Groups of the actors other than the broker.
struct Others {
    /// How many there are, and how many of them of the broker's group.
    all: f64,
    own: f64,
    /// Σ over the other groups of falling factorials of their size, of 1 to 4 factors.
    powers: [f64; 4],
    squares: f64,
}

impl<'b> Labels<'b> {
    pub(super) fn new(sizes: &'b [usize]) -> Self {
        let sum = |of: &dyn Fn(f64) -> f64| sizes.iter().map(|&size| of(size as f64)).sum();
        Self {
            sizes,
            actors: sizes.iter().sum::<usize>() as f64,
            powers: std::array::from_fn(|less| sum(&|size| falling(size, less + 1))),
            squares: sum(&|size| falling(size, 2).powi(2)),
        }
    }

    fn others(&self, group: usize) -> Others {
        let own = self.sizes[group] as f64;
        Others {
            all: self.actors - 1.0,
            own: own - 1.0,
            powers: std::array::from_fn(|less| self.powers[less] - falling(own, less + 1)),
            squares: self.squares - falling(own, 2).powi(2),
        }
    }

    /// Probability that a pair is brokered in a role.
    pub(super) fn share(&self, group: usize, role: usize) -> f64 {
        let others = self.others(group);
        others.dealt(2, others.pair(role))
    }

    /// Spread of the number of pairs in a role, from how the pairs overlap.
    pub(super) fn sd(&self, group: usize, role: usize, overlaps: &Overlaps) -> f64 {
        // All of them together: whoever is in which group, there are as many.
        if role == 5 {
            return 0.0;
        }
        let others = self.others(group);
        let [sources, targets, through] = others.sharing_one(role);
        let one = others.dealt(2, others.pair(role));
        // Turned round, a representative's pair is a gatekeeper's.
        let reversed = if role == 2 || role == 3 { 0.0 } else { one };
        let apart = overlaps.same.powi(2)
            - overlaps.same
            - overlaps.reversed
            - overlaps.sources
            - overlaps.targets
            - overlaps.through;
        // Each product less the square of the probability, so that large numbers do not cancel.
        let square = one.powi(2);
        let variance = overlaps.same * (one - square)
            + overlaps.reversed * (reversed - square)
            + overlaps.sources * (others.dealt(3, sources) - square)
            + overlaps.targets * (others.dealt(3, targets) - square)
            + overlaps.through * (others.dealt(3, through) - square)
            + apart * (others.dealt(4, others.apart(role)) - square);
        spread(variance, overlaps.same * one)
    }
}

/// In how many ways different actors can be dealt the groups that a role asks for.
impl Others {
    /// Such ways as a probability, of those in which so many actors can be dealt groups at all.
    fn dealt(&self, actors: usize, ways: f64) -> f64 {
        if self.all < actors as f64 { 0.0 } else { ways / falling(self.all, actors) }
    }

    /// Others who are not of the broker's group.
    fn outside(&self) -> f64 {
        self.all - self.own
    }

    /// One pair (a, b).
    fn pair(&self, role: usize) -> f64 {
        match role {
            0 => falling(self.own, 2),
            1 => self.powers[1],
            2 | 3 => self.own * self.outside(),
            4 => falling(self.outside(), 2) - self.powers[1],
            _ => falling(self.all, 2),
        }
    }

    /// Two pairs with the same a, with the same b, and where the a of one is the b of the other.
    fn sharing_one(&self, role: usize) -> [f64; 3] {
        let (own, outside) = (self.own, self.outside());
        match role {
            0 => [falling(own, 3); 3],
            1 => [self.powers[2]; 3],
            2 => [own * falling(outside, 2), falling(own, 2) * outside, 0.0],
            3 => [falling(own, 2) * outside, own * falling(outside, 2), 0.0],
            // One of some other group, and two of other groups still, the same or not.
            _ => {
                let [_, two, three, _] = self.powers;
                [falling(outside, 3) - 2.0 * two * (outside - 2.0) + three; 3]
            }
        }
    }

    /// Two pairs without an actor in common.
    fn apart(&self, role: usize) -> f64 {
        let (own, outside) = (self.own, self.outside());
        let [_, two, _, four] = self.powers;
        // Both of a pair of one group, and both of another pair of one group.
        let two_and_two = four + two * two - self.squares;
        match role {
            0 => falling(own, 4),
            1 => two_and_two,
            2 | 3 => falling(own, 2) * falling(outside, 2),
            _ => falling(outside, 4) - 2.0 * two * falling(outside - 2.0, 2) + two_and_two,
        }
    }
}
