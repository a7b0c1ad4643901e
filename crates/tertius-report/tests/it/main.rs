//! Tests of the public face of `tertius-report`.

mod anonymise;
mod narrated;
mod reports;
mod studies;
