//! A view of one wave of several is where the page begins: everybody has a place at all of them,
//! and the reader goes from one to another.

use std::collections::HashMap;

use tertius::network::{Keep, Orientation, Tie};
use tertius::{Error, Result, Study, View};

use crate::ground::Ground;
use crate::{Run, disclosure};

/// The networks of the page.
pub(super) struct Waves<'s> {
    /// Whoever is there at any wave, with the ties of all; `None` with one part.
    together: Option<Ground<'s>>,
    /// What ties are taken from: the view, or the view at each wave, in order.
    pub(super) parts: Vec<Part<'s>>,
    begin: usize,
}

/// The view as it is, or at one wave.
pub(super) struct Part<'s> {
    /// `None` where the view names no wave.
    pub(super) wave: Option<String>,
    pub(super) ground: Ground<'s>,
    /// The place of each of its actors among everybody.
    pub(super) places: Vec<u32>,
}

impl<'s> Waves<'s> {
    /// The view, and where every wave is wanted those beside it.
    pub(super) fn of(
        study: &'s Study,
        view: &View,
        every_wave: bool,
        by: &str,
        run: &'s Run,
    ) -> Result<Self> {
        let cut = |wave: Option<&str>| {
            let view = View { wave: wave.map(str::to_owned), ..view.clone() };
            let ground = Ground::of(study, &view, run)?;
            if by == "sector" { Ok(ground) } else { ground.by(by) }
        };
        let begin = cut(view.wave.as_deref())?;
        let mut parts = Vec::new();
        let others = if every_wave { others(study, view) } else { Vec::new() };
        for wave in others {
            match cut(Some(wave)) {
                Ok(ground) => parts.push(Part::alone(Some(wave), ground)),
                // Nobody is there at this wave.
                Err(Error::NotApplicable { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        parts.push(Part::alone(view.wave.as_deref(), begin));
        // Arrows of one wave and lines of another do not go into one picture.
        let tied = parts.iter().map(|it| &it.ground.net).filter(|net| !net.ties().is_empty());
        let (arrows, lines): (Vec<_>, Vec<_>) = tied.partition(|net| net.is_directed());
        if parts.len() == 1 || !(arrows.is_empty() || lines.is_empty()) {
            parts.drain(..parts.len() - 1);
            return Ok(Self { together: None, parts, begin: 0 });
        }
        let together = cut(None)?;
        let actors = together.net.actors().iter().enumerate();
        let places: HashMap<&str, u32> =
            actors.map(|(at, it)| (it.id.as_str(), at as u32)).collect();
        for part in &mut parts {
            part.places =
                part.ground.net.actors().iter().map(|it| places[it.id.as_str()]).collect();
        }
        let order = study.waves();
        parts.sort_by_key(|part| order.iter().position(|it| part.wave.as_deref() == Some(it)));
        let begin = parts.iter().position(|it| it.wave == view.wave).expect("it was put there");
        Ok(Self { together: Some(together), parts, begin })
    }

    /// Whoever has a place in the picture.
    pub(super) fn everybody(&self) -> &Ground<'s> {
        self.together.as_ref().unwrap_or(&self.parts[self.begin].ground)
    }

    /// What the numbers are about, and what is shown first.
    pub(super) fn begin(&self) -> &Part<'s> {
        &self.parts[self.begin]
    }

    /// How many could be named in spite of codes: at each wave, as each can be looked at.
    pub(super) fn disclosed(&self) -> Result<Vec<String>> {
        let mut said = Vec::new();
        for part in &self.parts {
            let found = disclosure::in_words(&part.ground.net)?;
            let wave = part.wave.as_deref().filter(|_| self.parts.len() > 1);
            said.extend(found.map(|found| match wave {
                Some(wave) => format!("In {}, {found}", called(wave)),
                None => found,
            }));
        }
        Ok(said)
    }

    /// The wave shown first, where there are others.
    pub(super) fn first(&self) -> Option<&str> {
        self.together.as_ref().and(self.begin().wave.as_deref())
    }
}

impl<'s> Part<'s> {
    /// The ends of a tie among everybody; those without a direction in their order.
    pub(super) fn ends(&self, tie: &Tie) -> [u32; 2] {
        let [from, to] = [tie.from, tie.to].map(|end| self.places[end as usize]);
        if self.ground.net.is_directed() { [from, to] } else { [from.min(to), from.max(to)] }
    }

    /// With nobody else on the page.
    fn alone(wave: Option<&str>, ground: Ground<'s>) -> Self {
        let places = (0..ground.net.actors().len() as u32).collect();
        Self { wave: wave.map(str::to_owned), ground, places }
    }
}

/// The waves beside that of the view. Whoever is outside the largest component, or did not answer, at
/// one wave has not left: a view of those alone keeps its one wave.
fn others<'s>(study: &'s Study, view: &View) -> Vec<&'s str> {
    let Some(wave) = &view.wave else { return Vec::new() };
    if view.component == Keep::Largest || view.orientation == Orientation::Respondents {
        return Vec::new();
    }
    study.waves().into_iter().filter(|it| it != wave).collect()
}

/// A wave as people say it: a year as it is, a number as `wave 2`.
pub(super) fn called(wave: &str) -> String {
    let is_number = wave.len() < 4 && wave.bytes().all(|it| it.is_ascii_digit());
    if is_number { format!("wave {wave}") } else { wave.to_owned() }
}
