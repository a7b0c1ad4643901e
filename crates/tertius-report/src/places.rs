//! Where the actors of a picture stand: how that is asked for, and the answer as a table.

use std::collections::HashMap;

use tertius::network::ActorKind;
use tertius::{Error, Result, Study, View, Watch};
use tertius_chart::layout::{Drawn, Method, Quality, lay_out, quality};
use tertius_chart::{Page, Point};

use crate::findings::Standing;
use crate::ground::Ground;
use crate::{Look, Run, codes, figure};

/// How the actors of a sociogram are given their places.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Places {
    /// By the steps between them.
    #[default]
    Stress,
    /// By the steps between them, those of different groups held apart.
    Grouped(String),
    /// Those with ties among them draw together.
    Clusters,
    /// In columns: organisations, people, activities.
    Layered,
    /// From left to right by a number or a date that the study holds of each.
    Axis(String),
    /// Around the centre, the nearer the higher the betweenness.
    Concentric,
    /// As a table of identifiers and places says; others find theirs among them.
    Given(Vec<(String, Point)>),
}

/// Where everybody stands, and how good that is.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Identifier and place, in points (1/72 inch, downwards), in the order of the network.
    pub rows: Vec<(String, Point)>,
    /// How the places were found.
    pub method: String,
    /// How good the drawing is.
    pub quality: Quality,
}

impl Places {
    /// The words for them, with what each is.
    pub const WORDS: [(&'static str, &'static str); 6] = [
        ("stress", "lengths follow the steps between actors"),
        ("grouped:COLUMN", "the same, with the groups of a column held apart: grouped:locality"),
        ("clusters", "actors with ties among them draw together"),
        ("layered", "columns of organisations, people and activities, with few crossings"),
        ("axis:COLUMN", "left to right by a number or a date of each actor: axis:opened"),
        ("concentric", "around the centre, the nearer the higher the betweenness"),
    ];

    /// The places a word stands for: `stress`, `grouped:locality`.
    ///
    /// ```
    /// use tertius_report::Places;
    /// assert_eq!(Places::named("axis:opened")?, Places::Axis("opened".into()));
    /// assert!(Places::named("clustered").unwrap_err().to_string().contains("clusters"));
    /// # Ok::<(), tertius::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Unknown`] for any other word, with the nearest.
    pub fn named(word: &str) -> Result<Self> {
        match word.split_once(':') {
            Some(("grouped", by)) if !by.is_empty() => Ok(Self::Grouped(by.to_owned())),
            Some(("axis", by)) if !by.is_empty() => Ok(Self::Axis(by.to_owned())),
            None if word == "stress" => Ok(Self::Stress),
            None if word == "grouped" => Ok(Self::Grouped("locality".to_owned())),
            None if word == "clusters" => Ok(Self::Clusters),
            None if word == "layered" => Ok(Self::Layered),
            None if word == "concentric" => Ok(Self::Concentric),
            _ => Err(Error::unknown("layout", word, Self::WORDS.map(|(word, _)| word))),
        }
    }

    /// What places mean in the picture.
    pub(crate) fn said(&self) -> String {
        match self {
            Self::Stress => "Near and far in the picture follow the ties and nothing else.".to_owned(),
            Self::Grouped(by) => format!("Near and far follow the ties and {by}."),
            Self::Clusters => {
                "Near each other are those with ties among them; how far apart others are says little.".to_owned()
            }
            Self::Layered => "Each column is a kind of actor; their order says nothing.".to_owned(),
            Self::Axis(column) => {
                format!("From left to right goes {column}; up and down follow the ties. Whoever has no {column} stands at the left.")
            }
            Self::Concentric => {
                "The nearer the centre, the higher the value that rings are marked with; at most one actor stands in the centre, all others at least 15 % of the way out. Which way from it says nothing but who is tied to whom.".to_owned()
            }
            Self::Given(_) => "Places are as given.".to_owned(),
        }
    }

    /// What stands above the columns of a layered picture.
    pub(crate) fn columns(&self, ground: &Ground<'_>) -> Vec<String> {
        match self {
            Self::Layered => kinds(ground).1.into_iter().map(|it| COLUMNS[it].to_owned()).collect(),
            _ => Vec::new(),
        }
    }

