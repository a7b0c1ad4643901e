//! Brokerage roles of those who broker most, as bars.

use tertius::{Error, Result};
use tertius_chart::Figure;

use super::{Kind, Sheet, TOP};
use crate::crossing::Crossing;
use crate::{figure, findings};

pub(super) const KIND: Kind = Kind {
    name: "brokerage",
    about: "Brokerage roles of those who broker most",
    needs_groups: true,
    draw,
};

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let (ground, by) = (&sheet.ground, sheet.by());
    let [actors, _] = findings::brokerage(&ground.net, by, sheet.watch)?;
    let order = figure::brokers(&actors);
    if order.is_empty() {
        let why = "nobody stands between two others who are not tied";
        return Err(Error::not_applicable("a chart of brokerage", why));
    }
    let shown = order.len().min(TOP);
    let beyond_chance = ground.sector.as_ref().and_then(Crossing::beyond_chance);
    let with_chance = beyond_chance.is_none();
    let mut drawn = figure::roles(&ground.net, &actors, &order[..shown], with_chance);
    drawn.title = sheet.title(&format!("brokerage roles, by {by}"));
    let said = std::iter::once(figure::roles_caption(with_chance)).chain(beyond_chance);
    drawn.caption = sheet.caption(said.collect());
    Ok(drawn.draw(sheet.page))
}
