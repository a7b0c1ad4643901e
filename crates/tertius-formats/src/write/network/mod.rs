//! A network for other programs.

mod dl;
mod edge_list;
mod gexf;
mod graphml;
mod labels;
mod loss;
mod node_link;
mod pajek;
mod plain;
mod statnet;
mod xml;

use std::fs;
use std::path::{Path, PathBuf};

use tertius::Network;

use crate::Error;
use crate::whole::write_together;

pub use loss::{Loss, losses, study_losses};
use plain::Plain;

/// A format that a network can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// GraphML, for NetworkX, igraph, yEd, Gephi and others.
    GraphMl,
    /// GEXF 1.3, for Gephi.
    Gexf,
    /// Pajek .net.
    Pajek,
    /// UCINET DL.
    Dl,
    /// A CSV file of ties, and one of actors beside it.
    EdgeList,
    /// Node-link JSON, for NetworkX and D3.
    NodeLink,
    /// A folder for statnet in R: adjacency matrix with NA where nobody was asked, and actors.
    Statnet,
}

impl Format {
    /// Every format.
    ///
    /// ```
    /// use tertius_formats::Format;
    /// assert!(Format::ALL.iter().any(|format| format.name() == "graphml"));
    /// ```
    pub const ALL: [Self; 7] = [
        Self::GraphMl,
        Self::Gexf,
        Self::Pajek,
        Self::Dl,
        Self::EdgeList,
        Self::NodeLink,
        Self::Statnet,
    ];

    /// Its name, as it is typed.
    ///
    /// ```
    /// use tertius_formats::Format;
    /// assert_eq!(Format::NodeLink.name(), "node-link");
    /// ```
    pub fn name(self) -> &'static str {
        match self {
            Self::GraphMl => "graphml",
            Self::Gexf => "gexf",
            Self::Pajek => "pajek",
            Self::Dl => "dl",
            Self::EdgeList => "edge-list",
            Self::NodeLink => "node-link",
            Self::Statnet => "statnet",
        }
    }

    /// The format of a name.
    ///
    /// ```
    /// use tertius_formats::Format;
    /// assert_eq!(Format::named("pajek"), Some(Format::Pajek));
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The format that the ending of a file stands for.
    ///
    /// ```
    /// use std::path::Path;
    /// use tertius_formats::Format;
    /// assert_eq!(Format::of_path(Path::new("a.net")), Some(Format::Pajek));
    /// assert_eq!(Format::of_path(Path::new("a.doc")), None);
    /// ```
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_string_lossy().to_lowercase();
        Some(match ending.as_str() {
            "graphml" => Self::GraphMl,
            "gexf" => Self::Gexf,
            "net" => Self::Pajek,
            "dl" => Self::Dl,
            "csv" => Self::EdgeList,
            "json" => Self::NodeLink,
            _ => return None,
        })
    }
}

/// Writes a network for other programs, whole or not at all, and says what the format cannot hold.
/// Without a format, the ending of the path tells it. A file that is there is replaced.
///
/// # Errors
///
/// If the ending stands for no format, a matrix would be too large, or the system does not let us.
///
/// ```
/// use tertius::Network;
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("melton.net");
/// let net = Network::from_ties(true, [("uni", "col", 2.5)])?.with_attribute("sector", ["HE", "FE"]);
/// let losses = tertius_formats::write_network(&path, &net, None)?;
/// assert_eq!(losses[0].what, "attributes");
/// assert_eq!(tertius_formats::read(&path)?.sheets[1].1.row(0).cell(3), "2.5");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_network(
    path: &Path,
    net: &Network,
    format: Option<Format>,
) -> Result<Vec<Loss>, Error> {
    let format = format.or_else(|| Format::of_path(path));
    let format = format.ok_or_else(|| Error::UnknownFormat { path: path.to_path_buf() })?;
    let files = network_files(path, net, format)?;
    if format == Format::Statnet {
        fs::create_dir_all(path).map_err(|error| Error::io(path, &error))?;
    }
    write_together(&files)?;
    Ok(losses(net, format))
}

/// The files that [`write_network`] would write, with their bytes: one, but for an edge list (a table
/// of actors beside it) and for statnet (those of a folder).
///
/// # Errors
///
/// If a matrix would have hundreds of millions of cells, which statnet has no use for.
///
/// ```
/// use std::path::Path;
/// use tertius::Network;
/// use tertius_formats::{Format, network_files};
/// let net = Network::from_ties(false, [("uni", "col", 1.0)])?;
/// let files = network_files(Path::new("a.csv"), &net, Format::EdgeList)?;
/// assert_eq!(files[0].1, b"from,to,directed\nuni,col,no\n");
/// assert_eq!(files[1].0, Path::new("a.nodes.csv"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn network_files(
    path: &Path,
    net: &Network,
    format: Format,
) -> Result<Vec<(PathBuf, Vec<u8>)>, Error> {
    let plain = Plain::new(net);
    let text = match format {
        Format::GraphMl => graphml::text(&plain),
        Format::Gexf => gexf::text(&plain),
        Format::Pajek => pajek::text(&plain),
        Format::Dl => dl::text(&plain),
        Format::NodeLink => node_link::text(&plain),
        Format::EdgeList => return Ok(edge_list::files(path, &plain)),
        Format::Statnet => return statnet::files(path, &plain),
    };
    Ok(vec![(path.to_path_buf(), text.into_bytes())])
}
