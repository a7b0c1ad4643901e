use super::alike::{Alike, is_passed};
use super::length::Length;
use super::queue::Queue;
use crate::network::Rows;
use crate::{Result, Watch};

/// The ties of a network, each 1/strength long, but those that are longer than going round by one
/// other actor.
pub(crate) struct Lengths {
    graph: Alike,
    /// Who is where in it.
    actors: Vec<u32>,
    /// How many units of length a tie of strength 1 is long.
    unit: f64,
}

impl Lengths {
    /// The lengths of ties that go one way, or either way.
    pub(crate) fn new(rows: &Rows, either_way: bool, watch: &Watch) -> Result<Self> {
        let length = Length::by_strength(rows);
        let is_passed = |actor| !either_way || is_passed(rows, actor, length);
        let mut graph = Alike::apart(rows, rows, length, is_passed, watch)?;
        graph.out = graph.out.without_detours(graph.slack, watch)?;
        let mut actors = vec![0; rows.len()];
        (0..).zip(&graph.class).for_each(|(actor, &class)| actors[class as usize] = actor);
        Ok(Self { graph, actors, unit: length.of(1.0) })
    }
}

/// Distances from one actor along ways of different lengths (Dijkstra 1959).
pub(crate) struct Distances<'a> {
    lengths: &'a Lengths,
    source: u32,
    distance: Vec<f64>,
    queue: Queue,
}

impl<'a> Distances<'a> {
    pub(crate) fn new(lengths: &'a Lengths) -> Self {
        let distance = vec![f64::INFINITY; lengths.actors.len()];
        Self { lengths, source: 0, distance, queue: Queue::new(&lengths.graph.out) }
    }

    /// Goes from an actor to everybody it reaches.
    pub(crate) fn from(&mut self, actor: u32) {
        let graph = &self.lengths.graph;
        self.source = graph.class[actor as usize];
        self.distance.fill(f64::INFINITY);
        self.distance[self.source as usize] = 0.0;
        self.queue.push(0.0, self.source);
        while let Some((distance, here)) = self.queue.next() {
            if distance.to_bits() != self.distance[here as usize].to_bits() {
                continue; // A shorter way has been found since.
            }
            for (there, length) in graph.out.row(here) {
                let length = distance + length;
                if length < self.distance[there as usize] {
                    self.distance[there as usize] = length;
                    // No path passes the others.
                    if there < graph.inner {
                        self.queue.push(length, there);
                    }
                }
            }
        }
    }

    /// The others who are reached.
    pub(crate) fn reached(&self) -> impl Iterator<Item = (u32, f64)> {
        let all = (0..).zip(&self.distance).zip(&self.lengths.actors);
        let reached = all.filter(|&((at, distance), _)| at != self.source && distance.is_finite());
        reached.map(|((_, distance), &actor)| (actor, distance / self.lengths.unit))
    }
}
