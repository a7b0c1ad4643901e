//! The report on a collaboration study: one HTML page that stands alone.
//!
//! [`report`] reads a [`Study`] through a [`View`] and says, in plain
//! sentences with their numbers, what the evidence shows and what it cannot show. The page asks for
//! nothing from elsewhere, works without scripts and prints.
//!
//! The report computes nothing a researcher could want as a number: every figure in it is a value
//! of a measure, or a count of rows. What the data lack is said in place and is never an error.
//!
//! ```no_run
//! # let study = tertius::Study::default();
//! use tertius::Watch;
//! use tertius_report::{Run, report};
//! let run = Run { command: "tertius report my-study".into(), version: "0.1.0".into(), seed: 1, anonymise: false };
//! let page = report(&study, &study.default_view()?, &run, &Watch::new())?.html();
//! # Ok::<(), tertius::Error>(())
//! ```

mod chance;
mod change;
mod chart;
mod codes;
mod comparison;
mod crossing;
mod disclosure;
mod doubt;
mod figure;
mod findings;
mod ground;
mod html;
mod look;
mod markdown;
mod narrated;
mod page;
mod places;
mod section;
mod table;
mod who;
mod wording;

pub use chart::{Chart, Choice, chart};
pub use codes::{coded, key};
pub use comparison::Comparison;
pub use disclosure::disclosed;
use findings::Findings;
pub use look::Look;
pub use narrated::{NarratedPage, page, page_of_waves};
pub use places::{Placed, Places, layout};
use tertius::{Result, Study, View, Watch};

/// How the report came about: printed in it, so that it can be made again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    /// The command line, or the call, that made it.
    pub command: String,
    /// Version of tertius.
    pub version: String,
    /// Where the random starts of the layout begin.
    pub seed: u64,
    /// Whether actors, activities, places and the words of further columns go by codes, and notes,
    /// quotes, the description, the authors and the command are left out.
    pub anonymise: bool,
}

/// A report, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    html: String,
}

/// Makes the report on a study through a view. The same input gives the same bytes on one platform.
///
/// # Errors
///
/// Those of [`Study::network`]: errors in the evidence, or a view that leaves no actor;
/// [`Error::Stopped`](tertius::Error::Stopped).
pub fn report(study: &Study, view: &View, about: &Run, watch: &Watch) -> Result<Report> {
    made(study, view, about, None, watch)
}

/// The same beside a narrated page of the same study and view: the picture leads there. The address
/// is relative to the report, and begins with no scheme: `report-page.html`.
///
/// # Errors
///
/// Those of [`report`].
pub fn report_beside(
    page: &str,
    study: &Study,
    view: &View,
    about: &Run,
    watch: &Watch,
) -> Result<Report> {
    made(study, view, about, Some(page), watch)
}

fn made(
    study: &Study,
    view: &View,
    about: &Run,
    beside: Option<&str>,
    watch: &Watch,
) -> Result<Report> {
    let coded = about.anonymise.then(|| codes::coded(study, view));
    let (study, view) = coded.as_ref().map_or((study, view), |(study, view)| (study, view));
    let findings = Findings::of(study, view, about, watch)?;
    Ok(Report { html: page::page(&findings, beside) })
}

impl Report {
    /// The page: one file that needs nothing else.
    pub fn html(&self) -> String {
        self.html.clone()
    }
}
