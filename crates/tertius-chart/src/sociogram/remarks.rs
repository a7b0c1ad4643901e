//! Numbers at marks whose words stand in the legend.

use super::picture::Picture;
use crate::geometry::{Point, distance_to_segment, point};
use crate::scene::{Anchor, Colour, Element, Paint, Stroke, Text, font};

/// Where a number can stand at its mark: upper right first, where readers look for a note.
const DIRECTIONS: [(f64, f64); 8] = [
    (0.7, -0.7),
    (-0.7, -0.7),
    (0.7, 0.7),
    (-0.7, 0.7),
    (0.0, -1.0),
    (0.0, 1.0),
    (1.0, 0.0),
    (-1.0, 0.0),
];

/// How large the disc behind a number is, by the size of the text.
pub(super) fn radius(text: f64) -> f64 {
    text * 0.7
}

/// A number, white in a dark disc.
pub(super) fn badge(number: usize, at: Point, text: f64) -> Vec<Element> {
    let rim = Stroke::new(Colour::WHITE, text * 0.08);
    let disc =
        Element::Circle { centre: at, radius: radius(text), paint: Paint::both(Colour::INK, rim) };
    let foot = at + point(0.0, font::CAPITAL * text / 2.0);
    let number = Text::new(foot, number.to_string(), text).bold().coloured(Colour::WHITE);
    vec![disc, number.anchored(Anchor::Middle).into()]
}

impl Picture<'_> {
    /// The discs of the numbers: see [`numbered`](Self::numbered).
    pub(super) fn badges(&self) -> Vec<(Point, f64)> {
        let reach = radius(self.page.text_pt);
        self.numbered().into_iter().map(|(_, at)| (at, reach)).collect()
    }

    /// The number of each remark and where it stands: touching its mark, away from other marks and numbers,
    /// and across as few ties as can be.
    fn numbered(&self) -> Vec<(usize, Point)> {
        let reach = radius(self.page.text_pt);
        let mut placed: Vec<(usize, Point)> = Vec::new();
        for (remark, number) in self.chart.remarks.iter().zip(1..) {
            let own = remark.actor;
            if own >= self.xy.len() {
                continue;
            }
            let listed = !self.in_plot.contains(&own);
            let cost = |at: Point| {
                let near = |other: Point, radius: f64| other.distance(at) < radius + reach;
                let marks = (0..self.xy.len())
                    .filter(|&actor| actor != own && near(self.xy[actor], self.bounds[actor]));
                let under =
                    marks.count() + placed.iter().filter(|(_, other)| near(*other, reach)).count();
                let across = self.lines.iter().filter(|line| {
                    distance_to_segment(at, self.xy[line.a], self.xy[line.b]) < reach
                });
                // Those without ties have their names at the right.
                let on_name = listed && at.x > self.xy[own].x;
                10 * (under + usize::from(on_name)) + across.count()
            };
            let spots = DIRECTIONS.map(|(x, y)| {
                let away = self.bounds[own] + reach * 0.8;
                self.xy[own] + point(x, y).unit() * away
            });
            let best = spots.into_iter().min_by_key(|&at| cost(at));
            placed.extend(best.map(|at| (number, at)));
        }
        placed
    }

    /// The numbers, over everything but names.
    pub(super) fn numbers(&self) -> Vec<Element> {
        let text = self.page.text_pt;
        self.numbered().into_iter().flat_map(|(number, at)| badge(number, at, text)).collect()
    }
}
