use crate::brokerage::{BrokerageOptions, Brokers, COUNTING, Chance, Moment, NULL, ROLES, zscore};
use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network};
use crate::options;
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "brokerage",
    source: "Gould and Fernandez 1989; Everett and Borgatti 2012",
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
/// use tertius::{Network, Watch, actor};
/// let net = Network::from_ties(true, [("college", "centre", 1.0), ("centre", "charity", 1.0)])?
///     .with_attribute("sector", ["FE", "HE", "VCS"]);
/// let by = net.grouping("sector")?;
/// let roles = actor::brokerage(&net, &by, &Default::default(), &Watch::new())?;
/// assert_eq!(roles.value("centre", "liaison"), Some(1.0));
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
    let found: Vec<Option<([f64; 6], [Moment; 6])>> = brokers
        .count(*options, watch)?
        .into_iter()
        .zip(&brokers.group)
        .map(|(brokered, group)| {
            let (brokered, group) = (brokered?, (*group)?);
            Some((brokered.roles, chance.of(group, &brokered)))
        })
        .collect();
    let no_group = if by.several() > 0 {
        "the actor is of no or of several groups"
    } else {
        "the group of the actor is not known"
    };
    let label = |group: &Option<usize>| group.map(|group| by.labels()[group].clone());
    let labels = brokers.group.iter().map(|group| label(group).unwrap_or_default());
    let mut results = Results::by_actor(net).text("group", labels);
    for (role, name) in ROLES.iter().enumerate() {
        let count = |it: &Option<([f64; 6], _)>| it.map(|it| it.0[role]).ok_or(no_group);
        results = results.number(name, found.iter().map(count));
    }
    for (role, name) in ROLES.iter().enumerate() {
        let each = || found.iter().map(|it| it.map(|it| (it.0[role], it.1[role])).ok_or(no_group));
        results = results
            .number(&format!("expected_{name}"), each().map(|it| it?.1.mean))
            .number(&format!("sd_{name}"), each().map(|it| it?.1.sd))
            .number(&format!("z_{name}"), each().map(|it| it.and_then(|it| zscore(it.0, &it.1))));
    }
    brokers.note(&mut results, by, options.null);
    Ok(options.told(results.by(by)))
}
