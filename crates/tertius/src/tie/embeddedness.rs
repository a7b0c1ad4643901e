use rayon::prelude::*;

use crate::catalogue::{Measure, Run, Unit};
use crate::network::Network;
use crate::options::Direction;
use crate::{Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Tie,
    name: "embeddedness",
    source: "Easley and Kleinberg 2010; Onnela et al. 2007",
    page: include_str!("embeddedness.md"),
    options: &[],
    run: Run::Network(|net, _, watch| embeddedness(net, watch)),
};

#[doc = include_str!("embeddedness.md")]
///
/// # Errors
///
/// If the network has two modes; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, tie};
/// let ties = [("a", "b", 1.0), ("b", "c", 1.0), ("a", "c", 1.0), ("c", "d", 1.0)];
/// let net = Network::from_ties(false, ties)?;
/// let embeddedness = tie::embeddedness(&net, &Watch::new())?;
/// let common = embeddedness.numbers("common_alters").unwrap();
/// assert_eq!(common, [Some(1.0), Some(1.0), Some(1.0), Some(0.0)]);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn embeddedness(net: &Network, watch: &Watch) -> Result<Results> {
    if net.first_mode().is_some() {
        let why = "between two modes the ends of a tie never share an alter; --via participation \
                   ties the actors who share an activity";
        return Err(Error::not_applicable("embeddedness", why));
    }
    let rows = net.rows(Direction::All);
    watch.expect(net.ties().len());
    let counts: Vec<(usize, usize)> = net
        .ties()
        .par_iter()
        .map(|tie| {
            watch.tick()?;
            let (a, b) = (rows.alters(tie.from as usize), rows.alters(tie.to as usize));
            let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
            let common = few.iter().filter(|alter| many.binary_search(alter).is_ok()).count();
            // Each end is an alter of the other, and no alter of both.
            Ok((common, a.len() + b.len() - 2 - common))
        })
        .collect::<Result<_>>()?;
    let overlap = |&(common, either): &(usize, usize)| match either {
        0 => Err("neither end has another alter"),
        either => Ok(common as f64 / either as f64),
    };
    Ok(Results::by_tie(net, watch)?
        .count("common_alters", counts.iter().map(|it| it.0))
        .count("alters", counts.iter().map(|it| it.1))
        .number("overlap", counts.iter().map(overlap)))
}
