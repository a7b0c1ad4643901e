//! Tests of the public face of `tertius-report`.

mod anonymise;
mod charts;
mod reports;
mod studies;
