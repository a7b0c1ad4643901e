use crate::catalogue::{Measure, Run, Unit};
use crate::{Error, Network, Result, Results, counted};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "reciprocity",
    source: "Wasserman and Faust 1994; Garlaschelli and Loffredo 2004",
    page: include_str!("reciprocity.md"),
    options: &[],
    run: Run::Network(|net, _, _| reciprocity(net)),
};

#[doc = include_str!("reciprocity.md")]
///
/// # Errors
///
/// If ties have no direction.
///
/// # Example
///
/// ```
/// use tertius::{Network, whole};
/// let net = Network::from_ties(true, [("a", "b", 1.0), ("b", "a", 1.0), ("b", "c", 1.0)])?;
/// let reciprocity = whole::reciprocity(&net)?;
/// assert_eq!(reciprocity.value("edgewise", "value"), Some(2.0 / 3.0));
/// assert_eq!(reciprocity.value("null", "value"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn reciprocity(net: &Network) -> Result<Results> {
    if !net.is_directed() {
        let why = "ties have no direction, so that each counts for both its ends; it takes ties \
            from one actor to another, as of funding, or of whom respondents name";
        return Err(Error::not_applicable("reciprocity", why));
    }
    let pairs = net.observed_pairs();
    let (mutual, asymmetric) = tied_pairs(net);
    let null = pairs - mutual - asymmetric;
    let (m, a, d) = (mutual as f64, asymmetric as f64, pairs as f64);
    let share = |of: f64, all: f64, why| if all == 0.0 { Err(why) } else { Ok(of / all) };
    let (no_pair, no_tie) = ("no pair was observed both ways", "there is no tie");
    let density = share(m + a / 2.0, d, no_pair);
    let log_ratio = match density {
        Err(why) => Err(why),
        Ok(_) if mutual == 0 => Err("no tie is returned: its logarithm is without bound"),
        Ok(density) => Ok((m / d / (density * density)).ln()),
    };
    let correlation = match density {
        Err(why) => Err(why),
        Ok(density) => share(
            m / d - density * density,
            density * (1.0 - density),
            "every tie is there, or none",
        ),
    };
    let mut results = Results::quantities(
        net,
        vec![
            ("edgewise", share(2.0 * m, 2.0 * m + a, no_tie)),
            ("non_null", share(m, m + a, no_tie)),
            ("dyadic", share(m + null as f64, d, no_pair)),
            ("log_ratio", log_ratio),
            ("correlation", correlation),
            ("mutual", Ok(m)),
            ("asymmetric", Ok(a)),
            ("null", Ok(null as f64)),
        ],
    );
    let n = net.actors().len();
    let left_out = n * n.saturating_sub(1) / 2 - pairs;
    if left_out > 0 {
        let pairs = counted(left_out, "pair was", "pairs were");
        results.note(format!("{pairs} not observed both ways and left out"));
    }
    Ok(results)
}

/// Pairs tied both ways and pairs tied one way, among those observed both ways.
fn tied_pairs(net: &Network) -> (usize, usize) {
    let (mut mutual, mut asymmetric) = (0, 0);
    for tie in net.ties() {
        let (from, to) = (tie.from as usize, tie.to as usize);
        if !net.is_observed(from, to) || !net.is_observed(to, from) {
            continue;
        }
        if !net.out().has(to, from) {
            asymmetric += 1;
        } else if from < to {
            mutual += 1;
        }
    }
    (mutual, asymmetric)
}
