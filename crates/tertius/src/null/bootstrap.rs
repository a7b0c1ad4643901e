use super::cells::Cells;
use super::interval::{CONFIDENCE, INTERVAL, Spread};
use super::options::{DRAWS as ARRANGEMENTS, Finding, MEASURE as TESTED, ONLY, SET};
use super::vertices::Vertices;
use super::{Interval, Pick, Plan};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::{Arguments, Error, Result, Results, Watch, options};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "bootstrap",
    source: "Snijders and Borgatti 1999; Owen 2007",
    page: include_str!("bootstrap.md"),
    options: &[ABOUT, options::BY, SET, ONLY, INTERVAL, CONFIDENCE, DRAWS, options::SEED],
    run: Run::Network(|net, arguments, watch| {
        let finding = Finding::from_arguments(arguments, ABOUT.default)?;
        bootstrap(net, &finding, &BootstrapOptions::from_arguments(arguments)?, watch)
    }),
};

/// `measure`: of which measure it is asked how sure it is.
pub(super) const ABOUT: OptionSpec = OptionSpec { default: "whole density", ..TESTED };

/// `draws`: how many networks are drawn.
pub(super) const DRAWS: OptionSpec = OptionSpec {
    takes: Takes::Count { least: 2, most: 1_000_000 },
    default: "2000",
    about: "number of networks drawn at random",
    ..ARRANGEMENTS
};

/// How a vertex bootstrap is made.
///
/// ```
/// use tertius::null::{BootstrapOptions, Interval};
/// let options = BootstrapOptions { confidence: 0.9, ..BootstrapOptions::default() };
/// assert_eq!((options.interval, options.draws), (Interval::Percentile, 2_000));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BootstrapOptions {
    /// How the interval is made.
    pub interval: Interval,
    /// How sure it is to be.
    pub confidence: f64,
    /// Number of networks drawn.
    pub draws: u64,
    /// Where random draws begin.
    pub seed: u64,
}

impl Default for BootstrapOptions {
    fn default() -> Self {
        Self { interval: Interval::default(), confidence: 0.95, draws: 2_000, seed: 1 }
    }
}

impl BootstrapOptions {
    fn from_arguments(arguments: &Arguments) -> Result<Self> {
        Ok(Self {
            interval: arguments.choice(INTERVAL.name)?,
            confidence: arguments.number(&CONFIDENCE)?,
            draws: arguments.count(&DRAWS)?,
            seed: arguments.count(&options::SEED)?,
        })
    }
}

#[doc = include_str!("bootstrap.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] for measures of actors and ties; those of the measure.
///
/// ```
/// use tertius::{Network, Watch};
/// use tertius::null::{self, Finding};
/// let ties = [("uni", "col", 1.0), ("col", "hub", 1.0), ("hub", "vcs", 1.0)];
/// let net = Network::from_ties(false, ties)?;
/// let density = Finding::of("whole density")?.only("density");
/// let sure = null::bootstrap(&net, &density, &Default::default(), &Watch::new())?;
/// let end = |column| sure.value("density", column).unwrap();
/// assert!(end("low") < 0.5 && 0.5 < end("high"));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn bootstrap(
    net: &Network,
    finding: &Finding,
    options: &BootstrapOptions,
    watch: &Watch,
) -> Result<Results> {
    refuse_rows_of_actors("the vertex bootstrap", finding.measure)?;
    let found = finding.of_network(net, &watch.part())?;
    let cells = Cells::new(&found, finding.measure.unit, &finding.only)?;
    let BootstrapOptions { interval, confidence, draws, seed } = *options;
    let vertices = Vertices::new(net);
    let (plan, mut found_in) = (Plan::Drawn { draws, seed }, Vec::new());
    let values = |(): &mut (), pick| {
        // Never all of them: there is no end to the ways in which draws of one actor may be tied.
        let Pick::Draw(mut random) = pick else { return Ok(Vec::new()) };
        let net = vertices.network(&vertices.draw(&mut random), &mut random);
        finding.values(&net, &cells, &watch.part())
    };
    plan.each(watch, || (), values, |values| found_in.push(values))?;
    let observed = cells.values();
    let spreads: Vec<Spread> = (0..cells.len())
        .map(|at| Spread::new(observed[at], found_in.iter().map(|values| values[at])))
        .collect();
    let results = finding.told(cells.begin(Results::of(net)), &found);
    let results =
        results.option("interval", interval.name()).option("confidence", confidence.to_string());
    Ok(plan.told(told(results, &cells, &spreads, interval, confidence)))
}

/// Refuses measures whose rows are actors or ties, which other networks do not have.
pub(super) fn refuse_rows_of_actors(method: &str, measure: &Measure) -> Result<()> {
    let why = match measure.unit {
        Unit::Actor => {
            "its rows are the actors observed, and other networks have other actors; ask for a \
             measure of groups or of the whole network"
        }
        Unit::Tie => {
            "its rows are the ties observed, which other networks do not have; ask for a measure \
             of groups or of the whole network"
        }
        Unit::Null | Unit::Change => "it is a test or an interval itself",
        Unit::Group | Unit::Whole => return Ok(()),
    };
    Err(Error::not_applicable(&format!("{method} of {} {}", measure.unit, measure.name), why))
}

type Defined = std::result::Result<f64, &'static str>;

/// Columns that say how far each cell would vary.
fn told(
    results: Results,
    cells: &Cells<'_>,
    spreads: &[Spread],
    interval: Interval,
    confidence: f64,
) -> Results {
    let column = |of: &dyn Fn(&Spread) -> Defined| {
        let value = |(at, spread): (usize, &Spread)| {
            if spread.tally.observed.is_nan() { Err(cells.reason(at)) } else { Ok(of(spread)?) }
        };
        spreads.iter().enumerate().map(value).collect::<Vec<_>>()
    };
    let ends = |it: &Spread| interval.ends(it, confidence);
    results
        .number("observed", column(&|it| Ok(it.tally.observed)))
        .number("mean", column(&|it| it.tally.expected()))
        .number("bias", column(&|it| it.tally.bias()))
        .number("error", column(&|it| it.tally.sd()))
        .number("low", column(&|it| Ok(ends(it)?.0)))
        .number("high", column(&|it| Ok(ends(it)?.1)))
        .count("draws", spreads.iter().map(|it| it.tally.values as usize))
}
