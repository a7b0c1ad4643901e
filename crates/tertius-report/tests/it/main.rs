//! Tests of the public face of `tertius-report`.

mod anonymise;
mod charts;
mod kinds;
mod looks;
mod narrated;
mod reports;
mod studies;
