use super::shortcut::{Gain, Suggestion, best};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options;
use crate::{Error, Result, Results, Watch, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Tie,
    name: "suggestions",
    source: "Latora and Marchiori 2001",
    page: include_str!("suggestions.md"),
    options: &[options::BY, MOST],
    run: Run::Network(|net, arguments, watch| {
        let most = usize::try_from(arguments.count(&MOST)?).unwrap_or(usize::MAX);
        suggestions(net, &arguments.grouping(net)?, most, watch)
    }),
};

const MOST: OptionSpec = OptionSpec {
    name: "most",
    takes: Takes::Count { least: 1, most: u64::MAX },
    default: "10",
    about: "how many pairs to suggest; more if others gain as much as the last",
};

/// Beyond so many actors, trying every pair takes too long.
const MOST_ACTORS: usize = 1_000;

/// How many common alters are named.
const NAMED: usize = 3;

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
/// let suggested = tie::suggestions(&net, &net.grouping("sector")?, 1, &Watch::new())?;
/// assert_eq!(suggested.words("reason").unwrap()[0].as_deref(), Some(
///     "b (HE) and d (FE) are both tied to c, but not to each other: a tie would bring 2 pairs of \
///      different sector closer."
/// ));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn suggestions(net: &Network, by: &Grouping, most: usize, watch: &Watch) -> Result<Results> {
    refuse(net)?;
    let most = most.max(1);
    let suggested = best(net, by, most, watch)?;
    let equals = suggested.len().saturating_sub(most);
    let pairs: Vec<(u32, u32)> = suggested.iter().map(|it| (it.from, it.to)).collect();
    let now = |it: &Suggestion| match it.steps {
        Some(steps) => Ok(f64::from(steps)),
        None => Err("there is no way from one to the other"),
    };
    let words = Words { net, by };
    let through = |it: &Suggestion| {
        let named = it.through.iter().take(NAMED);
        named.map(|&actor| words.name(actor)).collect::<Vec<_>>().join("; ")
    };
    let mut results = Results::by_pair(net, &pairs)
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
        let pairs = counted(equals, "more pair gains", "more pairs gain");
        results.note(format!("{pairs} as much as the last of the {most} asked for: all are shown"));
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
    Ok(results.by(by).option("most", most.to_string()))
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

/// What is said of a suggestion.
struct Words<'n> {
    net: &'n Network,
    by: &'n Grouping,
}

impl Words<'_> {
    fn name(&self, actor: u32) -> &str {
        &self.net.actors()[actor as usize].name
    }

    fn group(&self, actor: u32) -> String {
        let groups = self.by.groups(actor as usize).iter();
        let labels = groups.map(|&group| self.by.labels()[group as usize].as_str());
        labels.collect::<Vec<_>>().join("; ")
    }

    fn reason(&self, it: &Suggestion) -> String {
        let (from, to) = (self.name(it.from), self.name(it.to));
        let (a, b) =
            (format!("{from} ({})", self.group(it.from)), format!("{to} ({})", self.group(it.to)));
        let now = match it.steps {
            _ if !it.through.is_empty() => {
                let both = self.through(&it.through);
                if self.net.is_directed() {
                    format!("{a} and {b} are both tied to {both}, but {from} has no tie to {to}")
                } else {
                    format!("{a} and {b} are both tied to {both}, but not to each other")
                }
            }
            Some(steps) => {
                format!("{a} is {} from {b}", counted(steps.into(), "step", "steps"))
            }
            None => format!("{a} has no way to {b}"),
        };
        let pairs = |pairs| counted(pairs, "pair", "pairs") + " of different " + self.by.name();
        let Gain { closer, joined, .. } = it.gain;
        let gain = if joined == closer {
            format!("join {} without a way to each other now", pairs(joined))
        } else if joined > 0 {
            let closer = pairs(closer);
            format!("bring {closer} closer, {joined} of them without a way to each other now")
        } else {
            format!("bring {} closer", pairs(closer))
        };
        let doubt = if self.net.is_observed(it.from as usize, it.to as usize) {
            ""
        } else {
            " It was not observed whether they have one already."
        };
        format!("{now}: a tie would {gain}.{doubt}")
    }

    /// The first common alters by name, and how many more there are.
    fn through(&self, alters: &[u32]) -> String {
        let mut names: Vec<String> =
            alters.iter().take(NAMED).map(|&alter| self.name(alter).to_owned()).collect();
        if alters.len() > NAMED {
            names.push(counted(alters.len() - NAMED, "other", "others"));
        }
        let last = names.pop().unwrap_or_default();
        if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
    }
}
