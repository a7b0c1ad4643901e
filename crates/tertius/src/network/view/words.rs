//! A view in plain English.

use std::fmt;

use super::{Groups, Keep, Level, Orientation, Via, View, Weights};
use crate::study::{Certainty, Status};

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        let via: Vec<_> = self.via.iter().map(|via| via.words(&self.relation)).collect();
        parts.push(format!("via {}", via.join(" and ")));
        parts.push(self.level.to_string());
        if let Some(period) = &self.period {
            parts.push(format!("period {}", period.text));
        }
        if let Some(wave) = &self.wave {
            parts.push(format!("wave {wave}"));
        }
        let status: Vec<_> = self.status.iter().map(|status| status.word()).collect();
        parts.push(format!("{} evidence", status.join(" and ")));
        match self.certainty {
            Certainty::Ambiguous => {}
            Certainty::Probable => parts.push("at least probable".to_owned()),
            Certainty::Certain => parts.push("certain only".to_owned()),
        }
        if let Some(locality) = &self.locality {
            parts.push(format!("in {locality}"));
        }
        parts.push(self.weights_in_words());
        if self.component == Keep::Largest {
            parts.push("largest component only".to_owned());
        }
        if self.groups == Groups::Out {
            parts.push("group actors left out".to_owned());
        }
        match self.orientation {
            Orientation::AsRecorded => {}
            Orientation::Undirected => parts.push("direction ignored".to_owned()),
            Orientation::Mutual => parts.push("pairs tied both ways".to_owned()),
            Orientation::Reconstructed => {
                parts.push("direction ignored, by whoever answered".to_owned());
            }
            Orientation::Respondents => {
                parts.push("direction ignored, among those who answered".to_owned());
            }
        }
        f.write_str(&parts.join("; "))
    }
}

impl View {
    /// How much a tie counts, in words.
    ///
    /// ```
    /// use tertius::View;
    /// assert_eq!(View::ties().weights_in_words(), "a tie counts its weight, or 1");
    /// ```
    pub fn weights_in_words(&self) -> String {
        let colleagues = self.via.contains(&Via::Affiliations) && self.level == Level::Person;
        let one = self.weights == Weights::Count;
        let counts = |via: &Via| match via {
            Via::Ties if one => "a tie counts 1",
            Via::Ties => "a tie counts its weight, or 1",
            Via::Participation if one => "a shared activity counts 1",
            Via::Participation => "a shared activity of n counts 1/(n−1)",
            Via::Affiliations if colleagues && one => "a shared organisation counts 1",
            Via::Affiliations if colleagues => {
                "a shared organisation of n people at once counts 1/(n−1)"
            }
            Via::Affiliations if self.level == Level::Actor => "a post counts 1",
            Via::Affiliations => "a shared person counts 1",
            Via::TwoMode => "a part in an activity counts 1",
        };
        if self.weights == Weights::Binary {
            return "unweighted".to_owned();
        }
        self.via.iter().map(counts).collect::<Vec<_>>().join(", ")
    }
}

impl Via {
    fn words(self, relations: &[String]) -> String {
        match self {
            Self::Ties if relations.is_empty() => "ties".to_owned(),
            Self::Ties => format!("ties ({})", relations.join(", ")),
            Self::Participation => "shared activities".to_owned(),
            Self::Affiliations => "shared people".to_owned(),
            Self::TwoMode => "participation as two modes".to_owned(),
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Organisation => "organisations, units rolled up",
            Self::Unit => "organisations and units as recorded",
            Self::Person => "people",
            Self::Actor => "organisations and people as recorded",
        })
    }
}

impl Status {
    /// The word in plain English.
    ///
    /// ```
    /// use tertius::study::Status;
    /// assert_eq!(Status::ReportedAbsent.word(), "reported absent");
    /// ```
    pub fn word(self) -> &'static str {
        match self {
            Self::Observed => "observed",
            Self::Aggregate => "aggregate",
            Self::Wished => "wished",
            Self::ReportedAbsent => "reported absent",
            Self::Unknown => "unknown",
        }
    }
}
