use super::coefficients::{Coefficients, collinear, refuse_little};
use super::design::{Cell, Design, column, orders, refuse_misfit};
use super::logit::{Before, Logit};
use super::options::DRAWS;
use super::regression::{Moving, basis, dot, inverse, semi_partial};
use super::terms::{Terms, WITH};
use super::{Dyadic, Plan};
use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::options::{self, Ties};
use crate::{Arguments, Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "mrqap_logit",
    source: "Dekker, Krackhardt and Snijders 2007",
    page: include_str!("mrqap_logit.md"),
    options: &[WITH, DRAWS, options::SEED],
    run: Run::Cut(|net, cut, arguments, watch| asked(Terms { net, cut }, arguments, watch)),
};

fn asked(terms: Terms<'_>, arguments: &Arguments, watch: &Watch) -> Result<Results> {
    let (draws, seed) = (arguments.count(&DRAWS)?, arguments.count(&options::SEED)?);
    let options = LogitOptions { draws, seed };
    mrqap_logit(terms.net, &terms.read(arguments, Ties::Binary)?, options, watch)
}

/// How many orders of the actors are drawn.
///
/// ```
/// use tertius::null::LogitOptions;
/// assert_eq!(LogitOptions::default().draws, 9_999);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogitOptions {
    /// Number of random orders, where there are too many to look at all.
    pub draws: u64,
    /// Where random draws begin.
    pub seed: u64,
}

impl Default for LogitOptions {
    fn default() -> Self {
        Self { draws: 9_999, seed: 1 }
    }
}

#[doc = include_str!("mrqap_logit.md")]
///
/// # Errors
///
/// If there are two modes, more than 2,000 actors, or no terms; if a term is not of these actors, is
/// the same in every dyad or follows from the others; if terms tell tied from untied dyads without
/// error.
///
/// ```
/// use tertius::{Network, Watch};
/// use tertius::null::{self, Dyadic};
/// let ties = [("a", "b", 1.0), ("b", "c", 1.0), ("d", "e", 1.0), ("c", "d", 1.0)];
/// let net = Network::from_ties(false, ties)?
///     .with_attribute("sector", ["HE", "HE", "HE", "FE", "FE"]);
/// let same = Dyadic::same(&net, "sector")?;
/// let found = null::mrqap_logit(&net, &[same], Default::default(), &Watch::new())?;
/// let odds_ratio = found.value("same:sector", "estimate").unwrap().exp();
/// assert!((odds_ratio - 15.0).abs() < 1e-9, "(3 × 5) / (1 × 1)");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn mrqap_logit(
    net: &Network,
    with: &[Dyadic],
    options: LogitOptions,
    watch: &Watch,
) -> Result<Results> {
    let ties = Dyadic::ties(net, Ties::Binary)?;
    refuse_misfit(net, with, METHOD)?;
    let design = Design::new(&ties, with);
    let observed = Observed::new(&design)?;
    let terms: Vec<Option<Term>> = (0..with.len()).map(|at| Term::new(&design, at)).collect();
    let orders = orders(net);
    let plan = Plan::new(orders.arrangements(), options.draws, options.seed);
    let tallies = plan.tally(&observed.statistics[1..], watch, Vec::new, |moved, pick| {
        let order = orders.pick(pick);
        let z = |term: &Option<Term>| {
            watch.go_on()?;
            Ok(term.as_ref().map_or(f64::NAN, |term| term.z(&order, moved)))
        };
        terms.iter().map(z).collect()
    })?;
    let coefficients = Coefficients {
        estimates: &observed.estimates,
        errors: &observed.errors,
        statistics: &observed.statistics,
        why: "it has no standard error",
        tallies: &tallies,
        arrangements: plan.len(),
    };
    let mut results = coefficients.told(net, &design, observed.cells);
    results.note(observed.told());
    Ok(plan.told(results))
}

const METHOD: &str = "mrqap_logit";

/// The model as it is, over the dyads of which everything is known.
struct Observed {
    estimates: Vec<f64>,
    errors: Vec<f64>,
    statistics: Vec<f64>,
    deviance: f64,
    /// That of a model without terms.
    without: f64,
    cells: usize,
}