    /// What the rings of a concentric picture stand for.
    pub(crate) fn rings(&self, standing: &Standing) -> Option<String> {
        let name = if is_by_contacts(standing) { "number of contacts" } else { "betweenness" };
        (*self == Self::Concentric).then(|| name.to_owned())
    }

    /// What the drawing of a network needs to know.
    pub(crate) fn method(&self, ground: &Ground<'_>, standing: &Standing) -> Result<Method> {
        let net = &ground.net;
        Ok(match self {
            Self::Stress => Method::Stress,
            Self::Clusters => Method::Clusters,
            Self::Grouped(by) => {
                let by = net.grouping(by)?;
                let groups = |actor| by.groups(actor).iter().map(|&group| group as usize).collect();
                let groups = (0..net.actors().len()).map(groups).collect();
                Method::Grouped { groups, apart: 1.0 }
            }
            Self::Layered => Method::Layered { layers: layers(ground)? },
            Self::Axis(column) => Method::Axis { along: along(ground, column)? },
            Self::Concentric => {
                let contacts = || standing.degree.numbers("degree").unwrap_or_default();
                let between = standing.between();
                Method::Concentric {
                    centrality: if is_by_contacts(standing) { contacts() } else { between },
                }
            }
            Self::Given(rows) => Method::Fixed { places: given(ground, rows)? },
        })
    }
}

/// Whether nobody has a betweenness, so that contacts stand for it.
fn is_by_contacts(standing: &Standing) -> bool {
    standing.between().iter().all(Option::is_none)
}

/// What the columns of a layered picture hold, from left to right.
const COLUMNS: [&str; 3] = ["Organisations", "People", "Activities"];

/// The number in [`COLUMNS`] of the column of each actor, and the columns that somebody stands in.
fn kinds(ground: &Ground<'_>) -> (Vec<usize>, Vec<usize>) {
    let net = &ground.net;
    let first = net.first_mode().unwrap_or(net.actors().len());
    let kind = |(at, kind): (usize, ActorKind)| match kind {
        _ if at >= first => 2,
        ActorKind::Person => 1,
        _ => 0,
    };
    let all: Vec<usize> =
        net.actors().iter().map(|actor| actor.kind).enumerate().map(kind).collect();
    let mut used = all.clone();
    used.sort_unstable();
    used.dedup();
    (all, used)
}

/// The column of each actor: organisations, then people, then activities, without those that nobody stands in.
fn layers(ground: &Ground<'_>) -> Result<Vec<usize>> {
    let (all, used) = kinds(ground);
    if used.len() < 2 {
        return Err(Error::not_applicable(
            "a layered picture",
            "all actors of this view are of one kind; --level actor shows people beside organisations, --via two-mode actors beside activities",
        ));
    }
    Ok(all.into_iter().map(|layer| used.iter().position(|it| *it == layer).unwrap_or(0)).collect())
}

/// The number, or the year of the date, that a column holds of each actor.
fn along(ground: &Ground<'_>, column: &str) -> Result<Vec<Option<f64>>> {
    let net = &ground.net;
    let words =
        net.attribute(column).ok_or_else(|| Error::unknown("column", column, net.attributes()))?;
    let number = |words: &Vec<String>| match &words[..] {
        [one] => one.parse().ok().or_else(|| year(one)).filter(|value: &f64| value.is_finite()),
        _ => None,
    };
    let along: Vec<Option<f64>> = words.iter().map(number).collect();
    if along.iter().flatten().count() < 2 {
        let why = format!("{column} holds a number or a date of fewer than two actors");
        return Err(Error::not_applicable("a picture along an axis", why));
    }
    Ok(along)
}

/// 2017 of 2017, 2017.25 of 2017-04 and of any day in it.
fn year(date: &str) -> Option<f64> {
    let mut parts = date.split('-');
    let year: f64 = parts.next().filter(|it| it.len() == 4)?.parse().ok()?;
    let month: f64 = parts.next().map_or(Some(1.0), |it| it.parse().ok())?;
    (1.0..=12.0).contains(&month).then_some(year + (month - 1.0) / 12.0)
}

