use std::collections::HashMap;

use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Paths, Scale};
use crate::paths::Traffic;
use crate::{Arguments, Error, Result, Results, Watch, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "betweenness_between",
    source: "Flom et al. 2004; Guns and Rousseau 2015",
    page: include_str!("betweenness_between.md"),
    options: &[options::BY, FROM, TO, options::PATHS, options::SCALE],
    run: Run::Network(|net, arguments, watch| {
        let options = BetweennessBetweenOptions::from_arguments(arguments)?;
        betweenness_between(net, &arguments.grouping(net)?, &options, watch)
    }),
};

const FROM: OptionSpec = OptionSpec {
    name: "from",
    takes: Takes::Names,
    default: "",
    about: "groups where pairs start, with commas between them; if not given, all actors in none of \
            those of `to`",
};

const TO: OptionSpec = OptionSpec {
    name: "to",
    takes: Takes::Names,
    default: "",
    about: "groups where pairs end, with commas between them; if not given, all actors in none of \
            those of `from`",
};

/// Options of [`betweenness_between`].
///
/// ```
/// use tertius::actor::BetweennessBetweenOptions;
/// let from = vec!["HE".to_owned()];
/// let options = BetweennessBetweenOptions { from, ..BetweennessBetweenOptions::default() };
/// assert_ne!(options, BetweennessBetweenOptions::default());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BetweennessBetweenOptions {
    /// Groups where pairs start; if there is none, all actors in none of those of `to`.
    pub from: Vec<String>,
    /// Groups where pairs end; if there is none, all actors in none of those of `from`.
    pub to: Vec<String>,
    /// How long a tie is.
    pub paths: Paths,
    /// What is reported.
    pub scale: Scale,
}

impl BetweennessBetweenOptions {
    pub(crate) fn from_arguments(arguments: &Arguments) -> Result<Self> {
        let names = |option| arguments.names(option).into_iter().map(str::to_owned).collect();
        Ok(Self {
            from: names("from"),
            to: names("to"),
            paths: arguments.choice("paths")?,
            scale: arguments.choice("scale")?,
        })
    }
}

#[doc = include_str!("betweenness_between.md")]
///
/// # Errors
///
/// If no group has one of the names; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::actor::{BetweennessBetweenOptions, betweenness_between};
/// use tertius::{Network, Watch};
/// let path = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE", "VCS"]);
/// let options = BetweennessBetweenOptions { from: vec!["VCS".into()], ..Default::default() };
/// let between = betweenness_between(&path, &path.grouping("sector")?, &options, &Watch::new())?;
/// assert_eq!(between.value("c", "value"), Some(2.0));
/// assert_eq!(between.value("b", "value"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn betweenness_between(
    net: &Network,
    by: &Grouping,
    options: &BetweennessBetweenOptions,
    watch: &Watch,
) -> Result<Results> {
    let n = net.actors().len();
    let pairs = Pairs::new(net, by, options)?;
    let weighted = options.paths == Paths::Strength && net.is_weighted();
    let traffic = Traffic::new(net, weighted, watch)?;
    let through = traffic.flows(&pairs.sources(), n, n, watch, |kind, trip, through| {
        let targets = pairs.from(kind);
        trip.send(|actor| targets[pairs.kind[actor]], |v, flow| through[v] += flow)
    })?;
    // An undirected pair has been found from both its ends.
    let ways = if net.is_directed() { 1.0 } else { 2.0 };
    let ends = pairs.of_each(watch)?;
    let all = ends.iter().sum::<f64>() / 2.0;
    let others = |v: usize| all - ends[v];
    let value = |v: usize| match options.scale {
        Scale::Raw => Ok(through[v] / ways),
        Scale::Normalised if others(v) == 0.0 => Err("no pair of others is to be joined"),
        Scale::Normalised => Ok(through[v] / ways / others(v)),
    };
    let mut results = Results::by_actor(net)
        .number("value", (0..n).map(value))
        .number("pairs", (0..n).map(|v| Ok(others(v))));
    if by.unknown() > 0 {
        let actors = counted(by.unknown(), "actor is", "actors are");
        let name = by.name();
        results.note(format!("{actors} of unknown {name}: at no end of a pair that counts here"));
    }
    let named = |groups: &[String], none: &str| match groups {
        [] => none.to_owned(),
        groups => groups.join(", "),
    };
    let (from, to) = if options.from.is_empty() && options.to.is_empty() {
        ("every group", "every other group")
    } else {
        ("all in none of those of `to`", "all in none of those of `from`")
    };
    Ok(results
        .by(by)
        .option("from", named(&options.from, from))
        .option("to", named(&options.to, to))
        .option("length of a tie", if weighted { "1/strength" } else { "1" })
        .option("scale", options.scale.name()))
}

