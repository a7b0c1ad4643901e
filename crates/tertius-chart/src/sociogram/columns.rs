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
        let Node { label, faded, .. } = &self.chart.actors[actor];
        let left = self.chart.layer(actor) == 0;
        let away = radius + AWAY * self.text;
        let room = if left {
            centre.x - away - self.ground.area.min.x
        } else {
            self.next_column(centre.x) - centre.x - away - self.text
        };
        let whole = font::fill(label, room, self.text, false);
        let short = vec![font::shorten(label, room, self.text, false)];
        let settings = if whole.len() == 1 { vec![short] } else { vec![whole, short] };
        let candidate = |(setting, lines): (usize, &Vec<String>)| {
            let size = extent(lines, self.text, false);
            let x = if left { centre.x - away - size.x } else { centre.x + away };
            let rect = Rect::new(x, centre.y - size.y / 2.0, size.x, size.y);
            let cost = 3.0 * setting as f64;
            let flush = if left { 1 } else { -1 };
            Candidate { rect, side: flush, leader: None, cost, clear: 0.0, setting }
        };
        let candidates = settings.iter().enumerate().map(candidate).collect();
        Tag {
            settings,
            size: self.text,
            bold: false,
            colour: if *faded { Colour::SOFT } else { Colour::BLACK },
            disc: Some(i),
            candidates,
        }
    }

    /// Where the next column stands, or else the plot ends.
    fn next_column(&self, x: f64) -> f64 {
        let columns = self.ground.discs.iter().map(|(centre, _)| centre.x);
        columns.filter(|&it| it > x + 1.0).fold(self.ground.area.max.x + self.text, f64::min)
    }
}
