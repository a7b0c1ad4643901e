//! What regressions of dyads say of each term.

use super::design::Design;
use super::{Dyadic, Tally};
use crate::network::Network;
use crate::{Error, Result, Results, counted};

type Defined<'r> = std::result::Result<f64, &'r str>;

/// Estimates, the intercept first, with what their statistics are beside those of chance.
pub(super) struct Coefficients<'r> {
    pub(super) estimates: &'r [f64],
    pub(super) errors: &'r [f64],
    /// NaN is undefined.
    pub(super) statistics: &'r [f64],
    /// Why one is.
    pub(super) why: &'static str,
    /// Of each term.
    pub(super) tallies: &'r [Tally],
    /// How many arrangements were looked at.
    pub(super) arrangements: u64,
}

const INTERCEPT: &str = "other places of the actors say nothing of the intercept";

impl Coefficients<'_> {
    /// A row for each.
    pub(super) fn told(&self, net: &Network, design: &Design<'_>, cells: usize) -> Results {
        let names = design.terms.iter().map(|it| it.name().to_owned());
        let statistic = |at: usize| {
            let value = self.statistics[at];
            if value.is_nan() { Err(self.why) } else { Ok(value) }
        };
        let rows = 0..self.estimates.len();
        let chance = |of: fn(&Tally) -> Defined<'static>| {
            rows.clone().map(move |at| match at.checked_sub(1) {
                None => Err(INTERCEPT),
                Some(term) => statistic(at).and_then(|_| of(&self.tallies[term])),
            })
        };
        let draws = self.tallies.iter().map(|it| it.values as usize);
        let mut results = Results::of(net)
            .text("term", std::iter::once("intercept".to_owned()).chain(names))
            .number("estimate", self.estimates.iter().map(|it| Ok(*it)))
            .number("error", self.errors.iter().map(|it| Ok(*it)))
            .number("statistic", rows.clone().map(statistic))
            .number("p_low", chance(Tally::p_low))
            .number("p_high", chance(Tally::p_high))
            .number("p", chance(Tally::p_far))
            .number("p_error", chance(|it| it.p_far().map(|p| it.error(p))))
            .count("draws", std::iter::once(0).chain(draws));
        let missing = design.len() - cells;
        let dyads = counted(cells, "dyad counts", "dyads count");
        results.note(match missing {
            0 => dyads,
            _ => format!(
                "{dyads}, and {missing} {} left out, of which something is not known",
                if missing == 1 { "is" } else { "are" }
            ),
        });
        if self.tallies.iter().any(|it| it.values < self.arrangements) {
            results.note(
                "draws in which too few dyads are known, or no estimate can be had, are left out",
            );
        }
        design.told(results)
    }
}

/// Refuses fewer dyads than say anything of so many terms, and ties that are the same in all.
pub(super) fn refuse_little(design: &Design<'_>, ties: &[f64], method: &str) -> Result<()> {
    let estimates = design.terms.len() + 1;
    let why = if ties.len() <= estimates {
        format!(
            "everything is known of {}, which does not say {estimates} numbers and how sure they are; \
             ask for fewer terms",
            counted(ties.len(), "dyad", "dyads")
        )
    } else if ties.windows(2).all(|it| it[0].to_bits() == it[1].to_bits()) {
        "the network is the same in every dyad that counts: there is nothing to explain".to_owned()
    } else {
        return Ok(());
    };
    Err(Error::not_applicable(method, why))
}

/// Why terms have no estimates of their own.
pub(super) fn collinear(terms: &[Dyadic], (at, constant): (usize, bool), method: &str) -> Error {
    let name = terms[at].name();
    let others: Vec<&str> = terms[..at].iter().map(Dyadic::name).collect();
    Error::not_applicable(
        method,
        if constant {
            format!("{name} is the same in every dyad that counts; leave it out")
        } else {
            format!("{name} follows from {}; leave one of them out", others.join(", "))
        },
    )
}
