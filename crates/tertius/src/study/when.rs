use std::fmt;

use serde::{Deserialize, Serialize};

/// A date that keeps its precision: a day, a month, a year, a span of years, or recurring.
///
/// Days are numbered `yyyymmdd`, so that a date is the span from its first to its last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// As written.
    pub text: String,
    first: i32,
    last: i32,
    /// Whether it happens again and again, at no stated time.
    pub recurring: bool,
    /// Whether it was written with strokes and read day first.
    #[serde(skip)]
    pub(crate) day_first: bool,
}

impl When {
    /// Reads `2017`, `2019-03`, `2017-10-17`, `17/10/2017` (day first), `2005/2006` or `recurring`.
    /// `None` if it is none of these, or no day of the calendar.
    ///
    /// ```
    /// use tertius::study::When;
    /// assert!(When::parse("2019-03").is_some());
    /// assert!(When::parse("2019-02-30").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let when = |first, last| {
            Some(Self { text: text.to_owned(), first, last, recurring: false, day_first: false })
        };
        if text.eq_ignore_ascii_case("recurring") {
            return Some(Self { recurring: true, ..when(0, 99_991_231)? });
        }
        let iso: Vec<&str> = text.split('-').collect();
        match *iso.as_slice() {
            [y] if !y.contains('/') => {
                let y = year(y)?;
                when(y * 10_000 + 101, y * 10_000 + 1231)
            }
            [y, m] => {
                let (y, m) = (year(y)?, two_digits(m)?);
                let days = days_in(y, m)?;
                when(y * 10_000 + m * 100 + 1, y * 10_000 + m * 100 + days)
            }
            [y, m, d] => {
                let day = day(year(y)?, two_digits(m)?, two_digits(d)?)?;
                when(day, day)
            }
            _ => match *text.split('/').collect::<Vec<_>>().as_slice() {
                [from, to] => {
                    let (from, to) = (year(from)?, year(to)?);
                    if from > to {
                        return None;
                    }
                    when(from * 10_000 + 101, to * 10_000 + 1231)
                }
                [d, m, y] => {
                    let day = day(year(y)?, two_digits(m)?, two_digits(d)?)?;
                    Some(Self { day_first: true, ..when(day, day)? })
                }
                _ => None,
            },
        }
    }

    /// Whether it surely ends before another begins.
    pub fn is_before(&self, other: &Self) -> bool {
        !self.recurring && !other.recurring && self.last < other.first
    }

    /// The year it begins in; `None` if it is recurring.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// As written.
    pub text: String,
    first: i32,
    last: i32,
}

impl Period {
    /// Reads `2017..2019`, `2017-10..`, `..2019` or a single date such as `2017`.
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
    pub fn covers(&self, start: Option<&When>, end: Option<&When>) -> Option<bool> {
        let (start, end) = (start.or(end)?, end.or(start)?);
        Some(start.first <= self.last && end.last >= self.first)
    }
}

fn year(text: &str) -> Option<i32> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn two_digits(text: &str) -> Option<i32> {
    ((1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

fn day(y: i32, m: i32, d: i32) -> Option<i32> {
    (d >= 1 && d <= days_in(y, m)?).then_some(y * 10_000 + m * 100 + d)
}

fn days_in(year: i32, month: i32) -> Option<i32> {
    Some(match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision() {
        let spans = ["2017", "2019-03", "2017-10-17", "17/10/2017", "2005/2006"]
            .map(|text| When::parse(text).map(|when| (when.first, when.last)).unwrap());
        assert_eq!(
            spans,
            [
                (20_170_101, 20_171_231),
                (20_190_301, 20_190_331),
                (20_171_017, 20_171_017),
                (20_171_017, 20_171_017),
                (20_050_101, 20_061_231)
            ]
        );
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["", "17", "2017-13", "2017-02-29", "03-May", "2006/2005", "31/04/2020", "2017-1x"]
        {
            assert_eq!(When::parse(text), None, "{text}");
        }
        assert!(When::parse("2016-02-29").is_some());
    }

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
