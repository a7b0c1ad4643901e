//! The file around the data: head, title, viewer, and what stands there without scripts.

use tertius_chart::Figure;

use super::data::PageData;
use super::json::json;
use super::packed::packed;
use crate::figure::data_uri;
use crate::findings::Standing;
use crate::ground::Ground;
use crate::html::{Element, Node, el, head, p};
use crate::section::actors_table;
use crate::wording::sentence;

/// The picture of more actors would weigh more than the rest of the page, and names few of them.
const MOST_PICTURED: usize = 250;

pub(super) fn document(
    ground: &Ground<'_>,
    standing: &Standing,
    figure: &Figure,
    data: &PageData,
) -> String {
    let packed = packed(serde_json::to_value(data).expect("numbers are finite, keys are words"));
    let data_block = el("script").set("type", "application/json").set("id", "tertius-packed");
    let script = |text: &'static str| el("script").with(Node::Literal(text));
    let style = include_str!("../../viewer/dist/viewer.css");
    let head = head(&data.title, &data.software, " blob:", style);
    let html = el("html").set("lang", "en").with(head).with(
        el("body")
            .with(header(data))
            .with(el("main").set("id", "tertius-page"))
            .with(fallback(ground, standing, figure, data))
            .with(data_block.with(json(&packed)))
            .with(script(include_str!("unpack.js")))
            .with(script(include_str!("../../viewer/dist/viewer.js"))),
    );
    format!("<!DOCTYPE html>{html}\n")
}

fn header(data: &PageData) -> Element {
    let header = el("header").with(el("h1").with(data.title.as_str()));
    if data.notice.is_empty() {
        return header;
    }
    header.with(p(data.notice.as_str()).class("notice").set("role", "note"))
}

/// The printed figure, which the viewer takes away when it runs; and the actors, for who has no
/// scripts.
fn fallback(ground: &Ground<'_>, standing: &Standing, figure: &Figure, data: &PageData) -> Element {
    let said = data.summary.iter().map(|said| p(said.as_str()));
    let mut fallback = el("div").set("id", "tertius-fallback").all(said);
    if ground.net.actors().len() <= MOST_PICTURED {
        let picture = el("img").set("alt", figure.description());
        let picture = picture.set("src", data_uri(&figure.svg()));
        fallback = fallback.with(el("figure").with(picture));
    }
    fallback.with(
        el("noscript")
            .with(p(sentence(&format!("view: {}", data.view))))
            .with(actors_table(ground, standing).html()),
    )
}
