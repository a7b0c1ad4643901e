use serde::Deserialize;

use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options;
use crate::{Error, Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "brokerage",
    source: "Gould and Fernandez 1989",
    page: include_str!("brokerage.md"),
    options: &[options::BY, CONVENTION],
    run: Run::Network(|net, arguments, _| {
        brokerage(net, &arguments.grouping(net)?, arguments.choice("convention")?)
    }),
};

/// Names of the brokerage roles, in order; the last is all of them together.
pub const ROLES: [&str; 6] =
    ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"];

/// How expectation and spread are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Convention {
    /// Exact for the network at hand, directed or undirected.
    #[default]
    Exact,
    /// As R sna gives them: every network taken as directed.
    Sna,
}

pub(crate) const CONVENTION: OptionSpec = OptionSpec {
    name: "convention",
    takes: Takes::Words(&["exact", "sna"]),
    default: "exact",
    about: "expectation and sd: exact, or as R sna gives them",
};

#[doc = include_str!("brokerage.md")]
///
/// # Errors
///
/// If no actor is of a known group, or the network has two modes.
///
/// # Example
///
/// ```
/// use tertius::{Network, actor};
/// let net = Network::from_ties(true, [("college", "centre", 1.0), ("centre", "charity", 1.0)])?
///     .with_attribute("sector", ["FE", "HE", "VCS"]);
/// let roles = actor::brokerage(&net, &net.grouping("sector")?, Default::default())?;
/// assert_eq!(roles.value("centre", "liaison"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn brokerage(net: &Network, by: &Grouping, convention: Convention) -> Result<Results> {
    let brokers = Brokers::new(net, by)?;
    let chance = Chance::new(&brokers, convention);
    let n = net.actors().len();
    let counts: Vec<Option<[usize; 6]>> = (0..n).map(|v| brokers.roles(v)).collect();
    let by_group: Vec<[(f64, f64); 6]> = (0..brokers.sizes.len()).map(|g| chance.of(g)).collect();
    let expected: Vec<Option<[(f64, f64); 6]>> =
        (0..n).map(|v| brokers.group[v].map(|group| by_group[group])).collect();
    let no_group = if by.several() > 0 {
        "the actor is of no or of several groups"
    } else {
        "the group of the actor is not known"
    };
    let mut results = Results::by_actor(net).text(
        "group",
        (0..n)
            .map(|v| brokers.group[v].map(|group| by.labels()[group].clone()).unwrap_or_default()),
    );
    for (role, name) in ROLES.iter().enumerate() {
        let value = |v: usize| counts[v].map(|counts| counts[role] as f64).ok_or(no_group);
        results = results.number(name, (0..n).map(value));
    }
    for (role, name) in ROLES.iter().enumerate() {
        let of = |v: usize| expected[v].map(|it| it[role]).ok_or(no_group);
        let z = |v: usize| {
            let (mean, sd) = of(v)?;
            zscore(counts[v].map_or(0.0, |counts| counts[role] as f64), mean, sd)
        };
        results = results
            .number(&format!("expected_{name}"), (0..n).map(|v| Ok(of(v)?.0)))
            .number(&format!("sd_{name}"), (0..n).map(|v| Ok(of(v)?.1)))
            .number(&format!("z_{name}"), (0..n).map(z));
    }
    brokers.note(&mut results, by);
    Ok(results.by(by).option("convention", format!("{convention:?}").to_lowercase()))
}

/// How many standard deviations from expectation.
pub(crate) fn zscore(observed: f64, mean: f64, sd: f64) -> std::result::Result<f64, &'static str> {
    if sd > 0.0 { Ok((observed - mean) / sd) } else { Err("chance allows no spread here") }
}

/// A network with each actor in one group or none: what brokerage is counted in.
pub(crate) struct Brokers<'n> {
    net: &'n Network,
    /// Group of each actor that is in exactly one.
    pub(crate) group: Vec<Option<usize>>,
    /// Number of actors in each group.
    pub(crate) sizes: Vec<usize>,
    /// Share of observed dyads among actors of known group that hold a tie.
    pub(crate) density: f64,
    pub(crate) directed: bool,
    complete: bool,
}

impl<'n> Brokers<'n> {
    pub(crate) fn new(net: &'n Network, by: &Grouping) -> Result<Self> {
        if net.first_mode().is_some() {
            let why = "the network has two modes, actors and activities; --via participation ties the actors \
                       who share an activity";
            return Err(Error::not_applicable("brokerage", why));
        }
        let group: Vec<_> =
            by.partition().into_iter().map(|group| group.map(|group| group as usize)).collect();
        let known = group.iter().flatten().count();
        if known == 0 {
            let why = format!("there is no actor of known {}", by.name());
            return Err(Error::not_applicable("brokerage", why));
        }
        let mut sizes = vec![0; by.labels().len()];
        group.iter().flatten().for_each(|&group| sizes[group] += 1);
        let placed = |actor: u32| group[actor as usize].is_some();
        let ties = net.observed_ties().filter(|tie| placed(tie.from) && placed(tie.to)).count();
        let complete = net.observed().is_complete();
        let dyads = if complete {
            known * (known - 1) / if net.is_directed() { 1 } else { 2 }
        } else {
            let n = group.len();
            let first = |from: usize| if net.is_directed() { 0 } else { from + 1 };
            let observed = |from: usize, to: usize| {
                to != from && placed(to as u32) && net.is_observed(from, to)
            };
            let row = |from: usize| (first(from)..n).filter(|&to| observed(from, to)).count();
            (0..n).filter(|&from| placed(from as u32)).map(row).sum()
        };
        let density = if dyads == 0 { 0.0 } else { ties as f64 / dyads as f64 };
        Ok(Self { net, group, sizes, density, directed: net.is_directed(), complete })
    }

