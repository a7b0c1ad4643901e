use crate::catalogue::{Measure, Run, Unit};
use crate::communities::{Found, OPTIONS};
use crate::{Network, Result, Results, Watch};

pub use crate::communities::CommunityOptions;

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Whole,
    name: "communities",
    source: "Newman and Girvan 2004; Traag, Waltman and van Eck 2019",
    page: include_str!("communities.md"),
    options: OPTIONS,
    run: Run::Network(|net, arguments, watch| {
        communities(net, &CommunityOptions::from_arguments(arguments)?, watch)
    }),
};

#[doc = include_str!("communities.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// Two teams of three with one tie between them.
///
/// ```
/// use tertius::{Network, Watch, whole};
/// let ties = [("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("d", "e"), ("e", "f"), ("d", "f")];
/// let net = Network::from_ties(false, ties.map(|(from, to)| (from, to, 1.0)))?;
/// let communities = whole::communities(&net, &Default::default(), &Watch::new())?;
/// assert_eq!(communities.value("communities", "value"), Some(2.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn communities(net: &Network, options: &CommunityOptions, watch: &Watch) -> Result<Results> {
    let found = Found::new(net, options, watch)?;
    let (sizes, [modularity, lowest]) = (found.sizes(), found.quality());
    let alone = sizes.iter().filter(|&&size| size == 1).count();
    let rows = vec![
        ("modularity", modularity),
        ("lowest_modularity", lowest),
        ("communities", Ok((sizes.len() - alone) as f64)),
        ("alone", Ok(alone as f64)),
        ("largest", Ok(sizes.iter().max().copied().unwrap_or(0) as f64)),
        ("agreement", Ok(found.agreement(watch)?)),
    ];
    Ok(options.say(Results::quantities(net, rows)))
}
