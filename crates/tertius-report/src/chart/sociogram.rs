//! The network: colour and shape by group, areas by locality, size by betweenness.

use tertius::{Error, Result, Watch};
use tertius_chart::{Figure, Page};

use super::{Choice, Kind, Sheet, last_lines};
use crate::figure;
use crate::findings::Standing;
use crate::ground::Ground;

pub(super) const KIND: Kind = Kind {
    name: "sociogram",
    about: "The network: who is tied to whom, by group and locality",
    needs_groups: false,
    draw,
};

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let ground = &sheet.ground;
    if !ground.is_drawable() {
        return Err(Error::not_applicable("a sociogram", figure::unreadable(ground)));
    }
    let standing = Standing::of(&ground.net, sheet.watch)?;
    picture(ground, &standing, sheet.choice, sheet.page, sheet.watch)
}

/// The network as a figure that stands alone, with title and caption.
pub(crate) fn picture(
    ground: &Ground<'_>,
    standing: &Standing,
    choice: &Choice,
    page: &Page,
    watch: &Watch,
) -> Result<Figure> {
    let (places, look) = (&choice.places, &choice.look);
    let mut drawn = figure::sociogram(ground, standing, look, watch)?;
    let said = look.dress(&mut drawn, ground, watch)?;
    drawn.method = places.method(ground, standing)?;
    drawn.layer_names = places.columns(ground);
    drawn.ring_name = places.rings(standing);
    ground.study.title().clone_into(&mut drawn.title);
    drawn.caption = vec![figure::sociogram_caption(ground, &drawn, places)];
    drawn.caption.extend(said.into_iter().chain(last_lines(ground)));
    drawn.draw(page, watch)
}
