use super::bootstrap::ABOUT;
use super::cells::Cells;
use super::monotone::Trend;
use super::options::{Finding, ONLY, SET};
use super::{Pick, Plan};
use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Network, Tie};
use crate::{Error, Result, Results, Watch, counted, options};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "bounds",
    source: "Manski 2003",
    page: include_str!("bounds.md"),
    options: &[ABOUT, options::BY, SET, ONLY],
    run: Run::Network(|net, arguments, watch| {
        bounds(net, &Finding::from_arguments(arguments, ABOUT.default)?, watch)
    }),
};

/// Missing dyads up to which every way to tie them is looked at.
const FEW: usize = 12;

/// Dyads among which the missing ones are looked for, and missing dyads that are tied at once: more
/// take too long, and too much room.
const MOST: (usize, usize) = (50_000_000, 2_000_000);

#[doc = include_str!("bounds.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] for measures of ties, and for more dyads than can be looked through; those of the
/// measure.
///
/// ```
/// use tertius::{Network, Watch};
/// use tertius::null::{self, Finding};
/// let net = Network::from_ties(false, [("uni", "col", 1.0), ("col", "hub", 1.0)])?;
/// let net = net.with_accounts([true, false, false]);
/// let density = Finding::of("whole density")?.only("density");
/// let found = null::bounds(&net, &density, &Watch::new())?;
/// assert_eq!(found.value("density", "observed"), Some(0.5), "uni told of col, and not of hub");
/// assert_eq!(found.value("density", "low"), Some(2.0 / 3.0), "col – hub is known all the same");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn bounds(net: &Network, finding: &Finding, watch: &Watch) -> Result<Results> {
    refuse(finding.measure)?;
    let missing: Vec<Tie> = missing(net, watch)?
        .into_iter()
        .map(|(from, to)| Tie { from, to, strength: 1.0 })
        .collect();
    let found = finding.of_network(net, &watch.part())?;
    let absent = finding.of_network(&net.completed(&[]), &watch.part())?;
    let present = finding.of_network(&net.completed(&missing), &watch.part())?;
    let cells = Cells::new(&absent, finding.measure.unit, &finding.only)?;
    let ends = [cells.values(), cells.values_in(&present)];
    let trends = cells.names().map(|(row, column)| Trend::of(finding.measure, row, column));
    let ranges = if missing.len() <= FEW {
        every(net, &missing, finding, &cells, watch)?
    } else {
        watch.go_on()?;
        let reason = format!(
            "it neither only rises nor only falls with more ties, and there are 2^{} completions",
            missing.len()
        );
        trends
            .zip(ends[0].iter().zip(&ends[1]))
            .map(|(trend, (&absent, &present))| match trend {
                Some(Trend::Rises) => Range::between(absent, present),
                Some(Trend::Falls) => Range::between(present, absent),
                None => Range { reason: reason.clone(), ..Range::new() },
            })
            .collect()
    };
    let mut results = finding.told(cells.begin(Results::of(net)), &found);
    results.note(in_words(net, &missing));
    let reasons = [cells.reasons_in(&found), cells.reasons_in(&absent), cells.reasons_in(&present)];
    let values = [cells.values_in(&found), ends[0].clone(), ends[1].clone()];
    for ((name, values), reasons) in
        ["observed", "absent", "present"].iter().zip(values).zip(reasons)
    {
        let value =
            |(value, reason): (f64, _)| if value.is_nan() { Err(reason) } else { Ok(value) };
        results = results.number(name, values.into_iter().zip(reasons).map(value));
    }
    let end = |of: fn(&Range) -> f64| {
        ranges
            .iter()
            .map(move |it| if it.values == 0 { Err(it.reason.as_str()) } else { Ok(of(it)) })
    };
    Ok(results
        .number("low", end(|it| it.low))
        .number("high", end(|it| it.high))
        .count("completions", ranges.iter().map(|it| it.values)))
}

fn refuse(measure: &Measure) -> Result<()> {
    let why = match measure.unit {
        Unit::Tie => {
            "its rows are the ties observed, and with other ties there are others; ask for a \
             measure of actors, of groups or of the whole network"
        }
        Unit::Null | Unit::Change => "it is a test or an interval itself",
        _ => return Ok(()),
    };
    Err(Error::not_applicable(&format!("null bounds of {} {}", measure.unit, measure.name), why))
}

/// Dyads that were not observed and in which no tie is known from somebody else.
fn missing(net: &Network, watch: &Watch) -> Result<Vec<(u32, u32)>> {
    let (dyads, observed) = (net.dyads(), net.observed_dyads());
    if dyads > MOST.0 || dyads - observed > MOST.1 {
        let why = format!(
            "{} of {dyads} dyads were not observed, which are too many to complete; look at a part \
             of the network, as with --locality",
            dyads - observed
        );
        return Err(Error::not_applicable("null bounds", why));
    }
    net.missing(watch)
}

fn in_words(net: &Network, missing: &[Tie]) -> String {
    let known = net.dyads() - net.observed_dyads() - missing.len();
    let known = match known {
        0 => String::new(),
        1 => "; 1 more was not observed, and its tie is known from somebody else".to_owned(),
        _ => {
            format!("; {known} more were not observed, and their ties are known from somebody else")
        }
    };
    let count = counted(missing.len(), "dyad is", "dyads are");
    let looked = match missing.len() {
        0 => "there is nothing to bound".to_owned(),
        few if few <= FEW => {
            format!("each of the {} ways to tie them or not was looked at", 1_u64 << few)
        }
        _ => "bounds are those of numbers that only rise, or only fall, with more ties".to_owned(),
    };
    format!("{count} missing{known}: {looked}")
}

/// The values of every completion.
fn every(
    net: &Network,
    missing: &[Tie],
    finding: &Finding,
    cells: &Cells<'_>,
    watch: &Watch,
) -> Result<Vec<Range>> {
    let mut ranges = vec![Range::new(); cells.len()];
    let values = |(): &mut (), mut pick: Pick| {
        let tied: Vec<_> = missing.iter().copied().filter(|_| pick.heads()).collect();
        finding.values(&net.completed(&tied), cells, &watch.part())
    };
    Plan::Every(1 << missing.len()).each(
        watch,
        || (),
        values,
        |values| {
            ranges.iter_mut().zip(values).for_each(|(range, value)| range.add(value));
        },
    )?;
    Ok(ranges)
}

/// What a number can be.
#[derive(Debug, Clone)]
struct Range {
    low: f64,
    high: f64,
    /// Completions looked at in which there is a value.
    values: usize,
    /// Why there is none.
    reason: String,
}

impl Range {
    fn new() -> Self {
        let reason = "it is undefined in every completion".to_owned();
        Self { low: f64::INFINITY, high: f64::NEG_INFINITY, values: 0, reason }
    }

    /// From one end to the other, if there is a value at both.
    fn between(low: f64, high: f64) -> Self {
        if low.is_nan() || high.is_nan() {
            let reason =
                "it is undefined where no missing dyad is tied, or where all are".to_owned();
            return Self { reason, ..Self::new() };
        }
        Self { low, high, values: 2, ..Self::new() }
    }

    /// Takes in a value; NaN is none.
    fn add(&mut self, value: f64) {
        if !value.is_nan() {
            self.low = self.low.min(value);
            self.high = self.high.max(value);
            self.values += 1;
        }
    }
}
