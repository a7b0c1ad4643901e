use crate::geometry::Point;

/// Where others would have an actor, each at its wanted distance: the weighted mean that majorisation moves it to.
pub(super) struct Pull {
    here: Point,
    sum: Point,
    weights: f64,
}

impl Pull {
    pub(super) fn on(here: Point) -> Self {
        Self { here, sum: Point::default(), weights: 0.0 }
    }

    /// Another actor that wants this one at a distance; it counts by the inverse square of that, `times` over.
    pub(super) fn add(&mut self, other: Point, want: f64, times: f64) {
        let apart = self.here - other;
        let length = apart.length().max(1e-9);
        let weight = times / (want * want);
        self.sum = self.sum + (other + apart * (want / length)) * weight;
        self.weights += weight;
    }

    /// The mean; `None` where nobody pulls.
    pub(super) fn mean(&self) -> Option<Point> {
        (self.weights > 0.0).then(|| self.sum * (1.0 / self.weights))
    }
}
