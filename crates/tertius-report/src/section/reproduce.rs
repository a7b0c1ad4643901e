//! What it takes to make the report again.

use crate::findings::Findings;
use crate::html::{Node, el, p};
use crate::section::lacking;
use crate::table::{Cell, Table};

pub(super) fn body(findings: &Findings<'_>) -> Vec<Node> {
    let (run, study) = (findings.run, findings.study);
    let mut body: Vec<Node> = vec![
        p("The same files, view, version and seed give the same report on one platform, byte for byte. That is why it bears no date.").into(),
    ];
    body.push(if run.anonymise {
        lacking("The command is left out: it may name files and places.")
    } else {
        el("pre").set("tabindex", "0").with(el("code").with(run.command.as_str())).into()
    });
    let mut facts = Table::new("How it was made", &["what", "value"]).fixed();
    for (what, value) in [
        ("tertius", run.version.clone()),
        ("seed", run.seed.to_string()),
        ("view", findings.net.provenance().view.clone()),
        ("names", if run.anonymise { "replaced by codes" } else { "as recorded" }.to_owned()),
    ] {
        facts.row(vec![Cell::words(what), Cell::words(value)]);
    }
    body.push(facts.html().into());
    if study.inputs.is_empty() {
        body.push(lacking(
            "The study came from memory and not from files, so there are no files to name.",
        ));
        return body;
    }
    let mut files =
        Table::new("The files it was made from", &["file", "#bytes", "SHA-256"]).fixed();
    for input in &study.inputs {
        files.row(vec![
            Cell::words(input.file.as_str()),
            Cell::count(usize::try_from(input.bytes).unwrap_or(usize::MAX)),
            Cell::Code(input.sha256.clone()),
        ]);
    }
    body.push(files.html().into());
    body
}
