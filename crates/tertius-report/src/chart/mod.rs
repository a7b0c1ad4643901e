//! The figures of the report by themselves, with their title and caption in the picture: a file for each.

mod brokerage;
pub(crate) mod centrality;
mod compare;
mod core_periphery;
pub(crate) mod distribution;
mod ego;
mod matrix;
mod mixing;
mod null;
mod score;
pub(crate) mod slope;
pub(crate) mod sociogram;
pub(crate) mod timeline;
mod two_mode;

use tertius::{Result, Study, View, Watch};
use tertius_chart::{Figure, Page};

use crate::codes::Named;
use crate::ground::Ground;
use crate::{Look, Places, Run, codes};
pub(crate) use score::Score;

/// A figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// The network: colour and shape by group, areas by locality, size by betweenness.
    Sociogram,
    /// One actor, those around it, and the ties among them.
    Ego,
    /// Actors beside what they take part in.
    TwoMode,
    /// The ties as a table of cells, actors of one group side by side.
    Matrix,
    /// The same with the core first, and the densities of its blocks.
    CorePeriphery,
    /// Ties between each two groups against what is expected, as a heat map.
    Mixing,
    /// Brokerage roles of those who broker most, as bars.
    Brokerage,
    /// The most central actors as dots, by one measure or a few.
    Centrality,
    /// How many actors have each value of a measure.
    Distribution,
    /// The E–I index beside those that chance gives.
    Null,
    /// The network at the first wave and at the last, everybody in the same place.
    Compare,
    /// Places of actors from wave to wave.
    Slope,
    /// What took place when.
    Timeline,
}

/// What a kind of figure is called, what it shows, and how it comes about.
struct Kind {
    name: &'static str,
    about: &'static str,
    /// Whether it says nothing about actors without groups.
    needs_groups: bool,
    draw: fn(&Sheet<'_>) -> Result<Figure>,
}

impl Chart {
    /// Every figure, with its name and what it shows.
    pub const ALL: [(Self, &'static str, &'static str); 13] = [
        Self::Sociogram.listed(),
        Self::Ego.listed(),
        Self::TwoMode.listed(),
        Self::Matrix.listed(),
        Self::CorePeriphery.listed(),
        Self::Mixing.listed(),
        Self::Brokerage.listed(),
        Self::Centrality.listed(),
        Self::Distribution.listed(),
        Self::Null.listed(),
        Self::Compare.listed(),
        Self::Slope.listed(),
        Self::Timeline.listed(),
    ];

    const fn kind(self) -> Kind {
        match self {
            Self::Sociogram => sociogram::KIND,
            Self::Ego => ego::KIND,
            Self::TwoMode => two_mode::KIND,
            Self::Matrix => matrix::KIND,
            Self::CorePeriphery => core_periphery::KIND,
            Self::Mixing => mixing::KIND,
            Self::Brokerage => brokerage::KIND,
            Self::Centrality => centrality::KIND,
            Self::Distribution => distribution::KIND,
            Self::Null => null::KIND,
            Self::Compare => compare::KIND,
            Self::Slope => slope::KIND,
            Self::Timeline => timeline::KIND,
        }
    }

    const fn listed(self) -> (Self, &'static str, &'static str) {
        let Kind { name, about, .. } = self.kind();
        (self, name, about)
    }

    /// Whether its actors can be given their places: see [`Choice::places`].
    pub fn takes_places(self) -> bool {
        self == Self::Sociogram
    }

    /// Whether it has a look to be chosen: see [`Choice::look`].
    pub fn takes_look(self) -> bool {
        matches!(self, Self::Sociogram | Self::TwoMode)
    }

    /// Whether it is about one actor: see [`Choice::ego`].
    pub fn takes_ego(self) -> bool {
        self == Self::Ego
    }

    /// Whether measures can be chosen for it: see [`Choice::measures`].
    pub fn takes_measures(self) -> bool {
        matches!(self, Self::Centrality | Self::Distribution | Self::Slope)
    }
}

/// What a figure is asked to show.
///
/// ```
/// use tertius_report::Choice;
/// let choice = Choice { measures: vec!["closeness".into()], ..Choice::by("locality") };
/// assert_eq!((choice.by.as_str(), Choice::default().by.as_str()), ("locality", "sector"));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The attribute that groups the actors; a timeline is grouped by `kind` or `locality` of activities.
    pub by: String,
    /// Measures of actors, each by its name and where it has several columns the column:
    /// `betweenness`, `degree:in_degree`. If there is none, the figure has its own.
    pub measures: Vec<String>,
    /// How the actors of a sociogram are given their places.
    pub places: Places,
    /// What a sociogram, or actors beside activities, show besides.
    pub look: Look,
    /// The actor that an ego picture is about: an identifier, or a name that one actor has.
    pub ego: Option<String>,
    /// How many steps from it others may be: 1 or 2.
    pub steps: usize,
}

