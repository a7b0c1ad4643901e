use super::sides::Sides;
use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Direction, Ties};
use crate::{Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Group,
    name: "density",
    source: "Wasserman and Faust 1994; Fershtman 1997",
    page: include_str!("density.md"),
    options: &[options::BY, options::DIRECTION],
    run: Run::Network(|net, arguments, _| {
        density(net, &arguments.grouping(net)?, arguments.choice("direction")?)
    }),
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
/// use tertius::{Network, group};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE"]);
/// let density = group::density(&net, &net.grouping("sector")?, Default::default())?;
/// assert_eq!(density.value("HE", "inside"), Some(1.0));
/// assert_eq!(density.value("HE", "outside"), Some(0.5));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn density(net: &Network, by: &Grouping, direction: Direction) -> Result<Results> {
    let sides = Sides::of(net, by, direction, Ties::Binary);
    let mut results = Results::of(net)
        .text("group", by.labels().iter().cloned())
        .count("actors", by.sizes())
        .number("ties_inside", sides.iter().map(|it| Ok(it.inside)))
        .number("dyads_inside", sides.iter().map(|it| Ok(it.dyads_inside)))
        .number("inside", sides.iter().map(inside))
        .number("ties_outside", sides.iter().map(|it| Ok(it.outside)))
        .number("dyads_outside", sides.iter().map(|it| Ok(it.dyads_outside)))
        .number("outside", sides.iter().map(outside))
        .number("ratio", sides.iter().map(ratio))
        .number("segregation", sides.iter().map(segregation));
    by.notes().into_iter().for_each(|note| results.note(note));
    Ok(results.by(by).option("direction", direction.name(net.is_directed())))
}

fn inside(it: &Sides) -> Result<f64, &'static str> {
    share(it.inside, it.dyads_inside, "no dyad inside it was observed")
}

fn outside(it: &Sides) -> Result<f64, &'static str> {
    share(it.outside, it.dyads_outside, "no dyad with another group was observed")
}

fn ratio(it: &Sides) -> Result<f64, &'static str> {
    share(inside(it)?, outside(it)?, "it has no observed tie to another group")
}

fn segregation(it: &Sides) -> Result<f64, &'static str> {
    let (inside, outside) = (inside(it)?, outside(it)?);
    share(inside - outside, inside + outside, "it has no observed tie to actors of known group")
}

fn share(some: f64, all: f64, none: &'static str) -> Result<f64, &'static str> {
    if all == 0.0 { Err(none) } else { Ok(some / all) }
}
