use super::arcs::Arcs;
use super::queue::Queue;

/// Distances from one source along ways of different lengths (Dijkstra 1959).
pub(crate) struct Distances<'a> {
    arcs: &'a Arcs,
    distance: Vec<f64>,
    order: Vec<u32>,
    queue: Queue,
}

impl<'a> Distances<'a> {
    pub(crate) fn new(arcs: &'a Arcs) -> Self {
        let places = arcs.len();
        Self {
            arcs,
            distance: vec![f64::INFINITY; places],
            order: Vec::with_capacity(places),
            queue: Queue::new(arcs),
        }
    }

    /// Goes from a source to everybody it reaches.
    pub(crate) fn from(&mut self, source: u32) {
        self.distance.fill(f64::INFINITY);
        self.order.clear();
        self.distance[source as usize] = 0.0;
        self.queue.push(0.0, source);
        while let Some((distance, here)) = self.queue.next() {
            if distance.to_bits() != self.distance[here as usize].to_bits() {
                continue; // A shorter way has been found since.
            }
            self.order.push(here);
            for (there, length) in self.arcs.row(here) {
                let length = distance + length;
                if length < self.distance[there as usize] {
                    self.distance[there as usize] = length;
                    self.queue.push(length, there);
                }
            }
        }
    }

    /// Those reached, the nearest first; the source is the first.
    pub(crate) fn reached(&self) -> impl Iterator<Item = (u32, f64)> {
        self.order.iter().map(|&place| (place, self.distance[place as usize]))
    }
}
