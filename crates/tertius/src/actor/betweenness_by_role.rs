use crate::brokerage::role;
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Paths};
use crate::paths::Traffic;
use crate::{Arguments, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "betweenness_by_role",
    source: "Everett and Borgatti 2012",
    page: include_str!("betweenness_by_role.md"),
    options: &[options::BY, options::PATHS, DISTANCE],
    run: Run::Network(|net, arguments, watch| {
        let options = BetweennessByRoleOptions::from_arguments(arguments)?;
        betweenness_by_role(net, &arguments.grouping(net)?, &options, watch)
    }),
};

const DISTANCE: OptionSpec = OptionSpec {
    name: "distance",
    takes: Takes::Count { least: 0, most: u64::MAX },
    default: "0",
    about: "only pairs at most so many steps apart; 0 for all pairs, 2 for alters of the actor",
};

/// Options of [`betweenness_by_role`].
///
/// ```
/// use tertius::actor::BetweennessByRoleOptions;
/// let options = BetweennessByRoleOptions { distance: 3, ..BetweennessByRoleOptions::default() };
/// assert_ne!(options, BetweennessByRoleOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BetweennessByRoleOptions {
    /// How long a tie is.
    pub paths: Paths,
    /// How many steps apart a pair may be, whatever the strengths; 0 for any number.
    pub distance: u64,
}

impl BetweennessByRoleOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self { paths: arguments.choice("paths")?, distance: arguments.count(&DISTANCE)? })
    }
}

/// Columns in order: the five roles, and pairs that are in none because a group is not known.
const COLUMNS: [&str; 6] =
    ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "unknown"];
const UNKNOWN: usize = 5;

#[doc = include_str!("betweenness_by_role.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let path = Network::from_ties(true, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE", "FE"]);
/// let by = path.grouping("sector")?;
/// let roles = actor::betweenness_by_role(&path, &by, &Default::default(), &Watch::new())?;
/// assert_eq!(roles.value("b", "representative"), Some(2.0));
/// assert_eq!(roles.value("c", "gatekeeper"), Some(2.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn betweenness_by_role(
    net: &Network,
    by: &Grouping,
    options: &BetweennessByRoleOptions,
    watch: &Watch,
) -> Result<Results> {
    let n = net.actors().len();
    let group: Vec<_> =
        by.partition().into_iter().map(|group| group.map(|group| group as usize)).collect();
    let weighted = options.paths == Paths::Strength && net.is_weighted();
    // The last kind is of those whose group is not known.
    let unknown = by.labels().len();
    let kinds: Vec<_> = group.iter().map(|group| Some(group.unwrap_or(unknown))).collect();
    let mut ends: Vec<_> = group.clone();
    ends.sort_unstable();
    ends.dedup();
    let most = match options.distance {
        0 => n,
        steps => usize::try_from(steps).unwrap_or(n).min(n),
    };
    let width = COLUMNS.len();
    let traffic = Traffic::new(net, weighted, watch)?;
    let mut scores = traffic.flows(&kinds, most, width * n, watch, |kind, trip, sums| {
        let start = Some(kind).filter(|&kind| kind < unknown);
        let near = (weighted && most < n).then(|| near(net, trip.sources()[0], most));
        for &end in &ends {
            let is_target =
                |actor: usize| group[actor] == end && near.as_ref().is_none_or(|near| near[actor]);
            trip.send(is_target, |v, flow| {
                let role = match (start, group[v], end) {
                    (Some(a), Some(v), Some(b)) => role(a, v, b),
                    _ => UNKNOWN,
                };
                sums[width * v + role] += flow;
            })?;
        }
        Ok(())
    })?;
    // An undirected pair has been counted from both its ends: half in the role of each way.
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    scores.iter_mut().for_each(|score| *score /= ways);
    let label = |v: usize| group[v].map(|it| by.labels()[it].clone()).unwrap_or_default();
    let mut results = Results::by_actor(net).text("group", (0..n).map(label));
    for (column, name) in COLUMNS.iter().enumerate() {
        let value = |v: usize| {
            if column == UNKNOWN || group[v].is_some() {
                Ok(scores[width * v + column])
            } else if by.groups(v).is_empty() {
                Err("the group of the actor is not known")
            } else {
                Err("the actor is of several groups")
            }
        };
        results = results.number(name, (0..n).map(value));
    }
    let total = |v: usize| Ok(scores[width * v..width * (v + 1)].iter().sum());
    results = results.number("total", (0..n).map(total));
    by.notes().into_iter().for_each(|note| {
        results.note(note + ": what they are part of is under unknown");
    });
    let distance = match options.distance {
        0 => "any".to_owned(),
        steps => steps.to_string(),
    };
    Ok(results
        .by(by)
        .option("length of a tie", if weighted { "1/strength" } else { "1" })
        .option("distance", distance))
}

/// Who is at most so many steps from a source, whatever the strengths.
fn near(net: &Network, source: u32, most: usize) -> Vec<bool> {
    let mut near = vec![false; net.actors().len()];
    near[source as usize] = true;
    let mut ring = vec![source];
    for _ in 0..most {
        let mut farther = Vec::new();
        for actor in ring {
            for &alter in net.out().alters(actor as usize) {
                if !std::mem::replace(&mut near[alter as usize], true) {
                    farther.push(alter);
                }
            }
        }
        ring = farther;
    }
    near
}
