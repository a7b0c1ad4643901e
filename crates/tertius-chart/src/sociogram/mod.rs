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
mod remarks;
mod rings;
mod sizes;
mod ties;

use tertius::{Error, Result};

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
    /// Which actors have their names beside them.
    pub labels: Labels,
    /// What is said of single actors: a number at the mark, the words in the legend.
    pub remarks: Vec<Remark>,
    /// How the actors are given their places. Those that are [`Fixed`](Method::Fixed) are in points; they keep
    /// their places unless the page is too small for them or they are too close to be told apart: then the
    /// whole is drawn larger or smaller.
    pub method: Method,
    /// Where random numbers begin.
    pub seed: u64,
}

/// Which connected actors have their names beside them; those without ties have theirs in a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Labels {
    /// As many as find room: of those that compete, first the larger mark, or whoever has more contacts.
    #[default]
    Auto,
    /// All of them; a picture without room for all cannot be drawn.
    All,
    /// The largest marks, so many, and of these as many as find room.
    Top(usize),
    /// Nobody, nor are there names in the list of those without ties.
    None,
}

impl Labels {
    /// What the words mean.
    ///
    /// ```
    /// use tertius_chart::Labels;
    /// assert_eq!(Labels::named("top:5")?, Labels::Top(5));
    /// assert!(Labels::named("some").unwrap_err().to_string().contains("auto"));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Unknown`] for any word but `auto`, `all`, `none`, and `top:` with a number.
    pub fn named(word: &str) -> Result<Self> {
        let top = || word.strip_prefix("top:")?.parse().ok().filter(|most| *most > 0);
        match word {
            "auto" => Ok(Self::Auto),
            "all" => Ok(Self::All),
            "none" => Ok(Self::None),
            _ => top().map(Self::Top).ok_or_else(|| {
                Error::unknown("way to label", word, ["auto", "all", "top:10", "none"])
            }),
        }
    }
}

/// What is said of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// By number in [`Sociogram::actors`]; what is said of none of them stands in the legend alone.
    pub actor: usize,
    /// The words, plain.
    pub text: String,
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
    /// What it is.
    pub kind: NodeKind,
    /// Whether others are to be looked at: drawn pale, as are the ties among those.
    pub faded: bool,
}

/// What a mark stands for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum NodeKind {
    /// An organisation, or whatever the actors of the picture are.
    #[default]
    Organisation,
    /// A person: a white dot in the mark where organisations are in the picture too.
    Person,
    /// No actor but what actors take part in: a dark diamond, whatever its group.
    Activity,
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
