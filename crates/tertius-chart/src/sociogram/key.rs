use super::picture::{Picture, area_paint, leader_stroke};
use super::remarks::badge;
use super::sizes::Sizes;
use super::ties::{self, Joined, Widths};
use super::{NodeKind, Sociogram};
use crate::geometry::{Point, Rect, point};
use crate::groups;
use crate::hull::Hull;
use crate::legend::{Entry, Section};
use crate::mark::Mark;
use crate::number::{examples, short};
use crate::page::Page;
use crate::palette::{ACTIVITY, mark};
use crate::scene::{Element, Path, Stroke};

/// The legend of a sociogram: only what occurs in it.
pub(super) fn key(
    picture: &Picture<'_>,
    sizes: &Sizes,
    hulls: &[Hull],
    rings: Option<Section>,
    has_leaders: bool,
) -> Vec<Section> {
    let Picture { chart, page, lines, widths, .. } = picture;
    let unit = page.unit();
    let sections = [
        kinds(chart, page),
        size(chart, sizes, unit),
        tie(chart, lines, *widths, unit),
        areas(chart, hulls, page),
        names(has_leaders, unit),
        remarks(chart, page.text_pt),
    ];
    let actors = chart.actors.iter().filter(|actor| actor.kind != NodeKind::Activity);
    let group_of: Vec<Option<usize>> = actors.map(|actor| chart.group_of(actor)).collect();
    let groups = groups::section(&chart.group_name, &chart.groups, &group_of, page);
    let sections = groups.into_iter().chain(sections).chain(rings);
    sections.filter(|section| !section.entries.is_empty()).collect()
}

fn kinds(chart: &Sociogram, page: &Page) -> Section {
    let unit = page.unit();
    let collectives = chart.actors.iter().filter(|actor| actor.collective).count();
    let persons = chart.actors.iter().filter(|actor| actor.kind == NodeKind::Person).count();
    let plain = mark(None, chart.groups.len().max(1), page.grey);
    let activities = chart.actors.iter().filter(|actor| actor.kind == NodeKind::Activity).count();
    let mut entries = Vec::new();
    if activities > 0 {
        let text = format!("dark diamond: an activity ({activities})");
        entries.push(mark_entry(text, ACTIVITY, 3.9 * unit, unit));
    }
    if collectives > 0 {
        let sample = Mark { collective: true, ..plain };
        entries.push(mark_entry(
            format!("double outline: a group of actors ({collectives})"),
            sample,
            3.9 * unit,
            unit,
        ));
    }
    if chart.mixes_persons() {
        let sample = Mark { person: true, fill: crate::scene::Colour(0x77, 0x77, 0x77), ..plain };
        entries.push(mark_entry(
            format!("white dot: a person ({persons})"),
            sample,
            3.9 * unit,
            unit,
        ));
    }
    let heading = if activities > 0 { "Kind" } else { "Kind of actor" };
    Section { heading: heading.to_owned(), entries }
}

/// Discs of the smallest, a middling and the largest value.
fn size(chart: &Sociogram, sizes: &Sizes, unit: f64) -> Section {
    let entries = match (&chart.size_name, sizes.range) {
        (Some(_), Some((least, most))) => {
            let disc = |value: f64, text: String| {
                let radius = sizes.radius(Some(value));
                mark_entry(
                    text,
                    Mark::new(crate::mark::Form::Circle, crate::scene::Colour::WHITE),
                    radius,
                    unit,
                )
            };
            examples(least, most).into_iter().map(|value| disc(value, short(value))).collect()
        }
        _ => Vec::new(),
    };
    let name = chart.size_name.as_deref().unwrap_or_default();
    Section { heading: format!("Area of mark: {name}"), entries }
}

