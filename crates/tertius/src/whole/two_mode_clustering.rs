use crate::catalogue::{Measure, Run, Unit};
use crate::options::Direction;
use crate::{Error, Network, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "two_mode_clustering",
    source: "Robins and Alexander 2004; Latapy, Magnien and Del Vecchio 2008",
    page: include_str!("two_mode_clustering.md"),
    options: &[],
    run: Run::Network(|net, _, watch| two_mode_clustering(net, watch)),
};

#[doc = include_str!("two_mode_clustering.md")]
///
/// # Errors
///
/// If there is one mode only; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, whole};
/// let net = Network::from_ties(false, [("a", "b", 1.0)])?;
/// let refused = whole::two_mode_clustering(&net, &Watch::new()).unwrap_err();
/// assert!(refused.to_string().contains("whole transitivity"));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn two_mode_clustering(net: &Network, watch: &Watch) -> Result<Results> {
    let Some(first) = net.first_mode() else {
        let why = "there is one mode only; take `whole transitivity`, or keep actors and activities \
            apart by --via two-mode";
        return Err(Error::not_applicable("two_mode_clustering", why));
    };
    let meetings = Meetings::new(net, watch)?;
    // Each cycle was met from two actors and from two activities, each of these as a pair.
    let cycles = meetings.cycles / 2;
    let rows = net.rows(Direction::All);
    let more = |actor: usize| rows.alters(actor).len() - 1;
    let around = |tie: &crate::network::Tie| more(tie.from as usize) * more(tie.to as usize);
    let paths: usize = net.ties().iter().map(around).sum();
    let clustering = match paths {
        0 => Err("there is no path of three ties"),
        _ => Ok(4.0 * cycles as f64 / paths as f64),
    };
    let redundancy = |of: std::ops::Range<usize>| {
        let tied = of.filter(|&it| rows.alters(it).len() > 1);
        let share = |it: usize| {
            let alters = rows.alters(it).len();
            meetings.redundant[it] as f64 / (alters * (alters - 1) / 2) as f64
        };
        let shares: Vec<f64> = tied.map(share).collect();
        match shares.len() {
            0 => Err("none has two ties"),
            number => Ok(shares.iter().sum::<f64>() / number as f64),
        }
    };
    Ok(Results::quantities(
        net,
        vec![
            ("clustering", clustering),
            ("four_cycles", Ok(cycles as f64)),
            ("three_paths", Ok(paths as f64)),
            ("redundancy_of_actors", redundancy(0..first)),
            ("redundancy_of_activities", redundancy(first..net.actors().len())),
        ],
    ))
}

/// Who meets whom: two of one mode, by way of the other.
struct Meetings {
    /// Pairs of ways in which two meet, of all pairs of either mode.
    cycles: usize,
    /// For each, pairs of its alters that also meet without it.
    redundant: Vec<usize>,
}

impl Meetings {
    fn new(net: &Network, watch: &Watch) -> Result<Self> {
        let (rows, n) = (net.rows(Direction::All), net.actors().len());
        watch.expect(n);
        let mut meetings = Self { cycles: 0, redundant: vec![0; n] };
        let mut times = vec![0_usize; n];
        for ego in 0..n {
            watch.tick()?;
            // Pairs once, from the first of the two.
            let by_way = || {
                let ways = rows.alters(ego).iter().map(|&way| way as usize);
                ways.flat_map(|way| {
                    let met = rows.alters(way).iter().map(|&other| other as usize);
                    met.filter(|&other| other > ego).map(move |other| (way, other))
                })
            };
            // At its nth meeting with ego, somebody makes a cycle with each meeting before.
            for (_, other) in by_way() {
                meetings.cycles += times[other];
                times[other] += 1;
            }
            for (way, other) in by_way() {
                meetings.redundant[way] += usize::from(times[other] > 1);
            }
            by_way().for_each(|(_, other)| times[other] = 0);
        }
        Ok(meetings)
    }
}
