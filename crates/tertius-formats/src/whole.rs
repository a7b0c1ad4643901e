use std::borrow::Cow;
use std::collections::HashSet;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::Error;

/// Writes a file whole or not at all: into a temporary file beside it, which is then renamed.
///
/// A file that is already there is replaced and keeps its permissions; a link is followed, and stays
/// a link. Folders on the way must exist.
///
/// # Errors
///
/// If the system does not let us; whatever was there is then still there.
pub fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    Waiting::beside(path, bytes)?.take_place()
}

/// Writes several files or none: each into a temporary file, and only when all of them are
/// complete do they take their places.
///
/// # Errors
///
/// Those of [`write_bytes`], and if two of the files are one. Should a file fail to take its place after all, the new ones among
/// those before it are removed again.
pub fn write_together(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Error> {
    let waiting = files.iter().map(|(path, bytes)| Waiting::beside(path, bytes));
    let waiting = waiting.collect::<Result<Vec<_>, _>>()?;
    let mut targets = HashSet::new();
    // A terminal or a pipe takes one after the other.
    let mut files = waiting.iter().filter(|it| it.temporary.is_some());
    if let Some(twice) = files.find(|it| !targets.insert(&it.target)) {
        return Err(Error::Twice { path: twice.path.to_path_buf() });
    }
    for (at, file) in waiting.iter().enumerate() {
        file.take_place().inspect_err(|_| {
            for placed in waiting[..at].iter().filter(|it| it.known.is_none()) {
                // Whether this succeeds or not, the first error is the one to tell.
                let _ = fs::remove_file(&placed.target);
            }
        })?;
    }
    Ok(())
}

/// Whether a file could be written here, as far as can be known without writing it.
///
/// # Errors
///
/// If its folder is not there, or the name is that of a folder or of a protected file.
pub fn may_write(path: &Path) -> Result<(), Error> {
    match fs::metadata(path) {
        Ok(known) if known.is_dir() => Err(Error::IsFolder { path: path.to_path_buf() }),
        Ok(known) if known.permissions().readonly() => {
            Err(Error::ReadOnlyFile { path: path.to_path_buf() })
        }
        Ok(_) => Ok(()),
        Err(_) => {
            let path = folder_of(&followed(path)?).to_path_buf();
            match fs::metadata(&path) {
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    Err(Error::NoFolder { near: crate::near::files(&path), path })
                }
                _ => Ok(()),
            }
        }
    }
}

/// A complete file beside the one whose place it is to take; it goes if it does not.
struct Waiting<'f> {
    path: &'f Path,
    bytes: &'f [u8],
    /// Where links lead.
    target: PathBuf,
    /// What is there already.
    known: Option<Metadata>,
    /// `None` for a terminal, a pipe or /dev/null, which cannot be renamed over.
    temporary: Option<PathBuf>,
}

impl<'f> Waiting<'f> {
    fn beside(path: &'f Path, bytes: &'f [u8]) -> Result<Self, Error> {
        may_write(path)?;
        let target = followed(path)?;
        let known = fs::metadata(&target).ok();
        let mut waiting = Self { path, bytes, target, known, temporary: None };
        if waiting.known.as_ref().is_none_or(Metadata::is_file) {
            let (temporary, mut file) =
                beside(&waiting.target).map_err(|error| cannot_make(path, &error))?;
            waiting.temporary = Some(temporary);
            file.write_all(bytes)
                .and_then(|()| match &waiting.known {
                    Some(known) => file.set_permissions(known.permissions()),
                    None => Ok(()),
                })
                .and_then(|()| file.sync_all())
                .map_err(|error| Error::io(path, &error))?;
        }
        Ok(waiting)
    }

    fn take_place(&self) -> Result<(), Error> {
        let placed = match &self.temporary {
            Some(temporary) => fs::rename(temporary, &self.target),
            None => fs::write(&self.target, self.bytes),
        };
        placed.map_err(|error| Error::io(self.path, &error))
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        if let Some(temporary) = &self.temporary {
            // Once renamed it is no longer there, and that is well.
            let _ = fs::remove_file(temporary);
        }
    }
}

