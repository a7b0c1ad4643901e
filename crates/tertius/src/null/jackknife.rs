use serde::Deserialize;

use super::bootstrap::{ABOUT, refuse_rows_of_actors};
use super::cells::Cells;
use super::interval::{CONFIDENCE, normal_reach};
use super::options::{Finding, ONLY, SET};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::shards::Tasks;
use crate::{Error, Result, Results, Watch, options};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "jackknife",
    source: "Snijders and Borgatti 1999; Efron and Stein 1981",
    page: include_str!("jackknife.md"),
    options: &[ABOUT, options::BY, SET, ONLY, VARYING, CONFIDENCE],
    run: Run::Network(|net, arguments, watch| {
        let finding = Finding::from_arguments(arguments, ABOUT.default)?;
        let (varying, confidence) =
            (arguments.choice(VARYING.name)?, arguments.number(&CONFIDENCE)?);
        jackknife(net, &finding, varying, confidence, watch)
    }),
};

const VARYING: OptionSpec = OptionSpec {
    name: "varying",
    takes: Takes::Words(&["actors", "dyads"]),
    default: "actors",
    about: "what could have been otherwise: which actors are there, or which of their dyads are \
        tied, each by the same chance",
};

/// Actors of whom each can be left out in turn.
const MOST: usize = 20_000;

/// What could have been otherwise.
///
/// ```
/// use tertius::null::Varying;
/// assert_eq!(Varying::default().name(), "actors");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Varying {
    /// Which actors are there: they are a sample of actors like them (Efron and Stein 1981).
    #[default]
    Actors,
    /// Which dyads of these actors are tied, each by the same chance (Snijders and Borgatti 1999).
    Dyads,
}

impl Varying {
    /// Its name.
    ///
    /// ```
    /// use tertius::null::Varying;
    /// assert_eq!(Varying::Dyads.name(), "dyads");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Actors => "actors",
            Self::Dyads => "dyads",
        }
    }

    /// By what squares of differences from their mean are multiplied, of n actors.
    fn factor(self, n: f64) -> f64 {
        match self {
            Self::Actors => (n - 1.0) / n,
            Self::Dyads => (n - 2.0) / (2.0 * n),
        }
    }
}

#[doc = include_str!("jackknife.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] for measures of actors and ties, and for more than 20,000 actors; those of
/// the measure.
///
/// ```
/// use tertius::{Network, Watch};
/// use tertius::null::{self, Finding};
/// let ties = [("hub", "col", 1.0), ("hub", "uni", 1.0), ("hub", "vcs", 1.0)];
/// let net = Network::from_ties(false, ties)?;
/// let density = Finding::of("whole density")?.only("density");
/// let sure = null::jackknife(&net, &density, Default::default(), 0.95, &Watch::new())?;
/// assert_eq!(sure.words("without").unwrap()[0].as_deref(), Some("hub"));
/// assert_eq!(sure.value("density", "value_without"), Some(0.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn jackknife(
    net: &Network,
    finding: &Finding,
    varying: Varying,
    confidence: f64,
    watch: &Watch,
) -> Result<Results> {
    refuse_rows_of_actors("the jackknife", finding.measure)?;
    let n = net.actors().len();
    if n > MOST {
        let why =
            format!("it takes the measure {n} times; try null bootstrap, with some 200 draws");
        return Err(Error::not_applicable("the jackknife", why));
    }
    let found = finding.of_network(net, &watch.part())?;
    let cells = Cells::new(&found, finding.measure.unit, &finding.only)?;
    watch.expect(n);
    let left = watch.each(Tasks::of(n), |left| {
        watch.tick()?;
        let kept: Vec<usize> = (0..n).filter(|actor| !left.contains(actor)).collect();
        finding.values(&net.restricted(&kept), &cells, &watch.part())
    })?;
    let observed = cells.values();
    let left: Vec<Left> = (0..cells.len())
        .map(|at| Left {
            observed: observed[at],
            values: left.iter().map(|values| values[at]).collect(),
            varying,
            two_modes: net.first_mode(),
        })
        .collect();
    let results = finding.told(cells.begin(Results::of(net)), &found);
    let results =
        results.option("varying", varying.name()).option("confidence", confidence.to_string());
    Ok(told(results, &cells, &left, net, normal_reach(confidence)))
}

