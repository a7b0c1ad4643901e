use super::{Labels, Sociogram};
use crate::geometry::{Point, point};
use crate::scene::{Colour, Element, Stroke, Text, font};

/// Pairs and single actors that have no tie to the rest, set in columns under a rule: they are findings too.
pub(super) struct Block {
    corner: Point,
    width: f64,
    text: f64,
    /// The actors and where they stand.
    pub(super) spots: Vec<(usize, Point)>,
    pub(super) height: f64,
}

/// Sets pairs (one above the other) and single actors in columns wide enough for their names; `bounds` are
/// the radii of all marks.
pub(super) fn block(
    chart: &Sociogram,
    apart: &[Vec<usize>],
    bounds: &[f64],
    (corner, width): (Point, f64),
    text: f64,
) -> Block {
    let actors = || apart.iter().flatten().copied();
    let radius = actors().map(|actor| bounds[actor]).fold(0.0, f64::max);
    let pairs = apart.iter().any(|item| item.len() > 1);
    // The tie of a pair must show between its marks.
    let row = (text * 2.1).max(2.0 * radius + if pairs { 1.3 } else { 0.4 } * text);
    let name = |actor: usize| match chart.labels {
        Labels::None => 0.0,
        _ => font::width(&chart.actors[actor].label, text, false),
    };
    let left = radius + text * 0.6;
    let column = (actors().map(name).fold(0.0, f64::max) + 2.0 * left + text * 1.6).min(width);
    let columns = ((width / column) as usize).max(1);
    let mut rows = actors().count().div_ceil(columns);
    let cells = loop {
        let cells = in_columns(apart, rows);
        if cells.iter().all(|&(_, column, _)| column < columns) {
            break cells;
        }
        rows += 1;
    };
    let heading = text * 2.6;
    let deepest = cells.iter().map(|&(_, _, y)| y + 1).max().unwrap_or(0);
    let spot = |&(actor, x, y): &(usize, usize, usize)| {
        (actor, corner + point(x as f64 * column + left, heading + (y as f64 + 0.5) * row))
    };
    let height = heading + deepest as f64 * row;
    Block { corner, width, text, spots: cells.iter().map(spot).collect(), height }
}

impl Block {
    /// The rule, the heading and the names; marks and ties are drawn with all others.
    pub(super) fn draw(&self, chart: &Sociogram, bounds: &[f64]) -> Element {
        let size = self.text;
        let rule = Stroke::new(Colour::PALE, size * 0.07);
        let heading = if self.spots.len() == chart.actors.len() {
            format!("Nobody is connected beyond one other (n = {})", self.spots.len())
        } else {
            format!("Not connected to the others (n = {})", self.spots.len())
        };
        let mut elements = vec![
            Element::line(self.corner, self.corner + point(self.width, 0.0), rule),
            Text::new(self.corner + point(0.0, size * 1.7), heading, size).bold().into(),
        ];
        let radius = self.spots.iter().map(|&(actor, _)| bounds[actor]).fold(0.0, f64::max);
        let named = chart.labels != Labels::None;
        for &(actor, at) in self.spots.iter().filter(|_| named) {
            let at = at + point(radius + size * 0.6, font::CAPITAL * size / 2.0);
            let most = self.corner.x + self.width - at.x;
            let label = font::shorten(&chart.actors[actor].label, most, size, false);
            let colour = if chart.actors[actor].faded { Colour::SOFT } else { Colour::BLACK };
            elements.push(Text::new(at, label, size).coloured(colour).into());
        }
        Element::group("unconnected", elements)
    }
}

/// Actor, column and row, filling column after column of `rows` and breaking no pair.
fn in_columns(apart: &[Vec<usize>], rows: usize) -> Vec<(usize, usize, usize)> {
    let (mut column, mut row) = (0, 0);
    let mut cells = Vec::new();
    for item in apart {
        if row > 0 && row + item.len() > rows {
            column += 1;
            row = 0;
        }
        for &actor in item {
            cells.push((actor, column, row));
            row += 1;
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Line, Node};

    #[test]
    fn pairs_stay_together_and_nobody_is_lost() {
        let cells = in_columns(&[vec![0, 1], vec![2, 3], vec![4], vec![5]], 3);
        assert_eq!(cells, [(0, 0, 0), (1, 0, 1), (2, 1, 0), (3, 1, 1), (4, 1, 2), (5, 2, 0)]);
    }

    #[test]
    fn isolates_and_pairs_stand_under_the_plot() {
        let tie =
            |from, to| Line { from, to, weight: 1.0, dashed: false, bold: false, light: false };
        let chart = Sociogram {
            actors: vec![Node { label: "A".into(), ..Node::default() }; 7],
            ties: vec![tie(0, 1), tie(1, 2), tie(2, 0), tie(3, 4)],
            ..Sociogram::default()
        };
        let figure = chart.draw(&crate::Page::double(), &tertius::Watch::new()).unwrap();
        let y: Vec<f64> = figure.layout().unwrap().xy.iter().map(|p| p.y).collect();
        let lowest = y[..3].iter().fold(0.0_f64, |a, &b| a.max(b));
        assert!(y[3..].iter().all(|&y| y > lowest + 10.0), "{y:?}");
        assert!(figure.svg().contains("Not connected to the others (n = 4)"));
    }
}
