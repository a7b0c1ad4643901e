use super::block::{Block, block};
use super::key::key;
use super::picture::Picture;
use super::place::{Places, Room, place};
use super::sizes::Sizes;
use super::ties::{Joined, Widths, joined};
use super::{Labels, Node, NodeKind, Sociogram, caption};
use crate::figure::{Figure, Placed};
use crate::frame::Frame;
use crate::geometry::{Point, Rect, point};
use crate::layout::{Freedom, Graph, Layout, Method, Piece, pieces, scale_normalised};
use crate::legend::Section;
use crate::mark::Mark;
use crate::page::Page;
use crate::palette::{ACTIVITY, mark};
use crate::scene::{Element, font};
use tertius::{Error, Result, Watch};

/// So many names never all find room beside a legend: there is no need to draw that first.
const MOST_TRIED: usize = 200;

/// A plot less wide than this has hardly room for names beside it.
const NARROW: f64 = 280.0;

/// A figure, and how well it fits.
struct Drawn {
    figure: Figure,
    /// By how much it is too high for its page.
    excess: f64,
    /// Actors and areas whose names find no room.
    unnamed: usize,
    /// The actors among them, of how many.
    nameless: (usize, usize),
    /// Names cut short.
    cut: usize,
    xy: Vec<Point>,
    radii: Vec<f64>,
}

impl Drawn {
    /// How many names find no room, and how many too little.
    fn lacking(&self) -> (usize, usize) {
        (self.unnamed, self.cut)
    }
}

/// A picture without what is around it.
pub(super) struct Plot {
    pub(super) elements: Vec<Element>,
    pub(super) height: f64,
    pub(super) sections: Vec<Section>,
    /// What the picture itself has to say under it.
    own: Vec<String>,
    pub(super) nameless: (usize, usize),
    unnamed_areas: usize,
    cut: usize,
    pub(super) xy: Vec<Point>,
    radii: Vec<f64>,
}

/// What does not depend on the page.
struct Layed {
    lines: Vec<Joined>,
    graph: Graph,
    pieces: Vec<Piece>,
}

impl Sociogram {
    /// Draws it for a page. The same input gives the same bytes.
    ///
    /// Where names find no room beside the legend, the plot gets the whole width and the legend goes below.
    ///
    /// # Errors
    ///
    /// [`Stopped`](tertius::Error::Stopped), and [`NotApplicable`](tertius::Error::NotApplicable) for a method
    /// that cannot draw so many actors.
    pub fn draw(&self, page: &Page, watch: &Watch) -> Result<Figure> {
        let layed = self.layed(watch)?;
        let ties = layed.lines.iter().map(|line| (line.a, line.b)).collect();
        let drawn = self.framed(page, &layed, watch)?;
        if let (Labels::All, (nameless @ 1.., all)) = (self.labels, drawn.nameless) {
            let why = format!(
                "{nameless} of {all} find no room on this page; a wider page, fewer actors, or the names of the first {} would do",
                all - nameless
            );
            return Err(Error::not_applicable("a picture with every name", why));
        }
        let groups = self.actors.iter().map(|actor| self.group_of(actor)).collect();
        let layout = Layout { xy: drawn.xy, method: self.method.words(self.seed) };
        let (unnamed, _) = drawn.nameless;
        let placed = Placed { layout, ties, groups, radii: drawn.radii, unnamed };
        Ok(Figure { placed: Some(placed), ..drawn.figure })
    }

    /// The plot alone, in the part of a page that begins at `corner`.
    pub(super) fn plot(
        &self,
        page: &Page,
        (corner, width): (Point, f64),
        most_height: f64,
        watch: &Watch,
    ) -> Result<Plot> {
        Ok(self.plotted(page, &self.layed(watch)?, (corner, width), most_height))
    }

    fn layed(&self, watch: &Watch) -> Result<Layed> {
        let lines = joined(self);
        let ties: Vec<(usize, usize)> = lines.iter().map(|line| (line.a, line.b)).collect();
        let graph = Graph::new(self.actors.len(), &ties);
        let pieces = pieces(&graph, &self.method, self.seed, watch)?;
        Ok(Layed { lines, graph, pieces })
    }

    /// With the legend beside the plot or below it, wherever more names find room.
    fn framed(&self, page: &Page, layed: &Layed, watch: &Watch) -> Result<Drawn> {
        let frame = || Frame::new(page, &self.title);
        let is_wide = self.actors.len() > MOST_TRIED || self.given_width() > frame().plot_width();
        if is_wide && page.legend_beside() {
            return self.fitted(page, layed, &|| frame().across(), watch);
        }
        let beside = self.fitted(page, layed, &frame, watch)?;
        if beside.lacking() == (0, 0) || !page.legend_beside() {
            return Ok(beside);
        }
        let across = self.fitted(page, layed, &|| frame().across(), watch)?;
        Ok(if across.lacking() < beside.lacking() { across } else { beside })
    }

