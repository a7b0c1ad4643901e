use super::{Labels, Node, Sociogram};
use crate::geometry::{Point, Rect, point};
use crate::hull::Hull;
use crate::labels::{Candidate, Ground, Item, choose};
use crate::scene::{Anchor, Colour, Element, Text, font};

/// Names stand this close, as a share of their size: closer than running text.
const LEADING: f64 = 1.12;

/// The colour of areas and their names, one that no group has: 7 : 1 on white.
pub(super) const fn area_colour(grey: bool) -> Colour {
    if grey { Colour(0x55, 0x55, 0x55) } else { Colour(0x3f, 0x55, 0x6e) }
}

/// What is to be named, and what stands in the way.
pub(super) struct Names<'a> {
    pub(super) chart: &'a Sociogram,
    pub(super) ground: Ground<'a>,
    /// The actors in the plot, in the order of the ground's discs, and their claim to a label.
    pub(super) actors: &'a [usize],
    pub(super) claims: &'a [f64],
    pub(super) hulls: &'a [Hull],
    /// What actors stand around, where that means something.
    pub(super) centre: Option<Point>,
    pub(super) text: f64,
    pub(super) grey: bool,
}

/// The labels of areas and actors, placed.
pub(super) struct Named {
    tags: Vec<(Tag, Option<Candidate>)>,
    /// The areas without a name.
    pub(super) unnamed: Vec<usize>,
}

/// One label before it is placed.
pub(super) struct Tag {
    /// The ways to break its text into lines, the most welcome first.
    pub(super) settings: Vec<Vec<String>>,
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) colour: Colour,
    /// The mark it belongs to, if it names an actor.
    pub(super) disc: Option<usize>,
    pub(super) candidates: Vec<Candidate>,
}

/// Places all labels; those of areas have the strongest claim, since they say what the picture's regions are.
pub(super) fn name(names: &Names<'_>) -> Named {
    let mut order: Vec<usize> = (0..names.actors.len())
        .filter(|&i| !names.chart.actors[names.actors[i]].label.trim().is_empty())
        .collect();
    let faded = |i: usize| names.chart.actors[names.actors[i]].faded;
    order.sort_by(|&a, &b| {
        let claim = names.claims[b].total_cmp(&names.claims[a]);
        faded(a).cmp(&faded(b)).then(claim).then(a.cmp(&b))
    });
    match names.chart.labels {
        Labels::Top(most) => order.truncate(most),
        Labels::None => order.clear(),
        Labels::Auto | Labels::All => {}
    }
    let stress = names.chart.actors.iter().any(|actor| actor.faded);
    let few = order.len() <= 60;
    let rings = if few { 16 } else { usize::from(order.len() <= 400) * 3 };
    let mut tags: Vec<Tag> = names.hulls.iter().map(|hull| names.area_tag(hull)).collect();
    tags.extend(order.iter().map(|&i| names.actor_tag(i, rings)));
    let n = tags.len();
    let items: Vec<Item> = tags
        .iter()
        .enumerate()
        .map(|(rank, tag)| {
            let claim = 1.0 - rank as f64 / n as f64;
            let worth = match tag.disc {
                None => 40.0,
                // Whoever is to be looked at must have a name.
                Some(disc) if stress && !faded(disc) => 120.0,
                Some(_) => 18.0 + 30.0 * claim * claim,
            };
            Item::new(tag.candidates.clone(), worth)
        })
        .collect();
    let placed = choose(&items, if n <= 200 { (n * 5_000).min(250_000) } else { 0 });
    let areas = names.hulls.iter().zip(&placed);
    let unnamed = areas.filter(|(_, at)| at.is_none()).map(|(hull, _)| hull.group).collect();
    Named { tags: tags.into_iter().zip(placed).collect(), unnamed }
}

impl Named {
    /// How many actors have a label, of how many that should.
    pub(super) fn shown(&self) -> (usize, usize) {
        let actors = || self.tags.iter().filter(|(tag, _)| tag.disc.is_some());
        (actors().filter(|(_, at)| at.is_some()).count(), actors().count())
    }

    /// How many names are cut short.
    pub(super) fn cut(&self) -> usize {
        let placed = self.tags.iter().filter_map(|(tag, at)| Some((tag, at.as_ref()?)));
        let shown = placed.map(|(tag, at)| &tag.settings[at.setting]);
        shown
            .filter(|lines| lines.iter().any(|it| it.starts_with('…') || it.ends_with('…')))
            .count()
    }

    pub(super) fn has_leaders(&self) -> bool {
        self.tags.iter().any(|(_, at)| at.is_some_and(|at| at.leader.is_some()))
    }

    pub(super) fn boxes(&self) -> impl Iterator<Item = Rect> {
        self.tags.iter().filter_map(|(_, at)| at.map(|at| at.rect))
    }

    /// Moves all labels.
    pub(super) fn shift(&mut self, by: Point) {
        for at in self.tags.iter_mut().filter_map(|(_, at)| at.as_mut()) {
            at.rect = Rect { min: at.rect.min + by, max: at.rect.max + by };
            at.leader = at.leader.map(|(from, to)| (from + by, to + by));
        }
    }

    /// Leaders, then texts; `leader` draws one to disc number `i`.
    pub(super) fn draw(&self, leader: impl Fn(usize, Point) -> Element) -> Vec<Element> {
        let lines = self.tags.iter().filter_map(|(tag, at)| {
            let (_, to) = at.as_ref()?.leader?;
            Some(leader(tag.disc?, to))
        });
        let texts = self.tags.iter().flat_map(|(tag, at)| at.iter().flat_map(|at| tag.draw(at)));
        let group = |class, elements: Vec<Element>| {
            (!elements.is_empty()).then(|| Element::group(class, elements))
        };
        let groups = [group("leaders", lines.collect()), group("names", texts.collect())];
        groups.into_iter().flatten().collect()
    }
}

