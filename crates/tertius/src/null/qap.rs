use super::correlation::{Correlation, squares};
use super::design::{Design, as_they_are, column, orders, refuse_misfit};
use super::options::DRAWS;
use super::terms::{Terms, WITH};
use super::{Dyadic, Plan, beside_chance};
use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::options::{self, Ties};
use crate::{Arguments, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Null,
    name: "qap",
    source: "Hubert and Schultz 1976; Krackhardt 1988",
    page: include_str!("qap.md"),
    options: &[WITH, options::TIES, DRAWS, options::SEED],
    run: Run::Cut(|net, cut, arguments, watch| asked(Terms { net, cut }, arguments, watch)),
};

fn asked(terms: Terms<'_>, arguments: &Arguments, watch: &Watch) -> Result<Results> {
    let options = QapOptions {
        ties: arguments.choice(options::TIES.name)?,
        draws: arguments.count(&DRAWS)?,
        seed: arguments.count(&options::SEED)?,
    };
    qap(terms.net, &terms.read(arguments, options.ties)?, &options, watch)
}

/// What ties count, and how many orders of the actors are drawn.
///
/// ```
/// use tertius::null::QapOptions;
/// assert_eq!(QapOptions::default().draws, 9_999);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QapOptions {
    /// Whether each tie counts as 1 or by its strength.
    pub ties: Ties,
    /// Number of random orders, where there are too many to look at all.
    pub draws: u64,
    /// Where random draws begin.
    pub seed: u64,
}

impl Default for QapOptions {
    fn default() -> Self {
        Self { ties: Ties::default(), draws: 9_999, seed: 1 }
    }
}

#[doc = include_str!("qap.md")]
///
/// # Errors
///
/// If there are two modes, more than 2,000 actors, or no terms; if a term is not of these actors.
///
/// ```
/// use tertius::{Network, Watch};
/// use tertius::null::{self, Dyadic};
/// let net = Network::from_ties(false, [("uni", "col", 1.0), ("hub", "vcs", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "VCS", "VCS"]);
/// let same = Dyadic::same(&net, "sector")?;
/// let found = null::qap(&net, &[same], &Default::default(), &Watch::new())?;
/// assert!((found.value("same:sector", "observed").unwrap() - 1.0).abs() < 1e-12);
/// assert_eq!(found.value("same:sector", "p_high"), Some(8.0 / 24.0), "8 of 24 orders");
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn qap(net: &Network, with: &[Dyadic], options: &QapOptions, watch: &Watch) -> Result<Results> {
    let ties = Dyadic::ties(net, options.ties)?;
    refuse_misfit(net, with, "qap")?;
    let rows: Vec<Row<'_>> =
        with.iter().map(|term| Row::new(&ties, std::array::from_ref(term))).collect();
    let observed: Vec<f64> = rows.iter().map(|row| row.observed).collect();
    let orders = orders(net);
    let plan = Plan::new(orders.arrangements(), options.draws, options.seed);
    let tallies = plan.tally(
        &observed,
        watch,
        || (),
        |(), pick| {
            let order = orders.pick(pick);
            Ok(rows.iter().map(|row| row.correlation.of(&order)).collect())
        },
    )?;
    let results = Results::of(net)
        .text("with", with.iter().map(|term| term.name().to_owned()))
        .count("dyads", rows.iter().map(|row| row.dyads));
    let results = beside_chance(results, &tallies, &|at| rows[at].why);
    let results = Design::new(&ties, with).told(results);
    Ok(plan.told(results.option("ties", options.ties.name())))
}

/// Ties beside one term.
struct Row<'d> {
    correlation: Correlation,
    /// Dyads of which both are known.
    dyads: usize,
    /// NaN is undefined.
    observed: f64,
    why: &'d str,
}

impl<'d> Row<'d> {
    fn new(ties: &'d Dyadic, term: &'d [Dyadic; 1]) -> Self {
        let design = Design::new(ties, term);
        let correlation = Correlation::new(&design, &term[0]);
        let cells = design.known(&[ties, &term[0]]);
        let varies = |of: &Dyadic| {
            let values = column(of, &cells);
            squares(&values, values.iter().sum::<f64>() / values.len() as f64) > 0.0
        };
        let why = if cells.is_empty() {
            "there is no dyad of which both are known"
        } else if !varies(ties) {
            "the network is the same in every dyad that counts"
        } else {
            "it is the same in every dyad that counts"
        };
        let observed = correlation.of(&as_they_are(ties.actors()));
        Self { correlation, dyads: cells.len(), observed, why }
    }
}
