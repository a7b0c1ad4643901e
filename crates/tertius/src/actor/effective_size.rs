use crate::catalogue::{Measure, Run, Unit};
use crate::holes::Contacts;
use crate::network::Network;
use crate::options::{self, Model};
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "effective_size",
    source: "Burt 1992; Borgatti 1997",
    page: include_str!("effective_size.md"),
    options: &[options::MODEL],
    run: Run::Network(|net, arguments, watch| {
        effective_size(net, arguments.choice("model")?, watch)
    }),
};

#[doc = include_str!("effective_size.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// Three contacts, of whom two are tied to each other: they offer about the same.
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let ties = [("m", "a", 1.0), ("m", "b", 1.0), ("m", "c", 1.0), ("a", "b", 1.0)];
/// let net = Network::from_ties(false, ties)?;
/// let size = actor::effective_size(&net, Default::default(), &Watch::new())?;
/// assert!((size.value("m", "value").unwrap() - (3.0 - 2.0 / 3.0)).abs() < 1e-12);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn effective_size(net: &Network, model: Model, watch: &Watch) -> Result<Results> {
    let contacts = Contacts::of(net);
    let found = contacts.each(watch, |ego, places| {
        let redundancy = contacts.redundancy(ego, model, places);
        let size = |column: usize| redundancy.iter().map(|r| 1.0 - r[column]).sum::<f64>();
        [size(0), size(1)]
    })?;
    let share = |ego: usize, column: usize| found[ego][column] / contacts.alters(ego).len() as f64;
    let mut results = Results::by_actor(net);
    for (column, [size, efficiency]) in
        [["value", "efficiency"], ["unweighted", "unweighted_efficiency"]].into_iter().enumerate()
    {
        results = contacts.values(results, size, |ego| Ok(found[ego][column]));
        results = contacts.values(results, efficiency, |ego| Ok(share(ego, column)));
    }
    Ok(results.option("model", model.name()))
}
