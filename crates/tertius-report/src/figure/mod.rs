//! Figures in the page. Each is an image that stands by itself: nothing in it can act on the page.

mod change;
mod mixing;
mod roles;
mod sociogram;

use tertius::network::{Actor, ActorKind};
use tertius_chart::{Figure, NodeKind, Page};

use crate::html::{Element, el};

pub(crate) use change::{MOST_COMPARED, before_and_after, panels};
pub(crate) use mixing::{caption as mixing_caption, mixing};
pub(crate) use roles::{brokers, caption as roles_caption, roles};
pub(crate) use sociogram::{caption as sociogram_caption, sociogram, unreadable};

/// The width of the page; heat maps are lower, so that their cells stay small.
pub(crate) const WIDE: Page = Page::double();
pub(crate) const LOW: Page = Page { height_mm: 150.0, ..Page::double() };

/// What the mark of an actor stands for.
pub(crate) fn kind_of(actor: &Actor) -> NodeKind {
    match actor.kind {
        ActorKind::Person => NodeKind::Person,
        _ => NodeKind::Organisation,
    }
}

/// A figure with its alternative text and its caption.
pub(crate) fn figure(figure: &Figure, caption: &str) -> Element {
    illustration(figure, caption, " The numbers are in the tables below.")
}

/// A figure of what no table holds.
pub(crate) fn figure_alone(figure: &Figure, caption: &str) -> Element {
    illustration(figure, caption, "")
}

fn illustration(figure: &Figure, caption: &str, tables: &str) -> Element {
    let alt = format!("{}{tables}", figure.description());
    let image = el("img").set("alt", alt).set("src", data_uri(&figure.svg()));
    // On a narrow screen the picture keeps its size and is scrolled.
    let sheet = el("div").class("sheet").set("tabindex", "0").set("role", "group");
    let sheet = sheet.set("aria-label", "Figure, scrolls sideways on narrow screens");
    el("figure").with(sheet.with(image)).with(el("figcaption").with(caption))
}

/// An image in its own address, so that the page needs no other file.
pub(crate) fn data_uri(svg: &str) -> String {
    let mut uri = String::from("data:image/svg+xml,");
    for byte in svg.bytes() {
        match byte {
            b'\n' => uri.push(' '),
            b' '
            | b'!'
            | b'\''
            | b'('..=b';'
            | b'='
            | b'?'
            | b'@'
            | b'A'..=b'Z'
            | b'_'
            | b'a'..=b'z' => uri.push(byte.into()),
            _ => {
                uri.push('%');
                uri.extend([byte >> 4, byte & 15].map(|half| char::from(HEX[usize::from(half)])));
            }
        }
    }
    uri
}

const HEX: &[u8; 16] = b"0123456789ABCDEF";

#[cfg(test)]
mod tests {
    use super::data_uri;

    #[test]
    fn addresses_hold_no_mark_of_html() {
        assert_eq!(data_uri("<a b=\"\u{e9}\"/>"), "data:image/svg+xml,%3Ca b=%22%C3%A9%22/%3E");
    }
}
