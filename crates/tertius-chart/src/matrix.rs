//! Who is tied to whom as a table of cells, actors of one group side by side.

use crate::apart::apart;
use crate::figure::Figure;
use crate::frame::Frame;
use crate::geometry::{Point, Rect, point};
use crate::groups::capitalised;
use crate::hatch::Hatch;
use crate::legend::{Entry, Section};
use crate::names::{Name, extent};
use crate::number::{examples, short};
use crate::page::Page;
use crate::scene::{Anchor, Colour, Element, Paint, Path, Stroke, Text, font};

/// What a matrix shows.
#[derive(Debug, Clone, Default)]
pub struct Matrix {
    /// Printed above the picture.
    pub title: String,
    /// The actors, in the order of rows and columns, those of one group one after the other.
    pub actors: Vec<Member>,
    /// The groups, printed beside their rows: `Schools (9)`.
    pub groups: Vec<String>,
    /// What a group is: `sector`.
    pub group_name: String,
    /// The ties; in an undirected network each is drawn on both sides of the diagonal.
    pub ties: Vec<Cell>,
    /// Pairs of which it is not known whether they are tied: striped, unless a tie is there.
    pub unobserved: Vec<(usize, usize)>,
    /// Whether ties go from the actor of the row to that of the column.
    pub directed: bool,
    /// What the shade of a cell measures: `strength of the tie`; `None` if ties are alike.
    pub value_name: Option<String>,
    /// Rules and words where the groups are blocks of a model.
    pub blocks: Option<Blocks>,
    /// Printed under the picture, one paragraph each.
    pub caption: Vec<String>,
    /// The alternative text.
    pub description: String,
}

/// An actor of a matrix.
#[derive(Debug, Clone, Default)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its group, by its place in the groups of the matrix.
    pub group: Option<usize>,
}

/// A tie of a matrix, by the numbers of its actors.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Cell {
    /// The actor of the row.
    pub from: usize,
    /// The actor of the column.
    pub to: usize,
    /// How strong it is.
    pub value: f64,
}

/// What is said of each two groups.
#[derive(Debug, Clone, Default)]
pub struct Blocks {
    /// For the group of the rows and that of the columns, what is printed: `0.83`.
    pub words: Vec<Vec<String>>,
    /// What the words are: `density`.
    pub name: String,
}

/// Cells smaller than this, in shares of the text, leave no room for a name in their row.
const NAMED: f64 = 1.02;

/// How a cell is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fill {
    Tie(Colour),
    Unobserved,
    Diagonal,
}

/// The room of a matrix on its page.
struct Room {
    names: Vec<Name>,
    words: Vec<Name>,
    left: f64,
    top: f64,
    side: f64,
}

impl Matrix {
    /// Draws it for a page. The same input gives the same bytes on one platform.
    pub fn draw(&self, page: &Page) -> Figure {
        let frame = Frame::new(page, &self.title).across();
        let (text, unit, corner) = (page.text_pt, page.unit(), frame.corner());
        let room = self.room(frame.plot_width(), page);
        let n = self.actors.len() as f64;
        let area =
            Rect::new(corner.x + room.left, corner.y + room.top, room.side * n, room.side * n);
        let mut elements = vec![Element::group("cells", self.cells(area, room.side, page))];
        elements.extend(self.rules(area, room.side, unit));
        if !room.names.is_empty() {
            elements.extend(Self::heads(&room, area, text));
        }
        if self.directed {
            let head = Text::new(point(area.min.x, corner.y + text), "to", text).bold();
            elements.push(head.into());
            if !room.names.is_empty() {
                let base = area.min - point(text * 0.5, text * 0.5);
                let head = Text::new(base, "from", text).bold().anchored(Anchor::End);
                elements.push(head.into());
            }
        }
        elements.extend(self.bands(&room, area, page));
        let words = room.words.iter().map(|it| it.height() + text * 0.5).sum::<f64>();
        let height = room.top + area.height().max(words);
        let scene =
            frame.finish(elements, height, &self.key(page), &self.caption, &self.description);
        let mut figure = Figure::plain(scene);
        if room.names.is_empty() && !self.actors.is_empty() {
            let note =
                "The cells are too small for names; a wider page, or fewer actors, would show them";
            figure.notes.push(note.to_owned());
        }
        figure
    }

