use super::caption::missing_letters;
use super::draw::Plot;
use super::{Line, Sociogram};
use crate::figure::Figure;
use crate::frame::Frame;
use crate::geometry::{Point, point};
use crate::layout::Method;
use crate::number::counted;
use crate::page::Page;
use crate::scene::{Element, Text, font};
use tertius::{Result, Watch};

/// A network at two times, or in two ways, as one figure: everybody stands in the same place in both panels.
///
/// ```
/// use tertius_chart::{Line, Node, Page, Panel, Panels, Sociogram};
/// let actors = ["School", "College", "Council"].map(|name| Node { label: name.into(), ..Node::default() });
/// let panel = |heading: &str, to| Panel {
///     heading: heading.into(),
///     picture: Sociogram {
///         actors: actors.to_vec(),
///         ties: vec![Line { from: 0, to, weight: 1.0, dashed: false, bold: to == 2, light: to == 1 }],
///         ..Sociogram::default()
///     },
///     ..Panel::default()
/// };
/// let panels = Panels { title: "Two years".into(), panels: [panel("Before", 1), panel("After", 2)], ..Panels::default() };
/// let figure = panels.draw(&Page::double(), &tertius::Watch::new())?;
/// assert_eq!(figure.svg().matches(">School</text>").count(), 2);
/// # Ok::<(), tertius::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Panels {
    /// Printed above the figure.
    pub title: String,
    /// Side by side, or one above the other on a narrow page.
    pub panels: [Panel; 2],
    /// Printed under the figure, one paragraph each.
    pub caption: Vec<String>,
    /// The alternative text.
    pub description: String,
}

/// One of the pictures.
#[derive(Debug, Clone, Default)]
pub struct Panel {
    /// Printed above it in bold.
    pub heading: String,
    /// Printed under the heading.
    pub said: String,
    /// The picture: the same actors in both panels, in the same order. Its own title and caption are not
    /// printed, and its own method is not used: places are common to both.
    pub picture: Sociogram,
}

/// Where the panels stand on the page.
struct Division {
    corners: [Point; 2],
    width: f64,
    heads: f64,
}

impl Panels {
    /// Draws it for a page. The same input gives the same bytes.
    ///
    /// # Errors
    ///
    /// [`Stopped`](tertius::Error::Stopped), and [`NotApplicable`](tertius::Error::NotApplicable) for more actors
    /// than can be laid out together.
    pub fn draw(&self, page: &Page, watch: &Watch) -> Result<Figure> {
        let side_by_side = page.legend_beside();
        // On a slide, which is low, the legend beside the panels leaves them more of its height.
        let beside = side_by_side && page.width() > 1.5 * page.height();
        let frame = || {
            let frame = Frame::new(page, &self.title);
            if beside { frame } else { frame.across() }
        };
        let wide = frame().plot_width();
        let most = if side_by_side { wide / 2.0 } else { wide * 0.8 };
        let (mut drawn, mut excess) = self.fitted(page, frame(), most, watch)?;
        // A lower panel is not lower by as much as was asked: its names keep their size. Lower than half its width
        // nobody is told from the next; better a figure higher than it should be.
        let (mut high, least) = (most, if side_by_side { wide * 0.25 } else { wide * 0.5 });
        while excess > 0.0 && high > least {
            let each = if side_by_side { excess } else { excess / 2.0 };
            high = (high - each - 1.0).max(least);
            (drawn, excess) = self.fitted(page, frame(), high, watch)?;
        }
        Ok(drawn)
    }

    /// The figure with panels no higher than that, and by how much it is too high for its page.
    fn fitted(&self, page: &Page, frame: Frame, most: f64, watch: &Watch) -> Result<(Figure, f64)> {
        let gap = 14.0 * page.unit();
        let (corner, wide) = (frame.corner(), frame.plot_width());
        let side_by_side = page.legend_beside();
        let width = if side_by_side { (wide - gap) / 2.0 } else { wide };
        let heads = self.panels.iter().map(|it| head(it, width, page).len()).max().unwrap_or(0);
        let heads = heads as f64 * page.text_pt * font::LEADING + page.text_pt * 0.6;
        let common = self.common(None);
        let xy = common.plot(page, (Point::default(), width), most, watch)?.xy;
        let places: Vec<Option<Point>> = xy.into_iter().map(Some).collect();
        let first = corner + point(0.0, heads);
        let above = self.plot(0, &places, page, (first, width, most), watch)?;
        let second = if side_by_side {
            first + point(width + gap, 0.0)
        } else {
            first + point(0.0, above.height + gap + heads)
        };
        let below = self.plot(1, &places, page, (second, width, most), watch)?;
        let division = Division { corners: [first, second], width, heads };
        let height = second.y - corner.y + below.height;
        // The legend is that of a picture with the ties of both.
        let key = self.common(Some(places)).plot(page, (first, width), most, watch)?.sections;
        let unnamed = above.nameless.0.max(below.nameless.0);
        let mut elements = self.headings(&division, page);
        elements.push(Element::group("panel", above.elements));
        elements.push(Element::group("panel", below.elements));
        let method = Method::Waves { ties: vec![Vec::new(); 2] }.words(common.seed);
        let mut notes: Vec<String> = missing_letters(&common).into_iter().collect();
        let mut paragraphs = self.caption.clone();
        paragraphs.push(format!("Layout: {method}, overlaps removed."));
        if unnamed > 0 {
            let note =
                format!("Without room for a name: {} in a panel.", counted(unnamed, "actor"));
            paragraphs.push(note.clone());
            notes.push(note);
        }
        let excess = frame.excess(height, &key, &paragraphs);
        let scene = frame.finish(elements, height, &key, &paragraphs, &self.description);
        Ok((Figure { scene, placed: None, notes }, excess))
    }