/// Why no file can be made beside a path.
fn cannot_make(path: &Path, error: &std::io::Error) -> Error {
    match error.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            Error::ReadOnlyFolder { path: folder_of(path).to_path_buf() }
        }
        _ => Error::io(path, error),
    }
}

/// Where a path leads, all links followed, though nothing may be there yet.
fn followed(path: &Path) -> Result<PathBuf, Error> {
    let mut path = Cow::Borrowed(path);
    let mut links = 0;
    while let Ok(to) = fs::read_link(&path) {
        // Links may lead in a ring; systems stop at forty.
        if links == 40 {
            let why = "a link that leads nowhere".to_owned();
            return Err(Error::Io { path: path.into_owned(), why });
        }
        links += 1;
        path = Cow::Owned(folder_of(&path).join(to));
    }
    // The last name may be new; its folder has one true name.
    Ok(match (fs::canonicalize(folder_of(&path)), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.into_owned(),
    })
}

/// The folder that a path lies in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Refuses if any of these files is already there.
pub(crate) fn refuse_existing<'p>(
    paths: impl IntoIterator<Item = &'p PathBuf>,
) -> Result<(), Error> {
    match paths.into_iter().find(|path| path.symlink_metadata().is_ok()) {
        Some(path) => Err(Error::Exists { path: path.clone() }),
        None => Ok(()),
    }
}

/// A new, empty file in the folder of another one.
fn beside(target: &Path) -> std::io::Result<(PathBuf, File)> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let mut attempt = 0;
    loop {
        let temporary =
            target.with_file_name(format!(".{name}.{}-{attempt}.part", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && attempt < 100 => {
                attempt += 1;
            }
            opened => return opened.map(|file| (temporary, file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        write_bytes(&path, b"one").unwrap();
        write_bytes(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::create_dir(&path).unwrap();
        assert_eq!(write_bytes(&path, b"one"), Err(Error::IsFolder { path }));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("no");
        let refused = write_bytes(&path.join("such.csv"), b"one");
        assert_eq!(refused, Err(Error::NoFolder { path, near: Vec::new() }));
    }

    #[test]
    fn a_protected_file_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        write_bytes(&path, b"one").unwrap();
        let mut protected = fs::metadata(&path).unwrap().permissions();
        protected.set_readonly(true);
        fs::set_permissions(&path, protected).unwrap();
        let refused = write_bytes(&path, b"two");
        assert_eq!(refused, Err(Error::ReadOnlyFile { path: path.clone() }));
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }

    #[test]
    fn a_folder_that_may_not_be_written_into_is_named_and_other_causes_keep_their_words() {
        let path = Path::new("kept/a.csv");
        let refused = cannot_make(path, &ErrorKind::PermissionDenied.into());
        assert_eq!(refused, Error::ReadOnlyFolder { path: "kept".into() });
        let full = cannot_make(path, &ErrorKind::StorageFull.into());
        let why = ErrorKind::StorageFull.to_string();
        assert_eq!(full, Error::Io { path: path.to_path_buf(), why });
    }

    #[test]
    fn several_files_are_written_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| (folder.path().join(name), b"one".to_vec());
        assert!(write_together(&[file("a.svg"), file("no/such.png")]).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        write_together(&[file("a.svg"), file("a.png")]).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn a_file_named_twice_is_refused_and_nothing_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        let again = folder.path().join(".").join("a.csv");
        let refused = write_together(&[(path, b"one".to_vec()), (again.clone(), b"two".to_vec())]);
        assert_eq!(refused, Err(Error::Twice { path: again }));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_even_where_nothing_is_yet() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        symlink("new.csv", path("link.csv")).unwrap();
        for text in ["one", "two"] {
            write_bytes(&path("link.csv"), text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(path("new.csv")).unwrap(), text);
            assert!(path("link.csv").is_symlink());
        }
        symlink("no/such.csv", path("lost.csv")).unwrap();
        let refused = write_bytes(&path("lost.csv"), b"one");
        assert!(matches!(refused, Err(Error::NoFolder { .. })), "{refused:?}");
        symlink("ring.csv", path("ring.csv")).unwrap();
        let refused = write_bytes(&path("ring.csv"), b"one");
        assert!(matches!(refused, Err(Error::Io { .. })), "{refused:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
    }
}
