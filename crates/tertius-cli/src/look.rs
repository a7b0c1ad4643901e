//! What a picture of a network shows besides colour and places, as options.

use clap::{Arg, ArgAction, ArgMatches};
use tertius_chart::Labels;
use tertius_report::{Chart, Look};

use crate::failure::Failure;

/// The options of a look; in columns there are no areas.
pub(crate) fn arguments(kind: Chart) -> Vec<Arg> {
    let arg = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help).help_heading("Look")
    };
    let all = vec![
        arg("size-by", "MEASURE", "What the area of a mark stands for: a measure of actors such as degree or constraint, or none; betweenness, in columns the number of ties, unless given"),
        arg("hull-by", "COLUMN", "What is drawn around the actors who share it, or none; locality unless given"),
        arg("label-by", "COLUMN", "Column that holds what marks are called, such as a short name"),
        arg("labels", "WORD", "Whose names stand beside them: auto (as many as find room), all, top:10, none")
            .default_value("auto"),
        arg("highlight", "WHO,…", "Whom to look at, all others pale: identifiers or names, locality=hull, cut_points, top:5")
            .value_delimiter(',')
            .action(ArgAction::Append),
        arg("annotate", "WHO:TEXT", "What to say of an actor: a number at its mark, the words in the legend; may be given again")
            .action(ArgAction::Append),
    ];
    let fits = |it: &Arg| kind == Chart::Sociogram || it.get_id() != "hull-by";
    all.into_iter().filter(fits).collect()
}

/// The look asked for.
pub(crate) fn asked(matches: &ArgMatches) -> Result<Look, Failure> {
    let word = |name: &str| matches.try_get_one::<String>(name).ok().flatten().cloned();
    let several = |name: &str| matches.get_many::<String>(name).into_iter().flatten().cloned();
    let labels = word("labels").unwrap_or_default();
    Ok(Look {
        size: word("size-by"),
        hull: word("hull-by"),
        label: word("label-by"),
        labels: Labels::named(&labels).map_err(|error| Failure::usage(error.to_string()))?,
        highlight: several("highlight").collect(),
        remarks: several("annotate").map(|it| remark(&it)).collect::<Result<_, _>>()?,
    })
}

/// Of whom, and what: the first colon parts them.
fn remark(words: &str) -> Result<(String, String), Failure> {
    let parts = words.split_once(':').map(|(who, text)| (who.trim(), text.trim()));
    match parts {
        Some((who, text)) if !who.is_empty() && !text.is_empty() => {
            Ok((who.to_owned(), text.to_owned()))
        }
        _ => Err(Failure::usage(format!("--annotate {words}: it says of whom, and what"))
            .hint("write --annotate \"WHO:TEXT\", such as --annotate \"hub:opened in 2019\"")),
    }
}
