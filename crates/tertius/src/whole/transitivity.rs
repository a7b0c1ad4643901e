use crate::catalogue::{Measure, Run, Unit};
use crate::{Error, Network, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "transitivity",
    source: "Wasserman and Faust 1994; Watts and Strogatz 1998; Dekker, Krackhardt and Snijders 2019",
    page: include_str!("transitivity.md"),
    options: &[],
    run: Run::Network(|net, _, watch| transitivity(net, watch)),
};

#[doc = include_str!("transitivity.md")]
///
/// # Errors
///
/// Between two modes; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// A triangle with a tail: of five two-paths three are closed.
///
/// ```
/// use tertius::{Network, Watch, whole};
/// let ties = [("a", "b", 1.0), ("b", "c", 1.0), ("a", "c", 1.0), ("c", "d", 1.0)];
/// let transitivity = whole::transitivity(&Network::from_ties(false, ties)?, &Watch::new())?;
/// assert_eq!(transitivity.value("transitivity", "value"), Some(3.0 / 5.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn transitivity(net: &Network, watch: &Watch) -> Result<Results> {
    if net.first_mode().is_some() {
        let why = "between two modes no two alters of an actor can be tied; take `whole \
            two_mode_clustering`, or tie the actors who share an activity by --via participation";
        return Err(Error::not_applicable("transitivity", why));
    }
    let paths = TwoPaths::new(net, watch)?;
    let (all, closed) = (paths.all.iter().sum(), paths.closed.iter().sum());
    let overall = share(closed, all);
    let centred = overall.and_then(|overall| centred(net, overall));
    // In an undirected network each two-path was walked from both its ends.
    let rows = if net.is_directed() {
        vec![
            ("weak", overall),
            ("strong", strong(net, all, closed)),
            ("centred", centred),
            ("closed_two_paths", Ok(closed as f64)),
            ("two_paths", Ok(all as f64)),
        ]
    } else {
        let (local_mean, local_mean_zero) = paths.local_means();
        vec![
            ("transitivity", overall),
            ("local_mean", local_mean),
            ("local_mean_zero", local_mean_zero),
            ("centred", centred),
            ("closed_two_paths", Ok((closed / 2) as f64)),
            ("two_paths", Ok((all / 2) as f64)),
        ]
    };
    Ok(Results::quantities(net, rows))
}

/// A number, or why there is none.
type Share = std::result::Result<f64, &'static str>;

fn share(closed: usize, all: usize) -> Share {
    if all == 0 { Err("there is no two-path to close") } else { Ok(closed as f64 / all as f64) }
}

/// How far above the density, of what is above it.
fn centred(net: &Network, overall: f64) -> Share {
    let density = net.observed_ties().count() as f64 / net.observed_dyads() as f64;
    if density < 1.0 {
        Ok((overall - density) / (1.0 - density))
    } else {
        Err("every tie is there: none could be open")
    }
}

/// The share of ordered triples in which a tie a → c is there if and only if a → b → c is.
fn strong(net: &Network, all: usize, closed: usize) -> Share {
    let n = net.actors().len();
    if !net.observed().is_complete() {
        return Err("triples that are empty count too, and not every dyad was observed");
    }
    if n < 3 {
        return Err("it takes three actors");
    }
    let only_direct = net.ties().len() * (n - 2) - closed;
    let against = (all - closed) + only_direct;
    Ok(1.0 - against as f64 / (n * (n - 1) * (n - 2)) as f64)
}

/// Two-paths a – b – c by their middle, those of whose ends it was observed whether they are tied.
struct TwoPaths {
    all: Vec<usize>,
    closed: Vec<usize>,
}

impl TwoPaths {
    fn new(net: &Network, watch: &Watch) -> Result<Self> {
        let (rows, n) = (net.out(), net.actors().len());
        watch.expect(n);
        let complete = net.observed().is_complete();
        let mut paths = Self { all: vec![0; n], closed: vec![0; n] };
        // Whose alter an actor was last.
        let mut of = vec![usize::MAX; n];
        for a in 0..n {
            watch.tick()?;
            rows.alters(a).iter().for_each(|&c| of[c as usize] = a);
            for b in rows.alters(a).iter().map(|&b| b as usize) {
                for c in rows.alters(b).iter().map(|&c| c as usize).filter(|&c| c != a) {
                    if complete || net.is_observed(a, c) {
                        paths.all[b] += 1;
                        paths.closed[b] += usize::from(of[c] == a);
                    }
                }
            }
        }
        Ok(paths)
    }

    /// Mean over actors of the share of their pairs of alters that are tied: over those who have
    /// such a pair, and over all, with 0 for the others.
    fn local_means(&self) -> (Share, Share) {
        let both = self.closed.iter().zip(&self.all);
        let local: Vec<f64> = both.filter_map(|(&closed, &all)| share(closed, all).ok()).collect();
        let sum: f64 = local.iter().sum();
        let mean = |of: usize, why| if of == 0 { Err(why) } else { Ok(sum / of as f64) };
        (
            mean(local.len(), "nobody has two alters"),
            mean(self.all.len(), "there is no actor to take the mean of"),
        )
    }
}
