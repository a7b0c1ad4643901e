use super::alike::Alike;
use super::lanes::{LANES, Lanes};
use super::tasks::in_tasks;
use crate::network::Rows;
use crate::{Result, Watch};

/// Brandes' dependencies of these sources on each actor, added up: δ_s(v) = Σ_t σ_st(v)/σ_st.
pub(crate) fn dependencies(
    out: &Rows,
    into: Option<&Rows>,
    actors: &[u32],
    watch: &Watch,
) -> Result<Vec<f64>> {
    let graph = match into {
        None => Alike::together(out),
        Some(into) => Alike::apart(out, into),
    };
    let new = || (Lanes::new(&graph), vec![0.0; graph.len()]);
    let add = |lanes: &mut Lanes, scores: &mut Vec<f64>, batch: &[_]| lanes.add(batch, scores);
    let parts = in_tasks(&graph.sources(actors), LANES, 64, watch, new, add)?;
    let mut scores = vec![0.0; graph.len()];
    graph.add_within(actors, &mut scores);
    for part in parts {
        scores.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
    }
    Ok(graph.class.iter().map(|&class| scores[class as usize]).collect())
}
