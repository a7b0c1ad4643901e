use super::tasks::in_tasks;
use super::words::{SOURCES, StepsOfMany};
use crate::network::Network;
use crate::whole::component_of;
use crate::{Result, Watch};

/// How many ordered pairs each actor is one of that a path joins: those it reaches and those who
/// reach it.
pub(crate) fn reached(net: &Network, watch: &Watch) -> Result<Vec<f64>> {
    let n = net.actors().len();
    if !net.is_directed() {
        let component = component_of(net);
        let mut sizes = vec![0.0; n];
        component.iter().for_each(|&component| sizes[component] += 1.0);
        return Ok(component.iter().map(|&it| 2.0 * (sizes[it] - 1.0)).collect());
    }
    let mut pairs = vec![0; n];
    let all: Vec<u32> = (0..n as u32).collect();
    let new = || (StepsOfMany::new(n), vec![0; n]);
    for rows in [net.out(), net.into_rows()] {
        let work = |steps: &mut StepsOfMany, pairs: &mut Vec<usize>, sources: &[u32]| {
            steps.from(rows, sources, |actor, _, sources| pairs[actor] += sources.len());
        };
        for part in in_tasks(&all, SOURCES, 16, watch, new, work)? {
            pairs.iter_mut().zip(part).for_each(|(pairs, part)| *pairs += part);
        }
    }
    Ok(pairs.into_iter().map(|pairs| pairs as f64).collect())
}
