use crate::study::nearest;

/// Either a value or an [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What stops an analysis, by what the user can do about it.
///
/// ```
/// use tertius::{Error, Network};
/// let refused = Network::from_ties(false, [("a", "b", -1.0)]).unwrap_err();
/// assert!(matches!(refused, Error::Strength { strength: -1.0, .. }));
/// assert_eq!(
///     refused.to_string(),
///     "the tie a – b has strength -1; it must be finite and above zero"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The evidence has errors: mend the cells that `tertius check` lists.
    #[error("{study} has {errors} that must be mended first; the first: {first}")]
    Problems {
        /// The study.
        study: String,
        /// How many errors, in words: `1 error`, `3 errors`.
        errors: String,
        /// The first of them, with its place.
        first: String,
    },
    /// A name or word that is not there.
    #[error("no {what} is called `{value}`; {help}")]
    Unknown {
        /// What was looked for: relation, sector, wave, measure.
        what: String,
        /// The word as given.
        value: String,
        /// The nearest that is there, or all there are.
        help: String,
    },
    /// A value that an option does not take.
    #[error("`{option}` cannot be `{value}`: {expected}")]
    Option {
        /// The option.
        option: String,
        /// The value as given.
        value: String,
        /// What would work.
        expected: String,
    },
    /// A strength that no tie can have.
    #[error("the tie {from} – {to} has strength {strength}; it must be finite and above zero")]
    Strength {
        /// One end.
        from: String,
        /// The other.
        to: String,
        /// The strength as given.
        strength: f64,
    },
    /// The method cannot say anything about this network.
    #[error("{method} does not apply: {why}")]
    NotApplicable {
        /// The method.
        method: String,
        /// Why, and what would make it apply.
        why: String,
    },
    /// Parts of a measure, worked out by several processes, that are not those of one call: see
    /// [`shards`](crate::shards).
    #[error("these parts do not go together: {why}")]
    Parts {
        /// Which, and what is wrong with it.
        why: String,
    },
    /// Stopped on request, through a [`Watch`](crate::Watch).
    #[error("stopped")]
    Stopped,
}

/// How a suggestion begins.
const SUGGESTED: &str = "did you mean";

impl Error {
    /// A name that is not among those there are.
    ///
    /// ```
    /// use tertius::Error;
    /// let unknown = Error::unknown("sector", "colege", ["college", "school"]);
    /// assert_eq!(unknown.to_string(), "no sector is called `colege`; did you mean `college`?");
    /// ```
    pub fn unknown<'a>(what: &str, value: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        let help = match nearest(value, known.iter().copied()) {
            Some(near) => format!("{SUGGESTED} `{near}`?"),
            None if known.is_empty() => "there is none in this study".to_owned(),
            None if known.len() > 20 => format!("there are {} others, none like it", known.len()),
            None => format!("there is: {}", known.join(", ")),
        };
        Self::Unknown { what: what.to_owned(), value: value.to_owned(), help }
    }

    /// Whether the name is near one that there is, which it then says.
    ///
    /// ```
    /// use tertius::Error;
    /// assert!(Error::unknown("sector", "colege", ["college", "school"]).suggests());
    /// assert!(!Error::unknown("sector", "bakery", ["college", "school"]).suggests());
    /// ```
    pub fn suggests(&self) -> bool {
        matches!(self, Self::Unknown { help, .. } if help.starts_with(SUGGESTED))
    }

    /// A method that cannot be applied.
    ///
    /// ```
    /// use tertius::Error;
    /// let refused = Error::not_applicable("closeness", "there is one actor");
    /// assert_eq!(refused.to_string(), "closeness does not apply: there is one actor");
    /// ```
    pub fn not_applicable(method: &str, why: impl Into<String>) -> Self {
        Self::NotApplicable { method: method.to_owned(), why: why.into() }
    }
}
