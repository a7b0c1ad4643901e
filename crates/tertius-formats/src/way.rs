//! From one web page to another that stands elsewhere.

use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

use crate::whole::folder_of;

/// The address of a file as seen from another: relative, so that both can be moved together; `None` if they are
/// one file. Neither need be there yet.
///
/// ```
/// use std::path::Path;
/// use tertius_formats::way;
/// let [report, page] = ["a.html", "a page.html"].map(Path::new);
/// assert_eq!(way(report, page).as_deref(), Some("a%20page.html"));
/// assert_eq!(way(report, Path::new("./a.html")), None);
/// ```
pub fn way(from: &Path, to: &Path) -> Option<String> {
    let (from, to) = (whole(from), whole(to));
    if from == to {
        return None;
    }
    let from: Vec<Component<'_>> = from.parent().into_iter().flat_map(Path::components).collect();
    let to: Vec<Component<'_>> = to.components().collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from[shared..].iter().map(|_| "..".to_owned());
    let down = to[shared..].iter().map(|part| escaped(part.as_os_str().as_encoded_bytes()));
    Some(up.chain(down).collect::<Vec<_>>().join("/"))
}

/// The whole path of a file that may not be there yet.
fn whole(file: &Path) -> PathBuf {
    match (folder_of(file).canonicalize(), file.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => file.to_owned(),
    }
}

/// A name as a part of an address.
fn escaped(name: &[u8]) -> String {
    let mut address = String::new();
    for &byte in name {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            address.push(byte.into());
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}