/// The place of each actor that the table has.
fn given(ground: &Ground<'_>, rows: &[(String, Point)]) -> Result<Vec<Option<Point>>> {
    let places: HashMap<&str, Point> =
        rows.iter().map(|(id, place)| (id.as_str(), *place)).collect();
    let actors = ground.net.actors();
    let found: Vec<Option<Point>> =
        actors.iter().map(|actor| places.get(actor.id.as_str()).copied()).collect();
    if found.iter().all(Option::is_none) {
        let example = |id: Option<&str>| id.unwrap_or("none").to_owned();
        let why = format!(
            "no row of the layout has the identifier of an actor of this view: the layout has {}, the view {}",
            example(rows.first().map(|(id, _)| id.as_str())),
            example(actors.first().map(|actor| actor.id.as_str())),
        );
        return Err(Error::not_applicable("the layout given", why));
    }
    Ok(found)
}

/// The places of the actors of a view in its sociogram on a page. Where there are more than a picture can show, their
/// places without a page, a tie twenty points long.
///
/// # Errors
///
/// Those of [`Study::network`]; a column that no actor has; [`Error::NotApplicable`] for a layout that this
/// network cannot have; [`Error::Stopped`].
pub fn layout(
    study: &Study,
    view: &View,
    places: &Places,
    about: &Run,
    page: &Page,
    watch: &Watch,
) -> Result<Placed> {
    let coded = about.anonymise.then(|| codes::coded(study, view));
    let (study, view) = coded.as_ref().map_or((study, view), |(study, view)| (study, view));
    let ground = Ground::of(study, view, about)?;
    let standing = Standing::of(&ground.net, watch)?;
    let method = places.method(&ground, &standing)?;
    let actors = ground.net.actors();
    if ground.is_drawable() {
        return on_page(&ground, &standing, method, page, watch);
    }
    let ties = ground.net.ties().iter().map(|tie| (tie.from as usize, tie.to as usize));
    let ties: Vec<(usize, usize)> = ties.collect();
    let layout = lay_out(actors.len(), &ties, &method, about.seed, watch)?;
    let xy: Vec<Point> = layout.xy.iter().map(|&at| at * TIE).collect();
    let quality = quality(&xy, &Drawn { ties: &ties, ..Drawn::default() });
    Ok(Placed { rows: rows(&ground, &xy), method: layout.method, quality })
}

/// As they stand in the picture.
fn on_page(
    ground: &Ground<'_>,
    standing: &Standing,
    method: Method,
    page: &Page,
    watch: &Watch,
) -> Result<Placed> {
    let drawn = figure::sociogram(ground, standing, &Look::default(), watch)?;
    let picture = tertius_chart::Sociogram { method, ..drawn };
    let figure = picture.draw(page, watch)?;
    let layout = figure.layout().expect("a sociogram has positions");
    let quality = figure.quality().expect("a sociogram has positions");
    Ok(Placed { rows: rows(ground, &layout.xy), method: layout.method.clone(), quality })
}

fn rows(ground: &Ground<'_>, xy: &[Point]) -> Vec<(String, Point)> {
    ground.net.actors().iter().zip(xy).map(|(actor, &at)| (actor.id.clone(), at)).collect()
}

/// How long a tie is without a page, in points.
const TIE: f64 = 20.0;

impl Placed {
    /// The table to keep and to give back: `id,x,y`.
    pub fn csv(&self) -> String {
        let cell = |text: &str| {
            if text.contains(['"', ',', '\n', '\r']) {
                format!("\"{}\"", text.replace('"', "\"\""))
            } else {
                text.to_owned()
            }
        };
        let row = |(id, at): &(String, Point)| format!("{},{:.2},{:.2}\n", cell(id), at.x, at.y);
        let rows: String = self.rows.iter().map(row).collect();
        format!("id,x,y\n{rows}")
    }

    /// How good the drawing is, each number with what it means; `None` where it cannot be said.
    pub fn measured(&self) -> [(&'static str, Option<f64>, &'static str); 5] {
        let Quality { stress, neighbourhood, crossings, silhouette, overlaps } = self.quality;
        [
            ("stress", stress, "scale-normalised; 0 where every length is its number of steps"),
            ("neighbourhood", neighbourhood, "share of contacts among the nearest; 1 at best"),
            ("crossings", crossings.map(|it| it as f64), "ties that cross"),
            ("silhouette", silhouette, "nearer to one's own sector than to another; -1 to 1"),
            ("overlaps", Some(overlaps as f64), "marks that overlap"),
        ]
    }
}