type Defined<T> = std::result::Result<T, &'static str>;

/// A number without each actor in turn; NaN where it is undefined then.
struct Left {
    observed: f64,
    values: Vec<f64>,
    varying: Varying,
    two_modes: Option<usize>,
}

impl Left {
    fn mean(&self) -> Defined<f64> {
        if self.values.is_empty() || self.values.iter().any(|it| it.is_nan()) {
            return Err("it is undefined without one of the actors");
        }
        Ok(self.values.iter().sum::<f64>() / self.values.len() as f64)
    }

    fn error(&self) -> Defined<f64> {
        let n = self.values.len();
        self.mean()?;
        // Actors and activities are two samples, left out each for themselves.
        let squares = match self.two_modes {
            None => self.squares(0..n)?,
            Some(_) if self.varying == Varying::Dyads => {
                return Err("the factor for dyads is that of one mode; try varying=actors");
            }
            Some(first) => self.squares(0..first)? + self.squares(first..n)?,
        };
        Ok(squares.sqrt())
    }

    /// The factor times the squares of differences from their mean, among some of the actors.
    fn squares(&self, of: std::ops::Range<usize>) -> Defined<f64> {
        let values = &self.values[of];
        let n = values.len() as f64;
        if values.len() < 2 {
            return Err("it takes two actors to vary");
        }
        let mean = values.iter().sum::<f64>() / n;
        let squares: f64 = values.iter().map(|it| (it - mean).powi(2)).sum();
        // Rounding, where every value is the same.
        let squares = if squares <= 1e-24 * mean * mean { 0.0 } else { squares };
        Ok(self.varying.factor(n) * squares)
    }

    /// The actor without whom it changes most; of equals that without whom it is lowest, and the
    /// first of those.
    fn most(&self) -> Defined<usize> {
        let change = |at: usize| (self.values[at] - self.observed).abs();
        let defined = (0..self.values.len()).filter(|&at| !self.values[at].is_nan());
        let most = defined.clone().map(change).fold(0.0, f64::max);
        let rounding = 1e-12 * (most + self.observed.abs());
        let equals = defined.filter(|&at| change(at) >= most - rounding);
        let lower = |best: usize, at: usize| {
            if self.values[at] < self.values[best] - rounding { at } else { best }
        };
        let actor = equals.reduce(lower).ok_or("it is undefined without any of the actors")?;
        if most <= rounding { Err("it is the same without any of the actors") } else { Ok(actor) }
    }
}

/// Columns that say how far each cell would vary.
fn told(results: Results, cells: &Cells<'_>, left: &[Left], net: &Network, reach: f64) -> Results {
    let column = |of: &dyn Fn(&Left) -> Defined<f64>| {
        let value = |(at, it): (usize, &Left)| {
            if it.observed.is_nan() { Err(cells.reason(at)) } else { Ok(of(it)?) }
        };
        left.iter().enumerate().map(value).collect::<Vec<_>>()
    };
    let most = |it: &Left| if it.observed.is_nan() { None } else { it.most().ok() };
    let actor = |it: &Left| most(it).map_or_else(String::new, |at| net.actors()[at].id.clone());
    results
        .number("observed", column(&|it| Ok(it.observed)))
        .number("mean", column(&Left::mean))
        .number("error", column(&Left::error))
        .number("low", column(&|it| Ok(it.observed - reach * it.error()?)))
        .number("high", column(&|it| Ok(it.observed + reach * it.error()?)))
        .text("without", left.iter().map(actor))
        .number("value_without", column(&|it| Ok(it.values[it.most()?])))
}