    /// How wide the places take that are given: they are not moved, so the legend must not stand in them.
    fn given_width(&self) -> f64 {
        match &self.method {
            Method::Fixed { places } => {
                Rect::around(&places.iter().flatten().copied().collect::<Vec<_>>()).width()
            }
            _ => 0.0,
        }
    }

    /// The figure in a frame, with a plot that leaves room for what is above and below it.
    fn fitted(
        &self,
        page: &Page,
        layed: &Layed,
        frame: &dyn Fn() -> Frame,
        watch: &Watch,
    ) -> Result<Drawn> {
        watch.go_on()?;
        let wide = frame().plot_width() * 0.95;
        // Columns may be higher than they are apart.
        let most = if self.layers().is_some() { page.height() } else { wide.min(page.height()) };
        // How much title, block, legend and caption leave is known once they are drawn.
        let drawn = self.drawn(page, layed, frame(), most);
        watch.go_on()?;
        Ok(if drawn.excess > 0.0 {
            self.drawn(page, layed, frame(), (most - drawn.excess).max(wide * 0.4))
        } else {
            drawn
        })
    }

    /// The figure with a plot no higher than `most_height`.
    fn drawn(&self, page: &Page, layed: &Layed, frame: Frame, most_height: f64) -> Drawn {
        let room = (frame.corner(), frame.plot_width());
        let plot = self.plotted(page, layed, room, most_height);
        let Plot { height, sections, own, nameless, cut, .. } = plot;
        let paragraphs: Vec<String> = self.caption.iter().chain(&own).cloned().collect();
        let excess = frame.excess(height, &sections, &paragraphs);
        let scene = frame.finish(plot.elements, height, &sections, &paragraphs, &self.description);
        let notes = own.into_iter().skip(1).chain(caption::missing_letters(self)).collect();
        let figure = Figure { scene, placed: None, notes };
        let unnamed = nameless.0 + plot.unnamed_areas;
        Drawn { figure, excess, unnamed, nameless, cut, xy: plot.xy, radii: plot.radii }
    }

    /// What goes into a part of a page: `corner` and `width` say which.
    fn plotted(
        &self,
        page: &Page,
        layed: &Layed,
        (corner, width): (Point, f64),
        most_height: f64,
    ) -> Plot {
        let unit = page.unit();
        let lines = layed.lines.clone();
        // A column is as crowded as a picture of three times as many.
        let crowded = self.longest_column().map_or(self.actors.len(), |rows| 3 * rows);
        let crowd = (40.0 / crowded.max(1) as f64).sqrt().clamp(0.5, 1.0);
        let breadth = (width.min(most_height * 1.3) / (375.0 * unit)).sqrt().clamp(0.75, 1.15);
        let marks = self.marks(page.grey);
        let sizes = Sizes::of(self, crowd * breadth * unit);
        let bounds = self.bounds(&marks, sizes, unit);
        let room = self.room(width, most_height, page);
        let places = place(self, &layed.pieces, &lines, &bounds, &room);
        let sizes = sizes.shrunk(places.shrink);
        let apart: Vec<usize> = places.apart.iter().flatten().copied().collect();
        let mut picture = Picture {
            chart: self,
            page,
            radii: self.actors.iter().map(|actor| sizes.radius(actor.size)).collect(),
            bounds: self.bounds(&marks, sizes, unit),
            marks,
            xy: places.xy.iter().map(|&p| p + corner).collect(),
            widths: Widths::of(&lines, unit),
            lines,
            in_plot: (0..self.actors.len()).filter(|actor| !apart.contains(actor)).collect(),
            centre: (self.method.freedom() == Freedom::Around).then_some(places.origin.0 + corner),
        };
        let mut areas = picture.areas();
        let plot = Rect::new(corner.x, corner.y, width, places.height);
        let mut named = picture.names(plot, &areas);
        let mut rings = picture.rings(places.origin.1);
        let mut height = places.height;
        if self.method.freedom() != Freedom::None && !picture.in_plot.is_empty() {
            let extent = picture.extent(&areas, &named);
            let corners = rings.corners().into_iter().chain([extent.min, extent.max]);
            let extent = Rect::around(&corners.collect::<Vec<_>>());
            let heads = if self.layer_names.is_empty() { 0.0 } else { page.text_pt * 1.9 };
            height = extent.height() + heads + unit;
            let up = point(0.0, corner.y + heads - extent.min.y);
            picture.xy.iter_mut().for_each(|p| *p = *p + up);
            areas.iter_mut().flat_map(|hull| &mut hull.rings).flatten().for_each(|p| *p = *p + up);
            named.shift(up);
            rings.shift(up);
        }
        let below = self.block(&mut picture, &places, (corner + point(0.0, height), width));
        height += below.as_ref().map_or(0.0, |block| block.height + 10.0 * unit);

        let stress = scale_normalised(&picture.xy, &layed.graph);
        let own = caption::notes(self, &picture.lines, stress, &named, &picture.mingled(&areas));
        let mut elements = vec![rings.draw()];
        elements.extend(picture.back_to_front(&areas));
        elements.push(Element::group("labels", named.draw(|i, to| picture.leader(i, to))));
        elements.push(rings.labels(&picture.taken(&named), page.text_pt * 0.9));
        let top = corner.y + page.text_pt;
        elements.push(self.heads(&picture.xy, &picture.in_plot, top, page.text_pt));
        elements.extend(below.map(|block| block.draw(self, &picture.bounds)));
        let ringed = rings.section(self.ring_name.as_deref());
        let sections = key(&picture, &sizes, &areas, ringed, named.has_leaders());
        let (shown, labelled) = named.shown();
        Plot {
            elements,
            height,
            sections,
            own,
            nameless: (labelled - shown, labelled),
            unnamed_areas: named.unnamed.len(),
            cut: named.cut(),
            xy: picture.xy,
            radii: picture.bounds,
        }
    }