    /// How large cells can be, with names if these stay readable: shorter ones where that leaves room.
    fn room(&self, width: f64, page: &Page) -> Room {
        let text = page.text_pt;
        let n = self.actors.len().max(1) as f64;
        let words = |share: f64| -> Vec<Name> {
            let runs = self.runs().into_iter();
            runs.map(|run| Name::new(&self.groups[run.2], width * share, text)).collect()
        };
        let right_of =
            |words: &[Name]| extent(words).0 + text * if words.is_empty() { 1.0 } else { 2.6 };
        let head = if self.directed { text * 1.6 } else { 0.0 };
        let most = (page.height() * 0.66).min(text * 2.4 * n);
        let digits = font::width(&self.actors.len().to_string(), text, false);
        for share in [0.32, 0.27, 0.22, 0.18] {
            let words = words(0.19);
            let right = right_of(&words);
            let names = self.names(width * share, text);
            let from = if self.directed { font::width("from", text, true) } else { 0.0 };
            let left = extent(&names).0.max(from) + text * 0.9;
            let side = (width - left - right).min(most) / n;
            if side >= text * NAMED {
                return Room { names, words, left, top: head + digits + text * 0.9, side };
            }
        }
        let words = words(0.27);
        let side = (width - right_of(&words)).min(most) / n;
        Room { names: Vec::new(), words, left: 0.0, top: head + text * 0.2, side }
    }

    /// Each with the number of its row.
    fn names(&self, most: f64, text: f64) -> Vec<Name> {
        let numbered = |(i, member): (usize, &Member)| {
            let number = format!("\u{a0}\u{a0}{}", i + 1);
            let room = most - font::width(&number, text, false);
            Name::line(&member.name, room, text).followed_by(&number)
        };
        self.actors.iter().enumerate().map(numbered).collect()
    }

