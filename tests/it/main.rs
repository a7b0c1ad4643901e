//! Tests of the public face of `tertius`.

mod brute;
mod catalogue;
mod chance;
mod deals;
mod documented;
mod doubt;
mod examples;
mod golden;
mod honesty;
mod join;
mod laws;
mod networks;
mod nulls;
mod package;
mod problems;
mod shards;
mod tables;
mod versions;
mod view;
