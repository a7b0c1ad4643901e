use super::graph::{Graph, Sums};
use super::leiden::EVERY;
use crate::draws::Draws;
use crate::{Result, Watch};

/// How much less likely a worse merger is: by a factor of e for each so many ties of mean strength.
const CHANCE: f64 = 0.01;

/// Parts of communities that hold together, each grown from one node by ties: the nodes of the next
/// level. Only nodes and parts tied well enough to the rest of their community merge, and never
/// at a loss; of several parts that a node could join, better ones are more likely.
pub(super) fn refine(
    graph: &Graph,
    labels: &[u32],
    draws: &mut Draws,
    watch: &Watch,
) -> Result<Vec<u32>> {
    let n = graph.len();
    let mut whole = vec![[0.0; 2]; n];
    for (node, &label) in labels.iter().enumerate() {
        whole[label as usize][0] += graph.masses[node][0];
        whole[label as usize][1] += graph.masses[node][1];
    }
    let inside = |node: usize| {
        let ties = graph.ties(node);
        ties.filter(|(to, _)| labels[*to as usize] == labels[node]).map(|tie| tie.1).sum()
    };
    // Of each part, its mass, its ties to the rest of its community, and whether it is one node.
    let mut parts: Vec<u32> = (0..n as u32).collect();
    let mut masses = graph.masses.clone();
    let mut outward: Vec<f64> = (0..n).map(inside).collect();
    let mut alone = vec![true; n];
    let (mut sums, mut gains) = (Sums::new(n), Vec::new());
    for node in 0..n {
        if node % EVERY == 0 {
            watch.tick()?;
        }
        let community = whole[labels[node] as usize];
        let holds = |mass: [f64; 2], outward: f64| {
            let rest = [community[0] - mass[0], community[1] - mass[1]];
            outward >= graph.expected(mass, rest) - super::moves::GAIN
        };
        if !alone[node] || !holds(graph.masses[node], outward[node]) {
            continue;
        }
        for (to, strength) in graph.ties(node) {
            if labels[to as usize] == labels[node] {
                sums.add(parts[to as usize], strength);
            }
        }
        gains.clear();
        gains.push((node as u32, 0.0));
        for &part in sums.met() {
            let mass = masses[part as usize];
            let gain = sums.of[part as usize] - graph.expected(graph.masses[node], mass);
            if gain >= 0.0 && holds(mass, outward[part as usize]) {
                gains.push((part, gain));
            }
        }
        let part = drawn(&mut gains, draws);
        if part as usize != node {
            let mass = graph.masses[node];
            masses[part as usize][0] += mass[0];
            masses[part as usize][1] += mass[1];
            outward[part as usize] += outward[node] - 2.0 * sums.of[part as usize];
            (alone[part as usize], parts[node]) = (false, part);
        }
        sums.clear();
    }
    Ok(parts)
}

/// One of several, each as likely as e to its gain; chances are left in the place of gains.
fn drawn(gains: &mut [(u32, f64)], draws: &mut Draws) -> u32 {
    if gains.len() == 1 {
        return gains[0].0;
    }
    let most = gains.iter().map(|it| it.1).fold(0.0, f64::max);
    let mut all = 0.0;
    for (_, gain) in gains.iter_mut() {
        *gain = ((*gain - most) / CHANCE).exp();
        all += *gain;
    }
    let mut left = draws.unit() * all;
    for &(part, chance) in gains.iter() {
        left -= chance;
        if left < 0.0 {
            return part;
        }
    }
    gains[gains.len() - 1].0
}
