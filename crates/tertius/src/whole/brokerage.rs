use crate::brokerage::{BrokerageOptions, Brokers, COUNTING, NULL, ROLES, of_whole, zscore};
use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network};
use crate::options;
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "brokerage",
    source: "Gould and Fernandez 1989",
    page: include_str!("brokerage.md"),
    options: &[options::BY, NULL, COUNTING],
    run: Run::Network(|net, arguments, watch| {
        let options = BrokerageOptions::from_arguments(arguments)?;
        brokerage(net, &arguments.grouping(net)?, &options, watch)
    }),
};

#[doc = include_str!("brokerage.md")]
///
/// # Errors
///
/// If no actor is of a known group, or the network has two modes; if dyads were not observed and the
/// number of ties is to be kept; [`Error::Stopped`](crate::Error::Stopped).
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, whole};
/// let net = Network::from_ties(true, [("college", "centre", 1.0), ("centre", "charity", 1.0)])?
///     .with_attribute("sector", ["FE", "HE", "VCS"]);
/// let by = net.grouping("sector")?;
/// let brokerage = whole::brokerage(&net, &by, &Default::default(), &Watch::new())?;
/// assert_eq!(brokerage.value("liaison", "value"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn brokerage(
    net: &Network,
    by: &Grouping,
    options: &BrokerageOptions,
    watch: &Watch,
) -> Result<Results> {
    let brokers = Brokers::new(net, by)?;
    let mut observed = [0.0; 6];
    for brokered in brokers.count(*options, watch)?.into_iter().flatten() {
        observed.iter_mut().zip(brokered.roles).for_each(|(sum, count)| *sum += count);
    }
    let chance = of_whole(&brokers, *options, observed[5])?;
    let z = chance.iter().zip(observed).map(|(moment, count)| zscore(count, moment));
    let mut results = Results::of(net)
        .text("quantity", ROLES.iter().map(|role| (*role).to_owned()))
        .number("value", observed.iter().map(|&count| Ok(count)))
        .number("expected", chance.iter().map(|moment| moment.mean))
        .number("sd", chance.iter().map(|moment| moment.sd))
        .number("z", z);
    brokers.note(&mut results, by, options.null);
    Ok(options.told(results.by(by)))
}
