//! The ties as a table of cells with the core first, the densities of its blocks, and how well they fit.

use tertius::actor;
use tertius::whole::{self, CoreOptions};
use tertius::{Error, Network, Result};
use tertius_chart::{Blocks, Figure};

use super::matrix::{cells, contacts, how_to_read, refuse};
use super::{Kind, Sheet};
use crate::wording::{number, percent, sentence};

pub(super) const KIND: Kind = Kind {
    name: "coreperiphery",
    about: "The ties as a table of cells with the core first, the densities of its blocks and the fit",
    needs_groups: false,
    draw,
};

/// Random networks that the fit is compared with.
const DRAWS: usize = 500;

fn draw(sheet: &Sheet<'_>) -> Result<Figure> {
    let (ground, watch) = (&sheet.ground, sheet.watch);
    let net = &ground.net;
    refuse("a core and its periphery", ground)?;
    let options = CoreOptions { seed: ground.run.seed, ..CoreOptions::default() };
    let members = actor::core(net, &options, watch)?;
    let found = whole::core_periphery(net, &options, DRAWS, watch)?;
    let is_core: Vec<bool> = members
        .words("core")
        .unwrap_or_default()
        .iter()
        .map(|word| word.as_deref() == Some("yes"))
        .collect();
    let value = |quantity: &str| found.value(quantity, "value");
    let (Some(fit), true) = (value("fit"), is_core.contains(&true)) else {
        let why = "every core fits as little: all pairs hold the same, or there are too few; another view may have ties that differ";
        return Err(Error::not_applicable("a core and its periphery", why));
    };
    let degree = contacts(net);
    let mut order: Vec<usize> = (0..degree.len()).collect();
    order.sort_by_key(|&at| (!is_core[at], std::cmp::Reverse(degree[at]), at));
    let mut drawn = cells(ground, &order);
    for (member, &at) in drawn.actors.iter_mut().zip(&order) {
        member.group = Some(usize::from(!is_core[at]));
    }
    let core = is_core.iter().filter(|it| **it).count();
    let densities = densities(net, &is_core);
    let words = densities.map(|row| row.map(said).to_vec()).to_vec();
    drawn.groups = vec![format!("core ({core})"), format!("periphery ({})", order.len() - core)];
    "block".clone_into(&mut drawn.group_name);
    drawn.blocks = Some(Blocks { words, name: "density of the blocks".to_owned() });
    drawn.title = sheet.title("core and periphery");
    let p = match (value("fit_by_chance"), value("p")) {
        (Some(chance), Some(p)) => format!(
            "; where as many ties are laid at random the best core fits by {} on average (p = {})",
            number(chance),
            number(p)
        ),
        _ => String::new(),
    };
    let how_found = members.method.notes.last().map_or_else(String::new, |note| sentence(note));
    drawn.caption = sheet.caption(vec![
        format!(
            "The core is the set of actors for which the table is most like one with every tie inside the core and none in the periphery. Fit {} (the correlation of the two, 1 at best){p}. {how_found}",
            number(fit)
        ),
        format!("In each block actors are sorted by the number of their contacts. {}", how_to_read(ground)),
    ]);
    drawn.description = format!(
        "Matrix of ties with a core of {core} of {} first: density {} in the core, {} in the periphery; fit {}.",
        ground.actors().count(order.len()),
        said(densities[0][0]),
        said(densities[1][1]),
        number(fit)
    );
    Ok(drawn.draw(sheet.page))
}

fn said(density: Option<f64>) -> String {
    density.map_or_else(|| "not defined".to_owned(), percent)
}

/// Of the observed pairs from core or periphery to core or periphery, the share that is tied.
fn densities(net: &Network, is_core: &[bool]) -> [[Option<f64>; 2]; 2] {
    let mut counts = [[(0_usize, 0_usize); 2]; 2];
    let n = is_core.len();
    let pairs = (0..n).flat_map(|from| (0..n).map(move |to| (from, to)));
    for (from, to) in pairs.filter(|&(from, to)| from != to && net.is_observed(from, to)) {
        let block = &mut counts[usize::from(!is_core[from])][usize::from(!is_core[to])];
        block.0 += usize::from(net.out().strength(from, to).is_some());
        block.1 += 1;
    }
    let density = |(ties, pairs): (usize, usize)| (pairs > 0).then(|| ties as f64 / pairs as f64);
    counts.map(|row| row.map(density))
}

#[cfg(test)]
mod tests {
    use super::densities;
    use tertius::whole::CoreOptions;
    use tertius::{Network, Watch, whole};

    #[test]
    fn the_blocks_have_the_densities_of_the_measure() {
        let ties = [("a", "b"), ("b", "c"), ("a", "c"), ("a", "d"), ("b", "e"), ("c", "f")];
        let ties = ties.map(|(from, to)| (from, to, 1.0));
        let net = Network::from_ties(false, ties).expect("a network");
        let found = whole::core_periphery(&net, &CoreOptions::default(), 10, &Watch::new())
            .expect("a core");
        let is_core = net.actors().iter().map(|it| "abc".contains(&it.id)).collect::<Vec<_>>();
        let [[core, between], [back, periphery]] = densities(&net, &is_core);
        let value = |quantity: &str| found.value(quantity, "value");
        assert_eq!((core, between), (value("core_density"), value("between_density")));
        assert_eq!((back, periphery), (between, value("periphery_density")));
    }
}
