use super::two::{Became, Pair, Two};
use super::when::{self, Times};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::{Arguments, Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Change,
    name: "pairs",
    source: "Snijders, van de Bunt and Steglich 2010",
    page: include_str!("pairs.md"),
    options: &[
        OptionSpec {
            name: "by",
            takes: Takes::Names,
            default: "",
            about: "attribute to compare the two ends by; sector unless given, where it is on record",
        },
        when::FROM,
        when::TO,
        when::CROSSING,
        when::WITHOUT,
    ],
    run: Run::Study(|study, view, arguments, _| {
        let times = Times::new("change pairs", study, view, arguments)?;
        let by = by(&times, arguments);
        let found = pairs(&times.before, &times.after, by, when::crossing(arguments))?;
        Ok(times.told(found))
    }),
};

/// What to compare ends by: what was asked for, or sector, if there is any.
fn by<'a>(times: &Times, arguments: &'a Arguments) -> Option<&'a str> {
    let nets = [&times.before, &times.after];
    let sectors = nets.iter().any(|net| net.attribute("sector").is_some());
    arguments.names("by").first().copied().or(sectors.then_some("sector"))
}

#[doc = include_str!("pairs.md")]
///
/// # Errors
///
/// Those of [`ties`](super::ties()).
///
/// # Example
///
/// ```
/// use tertius::{Network, change};
/// let before = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?;
/// let after = Network::from_ties(false, [("a", "b", 3.0), ("a", "c", 1.0)])?;
/// let pairs = change::pairs(&before, &after, None, None)?;
/// let became: Vec<_> = pairs.words("became").unwrap().iter().flatten().collect();
/// assert_eq!(became, ["kept", "gained", "lost"]);
/// assert_eq!(pairs.numbers("after").unwrap()[0], Some(3.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn pairs(
    before: &Network,
    after: &Network,
    by: Option<&str>,
    crossing: Option<&str>,
) -> Result<Results> {
    let two = Two::new("change pairs", before, after, crossing)?;
    let by = by.map(|name| two.grouping(name)).transpose()?;
    let pairs = two.pairs();
    let actor = |at: u32| two.actor(at as usize);
    let mut results = two
        .results(&pairs)
        .text("from", pairs.iter().map(|it| actor(it.from).id.clone()))
        .text("to", pairs.iter().map(|it| actor(it.to).id.clone()))
        .text("from_name", pairs.iter().map(|it| actor(it.from).name.clone()))
        .text("to_name", pairs.iter().map(|it| actor(it.to).name.clone()))
        .text("became", pairs.iter().map(|it| it.became.word().to_owned()))
        .number("before", pairs.iter().map(|it| strength(&two, it, 0)))
        .number("after", pairs.iter().map(|it| strength(&two, it, 1)));
    if let Some(by) = &by {
        results = results
            .text("from_group", pairs.iter().map(|it| labels(by, it.from)))
            .text("to_group", pairs.iter().map(|it| labels(by, it.to)))
            .text("groups", pairs.iter().map(|it| compare(by, it).to_owned()));
        by.notes().into_iter().for_each(|note| results.note(note));
        two.caveats(by.name()).into_iter().for_each(|caveat| results.note(caveat));
    }
    let name = by.as_ref().map_or("nothing", Grouping::name);
    Ok(results.option("by", name).option("crossing", crossing.unwrap_or("any")))
}

/// Strength of a tie at one of the two times, or why there is none.
fn strength(two: &Two<'_>, pair: &Pair, time: usize) -> std::result::Result<f64, &'static str> {
    let gone = match pair.became {
        Became::OfJoiner => "an end was not there yet",
        Became::OfLeaver => "an end was no longer there",
        _ if !two.observed(pair.from as usize, pair.to as usize)[time] => {
            "it was not observed whether there was a tie"
        }
        _ => "there was no tie",
    };
    [pair.before, pair.after][time].ok_or(gone)
}

fn labels(by: &Grouping, actor: u32) -> String {
    let groups = by.groups(actor as usize).iter();
    groups.map(|&group| by.labels()[group as usize].as_str()).collect::<Vec<_>>().join("; ")
}

fn compare(by: &Grouping, pair: &Pair) -> &'static str {
    let (from, to) = (pair.from as usize, pair.to as usize);
    if by.groups(from).is_empty() || by.groups(to).is_empty() {
        "not known"
    } else if by.share_a_group(from, to) {
        "same"
    } else {
        "different"
    }
}
