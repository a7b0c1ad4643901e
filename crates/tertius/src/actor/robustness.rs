use serde::Deserialize;

use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::null::{Finding, MEASURE_OPTION, ONLY, SET};
use crate::versions::{self, Ranked, Ranks};
use crate::{Arguments, Result, Results, Study, View, Watch, options};

pub use crate::versions::{Doubt, VersionOptions};

/// The measure that ranks, if none is named.
const OF: OptionSpec = OptionSpec { default: "actor betweenness", ..MEASURE_OPTION };

/// `order`: which end is the first.
const ORDER: OptionSpec = OptionSpec {
    name: "order",
    takes: Takes::Words(&["high", "low"]),
    default: "high",
    about: "whether the first is the one with the highest value, or the lowest, as of constraint",
};

/// The options of `robustness`, of actors and of the whole.
pub(crate) const OPTIONS: [OptionSpec; 12] = [
    OF,
    options::BY,
    SET,
    ONLY,
    ORDER,
    versions::VARY,
    versions::CERTAIN,
    versions::PROBABLE,
    versions::AMBIGUOUS,
    versions::CODINGS,
    versions::DRAWS,
    options::SEED,
];

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "robustness",
    source: "Borgatti, Carley and Krackhardt 2006",
    page: include_str!("robustness.md"),
    options: &OPTIONS,
    run: Run::Study(|study, view, arguments, watch| {
        let (finding, order, options) = asked(arguments)?;
        robustness(study, view, &finding, order, &options, watch)
    }),
};

/// What is ranked, which end is the first, and how versions are drawn.
pub(crate) fn asked(arguments: &Arguments) -> Result<(Finding, Order, VersionOptions)> {
    let finding = Finding::from_arguments(arguments, OF.default)?;
    let order = arguments.choice(ORDER.name)?;
    Ok((finding, order, VersionOptions::from_arguments(arguments)?))
}

/// Which end of the values is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// The highest.
    #[default]
    High,
    /// The lowest.
    Low,
}

impl Order {
    /// Its name.
    ///
    /// ```
    /// use tertius::actor::Order;
    /// assert_eq!(Order::Low.name(), "low");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Low => "low",
        }
    }

    /// The ranks of actors.
    pub(crate) fn ranks(self, scores: &[(String, f64)]) -> Ranks<'_> {
        let values: Vec<f64> = scores.iter().map(|(_, value)| *value).collect();
        Ranks::new(scores.iter().map(|(actor, _)| actor.as_str()), &values, self == Self::Low)
    }
}

/// The rank of an actor in a version, and whether that is within the first tenth.
type Placed = Option<(usize, bool)>;

#[doc = include_str!("robustness.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`](crate::Error::NotApplicable) if the study leaves nothing open; those of
/// [`Study::network`] and of the measure.
///
/// ```
/// # use tertius::Study;
/// # use tertius::study::{Reading, Sheet, Table};
/// # let mut ties = Sheet::new("ties.csv", None, 1, ["from", "to", "certainty"].map(str::to_owned).to_vec());
/// # ties.push_row(2, ["uni", "col", "certain"]);
/// # ties.push_row(3, ["uni", "hub", "probable"]);
/// # let mut actors = Sheet::new("organisations.csv", None, 1, vec!["id".to_owned()]);
/// # ["uni", "col", "hub"].iter().zip(2..).for_each(|(id, row)| actors.push_row(row, [*id]));
/// # let sheets = vec![(Table::Organisations, actors), (Table::Ties, ties)];
/// # let study = Study::from_reading(Reading { sheets, ..Reading::default() });
/// use tertius::actor::{self, Order, VersionOptions};
/// use tertius::null::Finding;
/// use tertius::{View, Watch};
/// let degree = Finding::of("actor degree")?.only("in_degree");
/// let (view, options) = (View::ties(), VersionOptions::default());
/// let found = actor::robustness(&study, &view, &degree, Order::High, &options, &Watch::new())?;
/// assert_eq!(found.value("col", "top"), Some(1.0), "its tie is certain");
/// assert!(found.value("hub", "top") < Some(0.9), "in a fifth of the versions it has none");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn robustness(
    study: &Study,
    view: &View,
    finding: &Finding,
    order: Order,
    options: &VersionOptions,
    watch: &Watch,
) -> Result<Results> {
    let ranked = Ranked::new(study, view, finding, options, watch)?;
    let doubts = ranked.doubts()?;
    watch.expect(options.draws as usize);
    let as_observed = order.ranks(&ranked.observed);
    let versions = ranked.each(&doubts, 0, watch, |scores| {
        let ranks = order.ranks(scores);
        let placed =
            |(actor, _): &(String, f64)| ranks.of(actor).map(|rank| (rank, rank <= ranks.tenth()));
        ranked.observed.iter().map(placed).collect::<Vec<Placed>>()
    })?;
    let drawn: Vec<&Vec<Placed>> = versions.iter().flatten().collect();
    let n = ranked.observed.len();
    let of_actor = |at: usize| {
        let mut ranks: Vec<(usize, bool)> = drawn.iter().filter_map(|it| it[at]).collect();
        ranks.sort_unstable();
        ranks
    };
    let places: Vec<Vec<(usize, bool)>> = (0..n).map(of_actor).collect();
    let share = |fits: fn(&(usize, bool)) -> bool| {
        places.iter().map(move |ranks| {
            let count = ranks.iter().filter(|it| fits(it)).count();
            if ranks.is_empty() { Err(NO_VERSION) } else { Ok(count as f64 / ranks.len() as f64) }
        })
    };
    let rank_at = |thousandths: usize| {
        places.iter().map(move |ranks| match ranks.len() {
            0 => Err(NO_VERSION),
            // The smallest rank that so large a share of versions do not exceed.
            count => Ok(ranks[(thousandths * count).div_ceil(1_000) - 1].0 as f64),
        })
    };
    let value =
        |(_, value): &(String, f64)| if value.is_nan() { Err(UNDEFINED) } else { Ok(*value) };
    let rank = |(actor, _): &(String, f64)| {
        as_observed.of(actor).map_or(Err(UNDEFINED), |it| Ok(it as f64))
    };
    let mut results = Results::by_actor(ranked.net())
        .number("value", ranked.observed.iter().map(value))
        .number("rank", ranked.observed.iter().map(rank))
        .number("top", share(|it| it.0 == 1))
        .number("top_three", share(|it| it.0 <= 3))
        .number("top_decile", share(|it| it.1))
        .number("rank_low", rank_at(25))
        .number("rank_high", rank_at(975))
        .count("versions", places.iter().map(Vec::len));
    let lost = versions.len() - drawn.len();
    if lost > 0 {
        results.note(format!("in {lost} of {} versions there was nothing to rank", versions.len()));
    }
    Ok(ranked.told(results, &doubts).option("order", order.name()))
}

const UNDEFINED: &str = "the measure is undefined as observed";
const NO_VERSION: &str = "it has a value in no version";
