//! What every figure has around its plot: the title above, the legend beside or below, the caption at the foot.

use crate::geometry::{Point, point};
use crate::legend::{Section, Space, legend};
use crate::page::Page;
use crate::scene::{Element, Scene, Text, font};

/// The page of one figure, divided.
pub(crate) struct Frame {
    page: Page,
    title: String,
    title_lines: Vec<String>,
    /// Whether the legend stands beside the plot, or else below it.
    beside: bool,
}

/// How wide the legend is beside the plot, in units.
const BESIDE: f64 = 116.0;
const GAP: f64 = 12.0;
const MARGIN: f64 = 4.0;

impl Frame {
    pub(crate) fn new(page: &Page, title: &str) -> Self {
        let size = title_size(page);
        let width = page.width() - 2.0 * MARGIN * page.unit();
        let title_lines = font::fill(title, width, size, true);
        let beside = page.legend_beside();
        Self { page: *page, title: title.to_owned(), title_lines, beside }
    }

    /// The same with the whole width for the plot, and the legend below it.
    pub(crate) fn across(self) -> Self {
        Self { beside: false, ..self }
    }

    /// The upper left corner of the plot.
    pub(crate) fn corner(&self) -> Point {
        let unit = self.page.unit();
        let title = self.title_lines.len() as f64 * title_size(&self.page) * font::LEADING;
        let below = if self.title_lines.is_empty() { 0.0 } else { 6.0 * unit };
        point(MARGIN * unit, MARGIN * unit + title + below)
    }

    /// How wide the plot may be.
    pub(crate) fn plot_width(&self) -> f64 {
        let unit = self.page.unit();
        let legend = if self.beside { (BESIDE + GAP) * unit } else { 0.0 };
        self.page.width() - (2.0 * MARGIN) * unit - legend
    }

    /// By how much a plot of this height makes the figure higher than its page, whatever a legend beside it
    /// needs.
    pub(crate) fn excess(&self, plot_height: f64, sections: &[Section], caption: &[String]) -> f64 {
        let unit = self.page.unit();
        let below = self.corner().y + plot_height + GAP * unit;
        let (foot, _) = self.foot(below, sections, &mut Vec::new());
        self.caption(caption, foot, &mut Vec::new()) + MARGIN * unit - self.page.height()
    }

    /// Sets the legend and returns where the caption begins and where a legend beside the plot ends.
    fn foot(&self, below: f64, sections: &[Section], out: &mut Vec<Element>) -> (f64, f64) {
        let unit = self.page.unit();
        let (space, beside) = self.legend_space(self.corner(), below);
        let columns = space.columns.min(pieces(sections));
        let space = Space { columns, ..space };
        let (key, height) = legend(sections, space);
        out.push(key);
        // Beside the plot, the legend may reach down along the caption.
        match (sections.is_empty(), beside) {
            (true, _) => (below, 0.0),
            (false, true) => (below, self.corner().y + height),
            (false, false) => (below + height + GAP * unit, 0.0),
        }
    }

    /// Puts the whole together.
    pub(crate) fn finish(
        self,
        mut plot: Vec<Element>,
        plot_height: f64,
        sections: &[Section],
        caption: &[String],
        description: &str,
    ) -> Scene {
        let unit = self.page.unit();
        let corner = self.corner();
        let size = title_size(&self.page);
        for (i, line) in self.title_lines.iter().enumerate() {
            let baseline = MARGIN * unit + size * (0.9 + i as f64 * font::LEADING);
            plot.push(Text::new(point(corner.x, baseline), line.clone(), size).bold().into());
        }
        let below = corner.y + plot_height + GAP * unit;
        let (foot, key_end) = self.foot(below, sections, &mut plot);
        let height = self.caption(caption, foot, &mut plot).max(key_end) + MARGIN * unit;
        Scene {
            width: self.page.width(),
            height,
            title: self.title,
            description: description.to_owned(),
            record: Vec::new(),
            elements: plot,
        }
    }

    fn legend_space(&self, corner: Point, below: f64) -> (Space, bool) {
        let unit = self.page.unit();
        let (text, sample) = (self.page.text_pt, 24.0 * unit);
        let right = self.page.width() - MARGIN * unit;
        if self.beside {
            let width = BESIDE * unit;
            (
                Space { corner: point(right - width, corner.y), width, columns: 1, text, sample },
                true,
            )
        } else {
            let width = right - corner.x;
            let columns = ((width / (BESIDE * unit)) as usize).max(2);
            (Space { corner: point(corner.x, below), width, columns, text, sample }, false)
        }
    }

    /// Sets the caption's paragraphs under the plot from `top` downwards and returns where they end.
    fn caption(&self, caption: &[String], top: f64, out: &mut Vec<Element>) -> f64 {
        let size = self.page.text_pt;
        let x = self.corner().x;
        let mut y = top;
        let mut lines = Vec::new();
        for paragraph in caption {
            for line in font::fill(paragraph, self.plot_width(), size, false) {
                lines.push(Text::new(point(x, y + size), line, size).into());
                y += size * font::LEADING;
            }
            y += size * 0.25;
        }
        out.push(Element::group("caption", lines));
        y
    }
}

/// More columns than there are things to put side by side would only be narrower.
fn pieces(sections: &[Section]) -> usize {
    sections.iter().map(|section| 1 + section.entries.len() / 7).sum::<usize>().max(1)
}

fn title_size(page: &Page) -> f64 {
    page.text_pt * 1.36
}
