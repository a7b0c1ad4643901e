use super::Node;
use super::Sociogram;
use super::naming::{Names, Tag, extent};
use crate::geometry::{Point, Rect, point};
use crate::labels::Candidate;
use crate::layout::Method;
use crate::scene::{Anchor, Colour, Element, Text, font};

/// Between a mark and its name, as a share of the text.
const AWAY: f64 = 0.45;

impl Sociogram {
    /// The column of each actor, where there are columns.
    pub(super) fn layers(&self) -> Option<&[usize]> {
        match &self.method {
            Method::Layered { layers } => Some(layers),
            _ => None,
        }
    }

    fn layer(&self, actor: usize) -> usize {
        self.layers().and_then(|it| it.get(actor)).copied().unwrap_or(0)
    }

    /// How many stand in the fullest column, where there are columns.
    pub(super) fn longest_column(&self) -> Option<usize> {
        let layers = self.layers()?;
        let column = |layer: usize| layers.iter().filter(|it| **it == layer).count();
        let last = layers.iter().max().copied().unwrap_or(0);
        (0..=last).map(column).max()
    }

    /// What each column holds, in bold above its top.
    pub(super) fn heads(&self, xy: &[Point], in_plot: &[usize], top: f64, size: f64) -> Element {
        let head = |(layer, name): (usize, &String)| {
            let actor = in_plot.iter().find(|&&actor| self.layer(actor) == layer)?;
            let at = point(xy[*actor].x, top);
            let text = Text::new(at, name.clone(), size).bold().anchored(Anchor::Middle);
            Some(text.coloured(Colour::BLACK).into())
        };
        let heads = self.layer_names.iter().enumerate().filter_map(head).collect();
        Element::group("heads", heads)
    }
}

impl Names<'_> {
    /// A name beside its column: left of the first, right of all others. It takes as many lines as have room, or is
    /// cut short.
    pub(super) fn column_tag(&self, i: usize) -> Tag {
        let actor = self.actors[i];
        let (centre, radius) = self.ground.discs[i];
        let Node { label, .. } = &self.chart.actors[actor];
        let left = self.chart.layer(actor) == 0;
        let away = radius + AWAY * self.text;
        let room = if left {
            centre.x - away - self.ground.area.min.x
        } else {
            self.next_column(centre.x) - centre.x - away - self.text
        };
        let whole = font::fill(label, room, self.text, false);
        let short = vec![self.shortened(actor, room)];
        let settings = if whole.len() == 1 { vec![short] } else { vec![whole, short] };
        let candidate = |(setting, lines): (usize, &Vec<String>)| {
            let needed = extent(lines, self.text, false);
            let x = if left { centre.x - away - needed.x } else { centre.x + away };
            let rect = Rect::new(x, centre.y - needed.y / 2.0, needed.x, needed.y);
            let cost = 3.0 * setting as f64;
            let flush = if left { 1 } else { -1 };
            Candidate { rect, side: flush, leader: None, cost, clear: 0.0, setting }
        };
        let candidates = settings.iter().enumerate().map(candidate).collect();
        self.tag_of(i, settings, candidates)
    }

    /// A name cut at its end, or at its beginning where that tells it from another in its column.
    fn shortened(&self, actor: usize, room: f64) -> String {
        let layer = self.chart.layer(actor);
        let others = self.actors.iter().filter(|&&it| it != actor && self.chart.layer(it) == layer);
        let others: Vec<&str> = others.map(|&it| &*self.chart.actors[it].label).collect();
        let name = &self.chart.actors[actor].label;
        let end = |name: &str| font::shorten(name, room, self.text, false);
        let front = |name: &str| font::shorten_front(name, room, self.text, false);
        let by_end = end(name);
        if by_end == *name || others.iter().all(|other| end(other) != by_end) {
            return by_end;
        }
        let by_front = front(name);
        let is_alone = others.iter().all(|other| front(other) != by_front);
        if is_alone { by_front } else { by_end }
    }

    /// Where the next column stands, or else the plot ends.
    fn next_column(&self, x: f64) -> f64 {
        let columns = self.ground.discs.iter().map(|(centre, _)| centre.x);
        columns.filter(|&it| it > x + 1.0).fold(self.ground.area.max.x + self.text, f64::min)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Line, Node, Page};

    fn texts(elements: &[Element], out: &mut Vec<Text>) {
        for element in elements {
            match element {
                Element::Text(text) => out.push(text.clone()),
                Element::Group { elements, .. } => texts(elements, out),
                Element::Circle { .. } | Element::Path { .. } => {}
            }
        }
    }

    #[test]
    fn names_stand_outside_the_columns_and_heads_above_them() {
        let node = |i: usize| Node { label: format!("Name {i}"), ..Node::default() };
        let ties = (0..4).flat_map(|i| [(i, 4 + i), (i, 4 + (i + 1) % 4), (4 + i, 8 + i)]);
        let line =
            |(from, to)| Line { from, to, weight: 1.0, dashed: false, bold: false, light: false };
        let chart = Sociogram {
            actors: (0..12).map(node).collect(),
            ties: ties.map(line).collect(),
            method: Method::Layered { layers: (0..12).map(|i| i / 4).collect() },
            layer_names: ["First", "Middle", "Last"].map(str::to_owned).into(),
            ..Sociogram::default()
        };
        let watch = tertius::Watch::new();
        let plot = chart.plot(&Page::double(), (Point::default(), 400.0), 300.0, &watch).unwrap();
        let mut found = Vec::new();
        texts(&plot.elements, &mut found);
        let text = |words: &str| found.iter().find(|it| it.content == words).expect("it is there");
        for (i, at) in plot.xy.iter().enumerate() {
            let name = text(&format!("Name {i}"));
            let beside = if i < 4 { (Anchor::End, -1.0) } else { (Anchor::Start, 1.0) };
            assert_eq!(name.anchor, beside.0, "{i}");
            assert!((name.at.x - at.x) * beside.1 > 0.0, "{i}: {:?} {at:?}", name.at);
            assert!((name.at.y - at.y).abs() < 7.0, "{i}: on the line of its mark");
        }
        for (column, head) in ["First", "Middle", "Last"].into_iter().enumerate() {
            let head = text(head);
            assert!((head.at.x - plot.xy[4 * column].x).abs() < 1e-9);
            assert!(plot.xy.iter().all(|at| at.y > head.at.y + 5.0));
        }
    }
}
