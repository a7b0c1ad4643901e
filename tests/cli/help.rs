use tertius::MEASURES;
use tertius::network::VIEW_OPTIONS;

use crate::support::tertius;

#[test]
fn help_leads_to_every_command_with_examples_and_exit_codes() {
    let help = tertius(["--help"]).out;
    for word in [
        "check",
        "init",
        "report",
        "chart",
        "join",
        "convert",
        "explain",
        "actor",
        "group",
        "whole",
        "Examples:",
        "Exit codes:",
    ] {
        assert!(help.contains(word), "{word}: {help}");
    }
}

#[test]
fn every_measure_takes_its_options_and_every_view_option() {
    for measure in MEASURES {
        let help = tertius([measure.unit.name(), measure.name, "--help"]).out;
        let options =
            measure.options.iter().map(|it| it.name).chain(VIEW_OPTIONS.iter().map(|it| it.name));
        for option in options {
            assert!(
                help.contains(&format!("--{option}")),
                "{} {}: {option}",
                measure.unit,
                measure.name
            );
        }
    }
}

#[test]
fn shells_and_the_manual_get_the_same_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let done = tertius(["completions", shell]);
        assert!(done.code == 0 && done.out.contains("ei_index"), "{shell}");
    }
    let page = tertius(["man"]).out;
    assert!(page.starts_with(".ie"), "{page}");
    for measure in MEASURES {
        let command = format!("\\fBtertius {} {}\\fR", measure.unit, measure.name);
        assert!(page.contains(&command.replace('-', "\\-")), "{command}: {page}");
    }
    assert!(page.contains("EXAMPLES") && page.contains("130 interrupted"), "{page}");
}