impl Names<'_> {
    fn actor_tag(&self, i: usize, rings: usize) -> Tag {
        if self.chart.layers().is_some() {
            return self.column_tag(i);
        }
        let Node { label, .. } = &self.chart.actors[self.actors[i]];
        let mut settings: Vec<Vec<String>> = Vec::new();
        let mut candidates = Vec::new();
        for measure in [12.0, 8.0, 20.0] {
            let lines = font::wrap(label, self.text * measure, self.text, false);
            if settings.contains(&lines) {
                continue;
            }
            let setting = settings.len();
            let around = self.ground.around_disc(i, extent(&lines, self.text, false), rings);
            // Beyond three lines a name reads as a list.
            let dearer = 0.35 * setting as f64 + 0.5 * lines.len().saturating_sub(3) as f64;
            candidates.extend(around.into_iter().map(|c| Candidate {
                setting,
                cost: c.cost + dearer + self.inward(i, c.rect),
                ..c
            }));
            settings.push(lines);
        }
        self.tag_of(i, settings, candidates)
    }

    /// The name of an actor, soft if others are to be looked at.
    pub(super) fn tag_of(
        &self,
        i: usize,
        settings: Vec<Vec<String>>,
        candidates: Vec<Candidate>,
    ) -> Tag {
        let faded = self.chart.actors[self.actors[i]].faded;
        let colour = if faded { Colour::SOFT } else { Colour::BLACK };
        Tag { settings, size: self.text, bold: false, colour, disc: Some(i), candidates }
    }

    /// Around a centre a name is unwelcome between its mark and the centre, where the ties are.
    fn inward(&self, i: usize, rect: Rect) -> f64 {
        let Some(centre) = self.centre else { return 0.0 };
        let far = self.ground.discs[i].0.distance(centre);
        if rect.centre().distance(centre) < far { 1.5 } else { 0.0 }
    }

    /// An area's name stands outside its outline, near the rim of the picture where there is a choice, and
    /// not where it could be read as another area's. The outer the area, the larger its name.
    fn area_tag(&self, hull: &Hull) -> Tag {
        let text = self.text * (1.0 + 0.15 * hull.depth.min(2) as f64);
        let lines = font::wrap(&self.chart.hulls[hull.group], text * 11.0, text, true);
        let size = extent(&lines, text, true);
        let middle = self.ground.area.centre();
        let far = self.ground.area.max.distance(middle);
        let unit = self.ground.unit;
        let candidates = hull.rings.iter().flat_map(|ring| spots(ring, size, 1.6 * unit));
        let candidates = candidates.filter_map(|(rect, side)| {
            let others = self.hulls.iter().filter(|other| other.group != hull.group);
            let taken: f64 = others
                .map(|other| match other.distance(rect) {
                    0.0 => 2.5,
                    // Beside a second area of the same rank it could be either's name.
                    near if near < 7.0 * unit && other.depth <= hull.depth => 2.0,
                    _ => 0.0,
                })
                .sum();
            let inward = 1.0 - rect.centre().distance(middle) / far;
            let cost = taken + 1.5 * inward;
            let rough = Candidate { rect, side, leader: None, cost, clear: 3.0 * unit, setting: 0 };
            self.ground.judged(rough, None)
        });
        let colour = area_colour(self.grey);
        let settings = vec![lines];
        Tag {
            settings,
            size: text,
            bold: true,
            colour,
            disc: None,
            candidates: candidates.collect(),
        }
    }
}

/// Boxes beside each point of a ring, on either side of it, and how text stands in them.
fn spots(ring: &[Point], size: Point, away: f64) -> impl Iterator<Item = (Rect, i8)> {
    let n = ring.len();
    (0..2 * n).map(move |i| {
        let along = (ring[(i / 2 + 1) % n] - ring[(i / 2 + n - 1) % n]).unit();
        let outward = if i % 2 == 0 { point(along.y, -along.x) } else { point(-along.y, along.x) };
        let lean = point((outward.x * 1.5).clamp(-1.0, 1.0), (outward.y * 1.5).clamp(-1.0, 1.0));
        let half = size * 0.5;
        let centre = ring[i / 2] + outward * away + point(lean.x * half.x, lean.y * half.y);
        let rect = Rect { min: centre - half, max: centre + half };
        (rect, if lean.x > 0.5 { -1 } else { i8::from(lean.x < -0.5) })
    })
}

impl Tag {
    fn draw(&self, at: &Candidate) -> Vec<Element> {
        let size = self.size;
        let (x, anchor) = match at.side {
            -1 => (at.rect.min.x, Anchor::Start),
            0 => (at.rect.centre().x, Anchor::Middle),
            _ => (at.rect.max.x, Anchor::End),
        };
        let line = |(i, content): (usize, &String)| {
            let y = at.rect.min.y + size * (font::CAPITAL + 0.08 + i as f64 * LEADING);
            let text = Text::new(point(x, y), content.clone(), size).anchored(anchor);
            let text = if self.bold {
                text.bold().coloured(self.colour)
            } else {
                text.coloured(self.colour)
            };
            Element::from(Text { halo: true, ..text })
        };
        self.settings[at.setting].iter().enumerate().map(line).collect()
    }
}

pub(super) fn extent(lines: &[String], size: f64, bold: bool) -> Point {
    let width = lines.iter().map(|line| font::width(line, size, bold)).fold(0.0, f64::max);
    let between = lines.len().saturating_sub(1) as f64 * LEADING;
    point(width, size * (font::CAPITAL + 0.16 + font::DESCENT - 0.08 + between))
}
