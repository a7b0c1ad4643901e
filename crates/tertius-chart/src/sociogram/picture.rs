use super::Sociogram;
use super::naming::{Named, Names, area_colour, name};
use super::rings::Rings;
use super::ties::{self, Joined, Widths};
use crate::geometry::{Point, Rect};
use crate::hull::{Hull, hulls};
use crate::labels::Ground;
use crate::mark::Mark;
use crate::number::short;
use crate::page::Page;
use crate::scene::{Colour, Element, Paint, Path, Stroke};

/// All that is known of the picture once the actors stand, each list in the order of the actors.
pub(super) struct Picture<'a> {
    pub(super) chart: &'a Sociogram,
    pub(super) page: &'a Page,
    pub(super) marks: Vec<Mark>,
    pub(super) radii: Vec<f64>,
    /// The discs that labels and areas take marks for.
    pub(super) bounds: Vec<f64>,
    pub(super) xy: Vec<Point>,
    pub(super) lines: Vec<Joined>,
    pub(super) widths: Widths,
    /// The actors that stand in the plot and not in the block under it.
    pub(super) in_plot: Vec<usize>,
    /// What they stand around, where that means something.
    pub(super) centre: Option<Point>,
}

impl Picture<'_> {
    fn discs(&self) -> Vec<(Point, f64)> {
        self.in_plot.iter().map(|&actor| (self.xy[actor], self.bounds[actor])).collect()
    }

    /// The areas of localities; unconnected actors stand in their block, outside all of them.
    pub(super) fn areas(&self) -> Vec<Hull> {
        let members: Vec<Vec<usize>> =
            (0..self.chart.hulls.len()).map(|hull| self.members(hull)).collect();
        hulls(&members, &self.discs(), self.page.unit())
    }

    /// The localities with several actors in the plot and no area around them.
    pub(super) fn mingled(&self, areas: &[Hull]) -> Vec<usize> {
        let is_drawn = |hull: usize| areas.iter().any(|area| area.group == hull);
        (0..self.chart.hulls.len())
            .filter(|&hull| self.members(hull).len() > 1 && !is_drawn(hull))
            .collect()
    }

    /// The places in `in_plot` of a locality's actors.
    fn members(&self, hull: usize) -> Vec<usize> {
        let is_member = |&i: &usize| self.chart.actors[self.in_plot[i]].hulls.contains(&hull);
        (0..self.in_plot.len()).filter(is_member).collect()
    }

    pub(super) fn names(&self, plot: Rect, areas: &[Hull]) -> Named {
        // Names keep off the numbers of remarks as off marks.
        let discs = [self.discs(), self.badges()].concat();
        let lines = self.lines.iter().filter(|line| self.in_plot.contains(&line.a));
        let ties: Vec<(Point, Point)> =
            lines.map(|line| (self.xy[line.a], self.xy[line.b])).collect();
        let arrows: Vec<Point> = self
            .lines
            .iter()
            .flat_map(|line| {
                let (a, b) = self.ends(line);
                let (at_a, at_b) = self.heads(line);
                [at_a.then_some(a), at_b.then_some(b)]
            })
            .flatten()
            .collect();
        let mut contacts = vec![0.0; self.xy.len()];
        for line in &self.lines {
            contacts[line.a] += 1.0;
            contacts[line.b] += 1.0;
        }
        let by_size = self.chart.size_name.is_some();
        let claim = |&actor: &usize| {
            if by_size { self.chart.actors[actor].size.unwrap_or(-1.0) } else { contacts[actor] }
        };
        let claims: Vec<f64> = self.in_plot.iter().map(claim).collect();
        name(&Names {
            chart: self.chart,
            ground: Ground {
                area: plot,
                discs: &discs,
                ties: &ties,
                tips: &arrows,
                unit: self.page.unit(),
            },
            actors: &self.in_plot,
            claims: &claims,
            hulls: areas,
            centre: self.centre,
            text: self.page.text_pt,
            grey: self.page.grey,
        })
    }

    /// The smallest box around marks, areas and labels.
    pub(super) fn extent(&self, areas: &[Hull], named: &Named) -> Rect {
        let mut corners: Vec<Point> =
            areas.iter().flat_map(|hull| &hull.rings).flatten().copied().collect();
        for (centre, radius) in self.discs().into_iter().chain(self.badges()) {
            let rect = Rect { min: centre, max: centre }.grown(radius);
            corners.extend([rect.min, rect.max]);
        }
        corners.extend(named.boxes().flat_map(|rect| [rect.min, rect.max]));
        Rect::around(&corners)
    }

    /// The circles behind the picture, where the layout has a centre and a unit of so many points.
    pub(super) fn rings(&self, length: f64) -> Rings {
        let centre = self.centre.unwrap_or_default();
        let far = self.in_plot.iter().map(|&actor| self.xy[actor].distance(centre));
        let outermost = far.fold(0.0, f64::max);
        Rings::of(self.chart, (centre, length), (&self.in_plot, outermost), self.page.unit())
    }

    /// The boxes of marks and names.
    pub(super) fn taken(&self, named: &Named) -> Vec<Rect> {
        let disc = |(at, radius): (Point, f64)| Rect { min: at, max: at }.grown(radius);
        self.discs().into_iter().map(disc).chain(named.boxes()).collect()
    }

    /// A leader from the outline of the `i`-th mark in the plot to its label.
    pub(super) fn leader(&self, i: usize, to: Point) -> Element {
        let (actor, unit) = (self.in_plot[i], self.page.unit());
        let direction = (to - self.xy[actor]).unit();
        let reach = self.marks[actor].reach(self.radii[actor], unit, direction);
        let from = self.xy[actor] + direction * reach;
        Element::line(from, to, leader_stroke(unit))
    }

    /// Where a line starts and ends: at the outlines of its marks.
    fn ends(&self, line: &Joined) -> (Point, Point) {
        let unit = self.page.unit();
        let (a, b) = (self.xy[line.a], self.xy[line.b]);
        let along = (b - a).unit();
        let reach = |actor: usize, direction: Point| {
            direction * (self.marks[actor].reach(self.radii[actor], unit, direction) + 0.5 * unit)
        };
        (a + reach(line.a, along), b + reach(line.b, along * -1.0))
    }

    /// At which of its ends a line has an arrow head.
    fn heads(&self, line: &Joined) -> (bool, bool) {
        (self.chart.directed && line.to_a, self.chart.directed && line.to_b)
    }

    /// Areas behind ties behind marks.
    pub(super) fn back_to_front(&self, areas: &[Hull]) -> Vec<Element> {
        let unit = self.page.unit();
        let area = |hull: &Hull| {
            let steps = hull.rings.iter().flat_map(|ring| Path::smooth(ring).0).collect();
            Element::Path { path: Path(steps), paint: area_paint(unit, self.page.grey) }
        };
        let faint = ties::opacity(self.lines.len(), self.in_plot.len());
        // Beside light lines the others are those that matter.
        let dark = if self.lines.iter().any(|line| line.light) { faint.max(0.75) } else { faint };
        let line = |line: &Joined| {
            let opacity = if line.bold { dark.max(0.75) } else { dark };
            let stroke = Stroke {
                opacity: if self.is_faded(line) { opacity * 0.3 } else { opacity },
                dashed: line.dashed,
                ..Stroke::new(ties::colour(line.light), self.widths.of_line(line))
            };
            ties::draw(self.ends(line), self.heads(line), stroke, unit)
        };
        // Pale marks first, and large ones, so that none hides a smaller one.
        let mut order: Vec<usize> = (0..self.xy.len()).collect();
        let faded = |actor: usize| self.chart.actors[actor].faded;
        order.sort_by(|&a, &b| {
            let larger = self.radii[b].total_cmp(&self.radii[a]);
            faded(b).cmp(&faded(a)).then(larger).then(a.cmp(&b))
        });
        // Lines apart from heads: what all lines have in common is then written once.
        // Light lines first: they cross out none that matters.
        let (light, others): (Vec<_>, Vec<_>) = self.lines.iter().partition(|line| line.light);
        let (lines, heads) =
            light.into_iter().chain(others).map(line).unzip::<_, _, Vec<_>, Vec<_>>();
        let heads = heads.concat();
        vec![
            Element::group("areas", areas.iter().map(area).collect()),
            Element::group(
                "ties",
                vec![Element::group("lines", lines), Element::group("heads", heads)],
            ),
            Element::group("actors", order.into_iter().map(|actor| self.actor(actor)).collect()),
            Element::group("remarks", self.numbers()),
        ]
    }

    /// Whether a line is among those who are not to be looked at.
    fn is_faded(&self, line: &Joined) -> bool {
        self.chart.actors[line.a].faded && self.chart.actors[line.b].faded
    }

    fn actor(&self, actor: usize) -> Element {
        let node = &self.chart.actors[actor];
        let group = self.chart.group_of(node);
        let group = group.map(|g| format!("{}: {}", self.chart.group_name, self.chart.groups[g]));
        let size = self.chart.size_name.as_ref().zip(node.size);
        let size = size.map(|(name, value)| format!("{name}: {}", short(value)));
        let title: Vec<String> =
            [Some(node.label.clone()), group, size].into_iter().flatten().collect();
        let title = title.join("; ");
        let elements = self.marks[actor].draw(self.xy[actor], self.radii[actor], self.page.unit());
        Element::Group { class: "actor", id: node.id.clone(), title, elements }
    }
}

/// How areas are filled and lined.
pub(super) fn area_paint(unit: f64, grey: bool) -> Paint {
    let colour = area_colour(grey);
    let stroke = Stroke { opacity: 0.55, ..Stroke::new(colour, 0.6 * unit) };
    Paint { fill: Some((colour, 0.09)), stroke: Some(stroke) }
}

/// Thinner and paler than any tie.
pub(super) fn leader_stroke(unit: f64) -> Stroke {
    Stroke::new(Colour::SOFT, 0.35 * unit)
}
