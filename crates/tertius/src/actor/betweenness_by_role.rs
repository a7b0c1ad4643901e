use crate::brokerage::role;
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Paths};
use crate::traffic::{FromOne, from_all};
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
    let split = Split { net, group: &group, weighted, distance: options.distance };
    let width = COLUMNS.len();
    let mut scores = from_all(net, weighted, width * n, watch, |source, from, sums| {
        split.send(source, from, sums);
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

/// What each source sends, split by the group where it goes.
struct Split<'n> {
    net: &'n Network,
    group: &'n [Option<usize>],
    weighted: bool,
    distance: u64,
}

impl Split<'_> {
    fn send(&self, source: usize, from: &mut FromOne<'_>, sums: &mut [f64]) {
        from.search(source);
        let near = self.near(source, from);
        let is_near = |actor: usize| near.as_ref().is_none_or(|near| near[actor]);
        let mut targets: Vec<Option<usize>> =
            from.reached().iter().map(|&actor| self.group[actor]).collect();
        targets.sort_unstable();
        targets.dedup();
        for target in targets {
            let credit = |actor: usize| {
                if self.group[actor] == target && is_near(actor) { 1.0 } else { 0.0 }
            };
            from.send(credit, |v, _, flow| {
                if v != source {
                    let role = match (self.group[source], self.group[v], target) {
                        (Some(a), Some(v), Some(b)) => role(a, v, b),
                        _ => UNKNOWN,
                    };
                    sums[COLUMNS.len() * v + role] += flow;
                }
            });
        }
    }

    /// Who is near enough to the source to count; `None` if everybody is.
    fn near(&self, source: usize, from: &FromOne<'_>) -> Option<Vec<bool>> {
        let n = self.group.len();
        if self.distance == 0 || self.distance >= n as u64 {
            return None;
        }
        let most = self.distance as f64;
        if !self.weighted {
            return Some(from.paths.distance.iter().map(|&steps| steps <= most).collect());
        }
        let mut near = vec![false; n];
        near[source] = true;
        let mut ring = vec![source];
        for _ in 0..self.distance {
            let mut next = Vec::new();
            for actor in ring {
                for &alter in self.net.out().alters(actor) {
                    if !std::mem::replace(&mut near[alter as usize], true) {
                        next.push(alter as usize);
                    }
                }
            }
            ring = next;
        }
        Some(near)
    }
}
