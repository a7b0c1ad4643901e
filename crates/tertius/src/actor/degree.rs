use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::Rows;
use crate::{Error, Network, Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "degree",
    source: "Freeman 1978; Opsahl, Agneessens and Skvoretz 2010",
    page: include_str!("degree.md"),
    options: &[ALPHA],
    run: Run::Network(|net, arguments, _| degree(net, arguments.number(&ALPHA)?)),
};

/// Strengths to a higher power than this say nothing about contacts any more.
const MOST: f64 = 10.0;

const ALPHA: OptionSpec = OptionSpec {
    name: "alpha",
    takes: Takes::Number { least: 0.0, most: MOST },
    default: "0.5",
    about: "weight of strength in opsahl: 0 is the degree, 1 the strength, 0.5 half way",
};

#[doc = include_str!("degree.md")]
///
/// # Errors
///
/// [`Error::Option`], if `alpha` is not a number from 0 to 10.
///
/// # Example
///
/// ```
/// use tertius::{Network, actor};
/// let net = Network::from_ties(false, [("a", "b", 2.0), ("b", "c", 6.0)])?;
/// let degrees = actor::degree(&net, 0.5)?;
/// assert_eq!(degrees.value("b", "degree"), Some(2.0));
/// assert_eq!(degrees.value("b", "strength"), Some(8.0));
/// assert_eq!(degrees.value("b", "opsahl"), Some(4.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn degree(net: &Network, alpha: f64) -> Result<Results> {
    if !(0.0..=MOST).contains(&alpha) {
        return Err(Error::Option {
            option: ALPHA.name.to_owned(),
            value: alpha.to_string(),
            expected: format!("a number from 0 to {MOST}"),
        });
    }
    let n = net.actors().len();
    let held = |rows: &Rows| (0..n).map(|actor| Held::of(rows, actor)).collect::<Vec<_>>();
    let out = held(net.out());
    let ways = if net.is_directed() { 2.0 } else { 1.0 };
    let mut results = Results::by_actor(net);
    let all = if net.is_directed() {
        let into = held(net.into_rows());
        let all: Vec<Held> = into.iter().zip(&out).map(|(into, out)| into.and(out)).collect();
        results = results
            .count("in_degree", into.iter().map(|it| it.ties))
            .count("out_degree", out.iter().map(|it| it.ties))
            .count("degree", all.iter().map(|it| it.ties))
            .number("in_strength", into.iter().map(|it| Ok(it.strength)))
            .number("out_strength", out.iter().map(|it| Ok(it.strength)))
            .number("strength", all.iter().map(|it| Ok(it.strength)))
            .number("in_opsahl", into.iter().map(|it| Ok(it.opsahl(alpha))))
            .number("out_opsahl", out.iter().map(|it| Ok(it.opsahl(alpha))));
        all
    } else {
        results = results
            .count("degree", out.iter().map(|it| it.ties))
            .number("strength", out.iter().map(|it| Ok(it.strength)));
        out
    };
    let share = |(actor, held): (usize, &Held)| match others(net, actor) {
        0 => Err("there is no other actor"),
        others => Ok(held.ties as f64 / (ways * others as f64)),
    };
    Ok(results
        .number("opsahl", all.iter().map(|it| Ok(it.opsahl(alpha))))
        .number("normalised", all.iter().enumerate().map(share))
        .option("alpha", alpha.to_string()))
}

/// The ties an actor holds in one direction, or in both.
struct Held {
    ties: usize,
    strength: f64,
}

impl Held {
    fn of(rows: &Rows, actor: usize) -> Self {
        Self { ties: rows.alters(actor).len(), strength: rows.strengths(actor).iter().sum() }
    }

    fn and(&self, other: &Self) -> Self {
        Self { ties: self.ties + other.ties, strength: self.strength + other.strength }
    }

    /// Who has no tie has nothing to share out: 0/0 counts as 0.
    fn opsahl(&self, alpha: f64) -> f64 {
        if self.ties == 0 {
            return 0.0;
        }
        let ties = self.ties as f64;
        ties * (self.strength / ties).powf(alpha)
    }
}

/// How many others an actor could be tied to.
fn others(net: &Network, actor: usize) -> usize {
    let n = net.actors().len();
    match net.first_mode() {
        Some(first) if actor < first => n - first,
        Some(first) => first,
        None => n - 1,
    }
}
