use super::arcs::{Arcs, Meet, falling, spread};
use super::chance::{both_ways, can_be_known};
use super::sizes::Sizes;
use super::sna;
use super::{BrokerageOptions, Brokers, Counting, Moment, Null};
use crate::Result;

/// What to expect of each role over the whole network, in which so many two-paths are open.
pub(crate) fn of_whole(
    brokers: &Brokers<'_>,
    options: BrokerageOptions,
    open: f64,
) -> Result<[Moment; 6]> {
    can_be_known(brokers, options.null)?;
    let sizes = Sizes::of(&brokers.sizes);
    let arcs = Arcs::new(brokers, options.null);
    Ok(std::array::from_fn(|role| {
        let triples = number(&sizes, role);
        if options.null == Null::Labels {
            let all = falling(sizes.actors(), 3);
            let mean = if all > 0.0 { open * triples / all } else { 0.0 };
            let why = "the spread over all deals of labels is not known for the whole network; \
                       `actor brokerage --null labels` has it for each broker";
            return Moment { mean: Ok(mean), sd: Err(why) };
        }
        let mean = triples * arcs.once();
        if options.counting == Counting::Shared {
            let others = (sizes.actors() - 3.0).max(0.0);
            let why = "the spread of shared pairs is not known; --counting pairs has it";
            return Moment { mean: arcs.shared_with(others).map(|it| mean * it), sd: Err(why) };
        }
        let variance = if options.null == Null::Sna {
            sna::variance(&sizes, role, brokers.density(), triples)
        } else {
            variance(&sizes, role, &arcs, both_ways(brokers, options.null))
        };
        Moment { mean: Ok(mean), sd: Ok(spread(variance, mean)) }
    }))
}

/// Variance of the number of triples of a role, from how many pairs of different triples meet.
fn variance(sizes: &Sizes, role: usize, arcs: &Arcs, directed: bool) -> f64 {
    let triples = number(sizes, role);
    let (triples, ways) =
        if directed || role == 2 || role == 3 { (triples, 1.0) } else { (triples / 2.0, 2.0) };
    let (mut there, absent, mut contradict) = meetings(sizes, role, directed);
    // Triples on the same three actors meet in more than one dyad. Directed, two that each need a tie
    // which the other must not have contradict each other twice over; undirected, any two do, and
    // share a tie they need as well.
    let same_three = [2.0, 0.0, 1.0, 1.0, 2.0, 2.0][role] * triples;
    contradict -= same_three;
    if !directed {
        there -= same_three;
    }
    let apart = triples * (triples - 1.0) - there - absent - contradict;
    ways * ways
        * (triples * arcs.variance()
            + there * arcs.covariance(Meet::There)
            + absent * arcs.covariance(Meet::Absent)
            + contradict * arcs.covariance(Meet::Contradict)
            + apart * arcs.covariance(Meet::Apart))
}

/// How many ordered pairs of different triples of a role need the same tie to be there, need the
/// same tie to be absent, and contradict each other: added up over ties.
fn meetings(sizes: &Sizes, role: usize, directed: bool) -> (f64, f64, f64) {
    let n = sizes.actors();
    // Undirected, each dyad is met as (g, h) and as (h, g).
    let once = if directed { 1.0 } else { 0.5 };
    let sum = |of: &dyn Fn(f64, f64) -> f64| {
        let at = |ties: f64, ends: Ends| {
            let (there, absent) = needs(n, role, ends, directed);
            once * ties * of(there, absent)
        };
        sizes.each(|g| at(g * (g - 1.0), Ends { from: g, to: None }))
            + sizes.pairs(|g, h| at(g * h, Ends { from: g, to: Some(h) }))
    };
    (
        sum(&|there, _| there * (there - 1.0)),
        sum(&|_, absent| absent * (absent - 1.0)),
        sum(&|there, absent| 2.0 * there * absent),
    )
}

/// Number of ordered triples (a, v, b) of a role.
pub(super) fn number(sizes: &Sizes, role: usize) -> f64 {
    let n = sizes.actors();
    let same = sizes.each(|g| g * (g - 1.0) * (g - 2.0));
    let two = sizes.each(|g| g * (g - 1.0) * (n - g));
    let all = n * (n - 1.0) * (n - 2.0);
    [same, two, two, two, all - same - 3.0 * two, all][role]
}

/// The groups at the ends of a tie, by size: `to` is `None` if they are one.
#[derive(Clone, Copy)]
struct Ends {
    from: f64,
    to: Option<f64>,
}

/// How many triples of a role need the tie from an actor of a group g to one of a group h, and how
/// many must not have it. Undirected, a triple is a broker and an unordered pair.
fn needs(n: f64, role: usize, ends: Ends, directed: bool) -> (f64, f64) {
    const ELSEWHERE: usize = 2;
    let (g, h) = (0, usize::from(ends.to.is_some()));
    // Actors left for a third: of g, of h, and of other groups.
    let (of_g, of_h) = match ends.to {
        None => (ends.from - 2.0, 0.0),
        Some(to) => (ends.from - 1.0, to - 1.0),
    };
    let third = |is_role: &dyn Fn(usize) -> bool| {
        let count = |group: usize, actors: f64| if is_role(group) { actors } else { 0.0 };
        count(g, of_g) + count(h, of_h) + count(ELSEWHERE, n - 2.0 - of_g - of_h)
    };
    let is = |a, v, b| of_role(role, a, v, b);
    if directed {
        return (third(&|b| is(g, h, b)) + third(&|a| is(a, g, h)), third(&|v| is(g, v, h)));
    }
    let either = |a, v, b| is(a, v, b) || (role != 5 && is(b, v, a));
    (third(&|x| either(g, h, x)) + third(&|x| either(h, g, x)), third(&|v| either(g, v, h)))
}

/// Whether groups make a role; representative and gatekeeper are one if the triple is unordered.
fn of_role(role: usize, a: usize, v: usize, b: usize) -> bool {
    match role {
        0 => a == v && v == b,
        1 => a == b && a != v,
        2 => a == v && v != b,
        3 => a != v && v == b,
        4 => a != v && v != b && a != b,
        _ => true,
    }
}
