use super::graph::Graph;
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

/// The community of each node, numbered in the order of their first members: passes until one adds
/// next to nothing.
pub(super) fn run(graph: &Graph, mut draws: Draws, watch: &Watch) -> Result<Vec<u32>> {
    let mut labels: Vec<u32> = (0..graph.len() as u32).collect();
    let mut quality = graph.quality(&labels);
    loop {
        let next = pass(graph, labels.clone(), &mut draws, watch)?;
        let added = graph.quality(&next) - quality;
        if added > 0.0 {
            (labels, quality) = (next, quality + added);
        }
        if added * graph.all <= ENOUGH * graph.len() as f64 {
            break;
        }
    }
    watch.tick()?;
    let (connected, _) = numbered(&connected(graph, &labels));
    Ok(connected)
}

/// What a pass must add for another, in ties of mean strength for each node.
const ENOUGH: f64 = 1e-4;

/// One pass: nodes settle, parts of their communities become the nodes of the next level, and so on
/// until every node there is a community.
fn pass(graph: &Graph, mut labels: Vec<u32>, draws: &mut Draws, watch: &Watch) -> Result<Vec<u32>> {
    let mut level: Option<Graph> = None;
    let mut node_of: Vec<u32> = (0..graph.len() as u32).collect();
    loop {
        let here = level.as_ref().unwrap_or(graph);
        settle(here, &mut labels, draws, watch)?;
        let (settled, communities) = numbered(&labels);
        if communities < here.len() {
            let (parts, number) = numbered(&refine(here, &settled, draws, watch)?);
            if number < here.len() {
                labels = vec![0; number];
                parts.iter().zip(&settled).for_each(|(&part, &it)| labels[part as usize] = it);
                node_of.iter_mut().for_each(|node| *node = parts[*node as usize]);
                level = Some(here.together(&parts, number));
                continue;
            }
        }
        return Ok(node_of.iter().map(|&node| settled[node as usize]).collect());
    }
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
            for to in graph.ties(node).iter().map(|tie| tie.0 as usize) {
                if piece[to] == u32::MAX && labels[to] == labels[node] {
                    piece[to] = first as u32;
                    stack.push(to);
                }
            }
        }
    }
    piece
}
