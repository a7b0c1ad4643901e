use crate::catalogue::{Measure, Run, Unit};
use crate::communities::{CommunityOptions, Found, OPTIONS};
use crate::{Network, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "community",
    source: "Newman and Girvan 2004; Traag, Waltman and van Eck 2019",
    page: include_str!("community.md"),
    options: OPTIONS,
    run: Run::Network(|net, arguments, watch| {
        community(net, &CommunityOptions::from_arguments(arguments)?, watch)
    }),
};

#[doc = include_str!("community.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// A pair and a team of three.
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let ties = [("a", "b"), ("c", "d"), ("d", "e"), ("c", "e")];
/// let net = Network::from_ties(false, ties.map(|(from, to)| (from, to, 1.0)))?;
/// let community = actor::community(&net, &Default::default(), &Watch::new())?;
/// let of = community.words("community").unwrap();
/// assert_eq!(of.iter().flatten().collect::<Vec<_>>(), ["2", "2", "1", "1", "1"]);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn community(net: &Network, options: &CommunityOptions, watch: &Watch) -> Result<Results> {
    let found = Found::new(net, options, watch)?;
    let (of, mut sizes) = (found.communities(), found.sizes());
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    let results = Results::by_actor(net)
        .text("community", of.iter().map(|&community| (community + 1).to_string()))
        .count("members", of.iter().map(|&community| sizes[community]))
        .number("stability", found.stability(watch)?.into_iter().map(Ok));
    Ok(options.say(results))
}
