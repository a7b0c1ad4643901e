use super::graph::{Graph, Members};
use super::moves::settle;
use super::refine::refine;
use crate::draws::Draws;
use crate::{Result, Watch};

/// After how many nodes the watch is looked at.
pub(super) const EVERY: usize = 1_024;

/// About how often a run looks at the watch.
pub(super) fn ticks(graph: &Graph) -> usize {
    graph.len() / EVERY * 12 + 2
}

/// The community of each actor, numbered in the order of their first members: passes until the parts of
/// communities have next to nothing to gain.
///
/// In each pass, nodes settle in communities, and parts of these in larger ones. Nodes lie in the
/// order in which they are looked at, which is drawn anew for each pass: to fetch the ties of one
/// node after another from anywhere takes longer than to add them up.
pub(super) fn run(actors: &Graph, mut draws: Draws, watch: &Watch) -> Result<Vec<u32>> {
    let mut labels: Vec<u32> = (0..actors.len() as u32).collect();
    watch.tick()?;
    let mut actor_at = order(&labels, &mut draws);
    let mut graph = actors.laid(&actor_at);
    loop {
        settle(&graph, &mut labels, watch)?;
        watch.tick()?;
        let next = order(&labels, &mut draws);
        (graph, actor_at, labels) =
            (graph.laid(&next), pick(&actor_at, &next), pick(&labels, &next));
        let added = settle_parts(&graph, &mut labels, &mut draws, watch)?;
        if added <= ENOUGH * graph.len() as f64 {
            break;
        }
    }
    watch.tick()?;
    let pieces = connected(&graph, &labels);
    actor_at.iter().zip(pieces).for_each(|(&actor, piece)| labels[actor as usize] = piece);
    Ok(numbered(&labels).0)
}

/// What parts must gain in a pass for another, in ties of mean strength for each node.
const ENOUGH: f64 = 1e-4;

/// Nodes in an order that is drawn, but for members of a community, who follow one another: what is
/// looked at one after the other is then near in memory.
fn order(labels: &[u32], draws: &mut Draws) -> Vec<u32> {
    let mut nodes: Vec<u32> = (0..labels.len() as u32).collect();
    draws.shuffle(&mut nodes);
    let (communities, number) = numbered(&pick(labels, &nodes));
    pick(&nodes, &Members::new(&communities, number).nodes)
}

/// Parts of communities become the nodes of the next level and settle there, and so on until every
/// node is a community; what that adds.
fn settle_parts(
    graph: &Graph,
    labels: &mut Vec<u32>,
    draws: &mut Draws,
    watch: &Watch,
) -> Result<f64> {
    let (settled, communities) = numbered(labels);
    if communities == graph.len() {
        return Ok(0.0);
    }
    let (parts, number) = numbered(&refine(graph, &settled, draws, watch)?);
    if number == graph.len() {
        return Ok(0.0);
    }
    let mut of_parts = vec![0; number];
    parts.iter().zip(&settled).for_each(|(&part, &it)| of_parts[part as usize] = it);
    let level = graph.together(&parts, number);
    let mut added = settle(&level, &mut of_parts, watch)?;
    added += settle_parts(&level, &mut of_parts, draws, watch)?;
    *labels = pick(&of_parts, &parts);
    Ok(added)
}

/// What stands at each of some places.
fn pick(from: &[u32], places: &[u32]) -> Vec<u32> {
    places.iter().map(|&place| from[place as usize]).collect()
}

/// Labels numbered from zero in the order in which they appear, and how many there are.
fn numbered(labels: &[u32]) -> (Vec<u32>, usize) {
    let mut number = vec![u32::MAX; labels.len()];
    let mut next = 0;
    let numbered = labels.iter().map(|&label| {
        let number = &mut number[label as usize];
        if *number == u32::MAX {
            *number = next;
            next += 1;
        }
        *number
    });
    (numbered.collect(), next as usize)
}

/// The same communities, those that hang together by others alone in pieces: the last moves of a pass
/// may take away who held one together. Modularity does not fall by it.
fn connected(graph: &Graph, labels: &[u32]) -> Vec<u32> {
    let mut piece = vec![u32::MAX; graph.len()];
    let mut stack = Vec::new();
    for first in 0..graph.len() {
        if piece[first] != u32::MAX {
            continue;
        }
        piece[first] = first as u32;
        stack.push(first);
        while let Some(node) = stack.pop() {
            for to in graph.alters(node).iter().map(|&to| to as usize) {
                if piece[to] == u32::MAX && labels[to] == labels[node] {
                    piece[to] = first as u32;
                    stack.push(to);
                }
            }
        }
    }
    piece
}
