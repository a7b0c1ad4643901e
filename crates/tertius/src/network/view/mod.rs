mod options;
mod words;

use serde::{Deserialize, Serialize};

pub use options::{VIEW_OPTIONS, ViewOption};

use crate::Result;
use crate::study::{Certainty, Period, Status};

/// The choice that every analysis begins with: which evidence becomes a network, and how.
///
/// It prints itself, and every result carries it.
///
/// ```
/// use tertius::View;
/// use tertius::network::{Level, Weights};
/// let view = View::participation().level(Level::Person).weights(Weights::Count);
/// assert_eq!(
///     view.to_string(),
///     "via shared activities; people; observed evidence; a shared activity counts 1"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    /// Relations among the ties; empty is all.
    pub relation: Vec<String>,
    /// What joins actors.
    pub via: Vec<Via>,
    /// The time the evidence must fall in.
    pub period: Option<Period>,
    /// The wave of a repeated survey.
    pub wave: Option<String>,
    /// Which status of ties and participation; `observed` only, unless asked.
    pub status: Vec<Status>,
    /// The least certainty.
    pub certainty: Certainty,
    /// Who the actors are.
    pub level: Level,
    /// A locality the actors must work in, or in a part of it.
    pub locality: Option<String>,
    /// How much a tie counts.
    pub weights: Weights,
    /// Which components are kept.
    pub component: Keep,
    /// Whether groups that were counted and not named are actors.
    pub groups: Groups,
    /// Whether the direction of ties is kept.
    pub orientation: Orientation,
}

/// What joins actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Via {
    /// Ties as recorded.
    Ties,
    /// Taking part in the same activity: an opportunity, not yet a tie.
    Participation,
    /// The same person holding posts in both, or both people holding posts in one organisation.
    Affiliations,
    /// Actors and activities as two modes, not projected.
    TwoMode,
}

/// Who the actors of a network are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Organisations with their units rolled up; people's ties go to where they hold posts.
    #[default]
    Organisation,
    /// Organisations and units as recorded; people's ties go to where they hold posts.
    Unit,
    /// People.
    Person,
    /// Organisations, units and people as recorded.
    Actor,
}

/// How much a tie counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weights {
    /// A shared activity of n actors counts 1/(n−1) for each pair (Newman 2001); a tie counts its
    /// weight, or 1.
    #[default]
    Newman,
    /// A shared activity or a tie counts 1.
    Count,
    /// All that joins two actors counts 1 together.
    Binary,
}

/// Which components are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    /// All, isolates too.
    #[default]
    All,
    /// The one with most actors; the first of equals.
    Largest,
}

/// Whether groups that were counted and not named are actors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Groups {
    /// Each group is one actor, and every result says so.
    #[default]
    In,
    /// Left out, and every result says how many.
    Out,
}

/// Whether the direction of ties is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Orientation {
    /// Directed if every tie is; one undirected tie makes the network undirected.
    #[default]
    AsRecorded,
    /// A tie either way is a tie.
    Undirected,
    /// Ties both ways are a tie.
    Mutual,
    /// What either end says is taken where the other did not answer; a tie either way is a tie.
    Reconstructed,
    /// The same among those who answered alone.
    Respondents,
}

impl Default for View {
    fn default() -> Self {
        Self {
            relation: Vec::new(),
            via: vec![Via::Ties],
            period: None,
            wave: None,
            status: vec![Status::Observed],
            certainty: Certainty::Ambiguous,
            level: Level::default(),
            locality: None,
            weights: Weights::default(),
            component: Keep::default(),
            groups: Groups::default(),
            orientation: Orientation::default(),
        }
    }
}

impl View {
    /// Ties as recorded.
    ///
    /// ```
    /// use tertius::View;
    /// assert_eq!(View::ties(), View::default());
    /// ```
    pub fn ties() -> Self {
        Self::default()
    }

    /// Shared activities, projected with Newman weights.
    ///
    /// ```
    /// use tertius::View;
    /// use tertius::network::Via;
    /// assert_eq!(View::participation().via, [Via::Participation]);
    /// ```
    pub fn participation() -> Self {
        Self { via: vec![Via::Participation], ..Self::default() }
    }

    /// The same for a time span such as `2017..2019`.
    ///
    /// # Errors
    ///
    /// If the text is no time span.
    ///
    /// ```
    /// use tertius::View;
    /// assert!(View::ties().period("2017..2019")?.period.is_some());
    /// assert!(View::ties().period("then").is_err());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    pub fn period(mut self, text: &str) -> Result<Self> {
        self.set("period", &[text])?;
        Ok(self)
    }

    /// The same at another level.
    ///
    /// ```
    /// use tertius::View;
    /// use tertius::network::Level;
    /// assert_eq!(View::ties().level(Level::Unit).level, Level::Unit);
    /// ```
    #[must_use]
    pub fn level(self, level: Level) -> Self {
        Self { level, ..self }
    }

    /// The same with other weights.
    ///
    /// ```
    /// use tertius::View;
    /// use tertius::network::Weights;
    /// assert_eq!(View::ties().weights(Weights::Binary).weights, Weights::Binary);
    /// ```
    #[must_use]
    pub fn weights(self, weights: Weights) -> Self {
        Self { weights, ..self }
    }
}
