//! The file around the data: head, title, viewer, and what stands there without scripts.

use tertius_chart::Figure;

use super::data::PageData;
use super::json::json;
use super::packed::packed;
use crate::figure::data_uri;
use crate::findings::Standing;
use crate::ground::Ground;
use crate::html::{Element, Node, el, p};
use crate::section::actors_table;
use crate::wording::sentence;

/// Nothing is fetched, and nothing runs but what the page itself holds.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:; font-src data:";

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
    let html = el("html").set("lang", "en").with(head(data)).with(
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

fn head(data: &PageData) -> Element {
    let meta =
        |name: &'static str, content: &str| el("meta").set("name", name).set("content", content);
    el("head")
        .with(el("meta").set("charset", "utf-8"))
        .with(el("meta").set("http-equiv", "Content-Security-Policy").set("content", POLICY))
        .with(meta("viewport", "width=device-width, initial-scale=1"))
        .with(meta("color-scheme", "light dark"))
        .with(meta("generator", &data.software))
        .with(el("title").with(data.title.as_str()))
        .with(el("style").with(Node::Literal(include_str!("../../viewer/dist/viewer.css"))))
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
