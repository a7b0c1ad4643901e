use serde::{Deserialize, Serialize};

use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::options::{self, Paths};
use crate::paths::{Distances, Lengths, Set, add_pairs, in_tasks, nearness, steps_from_all};
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
    let found = match paths {
        Paths::Binary => Geodesics::by_steps(net, watch)?,
        Paths::Strength => Geodesics::by_strength(net, watch)?,
    };
    // Every unordered pair has been seen from both its ends.
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    let pairs = n as f64 * (n as f64 - 1.0).max(0.0) / ways;
    let connected = found.views.iter().map(|view| view.reached).sum::<usize>() as f64 / ways;
    let if_connected = |value: f64| {
        if connected > 0.0 { Ok(value) } else { Err("no two actors are connected") }
    };
    let farthest = |view: &View| view.farthest;
    let reach_all = found.views.iter().filter(|view| view.reached + 1 == n).map(farthest);
    let radius = match reach_all.min_by(f64::total_cmp) {
        _ if n < 2 => Err("it takes two actors"),
        Some(radius) => Ok(radius),
        None => Err("no actor can reach all others"),
    };
    let efficiency = found.nearness / ways / pairs;
    let diameter = found.views.iter().map(farthest).fold(0.0, f64::max);
    let mut rows = vec![
        ("mean_distance".to_owned(), if_connected(found.total / ways / connected)),
        ("diameter".to_owned(), if_connected(diameter)),
        ("radius".to_owned(), radius),
        ("efficiency".to_owned(), if n < 2 { Err("it takes two actors") } else { Ok(efficiency) }),
        ("pairs".to_owned(), Ok(pairs)),
        ("connected_pairs".to_owned(), Ok(connected)),
    ];
    for (steps, &at) in (1..).zip(&found.at) {
        rows.push((format!("distance_{steps}"), Ok(at as f64 / ways)));
    }
    let rows = rows.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let length = if paths == Paths::Strength { "1/strength" } else { "1" };
    Ok(Results::quantities(net, rows).option("length of a tie", length))
}

/// How far actors are from one another, all ordered pairs added up.
#[derive(Default, Serialize, Deserialize)]
struct Geodesics {
    views: Vec<View>,
    total: f64,
    /// Sum of 1/distance.
    nearness: f64,
    /// How many pairs are 1, 2, 3 … steps apart; empty where distances are no whole numbers.
    at: Vec<usize>,
}

/// What an actor sees of the others.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
struct View {
    reached: usize,
    farthest: f64,
}

impl Geodesics {
    /// Steps backwards from everybody: who is reached in a step sees as many others from there.
    fn by_steps(net: &Network, watch: &Watch) -> Result<Self> {
        let none = || Self { views: vec![View::default(); net.actors().len()], ..Self::default() };
        let reach = |found: &mut Self, actor: usize, steps: usize, sources: Set| {
            let view = &mut found.views[actor];
            view.reached += sources.len();
            view.farthest = view.farthest.max(steps as f64);
            add_pairs(&mut found.at, steps, sources.len());
        };
        let mut all = none();
        for part in steps_from_all(net.into_rows(), watch, none, reach)? {
            for (view, more) in all.views.iter_mut().zip(part.views) {
                view.reached += more.reached;
                view.farthest = view.farthest.max(more.farthest);
            }
            (1..).zip(part.at).for_each(|(steps, pairs)| add_pairs(&mut all.at, steps, pairs));
        }
        all.total = (1_u32..).zip(&all.at).map(|(steps, &at)| f64::from(steps) * at as f64).sum();
        all.nearness = nearness(&all.at);
        Ok(all)
    }

    /// Distances from each actor in turn.
    fn by_strength(net: &Network, watch: &Watch) -> Result<Self> {
        let lengths = Lengths::new(net.out(), !net.is_directed(), watch)?;
        let work = |distances: &mut Distances, found: &mut Self, sources: &[u32]| {
            for &source in sources {
                distances.from(source);
                let mut view = View::default();
                for (_, distance) in distances.reached() {
                    view.reached += 1;
                    view.farthest = view.farthest.max(distance);
                    found.total += distance;
                    found.nearness += distance.recip();
                }
                found.views.push(view);
            }
            Ok(())
        };
        let sources: Vec<u32> = (0..net.actors().len() as u32).collect();
        let new = || (Distances::new(&lengths), Self::default());
        let mut all = Self::default();
        for part in in_tasks(&sources, 1, TASKS, watch, new, work)? {
            all.views.extend(part.views);
            all.total += part.total;
            all.nearness += part.nearness;
        }
        Ok(all)
    }
}

/// How many tasks the actors are shared out to.
const TASKS: usize = 64;
