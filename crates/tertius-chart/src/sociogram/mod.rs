//! The sociogram: actors as marks, ties as lines, localities as areas.

mod block;
mod caption;
mod columns;
mod draw;
mod key;
mod naming;
mod panels;
mod picture;
mod place;
mod rings;
mod sizes;
mod ties;

pub use panels::{Panel, Panels};

use crate::layout::Method;

/// What a sociogram shows.
#[derive(Debug, Clone, Default)]
pub struct Sociogram {
    /// Printed above the picture.
    pub title: String,
    /// The actors, all of them: those without ties are drawn too.
    pub actors: Vec<Node>,
    /// The ties between them. Two directed ties between the same actors become one line with two heads.
    pub ties: Vec<Line>,
    /// Whether ties have a direction, shown by arrow heads.
    pub directed: bool,
    /// The names of the groups that colour and shape stand for, in the order of the legend; the first nine
    /// have their own, but of ten and more all after the eighth share one.
    pub groups: Vec<String>,
    /// What a group is: `sector`.
    pub group_name: String,
    /// The names of the areas drawn around actors.
    pub hulls: Vec<String>,
    /// What an area is: `locality`.
    pub hull_name: String,
    /// The measure that the area of a mark stands for.
    pub size_name: Option<String>,
    /// What the width of a line stands for.
    pub width_name: Option<String>,
    /// What a line stands for that is neither dashed nor bold; said only if some are.
    pub plain_name: Option<String>,
    /// What a dashed line stands for.
    pub dash_name: Option<String>,
    /// What a bold line stands for.
    pub bold_name: Option<String>,
    /// What a light line stands for.
    pub light_name: Option<String>,
    /// What a line stands for that is light and dashed.
    pub light_dash_name: Option<String>,
    /// What stands in each column of a [`Layered`](Method::Layered) picture; written above it.
    pub layer_names: Vec<String>,
    /// What the rings of a picture around a centre stand for: the value of a [`Concentric`](Method::Concentric)
    /// one, a step of one with [`Rings`](Method::Rings). Without it none are drawn behind values.
    pub ring_name: Option<String>,
    /// Printed under the picture, one paragraph each.
    pub caption: Vec<String>,
    /// The alternative text.
    pub description: String,
    /// How the actors are given their places. Those that are [`Fixed`](Method::Fixed) are in points; they keep
    /// their places unless the page is too small for them or they are too close to be told apart: then the
    /// whole is drawn larger or smaller.
    pub method: Method,
    /// Where random numbers begin.
    pub seed: u64,
}

/// One actor.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Node {
    /// How the study calls it; written into the SVG for style sheets and scripts.
    pub id: String,
    /// How the picture calls it; no label when empty.
    pub label: String,
    /// Its group, by number in [`Sociogram::groups`]; `None` when not stated.
    pub group: Option<usize>,
    /// The areas it lies in, by number in [`Sociogram::hulls`].
    pub hulls: Vec<usize>,
    /// The value of the measure; `None` when undefined.
    pub size: Option<f64>,
    /// Whether it stands for several actors: drawn with a double outline.
    pub collective: bool,
    /// Whether it is a person: drawn with a white dot where organisations are in the picture too.
    pub person: bool,
    /// Whether it is no actor but an activity: a dark diamond, whatever its group.
    pub activity: bool,
}

/// One tie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// By number in [`Sociogram::actors`].
    pub from: usize,
    /// By number in [`Sociogram::actors`].
    pub to: usize,
    /// Strength, drawn as width where ties differ in it.
    pub weight: f64,
    /// Whether it is drawn dashed.
    pub dashed: bool,
    /// Whether it is drawn bold: for pictures in which width does not stand for strength.
    pub bold: bool,
    /// Whether it is drawn light: for ties that go without saying beside those that do not.
    pub light: bool,
}
