use super::alike::Alike;
use super::lanes::{LANES, Lanes};
use super::length::Length;
use super::routes::Routes;
use super::tasks::in_tasks;
use crate::network::Rows;
use crate::{Error, Result, Watch};

/// How many tasks the sources are shared out to.
const TASKS: usize = 64;

/// What these sources make of each actor, added up: δ_s(v) = Σ_t σ_st(v)/σ_st (Brandes 2001).
/// Without `into`, ties go either way.
///
/// # Errors
///
/// [`Error::Stopped`], and more shortest paths than can be counted.
pub(crate) fn dependencies(
    out: &Rows,
    into: Option<&Rows>,
    length: Length,
    actors: &[u32],
    watch: &Watch,
) -> Result<Vec<f64>> {
    let mut graph = match into {
        Some(into) => Alike::apart(out, into, length, |_| true, watch)?,
        None => Alike::together(out, length, watch)?,
    };
    let sources = graph.sources(actors);
    // For a few sources it takes longer to look for detours than to try them.
    if matches!(length, Length::ByStrength { .. }) && 2 * sources.len() > graph.len() {
        graph.out = graph.out.without_detours(graph.slack, watch)?;
    }
    let none = || vec![0.0; graph.len()];
    let everybody = vec![1.0; graph.len()];
    let parts = match length {
        Length::Step => {
            let new = || (Lanes::new(&graph), none());
            in_tasks(&sources, LANES, TASKS, watch, new, |lanes, scores: &mut Vec<f64>, batch| {
                let sources: Vec<u32> = batch.iter().map(|&(source, _)| source).collect();
                let mut weights = [0.0; LANES];
                weights.iter_mut().zip(batch).for_each(|(weight, source)| *weight = source.1);
                lanes.forth(&sources, usize::MAX);
                lanes.back(&weights, &everybody, scores, None);
                Ok(())
            })
        }
        Length::ByStrength { .. } => {
            let new = || (Routes::new(&graph), none());
            in_tasks(&sources, 1, TASKS, watch, new, |routes, scores: &mut Vec<f64>, batch| {
                for &(source, weight) in batch {
                    routes.forth(source);
                    routes.back(weight, &everybody, scores, None);
                }
                Ok(())
            })
        }
    }?;
    let mut scores = none();
    graph.add_within(actors, &mut scores);
    for part in parts {
        scores.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
    }
    refuse_countless(&scores)?;
    Ok(graph.class.iter().map(|&class| scores[class as usize]).collect())
}

/// What paths pass is no number, if there are more of them than can be counted.
pub(super) fn refuse_countless(scores: &[f64]) -> Result<()> {
    if scores.iter().all(|score| score.is_finite()) {
        return Ok(());
    }
    let why = "two actors are joined by more than 10^308 shortest paths, more than can be counted; a \
               part of the network, or another view of it, has fewer";
    Err(Error::not_applicable("betweenness", why))
}
