use rayon::prelude::*;

use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::options::{self, Paths};
use crate::paths::ShortestPaths;
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "geodesics",
    source: "Wasserman and Faust 1994; Latora and Marchiori 2001",
    page: include_str!("geodesics.md"),
    options: &[options::PATHS_BY_STEPS],
    run: Run::Network(|net, arguments, watch| {
        geodesics(net, arguments.choice_or("paths", Paths::Binary)?, watch)
    }),
};

#[doc = include_str!("geodesics.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::options::Paths;
/// use tertius::{Network, Watch, whole};
/// let path = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?;
/// let geodesics = whole::geodesics(&path, Paths::Binary, &Watch::new())?;
/// assert_eq!(geodesics.value("diameter", "value"), Some(3.0));
/// assert_eq!(geodesics.value("distance_2", "value"), Some(2.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn geodesics(net: &Network, paths: Paths, watch: &Watch) -> Result<Results> {
    let n = net.actors().len();
    watch.expect(n);
    let views: Vec<View> = (0..n)
        .into_par_iter()
        .map_init(
            || ShortestPaths::new(n),
            |found, actor| {
                watch.tick()?;
                match paths {
                    Paths::Binary => found.by_steps(net.out(), actor),
                    Paths::Strength => found.by_strength(net.out(), actor),
                }
                Ok(View::from(found, paths))
            },
        )
        .collect::<Result<_>>()?;
    // Every unordered pair has been seen from both its ends.
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    let sum = |of: &dyn Fn(&View) -> f64| views.iter().map(of).sum::<f64>() / ways;
    let pairs = n as f64 * (n as f64 - 1.0).max(0.0) / ways;
    let connected = sum(&|view| view.reached as f64);
    let if_connected = |value: f64| {
        if connected > 0.0 { Ok(value) } else { Err("no two actors are connected") }
    };
    let reach_all = views.iter().filter(|view| view.reached + 1 == n).map(|view| view.farthest);
    let radius = match reach_all.min_by(f64::total_cmp) {
        _ if n < 2 => Err("it takes two actors"),
        Some(radius) => Ok(radius),
        None => Err("no actor can reach all others"),
    };
    let efficiency = sum(&|view| view.nearness) / pairs;
    let mut rows = vec![
        ("mean_distance".to_owned(), if_connected(sum(&|view| view.total) / connected)),
        (
            "diameter".to_owned(),
            if_connected(views.iter().map(|it| it.farthest).fold(0.0, f64::max)),
        ),
        ("radius".to_owned(), radius),
        ("efficiency".to_owned(), if n < 2 { Err("it takes two actors") } else { Ok(efficiency) }),
        ("pairs".to_owned(), Ok(pairs)),
        ("connected_pairs".to_owned(), Ok(connected)),
    ];
    let longest = views.iter().map(|view| view.at.len()).max().unwrap_or(0);
    for step in 0..longest {
        let at = sum(&|view| view.at.get(step).copied().unwrap_or(0) as f64);
        rows.push((format!("distance_{}", step + 1), Ok(at)));
    }
    let rows = rows.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let length = if paths == Paths::Strength { "1/strength" } else { "1" };
    Ok(Results::quantities(net, rows).option("length of a tie", length))
}

/// How far others are from an actor.
struct View {
    reached: usize,
    total: f64,
    /// Sum of 1/distance.
    nearness: f64,
    farthest: f64,
    /// How many are 1, 2, 3 … steps away; empty where distances are no whole numbers.
    at: Vec<usize>,
}

impl View {
    fn from(found: &ShortestPaths, paths: Paths) -> Self {
        let mut view = Self { reached: 0, total: 0.0, nearness: 0.0, farthest: 0.0, at: vec![] };
        for &actor in found.order.iter().skip(1) {
            let distance = found.distance[actor];
            view.reached += 1;
            view.total += distance;
            view.nearness += distance.recip();
            view.farthest = view.farthest.max(distance);
            if paths == Paths::Binary {
                // Actors come by distance: the last ring is the farthest.
                if (view.at.len() as f64) < distance {
                    view.at.push(0);
                }
                if let Some(ring) = view.at.last_mut() {
                    *ring += 1;
                }
            }
        }
        view
    }
}
