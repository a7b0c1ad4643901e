use crate::catalogue::{Measure, Run, Unit};
use crate::holes::{COLUMNS, Contacts};
use crate::network::Network;
use crate::options::{self, Model};
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "constraint",
    source: "Burt 1992",
    page: include_str!("constraint.md"),
    options: &[options::MODEL],
    run: Run::Network(|net, arguments, watch| constraint(net, arguments.choice("model")?, watch)),
};

#[doc = include_str!("constraint.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// The middle of a star is free; its rays depend on the middle alone.
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let star = Network::from_ties(false, [("m", "a", 1.0), ("m", "b", 1.0), ("m", "c", 1.0)])?;
/// let constraint = actor::constraint(&star, Default::default(), &Watch::new())?;
/// assert_eq!(constraint.value("a", "value"), Some(1.0));
/// assert!((constraint.value("m", "value").unwrap() - 1.0 / 3.0).abs() < 1e-12);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn constraint(net: &Network, model: Model, watch: &Watch) -> Result<Results> {
    let contacts = Contacts::of(net);
    let found = contacts.each(watch, |ego, places| {
        let dyadic = contacts.dyadic(ego, model, places);
        let sum = |column: usize| dyadic.iter().map(|c| c[column]).sum::<f64>();
        [sum(0), sum(1)]
    })?;
    let mut results = Results::by_actor(net);
    for (column, name) in COLUMNS.into_iter().enumerate() {
        results = contacts.values(results, name, |ego| Ok(found[ego][column]));
    }
    Ok(results.option("model", model.name()))
}