impl Observed {
    fn new(design: &Design<'_>) -> Result<Self> {
        let terms: Vec<&Dyadic> = design.terms.iter().collect();
        let all: Vec<&Dyadic> = terms.iter().copied().chain([design.ties]).collect();
        let cells = design.known(&all);
        let tied = column(design.ties, &cells);
        refuse_little(design, &tied, METHOD)?;
        let basis = basis(&terms, &cells).map_err(|it| collinear(design.terms, it, METHOD))?;
        let long = lengthened(&basis.columns, cells.len());
        let columns: Vec<&[f64]> = long.iter().map(Vec::as_slice).collect();
        let root = (cells.len() as f64).sqrt();
        let mut back = inverse(&basis.made_of);
        back.iter_mut().flatten().for_each(|it| *it *= root);
        let begin = vec![0.0; columns.len()];
        let fit = Logit::new(&tied, &columns, begin)
            .map_err(|away| separated(design, &cells, &back, &away))?;
        let estimates: Vec<f64> = back.iter().map(|row| dot(row, &fit.estimates)).collect();
        let errors: Vec<f64> = back.iter().map(|row| fit.variance(row).sqrt()).collect();
        let statistics = estimates.iter().zip(&errors).map(|(it, error)| it / error).collect();
        let share = tied.iter().sum::<f64>() / tied.len() as f64;
        let entropy = share * share.ln() + (1.0 - share) * (1.0 - share).ln();
        let without = -2.0 * tied.len() as f64 * entropy;
        let deviance = fit.deviance;
        Ok(Self { estimates, errors, statistics, deviance, without, cells: cells.len() })
    }

    fn told(&self) -> String {
        format!(
            "the deviance is {:.4}, without terms {:.4}; AIC {:.4}, as if dyads were independent",
            self.deviance,
            self.without,
            self.deviance + 2.0 * self.estimates.len() as f64
        )
    }
}

/// Columns of length 1 as columns of which the mean square is 1.
fn lengthened(columns: &[Vec<f64>], cells: usize) -> Vec<Vec<f64>> {
    let root = (cells as f64).sqrt();
    columns.iter().map(|column| column.iter().map(|it| it * root).collect()).collect()
}

/// Names the term that does most to tell tied from untied dyads.
fn separated(design: &Design<'_>, cells: &[Cell], back: &[Vec<f64>], away: &[f64]) -> Error {
    let does = |term: usize| {
        let own = column(&design.terms[term], cells);
        let mean = own.iter().sum::<f64>() / own.len() as f64;
        let spread = own.iter().map(|it| (it - mean).powi(2)).sum::<f64>().sqrt();
        (dot(&back[term + 1], away) * spread).abs()
    };
    let most = (0..design.terms.len()).max_by(|&a, &b| does(a).total_cmp(&does(b)));
    let name = most.map_or("a term", |at| design.terms[at].name());
    let why = format!(
        "the terms tell tied from untied dyads without error, {name} above all, so that estimates \
         grow without end; leave it out, or take mrqap"
    );
    Error::not_applicable(METHOD, why)
}

/// What is needed to find the z of one term again while it moves.
struct Term {
    moving: Moving,
    tied: Vec<f64>,
    columns: Vec<Vec<f64>>,
    /// The model without the term, which is near that with it.
    before: Before,
}

impl Term {
    /// `None` if the other terms tell tied from untied dyads.
    fn new(design: &Design<'_>, term: usize) -> Option<Self> {
        let moving = semi_partial(design, term, false)?;
        let tied = column(design.ties, &moving.cells);
        let columns = lengthened(&moving.stays, tied.len());
        let stays: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let before = Before::new(&tied, &stays).ok()?;
        Some(Self { moving, tied, columns, before })
    }

    /// The z of what moved; NaN is none.
    fn z(&self, order: &[u32], moved: &mut Vec<f64>) -> f64 {
        self.moving.moved(order, moved);
        let fit = if self.moving.is_complete() {
            let stays = self.columns.iter().map(Vec::as_slice);
            let columns: Vec<&[f64]> = stays.chain([moved.as_slice()]).collect();
            self.before.with(&self.tied, &columns)
        } else {
            let known = |of: &[f64]| -> Vec<f64> {
                of.iter().zip(&*moved).filter(|it| !it.1.is_nan()).map(|it| *it.0).collect()
            };
            let columns: Vec<Vec<f64>> = self
                .columns
                .iter()
                .map(Vec::as_slice)
                .chain([moved.as_slice()])
                .map(known)
                .collect();
            let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
            Logit::new(&known(&self.tied), &columns, self.before.estimates().to_vec())
        };
        fit.map_or(f64::NAN, |it| it.last_z())
    }
}