    /// Actors side by side that are of one group: from where to where, and which group.
    fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs = Vec::new();
        let mut start = 0;
        for run in self.actors.chunk_by(|a, b| a.group == b.group) {
            let group = run[0].group.filter(|&group| group < self.groups.len());
            if let Some(group) = group {
                runs.push((start, start + run.len(), group));
            }
            start += run.len();
        }
        runs
    }

    /// By its square root: a few strong ties leave the weak ones apart.
    fn fill_of(&self, value: f64, most: f64, grey: bool) -> Colour {
        let share =
            if self.value_name.is_none() || most <= 0.0 { 1.0 } else { (value / most).sqrt() };
        shade(share, grey)
    }

    /// The strongest tie.
    fn most(&self) -> f64 {
        let values = self.ties.iter().map(|it| it.value).filter(|value| value.is_finite());
        values.fold(0.0, f64::max)
    }

    /// Cells of one fill are one path.
    fn cells(&self, area: Rect, side: f64, page: &Page) -> Vec<Element> {
        let n = self.actors.len();
        let mut fills: Vec<(Fill, Vec<(usize, usize)>)> = Vec::new();
        let mut tied = vec![false; n * n];
        let mut put =
            |fill: Fill, cell: (usize, usize)| match fills.iter_mut().find(|it| it.0 == fill) {
                Some((_, cells)) => cells.push(cell),
                None => fills.push((fill, vec![cell])),
            };
        let both = |from: usize, to: usize| {
            let back = (!self.directed && from != to).then_some((to, from));
            std::iter::once((from, to)).chain(back).filter(|&(a, b)| a < n && b < n)
        };
        (0..n).for_each(|i| put(Fill::Diagonal, (i, i)));
        let most = self.most();
        for tie in self.ties.iter().filter(|it| it.value.is_finite() && it.value > 0.0) {
            for cell in both(tie.from, tie.to) {
                tied[cell.0 * n + cell.1] = true;
                put(Fill::Tie(self.fill_of(tie.value, most, page.grey)), cell);
            }
        }
        for &(from, to) in &self.unobserved {
            for cell in both(from, to).filter(|cell| cell.0 != cell.1) {
                if !tied[cell.0 * n + cell.1] {
                    put(Fill::Unobserved, cell);
                }
            }
        }
        let rect = |&(row, column): &(usize, usize)| {
            let corner = area.min + point(column as f64, row as f64) * side;
            Rect::new(corner.x, corner.y, side, side)
        };
        let mut elements = Vec::new();
        for (fill, cells) in fills {
            let cells: Vec<Rect> = cells.iter().map(rect).collect();
            elements.extend(filled(fill, &cells, page.unit()));
        }
        elements
    }

    /// Pale lines between cells that are not too small for them, dark ones between groups.
    fn rules(&self, area: Rect, side: f64, unit: f64) -> Vec<Element> {
        let n = self.actors.len();
        let line = |at: usize, stroke: Stroke| {
            let along = side * at as f64;
            let across = [area.min + point(0.0, along), point(area.max.x, area.min.y + along)];
            let down = [area.min + point(along, 0.0), point(area.min.x + along, area.max.y)];
            [across, down].map(|ends| Element::line(ends[0], ends[1], stroke))
        };
        let mut elements = Vec::new();
        if side >= 4.0 * unit {
            let pale = Stroke::new(Colour(0xdd, 0xdd, 0xdd), 0.35 * unit);
            elements.extend((1..n).flat_map(|at| line(at, pale)));
        }
        let width = if self.blocks.is_some() { 1.6 } else { 0.9 };
        let dark = Stroke::new(Colour::INK, width * unit);
        elements.extend(
            self.runs().iter().map(|run| run.0).filter(|&at| at > 0).flat_map(|at| line(at, dark)),
        );
        elements.push(Element::rect(area, Paint::stroke(Stroke::new(Colour::INK, 0.9 * unit))));
        vec![Element::group("rules", elements)]
    }

    /// Rows have a name and a number, columns the number.
    fn heads(room: &Room, area: Rect, text: f64) -> Vec<Element> {
        let rows = room.names.iter().enumerate().map(|(i, name)| {
            let middle = area.min.y + room.side * (i as f64 + 0.5);
            name.draw(point(area.min.x - text * 0.5, middle), Anchor::End)
        });
        let columns = (0..room.names.len()).map(|i| {
            let middle = area.min.x + room.side * (i as f64 + 0.5);
            let at = point(middle + font::CAPITAL * text / 2.0, area.min.y - text * 0.4);
            Element::from(Text { turn: -90, ..Text::new(at, (i + 1).to_string(), text) })
        });
        rows.chain(columns).collect()
    }

    /// A bracket at the right of the rows of each group, and its name.
    fn bands(&self, room: &Room, area: Rect, page: &Page) -> Vec<Element> {
        let (text, unit) = (page.text_pt, page.unit());
        let runs = self.runs();
        let y = |row: usize| area.min.y + room.side * row as f64;
        let wanted: Vec<f64> = runs.iter().map(|run| f64::midpoint(y(run.0), y(run.1))).collect();
        let sizes: Vec<f64> = room.words.iter().map(|it| it.height() + text * 0.5).collect();
        let foot = area.max.y.max(area.min.y + sizes.iter().sum::<f64>());
        let places = apart(&wanted, &sizes, area.min.y, foot);
        let thin = Stroke::new(Colour::INK, 0.8 * unit);
        let mut elements = Vec::new();
        for (i, run) in runs.iter().enumerate() {
            let inset = (room.side * 0.15).min(unit);
            let (top, bottom) = (y(run.0) + inset, y(run.1) - inset);
            let (near, far) = (area.max.x + text * 0.35, area.max.x + text * 0.75);
            let bracket =
                [point(near, top), point(far, top), point(far, bottom), point(near, bottom)];
            elements.push(Element::Path { path: Path::open(&bracket), paint: Paint::stroke(thin) });
            let word = area.max.x + text * 2.0;
            let leader = Stroke::new(Colour::SOFT, 0.5 * unit);
            elements.push(Element::line(point(far, wanted[i]), point(word, places[i]), leader));
            let at = point(word + text * 0.3, places[i]);
            elements.push(room.words[i].draw(at, Anchor::Start));
        }
        vec![Element::group("groups", elements)]
    }

    fn key(&self, page: &Page) -> Vec<Section> {
        let (unit, grey, most) = (page.unit(), page.grey, self.most());
        let patch = |text: String, fill: Fill| {
            Entry::new(text, 9.0 * unit, move |at: Point| {
                let corner = at - point(4.5, 4.5) * unit;
                let rect = Rect::new(corner.x, corner.y, 9.0 * unit, 9.0 * unit);
                let edge = Stroke::new(Colour(0x88, 0x88, 0x88), 0.5 * unit);
                let mut elements = filled(fill, &[rect], unit);
                elements.push(Element::rect(rect, Paint::stroke(edge)));
                elements
            })
        };
        let values = self.ties.iter().map(|it| it.value).filter(|it| it.is_finite() && *it > 0.0);
        let least = values.fold(f64::INFINITY, f64::min);
        let (heading, mut entries) = match &self.value_name {
            Some(name) if least <= most => {
                let shades = examples(least, most).into_iter();
                let entries = shades
                    .map(|value| patch(short(value), Fill::Tie(self.fill_of(value, most, grey))));
                (capitalised(name), entries.collect())
            }
            _ => ("Cells".to_owned(), vec![patch("a tie".to_owned(), Fill::Tie(shade(1.0, grey)))]),
        };
        entries.push(patch("no tie".to_owned(), Fill::Tie(Colour::WHITE)));
        if !self.unobserved.is_empty() {
            entries.push(patch(
                "not observed: no tie is known, and none is ruled out".to_owned(),
                Fill::Unobserved,
            ));
        }
        entries.push(patch("an actor and itself".to_owned(), Fill::Diagonal));
        let mut sections = vec![Section { heading, entries }];
        if let Some(blocks) = &self.blocks {
            let line = |row: usize, column: usize| {
                let words = blocks.words.get(row).and_then(|it| it.get(column))?;
                let way = if self.directed { "to" } else { "with" };
                let text = format!("{} {way} {}: {words}", self.groups[row], self.groups[column]);
                let (row, column) = (row as f64, column as f64);
                let size = self.groups.len() as f64;
                Some(Entry::new(text, 12.0 * unit, move |at| {
                    quarter(at, (row, column), size, unit)
                }))
            };
            let pairs =
                (0..self.groups.len()).flat_map(|i| (0..self.groups.len()).map(move |j| (i, j)));
            let entries =
                pairs.filter(|(i, j)| self.directed || i <= j).filter_map(|(i, j)| line(i, j));
            sections
                .push(Section { heading: capitalised(&blocks.name), entries: entries.collect() });
        }
        sections
    }
}

