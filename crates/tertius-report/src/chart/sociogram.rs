//! The network: colour and shape by group, areas by locality, size by betweenness.

use tertius::{Error, Result};
use tertius_chart::Figure;

use super::{Kind, Sheet};
use crate::figure;
use crate::findings::Standing;

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
    let mut drawn = figure::sociogram(ground, &standing);
    ground.study.title().clone_into(&mut drawn.title);
    drawn.caption = vec![figure::sociogram_caption(ground, &standing)];
    drawn.caption.extend(sheet.last_lines());
    drawn.draw(sheet.page, sheet.watch)
}
