use super::Sociogram;

/// Radius by value: area grows evenly with the value, from a smallest that still shows its shape.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    /// The least and the greatest value; none when sizes say nothing.
    pub(super) range: Option<(f64, f64)>,
    /// What all radii are multiplied by.
    factor: f64,
}

/// The radii of the smallest mark, the largest, and of all marks where size says nothing.
const LEAST: f64 = 2.9;
const MOST: f64 = 9.5;
const ALIKE: f64 = 4.3;

impl Sizes {
    pub(super) fn of(chart: &Sociogram, factor: f64) -> Self {
        let values =
            || chart.actors.iter().filter_map(|actor| actor.size).filter(|value| value.is_finite());
        let most = values().fold(f64::NEG_INFINITY, f64::max);
        let least = values().fold(most, f64::min);
        let range = (chart.size_name.is_some() && most > 0.0).then_some((least.max(0.0), most));
        Self { range, factor }
    }

    pub(super) fn shrunk(self, by: f64) -> Self {
        Self { factor: self.factor * by, ..self }
    }

    pub(super) fn radius(&self, value: Option<f64>) -> f64 {
        let Some((_, most)) = self.range else { return ALIKE * self.factor };
        let share = value.filter(|value| value.is_finite()).map_or(0.0, |value| value / most);
        let area = LEAST * LEAST + (MOST * MOST - LEAST * LEAST) * share.clamp(0.0, 1.0);
        area.sqrt() * self.factor
    }
}