    /// The ties of both panels in one picture: laid out for both, or in the places given.
    fn common(&self, places: Option<Vec<Option<Point>>>) -> Sociogram {
        let [first, second] = &self.panels;
        let ends = |panel: &Panel| {
            let pair = |line: &Line| (line.from, line.to);
            panel.picture.ties.iter().map(pair).collect()
        };
        let method = match places {
            Some(places) => Method::Fixed { places },
            None => Method::Waves { ties: vec![ends(first), ends(second)] },
        };
        let ties = [&first.picture.ties[..], &second.picture.ties[..]].concat();
        Sociogram { ties, method, ..first.picture.clone() }
    }

    fn plot(
        &self,
        panel: usize,
        places: &[Option<Point>],
        page: &Page,
        (corner, width, most): (Point, f64, f64),
        watch: &Watch,
    ) -> Result<Plot> {
        let method = Method::Fixed { places: places.to_vec() };
        let picture = Sociogram { method, ..self.panels[panel].picture.clone() };
        picture.plot(page, (corner, width), most, watch)
    }

    fn headings(&self, division: &Division, page: &Page) -> Vec<Element> {
        let size = page.text_pt;
        let mut elements = Vec::new();
        for (panel, corner) in self.panels.iter().zip(division.corners) {
            for (at, (line, bold)) in head(panel, division.width, page).into_iter().enumerate() {
                let y = corner.y - division.heads + size * (1.0 + at as f64 * font::LEADING);
                let text = Text::new(point(corner.x, y), line, size);
                elements.push(if bold { text.bold().into() } else { text.into() });
            }
        }
        vec![Element::group("headings", elements)]
    }
}

/// The lines above a panel, and whether they are bold.
fn head(panel: &Panel, width: f64, page: &Page) -> Vec<(String, bool)> {
    let lines = |text: &str, bold: bool| font::fill(text, width, page.text_pt, bold);
    let bold = lines(&panel.heading, true).into_iter().map(|line| (line, true));
    bold.chain(lines(&panel.said, false).into_iter().map(|line| (line, false))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Node;

    /// The actors' places in the order of the page, panel after panel.
    fn circles(svg: &str) -> Vec<Point> {
        let number = |tag: &str, name: &str| -> f64 {
            let value = tag.split(&format!(" {name}=\"")).nth(1).expect("it has one");
            value.split('"').next().and_then(|it| it.parse().ok()).expect("a number")
        };
        let actors = svg.split("class=\"actor\"").skip(1);
        let tag = actors.map(|it| it.split("<circle").nth(1).expect("a mark"));
        tag.map(|tag| point(number(tag, "cx"), number(tag, "cy"))).collect()
    }

    #[test]
    fn everybody_stands_in_the_same_place_in_both_panels_and_the_legend_is_there_once() {
        let line =
            |from, to, (dashed, bold, light)| Line { from, to, weight: 1.0, dashed, bold, light };
        let (kept, gained, lost) =
            ((false, false, true), (false, true, false), (true, false, false));
        let picture = |ties: Vec<Line>| Sociogram {
            actors: vec![Node { label: "A".into(), ..Node::default() }; 7],
            ties,
            light_name: Some("kept".into()),
            bold_name: Some("gained".into()),
            dash_name: Some("lost".into()),
            ..Sociogram::default()
        };
        let first = vec![line(0, 1, kept), line(1, 2, kept), line(2, 3, lost), line(3, 4, kept)];
        let second = vec![line(0, 1, kept), line(1, 2, kept), line(0, 5, gained), line(3, 4, kept)];
        let panel =
            |ties| Panel { heading: "When".into(), picture: picture(ties), ..Panel::default() };
        let panels = Panels { panels: [panel(first), panel(second)], ..Panels::default() };
        for page in [Page::double(), Page::single(), Page::slide()] {
            let svg = panels.draw(&page, &Watch::new()).unwrap().svg();
            let spots = circles(&svg);
            assert_eq!(spots.len(), 14);
            let moved = spots[7] - spots[0];
            assert!(
                if page.legend_beside() { moved.x > 100.0 } else { moved.y > 100.0 },
                "{moved:?}"
            );
            for at in 0..7 {
                let (first, second) = (spots[at], spots[7 + at]);
                assert!((second - first - moved).length() < 0.02, "{at}: {first:?} {second:?}");
            }
            for words in ["kept", "gained", "lost"] {
                assert_eq!(svg.matches(&format!(">{words}<")).count(), 1, "{words}");
            }
        }
    }
}
