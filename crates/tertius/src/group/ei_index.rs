use super::sides::Sides;
use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Direction, Ties};
use crate::{Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Group,
    name: "ei_index",
    source: "Krackhardt and Stern 1988",
    page: include_str!("ei_index.md"),
    options: &[options::BY, options::DIRECTION, options::TIES],
    run: Run::Network(|net, arguments, _| {
        let by = arguments.grouping(net)?;
        ei_index(net, &by, arguments.choice("direction")?, arguments.choice("ties")?)
    }),
};

#[doc = include_str!("ei_index.md")]
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use tertius::{Network, group};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE"]);
/// let by = net.grouping("sector")?;
/// let index = group::ei_index(&net, &by, Default::default(), Default::default())?;
/// assert_eq!(index.value("HE", "ei_index"), Some(0.0));
/// assert_eq!(index.value("FE", "ei_index"), Some(1.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn ei_index(net: &Network, by: &Grouping, direction: Direction, ties: Ties) -> Result<Results> {
    let sides = Sides::of(net, by, direction, ties);
    let index =
        |it: &Sides| over(it.outside, it.inside, "no observed tie to actors of known group");
    let expected = |it: &Sides| {
        over(it.dyads_outside, it.dyads_inside, "no dyad with actors of known group was observed")
    };
    let mut results = Results::of(net)
        .text("group", by.labels().iter().cloned())
        .count("actors", by.sizes())
        .number("internal", sides.iter().map(|it| Ok(it.inside)))
        .number("external", sides.iter().map(|it| Ok(it.outside)))
        .number("ei_index", sides.iter().map(index))
        .number("expected", sides.iter().map(expected));
    by.notes().into_iter().for_each(|note| results.note(note));
    let twice = !net.is_directed() || direction == Direction::All;
    if twice && sides.iter().any(|it| it.outside > 0.0) {
        results
            .note("an external tie is one of both its groups: they do not add up to the network");
    }
    Ok(results
        .by(by)
        .option("direction", direction.name(net.is_directed()))
        .option("ties", ties.name()))
}

fn over(external: f64, internal: f64, none: &'static str) -> Result<f64, &'static str> {
    let all = external + internal;
    if all == 0.0 { Err(none) } else { Ok((external - internal) / all) }
}
