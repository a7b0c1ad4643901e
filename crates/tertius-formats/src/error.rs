use std::io;
use std::path::{Path, PathBuf};

use crate::listed::listed;

/// Why a file could not be read or written at all.
///
/// What is wrong inside a file is a [`Problem`](tertius::study::Problem) instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is nothing of that name; files beside it with similar names.
    #[error("{} is not there{}", path.display(), did_you_mean(near))]
    NotFound {
        /// What was asked for.
        path: PathBuf,
        /// Neighbouring files with similar names.
        near: Vec<String>,
    },
    /// The system does not let us.
    #[error("{} may not be opened: check its permissions, or close the program that holds it", path.display())]
    Denied {
        /// The file or folder.
        path: PathBuf,
    },
    /// A file of a kind that is not read.
    #[error("{} is of a kind that tertius does not read: give a folder, .csv, .tsv, .txt, .xlsx, .xls, .xlsb, .ods, .json, .graphml, .gexf, .net or .dl", path.display())]
    UnknownKind {
        /// The file.
        path: PathBuf,
    },
    /// A network is to be written to a file whose ending stands for no format.
    #[error("{}: the ending tells the format: use .graphml, .gexf, .net, .dl, .csv or .json, or name the format", path.display())]
    UnknownFormat {
        /// The file.
        path: PathBuf,
    },
    /// A matrix has a cell for every pair, and these are too many.
    #[error("{}: a matrix of {actors} actors has too many cells to be of use: take fewer actors, or another format", path.display())]
    TooLarge {
        /// The folder.
        path: PathBuf,
        /// How many actors there are.
        actors: usize,
    },
    /// A file that is to say where actors stand does not.
    #[error("{} is no layout: {why}", path.display())]
    NoLayout {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        why: String,
    },
    /// A shape was given for something that is not a single table.
    #[error("{} is {what}: a shape can only be given for a single table", path.display())]
    NotOneTable {
        /// The folder or file.
        path: PathBuf,
        /// What it is instead.
        what: &'static str,
    },
    /// A file would be overwritten.
    #[error("{} is already there and is not overwritten: choose another name", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Two outputs of one command would be the same file.
    #[error("{} would be written twice: give each output a name of its own", path.display())]
    Twice {
        /// The file.
        path: PathBuf,
    },
    /// A new folder would have the name of a file.
    #[error("{} is the name of a file, and a new study is a folder of tables: give a name without an ending, such as {}, or one that ends in .xlsx for a workbook", path.display(), without_ending(path))]
    NameOfFile {
        /// What was asked for.
        path: PathBuf,
    },
    /// A new study would be mixed with what a folder holds.
    #[error("{} is not empty: it holds {}, and a new study needs an empty folder or a new name", path.display(), listed(holds, 3))]
    NotEmpty {
        /// The folder.
        path: PathBuf,
        /// What it holds.
        holds: Vec<String>,
    },
    /// A file is to be written into a folder that is not there.
    #[error("the folder {} is not there{}", path.display(), or_make_it(near))]
    NoFolder {
        /// The folder.
        path: PathBuf,
        /// Neighbouring folders with similar names.
        near: Vec<String>,
    },
    /// A file is to be written in the place of a folder.
    #[error("{} is a folder: give the name of a file in it", path.display())]
    IsFolder {
        /// The folder.
        path: PathBuf,
    },
    /// Nothing may be written into a folder.
    #[error("nothing may be written into the folder {}: check its permissions, or write elsewhere", path.display())]
    ReadOnlyFolder {
        /// The folder.
        path: PathBuf,
    },
    /// A file is protected against being written.
    #[error("{} may not be written: it is protected; choose another name, or lift the protection", path.display())]
    ReadOnlyFile {
        /// The file.
        path: PathBuf,
    },
    /// Anything else the system says.
    #[error("{}: {why}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
}

impl Error {
    pub(crate) fn io(path: &Path, error: &io::Error) -> Self {
        let path = path.to_path_buf();
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound { near: crate::near::files(&path), path },
            io::ErrorKind::PermissionDenied => Self::Denied { path },
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            _ => Self::Io { path, why: error.to_string() },
        }
    }
}

fn without_ending(path: &Path) -> String {
    path.with_extension("").display().to_string()
}

fn did_you_mean(near: &[String]) -> String {
    if near.is_empty() {
        return String::new();
    }
    format!(": did you mean {}?", near.join(" or "))
}

fn or_make_it(near: &[String]) -> String {
    if near.is_empty() {
        return ": make it first, or write elsewhere".to_owned();
    }
    did_you_mean(near)
}