    /// Role counts of an actor, in the order of [`ROLES`]; `None` if its group is not known.
    pub(crate) fn roles(&self, v: usize) -> Option<[usize; 6]> {
        let own = self.group[v]?;
        let (out, into) = (self.net.out(), self.net.into_rows());
        let mut roles = [0; 6];
        for &a in into.alters(v) {
            let a = a as usize;
            let Some(from) = self.group[a] else { continue };
            for &b in out.alters(v) {
                let b = b as usize;
                let Some(to) = self.group[b] else { continue };
                if a != b && self.is_open(a, b) {
                    roles[role(from, own, to)] += 1;
                    roles[5] += 1;
                }
            }
        }
        Some(roles)
    }

    fn is_open(&self, a: usize, b: usize) -> bool {
        !self.net.out().has(a, b) && (self.complete || self.net.is_observed(a, b))
    }

    pub(crate) fn note(&self, results: &mut Results, by: &Grouping) {
        by.notes().into_iter().for_each(|note| results.note(note + " and left out of brokerage"));
        results.note(format!(
            "expected at density {:.4} among actors of known {}",
            self.density,
            by.name()
        ));
        if !self.complete {
            results.note(
                "expectation and sd take every dyad as observed: with some missing, z tends to be low",
            );
        }
    }
}

/// The role of a broker by the groups of the three: a number in [`ROLES`].
pub(crate) fn role(a: usize, v: usize, b: usize) -> usize {
    match (a == v, v == b, a == b) {
        (true, true, _) => 0,
        (false, false, true) => 1,
        (true, false, _) => 2,
        (false, true, _) => 3,
        (false, false, false) => 4,
    }
}

/// Expectation and spread of an actor's roles if ties lay at random.
struct Chance<'b> {
    sizes: &'b [usize],
    actors: f64,
    density: f64,
    /// Whether arcs are independent: in a directed network, and by convention of sna in any.
    directed: bool,
}

impl<'b> Chance<'b> {
    fn new(brokers: &'b Brokers<'_>, convention: Convention) -> Self {
        let actors = brokers.sizes.iter().sum::<usize>() as f64;
        let directed = brokers.directed || convention == Convention::Sna;
        Self { sizes: &brokers.sizes, actors, density: brokers.density, directed }
    }

    /// Expectation and sd of each role for a broker of a group, after the table of Gould and
    /// Fernandez: `pairs` ordered pairs (a, b) the broker could join, `shared` ordered pairs of
    /// those pairs that share the arc at a or the arc at b.
    fn of(&self, group: usize) -> [(f64, f64); 6] {
        let (n, own) = (self.actors, self.sizes[group] as f64);
        let others = || {
            self.sizes
                .iter()
                .enumerate()
                .filter(move |(g, _)| *g != group)
                .map(|(_, &size)| size as f64)
        };
        let sum = |f: &dyn Fn(f64) -> f64| others().map(f).sum::<f64>();
        let mixed_pairs = (n - own) * (own - 1.0);
        let mixed_shared =
            (own - 1.0) * (n - own) * (n - own - 1.0) + (n - own) * (own - 1.0) * (own - 2.0);
        let terms = [
            ((own - 1.0) * (own - 2.0), 2.0 * (own - 1.0) * (own - 2.0) * (own - 3.0)),
            (sum(&|g| g * (g - 1.0)), 2.0 * sum(&|g| g * (g - 1.0) * (g - 2.0))),
            (mixed_pairs, mixed_shared),
            (mixed_pairs, mixed_shared),
            (sum(&|g| g * (n - own - g)), 2.0 * sum(&|g| g * (n - own - g) * (n - own - g - 1.0))),
            ((n - 1.0) * (n - 2.0), 2.0 * (n - 1.0) * (n - 2.0) * (n - 3.0)),
        ];
        let d = self.density;
        let (p, q3) = (d * d * (1.0 - d), (d * (1.0 - d)).powi(3));
        let mut chance = [(0.0, 0.0); 6];
        for (role, (pairs, shared)) in terms.into_iter().enumerate() {
            // Undirected, an ordered pair and its reverse stand or fall together: half as many
            // independent pairs, each counting twice. Mixed roles take one of each two as it is.
            let variance = if self.directed || role == 2 || role == 3 {
                pairs * p * (1.0 - p) + shared * q3
            } else {
                4.0 * (pairs / 2.0 * p * (1.0 - p) + shared / 2.0 * q3)
            };
            chance[role] = (pairs * p, variance.max(0.0).sqrt());
        }
        chance
    }
}
