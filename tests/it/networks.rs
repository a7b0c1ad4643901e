//! Networks from a line of text, and at random.

use proptest::prelude::*;
use tertius::{Network, Results};

/// Ties as given, before anything is built from them.
#[derive(Debug, Clone)]
pub(crate) struct Ties {
    pub(crate) directed: bool,
    pub(crate) actors: usize,
    /// From, to, strength; no self-ties, each dyad at most once.
    pub(crate) held: Vec<(usize, usize, u32)>,
}

/// Reads `a-b:2 b-c` as undirected ties and `a>b:2 b>c` as directed ones, then isolates.
pub(crate) fn network(ties: &str, isolates: &str) -> Network {
    let directed = ties.contains('>');
    let tie = |text: &str| {
        let (ends, strength) = text.split_once(':').unwrap_or((text, "1"));
        let (from, to) = ends.split_once(['-', '>']).expect("a tie reads a-b or a>b");
        (from.to_owned(), to.to_owned(), strength.parse().expect("a strength"))
    };
    Network::from_ties(directed, ties.split_whitespace().map(tie))
        .expect("strengths above zero")
        .with_isolates(isolates.split_whitespace())
}

impl Ties {
    /// The network with actors named by their numbers, numbered in that order.
    pub(crate) fn network(&self) -> Network {
        self.network_named(|actor| actor.to_string())
    }

    /// The network under other names; actors are numbered in the order of those names.
    pub(crate) fn network_named(&self, name: impl Fn(usize) -> String) -> Network {
        let mut actors: Vec<usize> = (0..self.actors).collect();
        actors.sort_by_key(|&actor| name(actor));
        // Ties number actors as they appear: a self-tie of each, left out again, sets the order.
        let order = actors.iter().map(|&actor| (name(actor), name(actor), 1.0));
        let ties = self.held.iter().map(|&(i, j, w)| (name(i), name(j), f64::from(w)));
        Network::from_ties(self.directed, order.chain(ties)).expect("strengths above zero")
    }

    /// Strengths as a dense matrix, symmetric if undirected.
    pub(crate) fn matrix(&self) -> Vec<Vec<f64>> {
        let mut matrix = vec![vec![0.0; self.actors]; self.actors];
        for &(i, j, w) in &self.held {
            matrix[i][j] = f64::from(w);
            if !self.directed {
                matrix[j][i] = f64::from(w);
            }
        }
        matrix
    }
}

/// Any small network: empty, one actor, isolates, disconnected, with strengths of 1 to 3, each way.
pub(crate) fn any_ties(most: usize) -> impl Strategy<Value = Ties> {
    (any::<bool>(), 0..=most, 0..=10_u32).prop_flat_map(|(directed, actors, tenths)| {
        let dyads: Vec<(usize, usize)> = (0..actors)
            .flat_map(|i| (0..actors).map(move |j| (i, j)))
            .filter(|&(i, j)| if directed { i != j } else { i < j })
            .collect();
        let cells = proptest::collection::vec((0..10_u32, 1..=3_u32), dyads.len());
        cells.prop_map(move |cells| {
            let held = dyads.iter().zip(cells).filter(|(_, (chance, _))| *chance < tenths);
            let held = held.map(|(&(i, j), (_, strength))| (i, j, strength)).collect();
            Ties { directed, actors, held }
        })
    })
}

/// Ties, and the group of each actor: one of three, or not known.
pub(crate) fn any_grouped(most: usize) -> impl Strategy<Value = (Ties, Vec<&'static str>)> {
    any_ties(most).prop_flat_map(|ties| {
        let word = prop::sample::select(vec!["HE", "FE", "VCS", ""]);
        let groups = proptest::collection::vec(word, ties.actors);
        (Just(ties), groups)
    })
}

/// Whether two numbers agree but for rounding.
pub(crate) fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

/// How many of the first columns of a result say what a row is of: a pair, or one thing.
pub(crate) fn keys(results: &Results) -> usize {
    let first = results.columns.first().map_or("", |column| column.name.as_str());
    if first.starts_with("from") { 2 } else { 1 }
}