fn tie(chart: &Sociogram, lines: &[Joined], widths: Widths, unit: f64) -> Section {
    let mut entries = Vec::new();
    if let Some(name) = chart.width_name.as_ref().filter(|_| widths.differ()) {
        for value in examples(widths.least, widths.most) {
            let text = format!("{name}: {}", short(value));
            entries.push(line_entry(text, widths.at(value), false, (false, false), unit));
        }
    }
    if chart.directed && !lines.is_empty() {
        let width = 0.75 * unit;
        entries.push(line_entry("in the arrow’s direction", width, false, (false, true), unit));
        if lines.iter().any(|line| line.to_a && line.to_b) {
            entries.push(line_entry("in both directions", width, false, (true, true), unit));
        }
    }
    let is_plain = |line: &Joined| !line.bold && !line.dashed && !line.light;
    let differ = lines.iter().any(is_plain) && !lines.iter().all(is_plain);
    if let Some(name) = chart.plain_name.as_ref().filter(|_| differ) {
        entries.push(line_entry(name, 0.75 * unit, false, (false, false), unit));
    }
    if lines.iter().any(|line| line.bold) {
        let name = chart.bold_name.as_deref().unwrap_or("stressed");
        entries.push(line_entry(name, 0.75 * ties::BOLD * unit, false, (false, false), unit));
    }
    if lines.iter().any(|line| line.dashed && !line.light) {
        let name = chart.dash_name.as_deref().unwrap_or("less certain");
        entries.push(line_entry(name, 0.75 * unit, true, (false, false), unit));
    }
    for (dashed, name) in [(false, &chart.light_name), (true, &chart.light_dash_name)] {
        if let Some(name) = name
            && lines.iter().any(|line| line.light && line.dashed == dashed)
        {
            entries.push(light_entry(name, dashed, unit));
        }
    }
    Section { heading: String::from("Tie"), entries }
}

fn areas(chart: &Sociogram, hulls: &[Hull], page: &Page) -> Section {
    let (unit, grey) = (page.unit(), page.grey);
    let mut entries = Vec::new();
    if !hulls.is_empty() {
        let sample = move |at: Point| {
            let half = point(10.0, 4.5) * unit;
            let corners = [
                point(-1.0, 0.0),
                point(-0.8, -1.0),
                point(0.8, -1.0),
                point(1.0, 0.0),
                point(0.8, 1.0),
                point(-0.8, 1.0),
            ];
            let ring: Vec<Point> =
                corners.iter().map(|c| at + point(c.x * half.x, c.y * half.y)).collect();
            vec![Element::Path { path: Path::smooth(&ring), paint: area_paint(unit, grey) }]
        };
        let rings = if hulls.iter().any(|hull| hull.rings.len() > 1) {
            "; a ring in it keeps out an actor that is not of it"
        } else {
            ", and no others"
        };
        let text = format!("holds the connected actors of one {}{rings}", chart.hull_name);
        entries.push(Entry::new(text, 9.0 * unit, sample));
    }
    Section { heading: groups::capitalised(&chart.hull_name), entries }
}

/// The words behind the numbers.
fn remarks(chart: &Sociogram, text: f64) -> Section {
    let entry = |(i, remark): (usize, &super::Remark)| {
        let sample = move |at: Point| badge(i + 1, at, text);
        Entry::new(&remark.text, 2.0 * super::remarks::radius(text), sample)
    };
    let entries = chart.remarks.iter().enumerate().map(entry).collect();
    Section { heading: String::from("Remarks"), entries }
}

/// Leaders are lines that are not ties.
fn names(has_leaders: bool, unit: f64) -> Section {
    let sample = move |at: Point| {
        let half = point(11.0, 0.0) * unit;
        vec![Element::line(at - half, at + half, leader_stroke(unit))]
    };
    let leader = Entry::new("leads to a name", unit, sample);
    let entries = if has_leaders { vec![leader] } else { Vec::new() };
    Section { heading: String::from("Thin line"), entries }
}

fn mark_entry(text: impl Into<String>, mark: Mark, radius: f64, unit: f64) -> Entry {
    let height = 2.0 * mark.bound(radius, unit);
    Entry::new(text, height, move |at| mark.draw(at, radius, unit))
}

fn line_entry(
    text: impl Into<String>,
    width: f64,
    dashed: bool,
    heads: (bool, bool),
    unit: f64,
) -> Entry {
    let stroke = Stroke { dashed, opacity: 0.75, ..Stroke::new(ties::colour(false), width) };
    stroke_entry(text, stroke, heads, unit)
}

fn light_entry(text: &str, dashed: bool, unit: f64) -> Entry {
    let stroke = Stroke { dashed, ..Stroke::new(ties::colour(true), 0.75 * unit) };
    stroke_entry(text, stroke, (false, false), unit)
}

fn stroke_entry(text: impl Into<String>, stroke: Stroke, heads: (bool, bool), unit: f64) -> Entry {
    Entry::new(text, stroke.width, move |at| {
        let rect = Rect::new(at.x, at.y, 0.0, 0.0).grown(11.0 * unit);
        let ends = (point(rect.min.x, at.y), point(rect.max.x, at.y));
        let (line, heads) = ties::draw(ends, heads, stroke, unit);
        std::iter::once(line).chain(heads).collect()
    })
}
