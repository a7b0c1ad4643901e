//! The Markdown of the measures' pages as HTML: paragraphs, headings, lists, fenced text, *emphasis*
//! and `code`. Nothing else is Markdown here, and everything is escaped.

use crate::html::{Element, Node, el};

/// A page, its headings from the fourth level down.
pub(crate) fn render(page: &str) -> Vec<Element> {
    let mut blocks = Vec::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            let mut text = String::new();
            for line in lines.by_ref().take_while(|line| !line.starts_with("```")) {
                text.push_str(line);
                text.push('\n');
            }
            blocks.push(el("pre").set("tabindex", "0").with(el("code").with(text)));
        } else if let Some(heading) = line.strip_prefix("# ") {
            blocks.push(el("h4").with(heading));
        } else if let Some(first) = line.strip_prefix("* ") {
            let mut items = vec![first.to_owned()];
            while let Some(next) = lines.next_if(|next| !next.trim().is_empty()) {
                if let Some(item) = next.strip_prefix("* ") {
                    items.push(item.to_owned());
                } else if let Some(last) = items.last_mut() {
                    last.push(' ');
                    last.push_str(next.trim());
                }
            }
            blocks.push(el("ul").all(items.iter().map(|item| el("li").all(inline(item)))));
        } else if !line.trim().is_empty() {
            let mut text = line.to_owned();
            while let Some(next) =
                lines.next_if(|next| !next.trim().is_empty() && !next.starts_with("```"))
            {
                text.push(' ');
                text.push_str(next.trim());
            }
            blocks.push(el("p").all(inline(&text)));
        }
    }
    blocks
}

/// How to read a measure: the paragraphs of its page between the formula and the first heading.
pub(crate) fn reading(page: &str) -> Vec<Element> {
    let after_formula = page.splitn(3, "```").nth(2).unwrap_or_default();
    render(after_formula.split("\n# ").next().unwrap_or_default())
}

/// The sources that a page names, as text within a paragraph; what the measure costs is for its page.
pub(crate) fn source(page: &str) -> Vec<Node> {
    let source = page.split("\n# Source\n").nth(1).unwrap_or_default();
    let source = source.split_whitespace().collect::<Vec<_>>().join(" ");
    inline(source.split(" Time O(").next().unwrap_or_default())
}

/// Text with emphasis and code. A mark without its partner is itself.
fn inline(text: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '`']) {
        let mark = &rest[at..=at];
        let Some(length) = rest[at + 1..].find(mark).filter(|length| *length > 0) else { break };
        let (before, inside) = (&rest[..at], &rest[at + 1..at + 1 + length]);
        if !before.is_empty() {
            nodes.push(before.into());
        }
        nodes.push(el(if mark == "*" { "em" } else { "code" }).with(inside).into());
        rest = &rest[at + length + 2..];
    }
    if !rest.is_empty() {
        nodes.push(rest.into());
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(blocks: &[Element]) -> String {
        blocks.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_subset_is_rendered_and_escaped() {
        let page = "One *two* `x < y` 3 * 4\nmore\n\n```text\na < b\n```\n\n# Next\n\n* one\n  still\n* two\n";
        insta::assert_snapshot!(html(&render(page)), @r#"
        <p>One <em>two</em> <code>x &lt; y</code> 3 * 4 more</p>
        <pre tabindex="0"><code>a &lt; b
        </code></pre>
        <h4>Next</h4>
        <ul>
        <li>one still</li>
        <li>two</li></ul>
        "#);
    }

    #[test]
    fn the_reading_of_a_page_is_between_formula_and_heading() {
        let page = "What.\n\n```text\nf\n```\n\nRead it so.\n\n# Source\n\nFreeman.\n";
        assert_eq!(html(&reading(page)), "\n<p>Read it so.</p>");
        assert_eq!(el("span").all(source(page)).to_string(), "<span>Freeman.</span>");
    }

    #[test]
    fn every_page_has_a_reading_and_a_source() {
        for measure in tertius::MEASURES {
            assert!(!reading(measure.page).is_empty(), "{}", measure.name);
            assert!(!source(measure.page).is_empty(), "{}", measure.name);
        }
    }
}
