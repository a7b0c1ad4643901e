use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Grouping, Network};
use crate::options::{self, Ties};
use crate::spectra::{Dominant, Matrix, dominant};
use crate::{Error, Result, Results, Watch};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "segregation",
    source: "Echenique and Fryer 2007",
    page: include_str!("segregation.md"),
    options: &[options::BY, options::TIES],
    run: Run::Network(|net, arguments, watch| {
        segregation(net, &arguments.grouping(net)?, arguments.choice("ties")?, watch)
    }),
};

#[doc = include_str!("segregation.md")]
///
/// # Errors
///
/// [`Error::NotApplicable`] if ties have a direction, or where the two largest eigenvalues are too
/// close to tell apart; [`Error::Stopped`], if the watch is asked to stop.
///
/// # Example
///
/// ```
/// use tertius::{Network, Watch, actor};
/// let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?
///     .with_attribute("sector", ["HE", "HE", "FE"]);
/// let by = net.grouping("sector")?;
/// let found = actor::segregation(&net, &by, Default::default(), &Watch::new())?;
/// // Half of b's ties leave the sector, none of a's: a is the more segregated of the two.
/// assert!(found.value("a", "value") > found.value("b", "value"));
/// assert_eq!(found.value("c", "value"), Some(0.0));
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn segregation(net: &Network, by: &Grouping, ties: Ties, watch: &Watch) -> Result<Results> {
    if net.is_directed() {
        let why = "ties have a direction, and for the index they have none; take them as ties \
                   either way: --orientation undirected";
        return Err(Error::not_applicable("segregation", why));
    }
    let mut results = Results::by_actor(net).number("value", spectral(net, by, ties, watch)?);
    by.notes().into_iter().for_each(|note| results.note(note + ", and has no value"));
    Ok(results.by(by).option("ties", ties.name()))
}

/// The spectral segregation index of each actor, in a network without direction.
pub(crate) fn spectral(
    net: &Network,
    by: &Grouping,
    ties: Ties,
    watch: &Watch,
) -> Result<Vec<Result<f64, &'static str>>> {
    let groups = by.partition();
    let unknown = |actor: usize| match by.groups(actor) {
        [] => Err("its group is not known"),
        [_] => Ok(0.0),
        _ => Err("it is in several groups"),
    };
    let mut scores: Vec<_> = (0..groups.len()).map(unknown).collect();
    let inside = inside(net, &groups, ties);
    for circle in inside.circles(watch)? {
        let Dominant::One(value, vector) = dominant(&inside.among(&circle), "segregation", watch)?
        else {
            continue;
        };
        let mean = vector.iter().sum::<f64>() / vector.len() as f64;
        circle.iter().zip(&vector).for_each(|(&ego, part)| scores[ego] = Ok(value * part / mean));
    }
    Ok(scores)
}

/// The share of each tie inside a group among the ties of its ego to actors of known group.
fn inside(net: &Network, groups: &[Option<u32>], ties: Ties) -> Matrix {
    let counts = |strength| if ties == Ties::Binary { 1.0 } else { strength };
    Matrix::new(groups.len(), |ego| {
        let placed = || net.out().row(ego).filter(|&(alter, _)| groups[alter].is_some());
        let all: f64 = placed().map(|(_, strength)| counts(strength)).sum();
        let own = placed().filter(|&(alter, _)| groups[alter] == groups[ego]);
        own.map(|(alter, strength)| (alter, counts(strength) / all)).collect::<Vec<_>>()
    })
}
