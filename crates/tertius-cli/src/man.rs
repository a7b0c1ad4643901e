use clap::{ArgMatches, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::command::{EXAMPLES, command, refuse_json};
use crate::failure::{EXIT_CODES, Failure};
use crate::output;

/// `tertius man`: one page on all commands.
pub(crate) fn run(matches: &ArgMatches) -> Result<(), Failure> {
    refuse_json(matches, "the manual is a page of roff")?;
    let mut all = command();
    all.build();
    let man = Man::new(all.clone());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut more = Roff::new();
    more.control("SH", ["COMMANDS"]);
    list(&mut more, &all, "tertius");
    more.control("SH", ["EXAMPLES"]);
    for example in EXAMPLES.lines() {
        let (command, about) = example.trim().split_once("  ").unwrap_or((example, ""));
        entry(&mut more, command, about.trim());
    }
    more.control("SH", ["EXIT STATUS"]);
    more.text([roman(EXIT_CODES.trim_start_matches("Exit codes: "))]);
    more.to_writer(&mut page)?;
    output::print(&page)
}

/// Every command that does something, with the words that lead to it.
fn list(page: &mut Roff, of: &Command, words: &str) {
    for command in of.get_subcommands().filter(|it| it.get_name() != "help") {
        let words = format!("{words} {}", command.get_name());
        if command.has_subcommands() {
            list(page, command, &words);
        } else {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            entry(page, &words, &about);
        }
    }
}

fn entry(page: &mut Roff, what: &str, about: &str) {
    page.control("TP", []);
    page.text([bold(what)]);
    page.text([roman(about)]);
}
