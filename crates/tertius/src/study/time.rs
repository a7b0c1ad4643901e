//! When something happened, as far as a row says.

use super::{Activity, Affiliation, Period, Tie, When};

/// The dates and the wave of a row: one definition for what is counted and for what a view takes.
#[derive(Debug, Default)]
pub(crate) struct Time<'t> {
    start: Option<&'t When>,
    end: Option<&'t When>,
    wave: Option<&'t str>,
    /// The date of a wave that is a year: it dates what has no other date.
    year: Option<When>,
}

impl<'t> Time<'t> {
    fn new(start: Option<&'t When>, end: Option<&'t When>, wave: Option<&'t str>) -> Self {
        let undated = start.is_none() && end.is_none();
        let year = wave.filter(|_| undated).and_then(When::parse);
        Self { start, end, wave, year }
    }

    pub(crate) fn of_post(post: &'t Affiliation) -> Self {
        Self::new(post.start.as_ref(), post.end.as_ref(), post.wave.as_deref())
    }

    pub(crate) fn of_tie(tie: &'t Tie) -> Self {
        Self::new(tie.start.as_ref(), tie.end.as_ref(), tie.wave.as_deref())
    }

    /// Of an activity by itself: those who took part may tell its wave.
    pub(crate) fn of_activity(activity: &'t Activity) -> Self {
        Self::new(activity.start.as_ref(), activity.end.as_ref(), None)
    }

    pub(crate) fn of_part(activity: &'t Activity, wave: Option<&'t str>) -> Self {
        Self::new(activity.start.as_ref(), activity.end.as_ref(), wave)
    }

    pub(crate) fn of_wave(wave: Option<&'t str>) -> Self {
        Self::new(None, None, wave)
    }

    fn start(&self) -> Option<&When> {
        self.start.or(self.year.as_ref())
    }

    fn end(&self) -> Option<&When> {
        self.end.or(self.year.as_ref())
    }

    pub(crate) fn is_dated(&self) -> bool {
        self.start().is_some() || self.end().is_some()
    }

    /// The years it begins and ends in, as far as they are known.
    pub(crate) fn years(&self) -> [Option<i32>; 2] {
        [self.start(), self.end()].map(|when| when.and_then(When::year))
    }

    /// From its start to its end, either standing for both; `None` if it is not dated.
    pub(crate) fn span(&self) -> Option<Period> {
        Period::spanning(self.start(), self.end())
    }

    pub(crate) fn is_of_another_wave_than(&self, other: &Self) -> bool {
        self.wave.zip(other.wave).is_some_and(|(a, b)| a != b)
    }

    /// Whether two states that may last are known not to have been at once.
    pub(crate) fn is_apart_from(&self, other: &Self) -> bool {
        let ended_before = |a: &Self, b: &Self| {
            a.end().zip(b.start()).is_some_and(|(end, start)| end.is_before(start))
        };
        self.is_of_another_wave_than(other)
            || ended_before(self, other)
            || ended_before(other, self)
    }

    /// Whether a state, which may last, was in a period; `None` if that is not known.
    pub(crate) fn overlaps(&self, period: &Period) -> Option<bool> {
        period.overlaps(self.start(), self.end())
    }

    /// Whether an event, which is over by its end or on its day, was in a period.
    pub(crate) fn is_covered_by(&self, period: &Period) -> Option<bool> {
        period.covers(self.start(), self.end())
    }
}
