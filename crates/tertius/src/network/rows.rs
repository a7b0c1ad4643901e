use super::Tie;

/// Ties by actor, as compressed rows: alters sorted, with the strength of each tie.
///
/// ```
/// # use tertius::Network;
/// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
/// let col: Vec<(usize, f64)> = net.out().row(1).collect();
/// assert_eq!(col, [(0, 2.0), (2, 1.0)]);
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    starts: Vec<usize>,
    alters: Vec<u32>,
    strengths: Vec<f64>,
}

impl Rows {
    /// Rows from ties sorted by `from`, then `to`. Each tie comes to the actor at either end, or at
    /// both, in turn: whichever it is, each row is in the order of its alters.
    pub(super) fn new(actors: usize, ties: &[Tie], ends: Ends) -> Self {
        let mut starts = vec![0; actors + 1];
        for tie in ties {
            starts[tie.from as usize + 1] += usize::from(ends != Ends::To);
            starts[tie.to as usize + 1] += usize::from(ends != Ends::From);
        }
        (0..actors).for_each(|actor| starts[actor + 1] += starts[actor]);
        let (alters, strengths) = rayon::join(
            || placed(&starts, ties, ends, |tie| (tie.to, tie.from)),
            || placed(&starts, ties, ends, |tie| (tie.strength, tie.strength)),
        );
        Self { starts, alters, strengths }
    }

    /// Both ways at once, as if the ties had no direction: strengths each way add up.
    pub(super) fn either_way(out: &Self, into: &Self) -> Self {
        let mut rows = Self { starts: vec![0], ..Self::default() };
        for ego in 0..out.len() {
            let mut both: Vec<(usize, f64)> = out.row(ego).chain(into.row(ego)).collect();
            both.sort_by_key(|&(alter, _)| alter);
            for same in both.chunk_by(|a, b| a.0 == b.0) {
                rows.alters.push(same[0].0 as u32);
                rows.strengths.push(same.iter().map(|(_, strength)| strength).sum());
            }
            rows.starts.push(rows.alters.len());
        }
        rows
    }

    /// Adds actors without ties.
    pub(super) fn grow(&mut self, actors: usize) {
        self.starts.resize(actors + 1, self.alters.len());
    }

    /// Number of actors.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert_eq!(net.out().len(), 3);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether there is no actor.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert!(!net.out().is_empty());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The alters of an actor, sorted.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert_eq!(net.out().alters(1), [0, 2]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn alters(&self, ego: usize) -> &[u32] {
        &self.alters[self.starts[ego]..self.starts[ego + 1]]
    }

    /// The strengths of an actor's ties, in the order of [`Rows::alters`].
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert_eq!(net.out().strengths(1), [2.0, 1.0]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn strengths(&self, ego: usize) -> &[f64] {
        &self.strengths[self.starts[ego]..self.starts[ego + 1]]
    }

    /// The alters of an actor with the strength of each tie.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert_eq!(net.out().row(0).collect::<Vec<_>>(), [(1, 2.0)]);
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn row(&self, ego: usize) -> impl Iterator<Item = (usize, f64)> {
        self.alters(ego)
            .iter()
            .map(|&alter| alter as usize)
            .zip(self.strengths(ego).iter().copied())
    }

    /// The strength of a tie; `None` if there is none.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert_eq!((net.out().strength(0, 1), net.out().strength(0, 2)), (Some(2.0), None));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn strength(&self, from: usize, to: usize) -> Option<f64> {
        let at = self.alters(from).binary_search(&(to as u32)).ok()?;
        Some(self.strengths(from)[at])
    }

    /// Whether there is a tie.
    ///
    /// ```
    /// # use tertius::Network;
    /// # let net = Network::from_ties(false, [("uni", "col", 2.0), ("col", "hub", 1.0)])?;
    /// assert!(net.out().has(0, 1) && !net.out().has(0, 2));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn has(&self, from: usize, to: usize) -> bool {
        self.alters(from).binary_search(&(to as u32)).is_ok()
    }
}

/// At which ends a tie is in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    From,
    To,
    Both,
}

/// What a tie is at its two ends, by row.
fn placed<T: Copy + Default>(
    starts: &[usize],
    ties: &[Tie],
    ends: Ends,
    item: impl Fn(&Tie) -> (T, T),
) -> Vec<T> {
    let mut next = starts.to_vec();
    let mut placed = vec![T::default(); starts[starts.len() - 1]];
    let mut place = |row: u32, item: T| {
        let at = &mut next[row as usize];
        placed[*at] = item;
        *at += 1;
    };
    for tie in ties {
        let (at_from, at_to) = item(tie);
        if ends != Ends::To {
            place(tie.from, at_from);
        }
        if ends != Ends::From {
            place(tie.to, at_to);
        }
    }
    placed
}
