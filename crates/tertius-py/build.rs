//! Puts the studies of `data/` where the wheel is made from.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let data = Path::new("../../data");
    println!("cargo::rerun-if-changed={}", data.display());
    let studies = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("studies");
    for study in fs::read_dir(data)? {
        let study = study?;
        let folder = studies.join(study.file_name());
        fs::create_dir_all(&folder)?;
        for file in fs::read_dir(study.path())? {
            let file = file?.path();
            // Tables, settings and README: not what made them.
            let is_part =
                file.extension().is_some_and(|it| it == "csv" || it == "toml" || it == "md");
            if let (Some(name), true) = (file.file_name(), is_part) {
                fs::copy(&file, folder.join(name))?;
            }
        }
    }
    Ok(())
}
