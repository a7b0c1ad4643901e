use crate::catalogue::{Measure, Run, Unit};
use crate::{Error, Network, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "triad_census",
    source: "Holland and Leinhardt 1970; Batagelj and Mrvar 2001",
    page: include_str!("triad_census.md"),
    options: &[],
    run: Run::Network(|net, _, watch| triad_census(net, watch)),
};

/// The types of directed triads: mutual, asymmetric and null dyads, then down, up, cyclic or
/// transitive.
///
/// ```
/// use tertius::whole::TRIADS;
/// assert_eq!(TRIADS[15], "300");
/// ```
pub const TRIADS: [&str; 16] = [
    "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D",
    "120U", "120C", "210", "300",
];

#[doc = include_str!("triad_census.md")]
///
/// # Errors
///
/// Between two modes; with unobserved dyads among more than 20 000 actors; [`Error::Stopped`], if
/// the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, whole};
/// let net = Network::from_ties(true, [("a", "b", 1.0), ("a", "c", 1.0)])?;
/// let census = whole::triad_census(&net, &Watch::new())?;
/// assert_eq!(census.value("021D", "value"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn triad_census(net: &Network, watch: &Watch) -> Result<Results> {
    if net.first_mode().is_some() {
        let why = "between two modes no three actors can all be tied; take `whole \
            two_mode_clustering`, or tie the actors who share an activity by --via participation";
        return Err(Error::not_applicable("triad_census", why));
    }
    let counts = count(net, &Seen::new(net)?, watch)?;
    let rows = if net.is_directed() {
        TRIADS.into_iter().zip(counts).collect()
    } else {
        // Without direction every tied dyad is mutual.
        let of = |name, triad| (name, counts[place(triad)]);
        vec![
            of("no_tie", "003"),
            of("one_tie", "102"),
            of("two_ties", "201"),
            of("triangle", "300"),
        ]
    };
    let rows = rows.into_iter().map(|(name, count)| (name, Ok(count as f64))).collect();
    Ok(Results::quantities(net, rows))
}

fn place(triad: &str) -> usize {
    TRIADS.iter().position(|it| *it == triad).expect("one of the sixteen types")
}

/// How one actor is tied to another: 1 it sends a tie, 2 it gets one, 3 both.
type Way = usize;

/// Triads by type, after Batagelj and Mrvar: every tied dyad looks at the actors tied to either of its
/// ends; with all others it makes a triad of one tied dyad, which need not be looked at.
fn count(net: &Network, seen: &Seen, watch: &Watch) -> Result<[usize; 16]> {
    watch.expect(net.actors().len());
    let (ways, types) = (ways(net, watch)?, types());
    let mut counts = [0; 16];
    for u in 0..ways.len() {
        watch.tick()?;
        for &(v, uv) in ways[u].iter().filter(|&&(v, _)| v > u && seen.has(u, v)) {
            let mut others = seen.thirds(u, v);
            for (w, uw, vw) in tied_to_either(&ways[u], &ways[v]) {
                if w == u || w == v || !seen.has(u, w) || !seen.has(v, w) {
                    continue;
                }
                others -= 1;
                // Of its tied dyads, the first counts the triad.
                if w > v || (w > u && uw == 0) {
                    counts[types[uv | uw << 2 | vw << 4]] += 1;
                }
            }
            counts[place(if uv == 3 { "102" } else { "012" })] += others;
        }
    }
    counts[0] = seen.triples() - counts.iter().sum::<usize>();
    Ok(counts)
}

/// The alters of each actor, whichever way, sorted.
fn ways(net: &Network, watch: &Watch) -> Result<Vec<Vec<(usize, Way)>>> {
    let of = |ego: usize| {
        watch.go_on()?;
        let out = net.out().row(ego).map(|(alter, _)| (alter, 1));
        let mut ways: Vec<_> =
            out.chain(net.into_rows().row(ego).map(|(alter, _)| (alter, 2))).collect();
        ways.sort_unstable();
        ways.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            kept.1 |= if same { later.1 } else { 0 };
            same
        });
        Ok(ways)
    };
    (0..net.actors().len()).map(of).collect()
}