/// Where a block is in the matrix: a small square with that part of it dark.
fn quarter(at: Point, (row, column): (f64, f64), size: f64, unit: f64) -> Vec<Element> {
    let whole = 10.0 * unit;
    let corner = at - point(whole, whole) * 0.5;
    let one = whole / size;
    let part = Rect::new(corner.x + column * one, corner.y + row * one, one, one);
    let whole = Rect::new(corner.x, corner.y, whole, whole);
    vec![
        Element::rect(part, Paint { fill: Some((Colour::SOFT, 1.0)), stroke: None }),
        Element::rect(whole, Paint::stroke(Stroke::new(Colour::INK, 0.6 * unit))),
    ]
}

/// From nearly white to dark, in the eight steps that can be told apart.
fn shade(share: f64, grey: bool) -> Colour {
    let dark = if grey { Colour(0x22, 0x22, 0x22) } else { Colour(0x00, 0x3f, 0x72) };
    let pale = if grey { Colour(0xd8, 0xd8, 0xd8) } else { Colour(0xc3, 0xdd, 0xee) };
    pale.towards(dark, (share.clamp(0.0, 1.0) * 8.0).round() / 8.0)
}

fn filled(fill: Fill, cells: &[Rect], unit: f64) -> Vec<Element> {
    let plain = |colour: Colour, cells: &[Rect]| {
        let steps = cells.iter().flat_map(|rect| Path::rect(*rect).0);
        let paint = Paint { fill: Some((colour, 1.0)), stroke: None };
        Element::Path { path: Path(steps.collect()), paint }
    };
    match fill {
        Fill::Tie(colour) => vec![plain(colour, cells)],
        Fill::Diagonal => vec![plain(Colour(0xe9, 0xe9, 0xe9), cells)],
        Fill::Unobserved => {
            let stroke = Stroke::new(Colour(0x88, 0x88, 0x88), 0.5 * unit);
            let lines =
                cells.iter().filter_map(|rect| Hatch::Rising.over(*rect, 2.2 * unit, stroke));
            let steps = lines.flat_map(|element| match element {
                Element::Path { path, .. } => path.0,
                _ => Vec::new(),
            });
            let path = Path(steps.collect());
            vec![plain(Colour::WHITE, cells), Element::Path { path, paint: Paint::stroke(stroke) }]
        }
    }
}
