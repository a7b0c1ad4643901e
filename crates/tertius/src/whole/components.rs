use petgraph::algo::kosaraju_scc;
use petgraph::unionfind::UnionFind;

use crate::catalogue::{Measure, Run, Unit};
use crate::{Network, Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "components",
    source: "Wasserman and Faust 1994",
    page: include_str!("components.md"),
    options: &[],
    run: Run::Network(|net, _, _| components(net)),
};

#[doc = include_str!("components.md")]
///
/// # Errors
///
/// None.
///
/// # Example
///
/// ```
/// use tertius::{Network, whole};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("c", "d", 1.0)])?.with_isolates(["e"]);
/// assert_eq!(whole::components(&net)?.value("components", "value"), Some(3.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn components(net: &Network) -> Result<Results> {
    let n = net.actors().len();
    let mut sizes = vec![0_usize; n];
    component_of(net).into_iter().for_each(|component| sizes[component] += 1);
    let tied = |actor: &usize| {
        !net.out().alters(*actor).is_empty() || !net.into_rows().alters(*actor).is_empty()
    };
    let pairs = |size: usize| (size * size.saturating_sub(1) / 2) as f64;
    let connected: f64 = sizes.iter().map(|&size| pairs(size)).sum();
    let mut rows = vec![
        ("components", Ok(sizes.iter().filter(|&&size| size > 0).count() as f64)),
        ("largest", Ok(sizes.iter().max().copied().unwrap_or(0) as f64)),
        ("isolates", Ok((0..n).filter(|actor| !tied(actor)).count() as f64)),
        ("connected", if n < 2 { Err("it takes two actors") } else { Ok(connected / pairs(n)) }),
    ];
    if net.is_directed() {
        let strong = kosaraju_scc(&net.digraph());
        rows.push(("strong_components", Ok(strong.len() as f64)));
        rows.push(("largest_strong", Ok(strong.iter().map(Vec::len).max().unwrap_or(0) as f64)));
    }
    Ok(Results::quantities(net, rows))
}

/// The component of each actor, ties taken either way: the number of its first actor.
///
/// ```
/// use tertius::{Network, whole};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("c", "d", 1.0)])?;
/// assert_eq!(whole::component_of(&net), [0, 0, 2, 2]);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn component_of(net: &Network) -> Vec<usize> {
    let n = net.actors().len();
    let mut joined = UnionFind::new(n);
    for tie in net.ties() {
        joined.union(tie.from as usize, tie.to as usize);
    }
    let mut first = vec![usize::MAX; n];
    let label = |actor| {
        let root = joined.find(actor);
        first[root] = first[root].min(actor);
        first[root]
    };
    (0..n).map(label).collect()
}

/// The actors of each component, ties taken either way; components by their first actor.
pub(crate) fn members(net: &Network) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); net.actors().len()];
    let component = component_of(net).into_iter().enumerate();
    component.for_each(|(actor, first)| members[first].push(actor));
    members.retain(|members| !members.is_empty());
    members
}
