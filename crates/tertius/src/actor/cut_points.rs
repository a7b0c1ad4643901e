use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::paths::Cuts;
use crate::{Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "cut_points",
    source: "Hopcroft and Tarjan 1973",
    page: include_str!("cut_points.md"),
    options: &[],
    run: Run::Network(|net, _, watch| cut_points(net, watch)),
};

#[doc = include_str!("cut_points.md")]
///
/// # Errors
///
/// [`Error::Stopped`](crate::Error::Stopped), if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let ties = [("a", "b", 1.0), ("b", "c", 1.0), ("c", "a", 1.0), ("c", "d", 1.0)];
/// let net = Network::from_ties(false, ties)?;
/// let cuts = actor::cut_points(&net, &Watch::new())?;
/// assert_eq!(cuts.words("cut_point").unwrap()[2].as_deref(), Some("yes"));
/// assert_eq!(cuts.value("c", "blocks"), Some(2.0));
/// assert_eq!(cuts.value("d", "largest_block"), Some(2.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn cut_points(net: &Network, watch: &Watch) -> Result<Results> {
    let Cuts { pieces, block, .. } = Cuts::of(net, watch)?;
    let cut = |pieces: &Vec<usize>| if pieces.len() > 1 { "yes" } else { "no" }.to_owned();
    let number = pieces.iter().filter(|pieces| pieces.len() > 1).count();
    let mut results = Results::by_actor(net)
        .text("cut_point", pieces.iter().map(cut))
        .count("blocks", pieces.iter().map(Vec::len))
        .count("largest_block", block);
    results.note(match number {
        1 => "1 actor is a cut point".to_owned(),
        _ => format!("{number} actors are cut points"),
    });
    Ok(results)
}
