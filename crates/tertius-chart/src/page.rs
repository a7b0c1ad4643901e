use tertius::{Error, Result};

/// The paper a figure is made for. Text keeps its size in print; what grows with the page is the plot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// Width in millimetres.
    pub width_mm: f64,
    /// The most height the whole figure should take, in millimetres: the plot of a sociogram is drawn smaller
    /// to keep it.
    pub height_mm: f64,
    /// The size of labels, in points; journals ask for 7 or more.
    pub text_pt: f64,
    /// Greys instead of colours; shapes and patterns carry the meaning in both.
    pub grey: bool,
}

impl Page {
    /// The pages that have a name.
    pub const NAMED: [(&'static str, Self); 3] =
        [("single", Self::single()), ("double", Self::double()), ("slide", Self::slide())];

    /// The page of a name.
    ///
    /// ```
    /// use tertius_chart::Page;
    /// assert_eq!(Page::named("slide")?, Page::slide());
    /// # Ok::<(), tertius::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Unknown`] for any other word, with the names.
    pub fn named(word: &str) -> Result<Self> {
        let found = Self::NAMED.into_iter().find(|(name, _)| *name == word);
        let unknown = || Error::unknown("page", word, Self::NAMED.map(|(name, _)| name));
        found.map(|(_, page)| page).ok_or_else(unknown)
    }

    /// One column of a journal: 86 mm.
    pub const fn single() -> Self {
        Self { width_mm: 86.0, height_mm: 180.0, text_pt: 7.0, grey: false }
    }

    /// Two columns of a journal, the whole width of a page: 178 mm.
    pub const fn double() -> Self {
        Self { width_mm: 178.0, height_mm: 220.0, text_pt: 7.0, grey: false }
    }

    /// A slide of 16 : 9, 13⅓ inches wide, with larger text.
    pub const fn slide() -> Self {
        Self { width_mm: 338.7, height_mm: 190.5, text_pt: 12.0, grey: false }
    }

    /// This page in greys.
    #[must_use]
    pub const fn in_grey(self) -> Self {
        Self { grey: true, ..self }
    }

    pub(crate) fn width(&self) -> f64 {
        points(self.width_mm)
    }

    pub(crate) fn height(&self) -> f64 {
        points(self.height_mm)
    }

    /// Everything that is neither text nor position grows with the text: radii, line widths, gaps.
    pub(crate) fn unit(&self) -> f64 {
        self.text_pt / 7.0
    }

    /// Whether the legend has room beside the plot.
    pub(crate) fn legend_beside(&self) -> bool {
        self.width() / self.unit() >= 340.0
    }
}

fn points(mm: f64) -> f64 {
    mm * 72.0 / 25.4
}
