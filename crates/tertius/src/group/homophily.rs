use super::sides::Sides;
use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Direction, Ties};
use crate::{Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Group,
    name: "homophily",
    source: "Coleman 1958",
    page: include_str!("homophily.md"),
    options: &[options::BY, options::TIES],
    run: Run::Network(|net, arguments, _| {
        homophily(net, &arguments.grouping(net)?, arguments.choice("ties")?)
    }),
};

#[doc = include_str!("homophily.md")]
///
/// # Errors
///
/// None.
///
/// # Example
///
/// Of three ties that HE sends, one is expected inside; there are two.
///
/// ```
/// use tertius::{Network, group};
/// let net = Network::from_ties(true, [("a", "b", 1.0), ("b", "a", 1.0), ("b", "c", 1.0)])?
///     .with_isolates(["d"])
///     .with_attribute("sector", ["HE", "HE", "FE", "FE"]);
/// let homophily = group::homophily(&net, &net.grouping("sector")?, Default::default())?;
/// assert_eq!(homophily.value("HE", "expected"), Some(1.0));
/// assert_eq!(homophily.value("HE", "homophily"), Some(0.5));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn homophily(net: &Network, by: &Grouping, ties: Ties) -> Result<Results> {
    let sides = Sides::of_members(net, by, Direction::Out, ties);
    let mut results = Results::of(net)
        .text("group", by.labels().iter().cloned())
        .count("actors", by.sizes())
        .number("sent", sides.iter().map(|it| Ok(it.inside + it.outside)))
        .number("inside", sides.iter().map(|it| Ok(it.inside)))
        .number("expected", sides.iter().map(|it| Ok(it.spread)))
        .number("homophily", sides.iter().map(coleman));
    by.notes().into_iter().for_each(|note| results.note(note));
    if !net.is_directed() {
        results.note("ties have no direction: each is taken as sent both ways");
    }
    Ok(results.by(by).option("ties", ties.name()))
}

/// The share of the way from what is expected to all ties inside, or to none.
fn coleman(group: &Sides) -> Result<f64, &'static str> {
    let sent = group.inside + group.outside;
    if sent == 0.0 {
        Err("its members sent no observed tie to an actor of known group")
    } else if group.spread == 0.0 {
        Err("its members have nobody of their group to choose")
    } else if group.dyads_outside == 0.0 {
        Err("its members have nobody of another group to choose")
    } else if group.inside > group.spread {
        Ok((group.inside - group.spread) / (sent - group.spread))
    } else {
        Ok((group.inside - group.spread) / group.spread)
    }
}
