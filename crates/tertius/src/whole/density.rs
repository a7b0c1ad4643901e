use crate::catalogue::{Measure, Run, Unit};
use crate::{Network, Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "density",
    source: "Wasserman and Faust 1994",
    page: include_str!("density.md"),
    options: &[],
    run: Run::Network(|net, _, _| density(net)),
};

#[doc = include_str!("density.md")]
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use tertius::{Network, whole};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?;
/// assert_eq!(whole::density(&net)?.value("density", "value"), Some(2.0 / 3.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn density(net: &Network) -> Result<Results> {
    let (dyads, observed) = (net.dyads(), net.observed_dyads());
    let ties = net.observed_ties().count();
    let share = |ties: usize, dyads: usize| {
        if dyads == 0 { Err("no dyad was observed") } else { Ok(ties as f64 / dyads as f64) }
    };
    let mut rows = vec![
        ("density", share(ties, observed)),
        ("ties", Ok(ties as f64)),
        ("observed_dyads", Ok(observed as f64)),
        ("dyads", Ok(dyads as f64)),
    ];
    if observed < dyads {
        rows.push(("lowest", share(net.ties().len(), dyads)));
        rows.push(("highest", share(ties + dyads - observed, dyads)));
    }
    let named: Vec<usize> =
        (0..net.actors().len()).filter(|&at| net.actors()[at].group.is_none()).collect();
    if named.len() < net.actors().len() {
        let named = net.restricted(&named);
        rows.push((
            "density_of_named",
            share(named.observed_ties().count(), named.observed_dyads()),
        ));
    }
    Ok(Results::quantities(net, rows))
}
