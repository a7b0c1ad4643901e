//! Tests of the public face of `tertius-report`.

mod anonymise;
mod reports;
mod studies;
