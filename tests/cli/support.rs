use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folder of the repository, which commands run in.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

/// What a command did.
pub(crate) struct Done {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs `tertius` with arguments.
pub(crate) fn tertius<S: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = S>) -> Done {
    let done = Command::new(env!("CARGO_BIN_EXE_tertius"))
        .args(arguments)
        .current_dir(root())
        .stdin(Stdio::null())
        .output()
        .expect("tertius runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Done { code: done.status.code().unwrap_or(-1), out: text(done.stdout), err: text(done.stderr) }
}

/// A study of small tables in a temporary folder.
pub(crate) fn study(tables: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in tables {
        std::fs::write(dir.path().join(name), text).expect("a file in it");
    }
    dir
}

/// Two organisations that point to a third that is not there.
pub(crate) fn broken() -> tempfile::TempDir {
    study(&[
        ("organisations.csv", "id,name,sector\nwmcett,WMCETT,HE\nlsis,LSIS,GOV\n"),
        ("ties.csv", "from,to\nwmcett,lsis\nwmcet,lsis\n"),
    ])
}
