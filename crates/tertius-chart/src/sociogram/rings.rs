use std::f64::consts::TAU;

use super::Sociogram;
use crate::geometry::{Point, Rect, point};
use crate::layout::{INNERMOST, Method};
use crate::legend::{Entry, Section};
use crate::number::short;
use crate::scene::{Anchor, Colour, Element, Paint, Stroke, Text, font};

/// Rings nearer to each other than this share of the outermost are told apart no more.
const NEAREST: f64 = 0.12;

/// The circles behind a picture around a centre, which say how far from it actors stand.
pub(super) struct Rings {
    /// Where the centre is, in points.
    pub(super) centre: Point,
    /// The radius of each and what is written at it; the outermost last.
    circles: Vec<(f64, Option<String>)>,
    unit: f64,
}

impl Rings {
    /// Those of a picture whose layout has its origin at `centre`, with a unit of `length`; `shown` are the actors
    /// that stand around it, and `outermost` is how far the last of them is.
    pub(super) fn of(
        chart: &Sociogram,
        (centre, length): (Point, f64),
        (shown, outermost): (&[usize], f64),
        unit: f64,
    ) -> Self {
        let circles = match &chart.method {
            Method::Concentric { centrality } if chart.ring_name.is_some() => {
                let values =
                    || shown.iter().filter_map(|&it| centrality.get(it).copied().flatten());
                let low = values().fold(f64::INFINITY, f64::min);
                let high = values().fold(f64::NEG_INFINITY, f64::max);
                let ring = |(value, share)| (share * outermost, Some(short(value)));
                valued(low, high).into_iter().map(ring).collect()
            }
            Method::Rings { rings, .. } => {
                let last = shown.iter().filter_map(|&it| rings.get(it)).max().copied();
                (1..=last.unwrap_or(0)).map(|ring| (ring as f64 * length, None)).collect()
            }
            _ => Vec::new(),
        };
        Self { centre, circles, unit }
    }

    /// Two corners of the box around the outermost; none without rings.
    pub(super) fn corners(&self) -> Vec<Point> {
        let outermost = self.circles.iter().map(|(radius, _)| *radius).reduce(f64::max);
        let reach = outermost.map(|radius| point(radius, radius));
        reach.map_or_else(Vec::new, |reach| vec![self.centre - reach, self.centre + reach])
    }

    pub(super) fn shift(&mut self, by: Point) {
        self.centre = self.centre + by;
    }

    /// Thinner and paler than any tie, behind everything.
    pub(super) fn draw(&self) -> Element {
        let circle = |(radius, _): &(f64, Option<String>)| Element::Circle {
            centre: self.centre,
            radius: *radius,
            paint: Paint::stroke(stroke(self.unit)),
        };
        Element::group("rings", self.circles.iter().map(circle).collect())
    }

    /// What is written at them, each where fewest marks and names (`taken`) are in the way.
    pub(super) fn labels(&self, taken: &[Rect], size: f64) -> Element {
        const SPOTS: usize = 72;
        let mut taken = taken.to_vec();
        let mut labels = Vec::new();
        for (radius, label) in self.circles.iter().rev() {
            let Some(label) = label else { continue };
            let half = point(font::width(label, size, false), size) * 0.5;
            let spot = |at: usize| {
                let (sin, cos) = libm::sincos(TAU * at as f64 / SPOTS as f64);
                let at = self.centre + point(sin, -cos) * *radius;
                Rect { min: at - half, max: at + half }
            };
            let in_the_way = |at: &usize| {
                let rect = spot(*at).grown(self.unit);
                taken.iter().filter(|it| it.overlaps(&rect)).count()
            };
            let best = (0..SPOTS).min_by_key(in_the_way).unwrap_or(0);
            let rect = spot(best);
            let at = rect.centre() + point(0.0, font::CAPITAL * size / 2.0);
            let text = Text::new(at, label.clone(), size).anchored(Anchor::Middle);
            labels.push(Text { halo: true, ..text.coloured(Colour::SOFT) }.into());
            taken.push(rect);
        }
        Element::group("ring-values", labels)
    }

    /// What they stand for.
    pub(super) fn section(&self, name: Option<&str>) -> Option<Section> {
        let unit = self.unit;
        let name = name.filter(|_| !self.circles.is_empty())?;
        let valued = self.circles.iter().any(|(_, label)| label.is_some());
        let text = if valued { format!("{name}, as written at it") } else { name.to_owned() };
        let sample = move |at: Point| {
            let paint = Paint::stroke(stroke(unit));
            vec![Element::Circle { centre: at, radius: 5.0 * unit, paint }]
        };
        let entries = vec![Entry::new(text, 10.0 * unit, sample)];
        Some(Section { heading: "Ring".to_owned(), entries })
    }
}

fn stroke(unit: f64) -> Stroke {
    Stroke::new(Colour(0xbb, 0xbb, 0xbb), 0.5 * unit)
}

/// Round values between the highest, at the centre, and the lowest, on the outermost ring, with their share of its
/// radius.
fn valued(low: f64, high: f64) -> Vec<(f64, f64)> {
    if !low.is_finite() || high <= low {
        return Vec::new();
    }
    let grain = 10_f64.powf(((high - low) / 2.0).log10().floor());
    let few = |step: &f64| (high - low) / step <= 4.5;
    let step = [grain, 2.0 * grain, 5.0 * grain].into_iter().find(few).unwrap_or(10.0 * grain);
    let first = (low / step).floor() + 1.0;
    let round = (0..5).map(|at| (first + f64::from(at)) * step).take_while(|&value| value < high);
    let ring = |value: f64| (value, (high - value) / (high - low));
    let inner = round.map(ring).filter(|&(_, share)| share > INNERMOST && share < 1.0 - NEAREST);
    let mut rings: Vec<(f64, f64)> = inner.collect();
    rings.reverse();
    rings.push((low, 1.0));
    rings
}

#[cfg(test)]
mod tests {
    use super::valued;

    #[test]
    fn rings_are_at_round_values_and_at_the_lowest() {
        let rings = valued(0.0, 255.0);
        assert_eq!(rings.iter().map(|it| it.0).collect::<Vec<_>>(), [200.0, 100.0, 0.0]);
        assert!((rings[0].1 - 55.0 / 255.0).abs() < 1e-12 && (rings[2].1 - 1.0).abs() < 1e-12);
        assert_eq!(valued(1.0, 4.0).iter().map(|it| it.0).collect::<Vec<_>>(), [3.0, 2.0, 1.0]);
        assert!(valued(2.0, 2.0).is_empty());
    }
}
