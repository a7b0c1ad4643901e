//! Files as researchers have them, read through the public face of the crate.

mod any_bytes;
mod folders;
mod graphs;
mod headers;
mod init;
mod round_trip;
mod shapes;
mod shards;
mod support;
mod text;
mod workbooks;
mod write;