/// Actors in either of two sorted rows, with the way of each; 0 where it is in one row only.
fn tied_to_either(
    a: &[(usize, Way)],
    b: &[(usize, Way)],
) -> impl Iterator<Item = (usize, Way, Way)> {
    let (mut at_a, mut at_b) = (0, 0);
    std::iter::from_fn(move || {
        let (first, second) = (a.get(at_a), b.get(at_b));
        let w = first.into_iter().chain(second).map(|it| it.0).min()?;
        let take = |row: Option<&(usize, Way)>, at: &mut usize| match row {
            Some(&(actor, way)) if actor == w => {
                *at += 1;
                way
            }
            _ => 0,
        };
        Some((w, take(first, &mut at_a), take(second, &mut at_b)))
    })
}

/// The type of each of the 64 ways in which three actors u, v, w can be tied.
fn types() -> [usize; 64] {
    std::array::from_fn(|code| {
        let dyads = [(0, 1, code & 3), (0, 2, code >> 2 & 3), (1, 2, code >> 4)];
        let (mut sent, mut got, mut mutual) = ([0; 3], [0; 3], [0; 3]);
        let mut kinds = [0; 3];
        for (i, j, way) in dyads {
            match way {
                0 => kinds[2] += 1,
                3 => {
                    kinds[0] += 1;
                    (mutual[i], mutual[j]) = (1, 1);
                }
                _ => {
                    kinds[1] += 1;
                    let (from, to) = if way == 1 { (i, j) } else { (j, i) };
                    (sent[from], got[to]) = (sent[from] + 1, got[to] + 1);
                }
            }
        }
        let letter = match kinds {
            [_, 2, _] if sent.contains(&2) => "D",
            [_, 2, _] if got.contains(&2) => "U",
            // The actor who is not in the mutual dyad sends its tie to it, or gets it from it.
            [1, 1, _] if (0..3).any(|i| mutual[i] == 0 && sent[i] == 1) => "D",
            [1, 1, _] => "U",
            [_, 3, _] if sent.contains(&2) => "T",
            [_, 2 | 3, _] => "C",
            _ => "",
        };
        place(&format!("{}{}{}{letter}", kinds[0], kinds[1], kinds[2]))
    })
}

/// Which pairs of actors were observed, both ways; as rows of bits, unless all were.
struct Seen {
    actors: usize,
    rows: Option<Vec<Vec<u64>>>,
}

/// Beyond so many actors, a bit for each pair is more than fits.
const MOST_BITS: usize = 20_000;

impl Seen {
    fn new(net: &Network) -> Result<Self> {
        let actors = net.actors().len();
        if net.observed().is_complete() {
            return Ok(Self { actors, rows: None });
        }
        if actors > MOST_BITS {
            let why = format!(
                "not every dyad was observed, and pairs of more than {MOST_BITS} actors are too \
                 many to look through; take a part of the network"
            );
            return Err(Error::not_applicable("triad_census", why));
        }
        let row = |i: usize| {
            let mut row = vec![0; actors.div_ceil(64)];
            let seen = |&j: &usize| i != j && net.is_observed(i, j) && net.is_observed(j, i);
            (0..actors).filter(seen).for_each(|j| row[j / 64] |= 1_u64 << (j % 64));
            row
        };
        Ok(Self { actors, rows: Some((0..actors).map(row).collect()) })
    }

    fn has(&self, i: usize, j: usize) -> bool {
        self.rows.as_ref().is_none_or(|rows| rows[i][j / 64] >> (j % 64) & 1 == 1)
    }

    /// Actors seen with both of two others.
    fn thirds(&self, i: usize, j: usize) -> usize {
        let both = |rows: &Vec<Vec<u64>>| {
            let words = rows[i].iter().zip(&rows[j]);
            words.map(|(a, b)| (a & b).count_ones() as usize).sum()
        };
        self.rows.as_ref().map_or(self.actors - 2, both)
    }

    /// Triples of actors all of whom were seen with one another.
    fn triples(&self) -> usize {
        let n = self.actors;
        if self.rows.is_none() {
            return n * n.saturating_sub(1) / 2 * n.saturating_sub(2) / 3;
        }
        let pairs = (0..n).flat_map(|i| (i + 1..n).map(move |j| (i, j)));
        let seen = pairs.filter(|&(i, j)| self.has(i, j));
        seen.map(|(i, j)| self.thirds(i, j)).sum::<usize>() / 3
    }
}
