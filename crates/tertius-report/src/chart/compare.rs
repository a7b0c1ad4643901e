//! The network before and after, everybody in the same place.

use tertius::network::View;
use tertius::{Error, Result};
use tertius_chart::{Figure, Panels};

use super::{Kind, Sheet};
use crate::change::two;
use crate::figure::{MOST_COMPARED, panels};

pub(super) const KIND: Kind = Kind {
    name: "compare",
    about: "The network at the first wave and at the last: ties kept, gained and lost",
    needs_groups: false,
    draw,
};

const WHAT: &str = "a figure of before and after";

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let ground = &sheet.ground;
    let two = match two(ground, sheet.view)? {
        Some(Ok(two)) => two,
        Some(Err(why)) => return Err(Error::not_applicable(WHAT, why.trim_end_matches('.'))),
        None => {
            let why = "it takes two waves of a survey, told by a column wave in ties.csv, participation.csv or affiliations.csv; two periods can be compared in words by tertius compare with --from and --to";
            return Err(Error::not_applicable(WHAT, why));
        }
    };
    let Some((drawn, said)) = panels(ground, &two) else {
        let why = format!(
            "more than {MOST_COMPARED} actors are too many to find again in a second picture; --locality, --relation and --level leave fewer, and tertius compare tells the change in words"
        );
        return Err(Error::not_applicable(WHAT, why));
    };
    let [first, last] = &two.waves;
    let numbers: Vec<&str> = drawn.panels.iter().map(|it| it.said.as_str()).collect();
    let description =
        format!("The network before and after, everybody in the same place. {}", numbers.join(" "));
    let view = View { wave: None, ..sheet.view.clone() };
    let view = format!("View: {view}; at wave {first} and at wave {last}.");
    let caption = said.into_iter().chain([view]).chain(sheet.last_lines()).collect();
    let title = sheet.title(&format!("wave {first} and wave {last}"));
    Panels { title, caption, description, ..drawn }.draw(sheet.page, sheet.watch)
}