impl Default for Choice {
    fn default() -> Self {
        Self::by("sector")
    }
}

impl Choice {
    /// Grouped by an attribute, with the figure's own measures.
    pub fn by(attribute: &str) -> Self {
        Self {
            by: attribute.to_owned(),
            measures: Vec::new(),
            places: Places::Stress,
            look: Look::default(),
            ego: None,
            steps: 1,
        }
    }

    /// The same with codes for the actors that are meant.
    fn coded(&self, study: &Study, view: &View) -> Result<Self> {
        if self.ego.is_none() && !self.look.means_actors() {
            return Ok(self.clone());
        }
        let named = Named::of(study, view)?;
        let ego = self.ego.as_ref().map(|word| named.code(word)).transpose()?;
        Ok(Self { ego, look: self.look.coded(&named)?, ..self.clone() })
    }
}

/// Actors shown where all of them would be a table.
const TOP: usize = 15;

/// What to do about two modes.
const TWO_MODES: &str = "the network has two modes, actors and activities; --via participation ties the actors who share an activity";

/// Draws a figure of a study through a view.
///
/// # Errors
///
/// Those of [`Study::network`]; an attribute that no actor has, a measure that there is not;
/// [`Error::NotApplicable`](tertius::Error::NotApplicable) if there is nothing to draw, or too much to be
/// read, and what would work.
pub fn chart(
    chart: Chart,
    study: &Study,
    view: &View,
    choice: &Choice,
    about: &Run,
    page: &Page,
    watch: &Watch,
) -> Result<Figure> {
    let view = &if chart == Chart::TwoMode { two_mode::view(view) } else { view.clone() };
    let coded = about.anonymise.then(|| codes::coded(study, view));
    // Whoever draws knows the actors by their own names.
    let choice = &if about.anonymise { choice.coded(study, view)? } else { choice.clone() };
    let (study, view) = coded.as_ref().map_or((study, view), |(study, view)| (study, view));
    let (ground, kind) = (Ground::of(study, view, about)?, chart.kind());
    let grouped = ground.net.grouping(&choice.by).is_ok();
    // What nobody asked for may be missing; a timeline groups activities.
    let asked = chart != Chart::Timeline && choice.by != Choice::default().by;
    let ground =
        if grouped || kind.needs_groups || asked { ground.by(&choice.by)? } else { ground };
    let sheet = Sheet { ground, view, choice, page, watch };
    let figure = (kind.draw)(&sheet)?;
    Ok(figure.with_record(record(&sheet.ground)))
}

/// What a figure is drawn from.
struct Sheet<'a> {
    ground: Ground<'a>,
    view: &'a View,
    choice: &'a Choice,
    page: &'a Page,
    watch: &'a Watch,
}

impl Sheet<'_> {
    fn by(&self) -> &str {
        &self.choice.by
    }

    /// The study, and what the figure shows of it.
    fn title(&self, shows: &str) -> String {
        format!("{}: {shows}", self.ground.study.title())
    }

    /// What is said of the figure, of the view, and of the study.
    fn caption(&self, said: Vec<String>) -> Vec<String> {
        let view = format!("View: {}.", self.ground.net.provenance().view);
        said.into_iter().chain([view]).chain(self.last_lines()).collect()
    }

    /// The notice of the study, and what drew the figure.
    fn last_lines(&self) -> impl Iterator<Item = String> {
        last_lines(&self.ground)
    }
}

/// The notice of the study, and what drew the figure.
fn last_lines(ground: &Ground<'_>) -> impl Iterator<Item = String> {
    let notice = Some(ground.study.settings.notice.clone()).filter(|it| !it.is_empty());
    notice.into_iter().chain([format!("tertius {}", ground.run.version)])
}

/// How the figure came about, as the file of the figure keeps it.
pub(crate) fn record(ground: &Ground<'_>) -> Vec<(&'static str, String)> {
    let (run, study) = (ground.run, ground.study);
    let mut record = vec![("Software", format!("tertius {}", run.version))];
    // The command may name actors and places.
    if run.anonymise {
        record.push(("Names", "replaced by codes".to_owned()));
    } else {
        record.push(("Command", run.command.clone()));
    }
    record.push(("Study", study.title().to_owned()));
    if !study.settings.notice.is_empty() {
        record.push(("Notice", study.settings.notice.clone()));
    }
    record.push(("View", ground.net.provenance().view.clone()));
    record.push(("Seed", run.seed.to_string()));
    let inputs = study.inputs.iter();
    record.extend(inputs.map(|it| ("Input", format!("{} sha256:{}", it.file, it.sha256))));
    record
}

/// A picture without its title and caption, and what is to be said of it.
pub(crate) struct Told<P> {
    pub(crate) picture: P,
    pub(crate) said: Vec<String>,
}
