use super::words::{Set, steps_from_all};
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
    for rows in [net.out(), net.into_rows()] {
        let reach = |pairs: &mut Vec<usize>, actor: usize, _, sources: Set| {
            pairs[actor] += sources.len();
        };
        for part in steps_from_all(rows, watch, || vec![0; n], reach)? {
            pairs.iter_mut().zip(part).for_each(|(pairs, part)| *pairs += part);
        }
    }
    Ok(pairs.into_iter().map(|pairs| pairs as f64).collect())
}
