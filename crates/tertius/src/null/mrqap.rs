use serde::Deserialize;

use super::coefficients::{Coefficients, collinear, refuse_little};
use super::design::{Design, as_they_are, column, orders, refuse_misfit};
use super::options::DRAWS;
use super::regression::{Fit, Moving, basis, semi_partial};
use super::terms::{Terms, WITH};
use super::{Dyadic, Plan};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Network;
use crate::options::{self, Ties};
use crate::{Arguments, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "mrqap",
    source: "Dekker, Krackhardt and Snijders 2007; Krackhardt 1988",
    page: include_str!("mrqap.md"),
    options: &[WITH, options::TIES, PERMUTE, DRAWS, options::SEED],
    run: Run::Cut(|net, cut, arguments, watch| asked(Terms { net, cut }, arguments, watch)),
};

const PERMUTE: OptionSpec = OptionSpec {
    name: "permute",
    takes: Takes::Words(&["dsp", "y"]),
    default: "dsp",
    about: "what moves with the actors: of each term what the others do not say of it (double \
            semi-partialling), or the ties",
};

fn asked(terms: Terms<'_>, arguments: &Arguments, watch: &Watch) -> Result<Results> {
    let options = MrqapOptions {
        ties: arguments.choice(options::TIES.name)?,
        permute: arguments.choice(PERMUTE.name)?,
        draws: arguments.count(&DRAWS)?,
        seed: arguments.count(&options::SEED)?,
    };
    mrqap(terms.net, &terms.read(arguments, options.ties)?, &options, watch)
}

/// What moves with the actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Permute {
    /// Of each term what the others do not say of it: double semi-partialling.
    #[default]
    Dsp,
    /// The ties.
    Y,
}

impl Permute {
    /// Its name.
    ///
    /// ```
    /// use tertius::null::Permute;
    /// assert_eq!(Permute::Dsp.name(), "dsp");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::Dsp => "dsp",
            Self::Y => "y",
        }
    }
}

/// What ties count, what moves, and how many orders of the actors are drawn.
///
/// ```
/// use tertius::null::{MrqapOptions, Permute};
/// assert_eq!(MrqapOptions::default().permute, Permute::Dsp);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MrqapOptions {
    /// Whether each tie counts as 1 or by its strength.
    pub ties: Ties,
    /// What moves with the actors.
    pub permute: Permute,
    /// Number of random orders, where there are too many to look at all.
    pub draws: u64,
    /// Where random draws begin.
    pub seed: u64,
}

impl Default for MrqapOptions {
    fn default() -> Self {
        Self { ties: Ties::default(), permute: Permute::default(), draws: 9_999, seed: 1 }
    }
}

#[doc = include_str!("mrqap.md")]
///
/// # Errors
///
/// If there are two modes, more than 2,000 actors, or no terms; if a term is not of these actors, is
/// the same in every dyad or follows from the others; if nothing is left to explain.
///
/// ```
/// use tertius::{Network, Watch};
/// use tertius::null::{self, Dyadic};
/// let ties = [("a", "b", 1.0), ("b", "c", 1.0), ("d", "e", 1.0), ("c", "d", 1.0)];
/// let net = Network::from_ties(false, ties)?
///     .with_attribute("sector", ["HE", "HE", "HE", "FE", "FE"])
///     .with_attribute("size", ["9", "5", "6", "7", "3"]);
/// let with = [Dyadic::same(&net, "sector")?, Dyadic::distance(&net, "size")?];
/// let found = null::mrqap(&net, &with, &Default::default(), &Watch::new())?;
/// assert!(found.value("same:sector", "estimate").unwrap() > 0.0);
/// assert_eq!(found.value("same:sector", "draws"), Some(120.0), "all orders of five");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn mrqap(
    net: &Network,
    with: &[Dyadic],
    options: &MrqapOptions,
    watch: &Watch,
) -> Result<Results> {
    let ties = Dyadic::ties(net, options.ties)?;
    refuse_misfit(net, with, "mrqap")?;
    let design = Design::new(&ties, with);
    let fit = observed(&design)?;
    let statistics: Vec<f64> = if fit.rest == 0.0 {
        vec![f64::NAN; fit.estimates.len()]
    } else {
        fit.statistics().collect()
    };
    let movings = movings(&design, options.permute);
    let orders = orders(net);
    let plan = Plan::new(orders.arrangements(), options.draws, options.seed);
    let tallies = plan.tally(&statistics[1..], watch, Vec::new, |moved, pick| {
        let order = orders.pick(pick);
        let mut values = Vec::with_capacity(with.len());
        for moving in &movings {
            watch.go_on()?;
            let Some(moving) = moving else {
                values.push(f64::NAN);
                continue;
            };
            moving.moved(&order, moved);
            match options.permute {
                Permute::Dsp => values.push(moving.last_t(moved)),
                Permute::Y => match moving.fit(moved) {
                    Some(fit) => values.extend(fit.statistics().skip(1)),
                    None => values.resize(with.len(), f64::NAN),
                },
            }
        }
        Ok(values)
    })?;
    let coefficients = Coefficients {
        estimates: &fit.estimates,
        errors: &fit.errors,
        statistics: &statistics,
        why: "the terms say exactly what every dyad is, and leave nothing to compare with",
        tallies: &tallies,
        arrangements: plan.len(),
    };
    let mut results = coefficients.told(net, &design, fit.cells);
    let (r, adjusted) = explained(&fit);
    results.note(format!("R² is {r:.4}, adjusted for the number of terms {adjusted:.4}"));
    let results = results.option("ties", options.ties.name());
    Ok(plan.told(results.option("permute", options.permute.name())))
}

/// The model as it is, over the dyads of which everything is known.
fn observed(design: &Design<'_>) -> Result<Fit> {
    let terms: Vec<&Dyadic> = design.terms.iter().collect();
    let all: Vec<&Dyadic> = terms.iter().copied().chain([design.ties]).collect();
    let cells = design.known(&all);
    let ties = column(design.ties, &cells);
    refuse_little(design, &ties, "mrqap")?;
    let basis = basis(&terms, &cells).map_err(|it| collinear(design.terms, it, "mrqap"))?;
    let moving = Moving::new(design, cells, basis, design.ties.values().to_vec());
    let mut moved = Vec::new();
    moving.moved(&as_they_are(design.ties.actors()), &mut moved);
    moving.fit(&moved).ok_or_else(|| collinear(design.terms, (0, true), "mrqap"))
}

/// What moves for each term; or the ties, for all.
fn movings(design: &Design<'_>, permute: Permute) -> Vec<Option<Moving>> {
    let terms: Vec<&Dyadic> = design.terms.iter().collect();
    match permute {
        Permute::Dsp => (0..terms.len()).map(|term| semi_partial(design, term, true)).collect(),
        Permute::Y => {
            let cells = design.known(&terms);
            let basis = basis(&terms, &cells).ok();
            let moving = |basis| Moving::new(design, cells, basis, design.ties.values().to_vec());
            vec![basis.map(moving)]
        }
    }
}

/// The share of the sum of squares that the terms explain, and the same for terms that cost a degree
/// of freedom each.
fn explained(fit: &Fit) -> (f64, f64) {
    let left = fit.rest / fit.total;
    let (cells, estimates) = (fit.cells as f64, fit.estimates.len() as f64);
    (1.0 - left, 1.0 - left * (cells - 1.0) / (cells - estimates))
}
