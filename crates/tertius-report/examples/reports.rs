//! Writes the report on each study given to a folder: `reports FOLDER STUDY…`.

use std::error::Error;
use std::path::{Path, PathBuf};

use tertius::{Study, Watch};
use tertius_report::{Run, report};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("give a folder and studies")?);
    std::fs::create_dir_all(&folder)?;
    for path in arguments {
        let study = Study::from_reading(tertius_formats::read(Path::new(&path))?);
        let view = study.default_view()?;
        for anonymise in [false, true] {
            let run = Run {
                command: format!("tertius report {path}"),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                seed: 1,
                anonymise,
            };
            let html = report(&study, &view, &run, &Watch::new())?.html();
            let suffix = if anonymise { "-anonymised" } else { "" };
            let file = folder.join(format!("{}{suffix}.html", study.name));
            println!("{} {} KB", file.display(), html.len() / 1024);
            std::fs::write(file, html)?;
        }
    }
    Ok(())
}
