use crate::geometry::Point;

/// How actors are given their places.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Method {
    /// Lengths follow the number of steps between actors: the stress `Σ ((length − steps) / steps)²` over all pairs
    /// of each component is lowered from several starts (multidimensional scaling, and gradient descent from seeded
    /// random positions), each polished by majorisation; the lowest is kept, or the one with the fewest crossings
    /// among those within a two-hundredth of it. Exact for components of up to 2,500 actors; beyond, distances from
    /// 200 actors far from each other stand for all (100 from 20,000 actors).
    #[default]
    Stress,
    /// Stress, with actors of different groups held apart.
    Grouped {
        /// For each actor the groups it belongs to (localities, say); none when not known.
        groups: Vec<Vec<usize>>,
        /// λ: how many steps further apart two actors of altogether different groups are drawn. Actors that share
        /// some of their groups get a part of it (one minus the Jaccard index), actors without a group none.
        apart: f64,
    },
    /// Actors with ties among them draw together and the others apart: from the drawing by stress, LinLog forces.
    Clusters,
    /// One drawing for several waves: stress by the mean over waves of the steps between two actors.
    Waves {
        /// The ties of each wave, as pairs of actors.
        ties: Vec<Vec<(usize, usize)>>,
    },
    /// In columns, one for each layer, in an order with few crossings: for two and three modes.
    Layered {
        /// The column of each actor, from 0.
        layers: Vec<usize>,
    },
    /// Left to right by a value (a year, a score); up and down by stress.
    Axis {
        /// The value of each actor; those without one stand at the left, apart.
        along: Vec<Option<f64>>,
    },
    /// Around the centre, the nearer the higher a value; everybody in a direction of their own, by stress at first
    /// and then in an order with few crossings.
    Concentric {
        /// The value of each actor; those without one stand outermost.
        centrality: Vec<Option<f64>>,
    },
    /// On rings around one actor, those of a group side by side, in an order with few crossings.
    Rings {
        /// The ring of each actor; 0 is the centre.
        rings: Vec<usize>,
        /// The group of each actor.
        groups: Vec<Option<usize>>,
    },
    /// As given. Actors without a place are put where their distances from the others want them.
    Fixed {
        /// One for each actor.
        places: Vec<Option<Point>>,
    },
}

impl Method {
    /// What a caption says of it.
    pub fn words(&self, seed: u64) -> String {
        match self {
            Self::Stress => format!("stress (seed {seed})"),
            Self::Grouped { apart, .. } => {
                format!("stress with groups held apart (λ = {apart}, seed {seed})")
            }
            Self::Clusters => format!("clusters (LinLog from stress, seed {seed})"),
            Self::Waves { ties } => format!("stress common to {} waves (seed {seed})", ties.len()),
            Self::Layered { .. } => String::from("in layers, ordered for few crossings"),
            Self::Axis { .. } => format!("along an axis, stress across it (seed {seed})"),
            Self::Concentric { .. } => {
                format!("around the centre, ordered for few crossings (seed {seed})")
            }
            Self::Rings { .. } => String::from("on rings, ordered for few crossings"),
            Self::Fixed { .. } => String::from("given positions"),
        }
    }
}