    fn block(
        &self,
        picture: &mut Picture<'_>,
        places: &Places,
        (corner, width): (crate::Point, f64),
    ) -> Option<Block> {
        if places.apart.is_empty() {
            return None;
        }
        let gap = if picture.in_plot.is_empty() { 0.0 } else { 10.0 * picture.page.unit() };
        let room = (corner + point(0.0, gap), width);
        let block = block(self, &places.apart, &picture.bounds, room, picture.page.text_pt);
        for &(actor, at) in &block.spots {
            picture.xy[actor] = at;
        }
        Some(block)
    }

    /// The actor's group, if there is one of that number.
    pub(super) fn group_of(&self, actor: &Node) -> Option<usize> {
        actor.group.filter(|&group| group < self.groups.len())
    }

    /// Whether persons must be told from organisations.
    pub(super) fn mixes_persons(&self) -> bool {
        let persons = self.actors.iter().filter(|actor| actor.kind == NodeKind::Person).count();
        persons > 0 && persons < self.actors.len()
    }

    fn marks(&self, grey: bool) -> Vec<Mark> {
        let mixed = self.mixes_persons();
        self.actors
            .iter()
            .map(|actor| Mark {
                collective: actor.collective,
                person: actor.kind == NodeKind::Person && mixed,
                faded: actor.faded,
                ..match actor.kind {
                    NodeKind::Activity => ACTIVITY,
                    _ => mark(self.group_of(actor), self.groups.len(), grey),
                }
            })
            .collect()
    }

    fn bounds(&self, marks: &[Mark], sizes: Sizes, unit: f64) -> Vec<f64> {
        let actors = self.actors.iter().zip(marks);
        actors.map(|(actor, mark)| mark.bound(sizes.radius(actor.size), unit)).collect()
    }

    fn room(&self, width: f64, most_height: f64, page: &Page) -> Room {
        let unit = page.unit();
        let has_names = self.labels != Labels::None
            && self.actors.iter().any(|actor| !actor.label.trim().is_empty());
        let areas = !self.hulls.is_empty();
        let side = match (has_names, areas) {
            (true, true) => 46.0,
            (true, false) => 34.0,
            (false, true) => 30.0,
            (false, false) => 14.0,
        };
        // The names of layers stand beside them, those of the first and the last outside.
        let widths =
            || self.actors.iter().map(|actor| font::width(&actor.label, page.text_pt, false));
        let side = match self.method {
            Method::Layered { .. } => {
                (widths().fold(0.0, f64::max) + 14.0 * unit).min(width * 0.34).max(side * unit)
            }
            Method::Rings { .. } => (side * 2.0 * unit).min(width * 0.22),
            _ => (side * unit).min(width * 0.14),
        };
        // In a narrow picture names stand above and below rather than beside.
        let above = if areas || width < NARROW * unit { 30.0 } else { 20.0 };
        Room {
            width,
            most_height,
            page_height: page.height(),
            margin: point(side, above * unit),
            gap: if areas { 8.0 } else { 3.0 } * unit,
            line: page.text_pt * font::LEADING,
            unit,
        }
    }
}
