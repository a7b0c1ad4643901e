//! Ties between each two groups against what is expected, as a heat map.

use tertius::{Error, Result};
use tertius_chart::{Figure, Page};

use super::{Kind, Sheet, TWO_MODES};
use crate::figure::{self, LOW};
use crate::wording::whole;

pub(super) const KIND: Kind = Kind {
    name: "mixing",
    about: "Ties between each two groups against what is expected",
    needs_groups: true,
    draw,
};

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let (ground, by) = (&sheet.ground, sheet.by());
    let Some(crossing) = &ground.sector else {
        return Err(Error::not_applicable("mixing", TWO_MODES));
    };
    let order = ground.sector_order(crossing);
    let ids = crossing.by.labels();
    let Some(mixing) = &crossing.mixing else {
        let why = format!(
            "a table of {} groups by as many cannot be read; tertius group mixing gives its numbers",
            whole(ids.len())
        );
        return Err(Error::not_applicable("a heat map", why));
    };
    let labels: Vec<String> = ids.iter().map(|id| ground.group_label(by, id)).collect();
    let mut drawn = figure::mixing(&ground.net, (crossing, mixing), &order, &labels);
    drawn.title = sheet.title(&format!("ties between groups, by {by}"));
    drawn.caption = sheet.caption(vec![figure::mixing_caption(&ground.net, crossing, &drawn, by)]);
    let page = sheet.page;
    Ok(drawn.draw(&Page { height_mm: page.height_mm.min(LOW.height_mm), ..*page }))
}
