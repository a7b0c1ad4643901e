//! From tables to the brokers of a network, all in memory: no file is read.

use tertius::study::{Reading, Sheet, Table};
use tertius::{Arguments, Measure, Study, Unit, View, Watch};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("{}", brokers()?);
    Ok(())
}

/// The actors of a small study by how many pairs they broker.
pub(crate) fn brokers() -> Result<String, Box<dyn std::error::Error>> {
    // A table is text in cells, as a form, a frame or a database would hand it over. Rows are
    // numbered as a spreadsheet would, so that a problem can be found where it was written.
    let organisations = [
        ["uni", "University", "HE"],
        ["col", "College", "FE"],
        ["hub", "Learning hub", "VCS"],
        ["council", "Council", "LA"],
    ];
    let ties = [["uni", "hub"], ["hub", "col"], ["hub", "council"], ["council", "col"]];
    let study = Study::from_reading(Reading {
        name: "four organisations".to_owned(),
        sheets: vec![
            (Table::Organisations, sheet(["id", "name", "sector"], &organisations)),
            (Table::Ties, sheet(["from", "to"], &ties)),
        ],
        ..Reading::default()
    });

    // Whatever is wrong or was assumed stands in `problems`, with its cell; only errors stop a view.
    for problem in &study.problems {
        eprintln!("{}: {}", problem.place, problem.message);
    }

    // A measure by name, as the command line would run it: through a view of the study.
    let brokerage = Measure::find(Unit::Actor, "brokerage").ok_or("no such measure")?;
    let results =
        brokerage.of_study(&study, &View::ties(), &Arguments::default(), &Watch::new())?;

    let names = results.words("name").ok_or("no names")?;
    let totals = results.numbers("total").ok_or("no totals")?;
    let mut ranked: Vec<_> = names.iter().flatten().zip(totals.into_iter().flatten()).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let lines: Vec<String> = ranked.iter().map(|(name, total)| format!("{total} {name}")).collect();
    Ok(lines.join("\n"))
}

fn sheet<const N: usize>(header: [&str; N], rows: &[[&str; N]]) -> Sheet {
    let mut sheet = Sheet::new("form", None, 1, header.map(str::to_owned).to_vec());
    for (row, number) in rows.iter().zip(2..) {
        sheet.push_row(number, row.iter().copied());
    }
    sheet
}
