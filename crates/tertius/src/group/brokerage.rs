use crate::brokerage::{BrokerageOptions, Brokers, COUNTING, Chance, NULL, ROLES};
use crate::catalogue::{Measure, OptionSpec, Run, Takes, Unit};
use crate::network::{Grouping, Network};
use crate::options;
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Group,
    name: "brokerage",
    source: "Gould and Fernandez 1989",
    page: include_str!("brokerage.md"),
    options: &[options::BY, NULL_OF_GROUPS, COUNTING],
    run: Run::Network(|net, arguments, watch| {
        let options = BrokerageOptions::from_arguments(arguments)?;
        brokerage(net, &arguments.grouping(net)?, &options, watch)
    }),
};

/// Without that of sna, which differs in the spread alone.
const NULL_OF_GROUPS: OptionSpec = OptionSpec {
    takes: Takes::Words(&["density", "edges", "labels"]),
    about: "what is left to chance: each tie at the density found, where a fixed number of ties lie, \
            or who is in which group",
    ..NULL
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
/// use tertius::{Network, Watch, group};
/// let net = Network::from_ties(true, [("college", "centre", 1.0), ("centre", "charity", 1.0)])?
///     .with_attribute("sector", ["FE", "HE", "VCS"]);
/// let by = net.grouping("sector")?;
/// let brokerage = group::brokerage(&net, &by, &Default::default(), &Watch::new())?;
/// assert_eq!(brokerage.value("HE", "liaison"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn brokerage(
    net: &Network,
    by: &Grouping,
    options: &BrokerageOptions,
    watch: &Watch,
) -> Result<Results> {
    let brokers = Brokers::new(net, by)?;
    let chance = Chance::new(&brokers, *options)?;
    let groups = by.labels().len();
    let mut observed = vec![[0.0; 6]; groups];
    let mut expected = vec![[Ok(0.0); 6]; groups];
    let found = brokers.count(*options, watch)?;
    for (brokered, group) in found.iter().zip(&brokers.group) {
        let (Some(brokered), Some(group)) = (brokered, *group) else { continue };
        for (role, count) in brokered.roles.iter().enumerate() {
            observed[group][role] += count;
            let sum = &mut expected[group][role];
            let mean = chance.of(group, role, brokered).mean;
            *sum = sum.and_then(|sum| mean.map(|mean| sum + mean));
        }
    }
    let mut results = Results::of(net)
        .text("group", by.labels().iter().cloned())
        .count("actors", brokers.sizes.iter().copied());
    for (role, name) in ROLES.iter().enumerate() {
        results = results.number(name, observed.iter().map(|roles| Ok(roles[role])));
    }
    for (role, name) in ROLES.iter().enumerate() {
        let ratio = |group: usize| match expected[group][role]? {
            0.0 => Err("nothing is expected"),
            mean => Ok(observed[group][role] / mean),
        };
        results = results
            .number(&format!("expected_{name}"), expected.iter().map(|roles| roles[role]))
            .number(&format!("ratio_{name}"), (0..groups).map(ratio));
    }
    brokers.note(&mut results, by, options.null);
    Ok(options.told(results.by(by)))
}