/// Which pairs count.
struct Pairs<'g> {
    by: &'g Grouping,
    directed: bool,
    /// Whether groups are named for either end; otherwise the two must have none in common.
    named: bool,
    starts: Vec<bool>,
    ends: Vec<bool>,
    /// The kind of each actor: those of a kind count with the same others. The first of each kind.
    kind: Vec<usize>,
    heads: Vec<usize>,
}

impl<'g> Pairs<'g> {
    fn new(net: &Network, by: &'g Grouping, options: &BetweennessBetweenOptions) -> Result<Self> {
        let n = net.actors().len();
        let (from, to) = (members(n, by, &options.from)?, members(n, by, &options.to)?);
        let others = |members: &[bool]| {
            let other = |actor: usize| !members[actor] && !by.groups(actor).is_empty();
            (0..n).map(other).collect()
        };
        let (starts, ends) = match (options.from.is_empty(), options.to.is_empty()) {
            (true, false) => (others(&to), to),
            (false, true) => (from.clone(), others(&from)),
            _ => (from, to),
        };
        let named = !(options.from.is_empty() && options.to.is_empty());
        let (mut kind, mut heads) = (Vec::new(), Vec::new());
        let mut numbers = HashMap::new();
        for actor in 0..n {
            let groups = if named { &[][..] } else { by.groups(actor) };
            let number =
                *numbers.entry((groups, starts[actor], ends[actor])).or_insert(heads.len());
            if number == heads.len() {
                heads.push(actor);
            }
            kind.push(number);
        }
        Ok(Self { by, directed: net.is_directed(), named, starts, ends, kind, heads })
    }

    /// With which kinds actors of a kind count, where they start.
    fn from(&self, kind: usize) -> Vec<bool> {
        self.heads.iter().map(|&head| self.count(self.heads[kind], head)).collect()
    }

    /// The kinds of those who start a pair.
    fn sources(&self) -> Vec<Option<usize>> {
        let starts: Vec<bool> =
            (0..self.heads.len()).map(|kind| self.from(kind).contains(&true)).collect();
        self.kind.iter().map(|&kind| Some(kind).filter(|&kind| starts[kind])).collect()
    }

    /// How many pairs start or end with each actor.
    fn of_each(&self, watch: &Watch) -> Result<Vec<f64>> {
        let mut size = vec![0; self.heads.len()];
        self.kind.iter().for_each(|&kind| size[kind] += 1);
        let mut pairs = vec![0; self.heads.len()];
        for start in 0..self.heads.len() {
            watch.go_on()?;
            for (end, _) in self.from(start).into_iter().enumerate().filter(|it| it.1) {
                let others = |of: usize| size[of] - usize::from(start == end);
                pairs[start] += others(end);
                pairs[end] += if self.directed { others(start) } else { 0 };
            }
        }
        Ok(self.kind.iter().map(|&kind| pairs[kind] as f64).collect())
    }

    /// Whether a pair counts: either way if undirected.
    fn count(&self, from: usize, to: usize) -> bool {
        if !self.named {
            let (a, b) = (self.by.groups(from), self.by.groups(to));
            return !a.is_empty() && !b.is_empty() && !a.iter().any(|group| b.contains(group));
        }
        let forth = self.starts[from] && self.ends[to];
        forth || (!self.directed && self.starts[to] && self.ends[from])
    }
}

/// Whether each actor is in one of the groups named.
fn members(actors: usize, by: &Grouping, names: &[String]) -> Result<Vec<bool>> {
    let labels = || by.labels().iter().map(String::as_str);
    let number = |name: &String| {
        let number = labels().position(|label| label == name);
        number.ok_or_else(|| Error::unknown(by.name(), name, labels()))
    };
    let chosen: Vec<usize> = names.iter().map(number).collect::<Result<_>>()?;
    let is_member =
        |actor: usize| by.groups(actor).iter().any(|group| chosen.contains(&(*group as usize)));
    Ok((0..actors).map(is_member).collect())
}
