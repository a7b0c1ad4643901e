use std::collections::BTreeMap;

use super::{Line, Sociogram};
use crate::geometry::{Point, point};
use crate::scene::{Colour, Element, Paint, Path, Stroke};

/// One line of the picture: all ties between two actors.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Joined {
    /// The lower-numbered actor.
    pub(super) a: usize,
    pub(super) b: usize,
    /// Whether a tie goes from `b` to `a`, and from `a` to `b`.
    pub(super) to_a: bool,
    pub(super) to_b: bool,
    /// The largest of the weights.
    pub(super) weight: f64,
    /// Whether all are dashed.
    pub(super) dashed: bool,
    /// Whether any is bold.
    pub(super) bold: bool,
    /// Whether all are light.
    pub(super) light: bool,
}

/// The lines of a sociogram, one for each pair of actors with a tie. Ties of an actor to itself and ties that
/// name no actor have no line.
pub(super) fn joined(chart: &Sociogram) -> Vec<Joined> {
    let mut pairs: BTreeMap<(usize, usize), Joined> = BTreeMap::new();
    for line in chart.ties.iter().filter(|line| is_drawn(line, chart.actors.len())) {
        let (a, b) = (line.from.min(line.to), line.from.max(line.to));
        let pair = pairs.entry((a, b)).or_insert(Joined {
            a,
            b,
            to_a: false,
            to_b: false,
            weight: 0.0,
            dashed: true,
            bold: false,
            light: true,
        });
        pair.to_a |= line.to == a;
        pair.to_b |= line.to == b;
        // A weight that is no number widens nothing.
        pair.weight = pair.weight.max(if line.weight.is_finite() { line.weight } else { 0.0 });
        pair.dashed &= line.dashed;
        pair.bold |= line.bold;
        pair.light &= line.light;
    }
    pairs.into_values().collect()
}

pub(super) fn is_drawn(line: &Line, n: usize) -> bool {
    line.from != line.to && line.from < n && line.to < n
}

/// Width by weight: the strongest tie widest, all alike when they do not differ.
#[derive(Debug, Clone, Copy)]
pub(super) struct Widths {
    pub(super) least: f64,
    pub(super) most: f64,
    pub(super) unit: f64,
}

impl Widths {
    pub(super) fn of(lines: &[Joined], unit: f64) -> Self {
        let weights = || lines.iter().map(|line| line.weight);
        let most = weights().fold(0.0, f64::max);
        Self { least: weights().fold(most, f64::min), most, unit }
    }

    pub(super) fn differ(&self) -> bool {
        self.most > self.least
    }

    pub(super) fn at(&self, weight: f64) -> f64 {
        if self.differ() { (0.4 + 2.2 * weight / self.most) * self.unit } else { 0.75 * self.unit }
    }

    pub(super) fn of_line(&self, line: &Joined) -> f64 {
        self.at(line.weight) * if line.bold { BOLD } else { 1.0 }
    }
}

/// How much wider a bold line is than the same line plain.
pub(super) const BOLD: f64 = 3.0;

/// The more ties an actor has on average, the lighter each, so that a dense picture shows its shape.
pub(super) fn opacity(n_lines: usize, n_actors: usize) -> f64 {
    let density = n_lines as f64 / n_actors.max(1) as f64;
    (1.15 / density.max(1e-9).sqrt()).clamp(0.2, 0.75)
}

/// A line from border to border, and the wanted heads.
pub(super) fn draw(
    ends: (Point, Point),
    heads: (bool, bool),
    stroke: Stroke,
    unit: f64,
) -> (Element, Vec<Element>) {
    let direction = (ends.1 - ends.0).unit();
    let length = ends.0.distance(ends.1);
    // Two heads must fit on the shortest line.
    let head = ((3.4 * unit) + 1.2 * stroke.width).min(length * 0.45);
    let stop = |wanted: bool| if wanted { head * 0.8 } else { 0.0 };
    let from = ends.0 + direction * stop(heads.0);
    let to = ends.1 - direction * stop(heads.1);
    let mut tips = Vec::new();
    for (wanted, tip, along) in [(heads.0, ends.0, direction * -1.0), (heads.1, ends.1, direction)]
    {
        if wanted {
            let back = tip - along * head;
            let across = point(-along.y, along.x) * (head * 0.36);
            let path = Path::closed(&[tip, back + across, back - across]);
            let opacity = stroke.opacity.max(0.6);
            let paint = Paint { fill: Some((stroke.colour, opacity)), stroke: None };
            tips.push(Element::Path { path, paint });
        }
    }
    (Element::line(from, to, stroke), tips)
}

/// The colour of ties, and that of light ones beside others.
pub(super) const fn colour(light: bool) -> Colour {
    if light { Colour(0xae, 0xae, 0xae) } else { Colour(0x3c, 0x3c, 0x3c) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_directions_are_one_line_and_loops_none() {
        let tie =
            |from, to| Line { from, to, weight: 1.0, dashed: false, bold: false, light: false };
        let chart = Sociogram {
            actors: vec![super::super::Node::default(); 3],
            ties: vec![tie(1, 0), tie(0, 1), tie(2, 2), tie(1, 2), tie(0, 9)],
            ..Sociogram::default()
        };
        let lines = joined(&chart);
        assert_eq!(lines.len(), 2);
        assert!(lines[0].to_a && lines[0].to_b);
        assert!(!lines[1].to_a && lines[1].to_b);
    }
}
