use crate::catalogue::{Measure, Run, Unit};
use crate::network::{Network, Rows};
use crate::{Result, Results};

pub(crate) const MEASURE: Measure = Measure {
    unit: Unit::Actor,
    name: "constraint",
    source: "Burt 1992",
    page: include_str!("constraint.md"),
    options: &[],
    run: Run::Network(|net, _, _| constraint(net)),
};

#[doc = include_str!("constraint.md")]
///
/// # Errors
///
/// None: an actor without alters has no value, and the reason is given.
///
/// # Example
///
/// The middle of a star is free; its rays depend on the middle alone.
///
/// ```
/// use tertius::{Network, actor};
/// let star = Network::from_ties(false, [("m", "a", 1.0), ("m", "b", 1.0), ("m", "c", 1.0)])?;
/// let constraint = actor::constraint(&star)?;
/// assert_eq!(constraint.value("a", "value"), Some(1.0));
/// assert!((constraint.value("m", "value").unwrap() - 1.0 / 3.0).abs() < 1e-12);
/// # Ok::<(), tertius::Error>(())
/// ```
pub fn constraint(net: &Network) -> Result<Results> {
    let column = |weighted| {
        let ties = mutual(net, weighted);
        let strengths: Vec<f64> = ties.iter().map(|row| row.iter().map(|(_, z)| z).sum()).collect();
        let mut shares = vec![0.0; ties.len()];
        (0..ties.len())
            .map(move |ego| of_ego(&ties, &strengths, &mut shares, ego))
            .collect::<Vec<_>>()
    };
    Ok(Results::by_actor(net).number("value", column(true)).number("unweighted", column(false)))
}

/// Constraint of one actor; `through` is zero everywhere, and left so.
fn of_ego(
    ties: &[Vec<(usize, f64)>],
    strengths: &[f64],
    through: &mut [f64],
    ego: usize,
) -> std::result::Result<f64, &'static str> {
    if ties[ego].is_empty() {
        return Err("the actor has no alter");
    }
    // Σ_q p_iq p_qj for every j at two steps, then the direct share p_ij for alters.
    for &(q, z_iq) in &ties[ego] {
        let share = z_iq / strengths[ego];
        for &(j, z_qj) in &ties[q] {
            through[j] += share * z_qj / strengths[q];
        }
    }
    let constraint =
        ties[ego].iter().map(|&(j, z)| (z / strengths[ego] + through[j]).powi(2)).sum();
    for &(q, _) in &ties[ego] {
        ties[q].iter().for_each(|&(j, _)| through[j] = 0.0);
    }
    Ok(constraint)
}

/// `z_ij` by actor: both directions added up, or 1 for every tie, either way, if not weighted.
fn mutual(net: &Network, weighted: bool) -> Vec<Vec<(usize, f64)>> {
    let z = |strength: f64| if weighted { strength } else { 1.0 };
    let row = |rows: &Rows, ego: usize| rows.row(ego).map(|(j, w)| (j, z(w))).collect::<Vec<_>>();
    let rows = (0..net.actors().len()).map(|ego| {
        if !net.is_directed() {
            return row(net.out(), ego);
        }
        let mut both = row(net.out(), ego);
        both.extend(row(net.into_rows(), ego));
        both.sort_by_key(|&(j, _)| j);
        let merged = both.chunk_by(|a, b| a.0 == b.0);
        merged.map(|same| (same[0].0, same.iter().map(|(_, z)| z).sum())).collect()
    });
    rows.collect()
}
