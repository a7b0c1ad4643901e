use serde::Deserialize;

use super::reason::{NAMED, Words};
use super::shortcut::{Suggestion, best};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options;
use crate::{Arguments, Error, Result, Results, Watch, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Tie,
    name: "suggestions",
    source: "Latora and Marchiori 2001",
    page: include_str!("suggestions.md"),
    options: &[options::BY, AMONG, MOST],
    run: Run::Network(|net, arguments, watch| {
        let options = SuggestionsOptions::from_arguments(arguments)?;
        suggestions(net, &arguments.grouping(net)?, options, watch)
    }),
};

const AMONG: OptionSpec = OptionSpec {
    name: "among",
    takes: Takes::Words(&["all", "connected"]),
    default: "all",
    about: "all pairs, or only those who have a way to each other: isolates are left out",
};

const MOST: OptionSpec = OptionSpec {
    name: "most",
    takes: Takes::Count { least: 1, most: u64::MAX },
    default: "10",
    about: "how many pairs to suggest; more if others equal the last in gain and in common alters",
};

/// Which pairs are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Among {
    /// All without a tie.
    #[default]
    All,
    /// Those who have a way to each other.
    Connected,
}

/// Options of [`suggestions`].
///
/// ```
/// use tertius::tie::SuggestionsOptions;
/// let options = SuggestionsOptions { most: 3, ..SuggestionsOptions::default() };
/// assert_ne!(options, SuggestionsOptions::default());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuggestionsOptions {
    /// Which pairs are tried.
    pub among: Among,
    /// How many to suggest, at least one; more if others equal the last in gain and in common
    /// alters.
    pub most: usize,
}

impl Default for SuggestionsOptions {
    fn default() -> Self {
        Self { among: Among::All, most: 10 }
    }
}

impl SuggestionsOptions {
    fn from_arguments(arguments: &Arguments) -> Result<Self> {
        let most = usize::try_from(arguments.count(&MOST)?).unwrap_or(usize::MAX);
        Ok(Self { among: arguments.choice("among")?, most })
    }
}

/// Beyond so many actors, trying every pair takes too long.
const MOST_ACTORS: usize = 1_000;

#[doc = include_str!("suggestions.md")]
///
/// # Errors
///
/// If the network has two modes or more than a thousand actors; [`Error::Stopped`], if the watch is
/// asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, tie};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0), ("c", "d", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "HE", "FE"]);
/// let options = tie::SuggestionsOptions { most: 1, ..Default::default() };
/// let suggested = tie::suggestions(&net, &net.grouping("sector")?, options, &Watch::new())?;
/// assert_eq!(suggested.words("reason").unwrap()[0].as_deref(), Some(
///     "b (HE) and d (FE) are both tied to c, but not to each other: a tie would bring 2 pairs of \
///      different sector closer."
/// ));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn suggestions(
    net: &Network,
    by: &Grouping,
    options: SuggestionsOptions,
    watch: &Watch,
) -> Result<Results> {
    refuse(net)?;
    let SuggestionsOptions { among, most } =
        SuggestionsOptions { most: options.most.max(1), ..options };
    let suggested = best(net, by, among, most, watch)?;
    let equals = suggested.len().saturating_sub(most);
    let pairs: Vec<(u32, u32)> = suggested.iter().map(|it| (it.from, it.to)).collect();
    let now = |it: &Suggestion| match it.steps {
        Some(steps) => Ok(f64::from(steps)),
        None => Err("there is no way from one to the other"),
    };
    let words = Words::new(net, by);
    let through = |it: &Suggestion| {
        let named = it.through.iter().take(NAMED);
        named.map(|&actor| words.name(actor)).collect::<Vec<_>>().join("; ")
    };
    let mut results = Results::by_pair(net, &pairs, watch)?
        .text("from_group", suggested.iter().map(|it| words.group(it.from)))
        .text("to_group", suggested.iter().map(|it| words.group(it.to)))
        .number("gain", suggested.iter().map(|it| Ok(it.gain.value)))
        .count("closer", suggested.iter().map(|it| it.gain.closer))
        .count("joined", suggested.iter().map(|it| it.gain.joined))
        .number("distance_now", suggested.iter().map(now))
        .count("common_alters", suggested.iter().map(|it| it.through.len()))
        .text("through", suggested.iter().map(through))
        .text("reason", suggested.iter().map(|it| words.reason(it)));
    if equals > 0 {
        let pairs = counted(equals, "more pair equals", "more pairs equal");
        results.note(format!(
            "{pairs} the last of the {most} asked for in gain and in common alters: all are shown"
        ));
    }
    if by.unknown() > 0 {
        let actors = counted(by.unknown(), "actor is", "actors are");
        let name = by.name();
        results.note(format!("{actors} of unknown {name}: not suggested, and no gain counts them"));
    }
    let groups = net.actors().iter().filter(|it| it.group.is_some()).count();
    if groups > 0 {
        let actors = counted(groups, "actor stands", "actors stand");
        results.note(format!("{actors} for a group that was counted, not named: not suggested"));
    }
    let among = if among == Among::All { "all" } else { "connected" };
    Ok(results.by(by).option("among", among).option("most", most.to_string()))
}

fn refuse(net: &Network) -> Result<()> {
    let n = net.actors().len();
    if net.first_mode().is_some() {
        let why = "the network has two modes, actors and activities; --via participation ties the \
                   actors who share an activity";
        return Err(Error::not_applicable("suggestions", why));
    }
    if n > MOST_ACTORS {
        let why = format!(
            "there are {n} actors, and every pair of them would have to be tried; narrow the view \
             to a locality or a period, or roll units up, to bring them down to {MOST_ACTORS}"
        );
        return Err(Error::not_applicable("suggestions", why));
    }
    Ok(())
}
