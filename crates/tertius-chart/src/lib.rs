//! Figures of collaboration networks, for print: a [`Sociogram`] or a [`Matrix`] of the ties,
//! [`Panels`] of a network at two times, a [`Heatmap`] of who
//! works with whom, [`RoleBars`] of brokerage, a [`DotPlot`] or a [`Histogram`] of values, a [`Slope`] chart of
//! places in two waves, and a [`Timeline`] of what took place. Each takes plain values, knows no measure, and draws
//! a [`Figure`] for a [`Page`].
//!
//! ```
//! use tertius_chart::{Line, Node, Page, Sociogram};
//!
//! let actor = |name: &str| Node { id: name.into(), label: name.into(), ..Node::default() };
//! let figure = Sociogram {
//!     title: "Who works with whom".into(),
//!     actors: ["School", "College", "Council", "Museum"].map(actor).into(),
//!     ties: vec![
//!         Line { from: 0, to: 2, weight: 3.0, dashed: false, bold: false, light: false },
//!         Line { from: 1, to: 2, weight: 1.0, dashed: false, bold: false, light: false },
//!     ],
//!     description: "The council joins school and college; the museum stands alone.".into(),
//!     ..Sociogram::default()
//! }
//! .draw(&Page::double(), &tertius::Watch::new())?;
//! assert!(figure.svg().contains("Not connected to the others (n = 1)"));
//! let png: Vec<u8> = figure.png(300)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # How a figure comes about
//!
//! * [`layout`] gives actors their places and says how good they are; it can be used on its own.
//! * Marks, areas, ties, labels, legend and caption become one scene in points of 1/72 inch. Labels never lie on
//!   each other or on a mark; areas hold their members and nobody else; what had to be left out is said in the
//!   caption and in [`Figure::notes`].
//! * Charts with axes are drawn through plotters, by a backend of ours, onto the same scene.
//!   [`Figure::draw_on`] draws a finished figure onto any other backend of plotters.
//! * The scene is written as SVG, and the PNG is drawn from that SVG in the embedded typeface, Open Sans, alone:
//!   the same input gives the same bytes. Layouts use only arithmetic that is the same everywhere.
//!
//! # What it does not do
//!
//! It computes no measure, reads no file and moves nothing: interactive pictures are the report's business. It draws
//! Latin, Greek and Cyrillic letters; others appear in the SVG where the reader's machine has them, not in the PNG.

// Lengths, counts and bytes are never negative where they are made whole.
#![allow(clippy::cast_sign_loss)]

mod apart;
mod axes;
mod backend;
mod contour;
mod dot_plot;
mod figure;
mod frame;
mod geometry;
mod groups;
mod hatch;
mod heatmap;
mod histogram;
mod hull;
mod labels;
pub mod layout;
mod legend;
mod mark;
mod matrix;
mod names;
mod number;
mod page;
mod palette;
mod replay;
mod role_bars;
mod scene;
mod slope;
mod sociogram;
mod timeline;

pub use dot_plot::{DotPlot, Dots};
pub use figure::{Figure, PngError};
pub use geometry::{Point, point};
pub use heatmap::Heatmap;
pub use histogram::{Histogram, Marker};
pub use matrix::{Blocks, Cell, Matrix, Member};
pub use page::Page;
pub use role_bars::RoleBars;
pub use slope::{Course, Slope, Standing};
pub use sociogram::{Labels, Line, Node, NodeKind, Panel, Panels, Remark, Sociogram};
pub use timeline::{Day, Span, Timeline};
