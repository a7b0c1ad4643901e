//! What a figure is asked to show, from Python's words.

use tertius::Result;
use tertius_chart::{Labels, Page, Point, point};
use tertius_report::{Choice, Places};

/// Options of a figure, each with its words.
pub(crate) type Options = Vec<(String, Vec<String>)>;

/// A figure as it was asked for.
pub(crate) struct Drawing {
    pub(crate) choice: Choice,
    pub(crate) page: Page,
    pub(crate) seed: u64,
}

/// Whose place: identifier, x and y.
pub(crate) type Spot = (String, f64, f64);

impl Drawing {
    /// From words that Python has checked for their types.
    pub(crate) fn asked(options: Options, spots: Option<Vec<Spot>>) -> Result<Self> {
        let mut drawing = Self { choice: Choice::default(), page: Page::double(), seed: 1 };
        let mut grey = false;
        for (option, words) in options {
            let word = || words.first().cloned().unwrap_or_default();
            let Self { choice, page, seed } = &mut drawing;
            let look = &mut choice.look;
            match option.as_str() {
                "by" => choice.by = word(),
                "measures" => choice.measures = words,
                "layout" => choice.places = Places::named(&word())?,
                "size" => look.size = Some(word()),
                "hull" => look.hull = Some(word()),
                "label" => look.label = Some(word()),
                "labels" => look.labels = Labels::named(&word())?,
                "highlight" => look.highlight = words,
                "annotate" => {
                    look.remarks =
                        words.chunks_exact(2).map(|it| (it[0].clone(), it[1].clone())).collect();
                }
                "ego" => choice.ego = Some(word()),
                "steps" => choice.steps = word().parse().unwrap_or(0),
                "page" => *page = Page::named(&word())?,
                "grey" => grey = true,
                "seed" => *seed = word().parse().unwrap_or(1),
                other => unreachable!("{other} is no option of a figure"),
            }
        }
        if grey {
            drawing.page = drawing.page.in_grey();
        }
        if let Some(spots) = spots {
            drawing.choice.places = given(spots);
        }
        Ok(drawing)
    }
}

/// The call, as a figure keeps it.
pub(crate) fn call(kind: &str, options: &Options) -> String {
    let option = |(name, words): &(String, Vec<String>)| match &words[..] {
        [] => format!(", {name}=True"),
        [one] => format!(", {name}={one:?}"),
        several => format!(", {name}={several:?}"),
    };
    format!("net.draw({kind:?}{})", options.iter().map(option).collect::<String>())
}

/// Places as given.
fn given(spots: Vec<Spot>) -> Places {
    let rows: Vec<(String, Point)> =
        spots.into_iter().map(|(id, x, y)| (id, point(x, y))).collect();
    Places::Given(rows)
}
