use std::fmt;

use serde::{Deserialize, Serialize};

use super::date::{self, Assumed, Span};

/// A date that keeps its precision: a day, a month, a year, a span of years, or recurring.
///
/// Days are numbered `yyyymmdd`, so that a date is the span from its first to its last day.
///
/// ```
/// use tertius::study::When;
/// let when = When::parse("2019-03").unwrap();
/// assert_eq!((when.text.as_str(), when.year(), when.recurring), ("2019-03", Some(2019), false));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// As written.
    pub text: String,
    first: i32,
    last: i32,
    /// Whether it happens again and again, at no stated time.
    pub recurring: bool,
    /// What was assumed in reading it.
    #[serde(skip)]
    pub(crate) assumed: Assumed,
}

impl When {
    /// Reads a date in one of the spellings on the page of the problem `bad-date`. `None` if it is in
    /// none of them, no day of the calendar, or could mean two things, such as `3/4/19`.
    ///
    /// ```
    /// use tertius::study::When;
    /// assert!(When::parse("2019-03").is_some());
    /// assert_eq!(When::parse("Sept 2019").and_then(|when| when.year()), Some(2019));
    /// assert!(When::parse("2019-02-30").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (recurring, span) = if text.eq_ignore_ascii_case("recurring") {
            (true, Span { first: 0, last: 99_991_231, assumed: Assumed::Nothing })
        } else {
            (false, date::span(text)?)
        };
        let Span { first, last, assumed } = span;
        Some(Self { text: text.to_owned(), first, last, recurring, assumed })
    }

    /// Whether it surely ends before another begins.
    ///
    /// ```
    /// use tertius::study::When;
    /// let [year, month] = ["2018", "2019-03"].map(|text| When::parse(text).unwrap());
    /// assert!(year.is_before(&month) && !month.is_before(&year));
    /// ```
    pub fn is_before(&self, other: &Self) -> bool {
        !self.recurring && !other.recurring && self.last < other.first
    }

    /// Its first day and its last, each as year, month and day; `None` if it is recurring.
    ///
    /// ```
    /// use tertius::study::When;
    /// let month = When::parse("2019-02").unwrap();
    /// assert_eq!(month.span(), Some([(2019, 2, 1), (2019, 2, 28)]));
    /// ```
    #[expect(clippy::cast_sign_loss, reason = "months and days are not negative")]
    pub fn span(&self) -> Option<[(i32, u32, u32); 2]> {
        let day = |it: i32| (it / 10_000, (it / 100 % 100) as u32, (it % 100) as u32);
        (!self.recurring).then(|| [self.first, self.last].map(day))
    }

    /// Its first day, as a number that grows with time.
    pub(crate) fn first_day(&self) -> i32 {
        self.first
    }

    /// The year it begins in; `None` if it is recurring.
    ///
    /// ```
    /// use tertius::study::When;
    /// assert_eq!(When::parse("2019-03-31").unwrap().year(), Some(2019));
    /// ```
    pub fn year(&self) -> Option<i32> {
        (!self.recurring).then_some(self.first / 10_000)
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// A span of time to cut a network from, open on either side.
///
/// ```
/// use tertius::study::{Period, When};
/// let period = Period::parse("2017..2019").unwrap();
/// assert_eq!(period.covers(When::parse("2018").as_ref(), None), Some(true));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// As written.
    pub text: String,
    first: i32,
    last: i32,
}

impl Period {
    /// Reads `2017..2019`, `2017-10..`, `..2019` or a single date such as `2017`.
    ///
    /// ```
    /// use tertius::study::Period;
    /// assert!(Period::parse("2017-10..").is_some() && Period::parse("2019..2017").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (from, to) = match text.split_once("..") {
            Some(("", "")) => return None,
            Some((from, to)) => (from, to),
            None => (text, text),
        };
        let first = if from.is_empty() { 0 } else { When::parse(from)?.first };
        let last = if to.is_empty() { 99_991_231 } else { When::parse(to)?.last };
        (first <= last).then(|| Self { text: text.to_owned(), first, last })
    }

    /// The time from the first day of a start to the last of an end; either may stand for both.
    /// `None` for what is undated, or recurring at no stated time.
    pub(crate) fn spanning(start: Option<&When>, end: Option<&When>) -> Option<Self> {
        let (start, end) = (start.or(end)?, end.or(start)?);
        if start.recurring || end.recurring {
            return None;
        }
        let text = format!("{}..{}", start.text, end.text);
        Some(Self { text, first: start.first, last: end.last })
    }

    /// Whether an interval overlaps the period; `None` if it has no date at all.
    /// An open start or end is taken as always or still so.
    ///
    /// ```
    /// use tertius::study::{Period, When};
    /// let period = Period::parse("2017..2019").unwrap();
    /// let start = When::parse("2018-05").unwrap();
    /// assert_eq!(period.overlaps(Some(&start), None), Some(true));
    /// ```
    pub fn overlaps(&self, start: Option<&When>, end: Option<&When>) -> Option<bool> {
        if start.is_none() && end.is_none() {
            return None;
        }
        let first = start.map_or(0, |when| when.first);
        let last = end.map_or(99_991_231, |when| when.last);
        Some(first <= self.last && last >= self.first)
    }

    /// Whether something that happened on a date, or from it to an end, falls in the period.
    /// Unlike [`Period::overlaps`] a missing end means the start: an event, not a state.
    ///
    /// ```
    /// use tertius::study::{Period, When};
    /// let period = Period::parse("2017..2019").unwrap();
    /// assert_eq!(period.covers(When::parse("2020").as_ref(), None), Some(false));
    /// ```
    pub fn covers(&self, start: Option<&When>, end: Option<&When>) -> Option<bool> {
        let (start, end) = (start.or(end)?, end.or(start)?);
        Some(start.first <= self.last && end.last >= self.first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_overlap_open_intervals() {
        let period = Period::parse("2017..2019").unwrap();
        let when = |text| When::parse(text);
        assert_eq!(period.overlaps(None, None), None);
        assert_eq!(period.overlaps(when("2016").as_ref(), None), Some(true));
        assert_eq!(period.covers(when("2016").as_ref(), None), Some(false));
        assert_eq!(period.overlaps(None, when("2016-12-31").as_ref()), Some(false));
        assert_eq!(period.covers(when("2019-12-31").as_ref(), None), Some(true));
        assert_eq!(Period::parse("2019..2017"), None);
        assert_eq!(Period::parse(".."), None);
    }
}
