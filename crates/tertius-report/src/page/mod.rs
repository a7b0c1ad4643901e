//! The page around the sections: head, title, notice, contents, style and script.

use crate::findings::Findings;
use crate::html::{Element, Node, el, head, p};
use crate::section::{Section, in_short, sections};
use crate::wording::list;

/// The whole page; `beside` is the address of a narrated page.
pub(crate) fn page(findings: &Findings<'_>, beside: Option<&str>) -> String {
    let sections = sections(findings, beside);
    let software = format!("tertius {}", findings.run.version);
    let called = format!("{}: report", title(findings));
    let head = head(&called, &software, "", include_str!("page.css"));
    let html = el("html").set("lang", "en-GB").with(head).with(
        el("body")
            .with(el("a").class("skip").set("href", "#main").with("Skip to the report"))
            .with(header(findings))
            .with(
                el("div").class("columns").with(contents(&sections)).with(
                    el("main")
                        .set("id", "main")
                        .set("tabindex", "-1")
                        .with(short(findings))
                        .all(sections.into_iter().map(section)),
                ),
            )
            .with(footer(findings))
            .with(el("script").with(Node::Literal(include_str!("page.js")))),
    );
    format!("<!DOCTYPE html>{html}\n")
}

fn title(findings: &Findings<'_>) -> String {
    findings.net.provenance().study.clone()
}

fn header(findings: &Findings<'_>) -> Element {
    let settings = &findings.study.settings;
    let mut header = el("header")
        .with(el("p").class("kicker").with("A report on collaboration"))
        .with(el("h1").with(title(findings)));
    if !settings.description.is_empty() {
        header = header.with(el("p").class("description").with(settings.description.as_str()));
    }
    // One note, not two that say the same: the study's own words, where it has any.
    let notice = settings.notice.as_str();
    if settings.synthetic {
        let said = match notice {
            "" => "Invented data: nobody in this report exists, and nothing in it is a finding.",
            notice => notice,
        };
        let banner = el("p").class("banner").set("role", "note");
        header = header.with(banner.with(el("strong").with(said)));
    } else if !notice.is_empty() {
        header = header.with(el("p").class("notice").set("role", "note").with(notice));
    }
    if findings.run.anonymise {
        header = header.with(el("p").class("notice").set("role", "note").with(
            "Names of actors, activities and places, and the words of columns without a vocabulary, are replaced by codes; the description, the authors, notes, quotes and the command are left out. Position can still identify: whoever knows the system may know who has most ties. The title, the notice, the licence, vocabularies and file names are as they were written.",
        ));
    }
    header.with(el("p").class("view").with(format!("View: {}.", findings.net.provenance().view)))
}

fn contents(sections: &[Section]) -> Element {
    let link = |section: &Section| {
        el("li").with(el("a").set("href", format!("#{}", section.id)).with(section.title))
    };
    el("nav").set("aria-label", "Contents").with(
        el("ul")
            .with(el("li").with(el("a").set("href", "#short").with("In short")))
            .all(sections.iter().map(link)),
    )
}

fn short(findings: &Findings<'_>) -> Element {
    el("section")
        .set("id", "short")
        .set("aria-labelledby", "short-title")
        .with(el("h2").set("id", "short-title").with("In short"))
        .with(p(in_short(findings).join(" ")).class("lead"))
}

fn section(section: Section) -> Element {
    let heading = format!("{}-title", section.id);
    el("section")
        .set("id", section.id)
        .set("aria-labelledby", heading.as_str())
        .with(el("h2").set("id", heading).with(section.title))
        .all(section.body)
}

fn footer(findings: &Findings<'_>) -> Element {
    let settings = &findings.study.settings;
    let mut said = vec![format!("Made with tertius {}.", findings.run.version)];
    if !settings.authors.is_empty() {
        said.push(format!("Evidence coded or collected by {}.", list(&settings.authors)));
    }
    if !settings.licence.is_empty() {
        said.push(format!("Licence of the coding: {}.", settings.licence));
    }
    el("footer").with(p(said.join(" ")))
}
