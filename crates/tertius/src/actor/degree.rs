use crate::catalogue::{Measure, Run, Unit};
use crate::{Network, Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "degree",
    source: "Freeman 1978",
    page: include_str!("degree.md"),
    options: &[],
    run: Run::Network(|net, _, _| degree(net)),
};

#[doc = include_str!("degree.md")]
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use tertius::{Network, actor};
/// let net = Network::from_ties(false, [("a", "b", 2.0), ("b", "c", 1.0)])?;
/// let degrees = actor::degree(&net)?;
/// assert_eq!(degrees.value("b", "degree"), Some(2.0));
/// assert_eq!(degrees.value("b", "strength"), Some(3.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn degree(net: &Network) -> Result<Results> {
    let actors = 0..net.actors().len();
    let (out, into) = (net.out(), net.into_rows());
    let degree = |rows: &crate::network::Rows, actor: usize| rows.alters(actor).len();
    let strength =
        |rows: &crate::network::Rows, actor: usize| rows.strengths(actor).iter().sum::<f64>();
    let n = net.actors().len();
    let others = |actor: usize| match net.first_mode() {
        Some(first) if actor < first => n - first,
        Some(first) => first,
        None => n - 1,
    };
    let share = |actor: usize, ties: usize, ways: f64| {
        let others = others(actor) as f64;
        if others == 0.0 {
            Err("there is no other actor")
        } else {
            Ok(ties as f64 / (ways * others))
        }
    };
    let results = Results::by_actor(net);
    if !net.is_directed() {
        return Ok(results
            .count("degree", actors.clone().map(|actor| degree(out, actor)))
            .number("strength", actors.clone().map(|actor| Ok(strength(out, actor))))
            .number("normalised", actors.map(|actor| share(actor, degree(out, actor), 1.0))));
    }
    let total = |actor: usize| degree(into, actor) + degree(out, actor);
    Ok(results
        .count("in_degree", actors.clone().map(|actor| degree(into, actor)))
        .count("out_degree", actors.clone().map(|actor| degree(out, actor)))
        .count("degree", actors.clone().map(total))
        .number("in_strength", actors.clone().map(|actor| Ok(strength(into, actor))))
        .number("out_strength", actors.clone().map(|actor| Ok(strength(out, actor))))
        .number(
            "strength",
            actors.clone().map(|actor| Ok(strength(into, actor) + strength(out, actor))),
        )
        .number("normalised", actors.map(|actor| share(actor, total(actor), 2.0))))
}
