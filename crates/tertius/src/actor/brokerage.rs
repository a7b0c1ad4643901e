use crate::brokerage::{
    BrokerageOptions, Brokered, Brokers, COUNTING, Chance, NULL, ROLES, zscore,
};
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
    let no_group = if by.several() > 0 {
        "the actor is of no or of several groups"
    } else {
        "the group of the actor is not known"
    };
    let label = |group: &Option<usize>| group.map(|group| by.labels()[group].clone());
    let labels = brokers.group.iter().map(|group| label(group).unwrap_or_default());
    let (found, mut results) = rayon::join(
        || brokers.count(*options, watch),
        || Results::by_actor(net).text("group", labels),
    );
    let found = found?;
    for (role, name) in ROLES.iter().enumerate() {
        let counts = found.iter().map(|it| it.as_ref().map(|it| it.roles[role]).ok_or(no_group));
        results = results.number(name, counts);
    }
    for (role, name) in ROLES.iter().enumerate() {
        let moment = |(it, group): (&Option<Brokered>, &Option<usize>)| {
            let (it, group) = (it.as_ref().ok_or(no_group)?, group.ok_or(no_group)?);
            Ok((it.roles[role], chance.of(group, role, it)))
        };
        let each = || found.iter().zip(&brokers.group).map(moment);
        results = results
            .number(&format!("expected_{name}"), each().map(|it| it?.1.mean))
            .number(&format!("sd_{name}"), each().map(|it| it?.1.sd))
            .number(&format!("z_{name}"), each().map(|it| it.and_then(|it| zscore(it.0, &it.1))));
    }
    brokers.note(&mut results, by, options.null);
    Ok(options.told(results.by(by)))
}
