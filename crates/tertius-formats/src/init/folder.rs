use std::fs;
use std::path::{Path, PathBuf};

use tertius::study::{Sheet, TABLES};

use super::guide::guide;
use crate::Error;
use crate::whole::write_together;
use crate::write::csv;

/// Makes a folder with every table empty, a study.toml with explanations and a README.txt that
/// says how to fill them in. Returns the files written.
///
/// # Errors
///
/// If its name ends like that of a table or workbook, it is there and not empty, or the system does
/// not let us.
pub fn init_folder(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let ending = folder.extension().unwrap_or_default();
    if !folder.exists() && FILES.iter().any(|it| ending.eq_ignore_ascii_case(it)) {
        return Err(Error::NameOfFile { path: folder.to_path_buf() });
    }
    let failed = |error: std::io::Error| Error::io(folder, &error);
    fs::create_dir_all(folder).map_err(failed)?;
    // A file manager may have left something hidden there.
    let entries = fs::read_dir(folder).map_err(failed)?.flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut holds: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    if !holds.is_empty() {
        holds.sort_unstable();
        return Err(Error::NotEmpty { path: folder.to_path_buf(), holds });
    }
    let mut files = vec![
        (folder.join("README.txt"), guide(false).into_bytes()),
        (folder.join("study.toml"), STUDY.as_bytes().to_vec()),
    ];
    for spec in TABLES {
        let file = format!("{}.csv", spec.name);
        let header = spec.all_columns().map(|column| column.name.to_owned()).collect();
        let sheet = Sheet::new(&file, None, 1, header);
        files.push((folder.join(file), csv(&sheet)));
    }
    write_together(&files)?;
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// Endings of tables, workbooks and studies, none of which a folder is.
const FILES: &[&str] =
    &["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "json", "toml"];

/// A study.toml in which everything is explained and nothing is said yet.
const STUDY: &str = include_str!("study.toml");
