//! Results as polars data frames, and as Parquet.
//!
//! The one crate that knows polars: the core, the formats, the charts, the report and the default
//! command build without it.
//!
//! ```
//! use tertius::{Network, actor};
//! let net = Network::from_ties(false, [("a", "b", 1.0), ("b", "c", 1.0)])?;
//! let frame = tertius_frame::to_polars(&actor::degree(&net, 0.5)?)?;
//! assert_eq!((frame.height(), frame.get_column_names()[0].as_str()), (3, "actor"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use polars::frame::DataFrame;
use polars::io::parquet::write::ParquetWriter;
use polars::prelude::{Column as Series, IntoColumn, NamedFrom};
use polars::series::Series as Values64;
use tertius::{Column, Results, Values};

/// Why results cannot become a frame or a file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What polars says.
    #[error("polars: {0}")]
    Polars(#[from] polars::error::PolarsError),
}

/// Results as a data frame: one column for each, undefined as null. The method stays with
/// [`Results::method`]: a frame has no place for it.
///
/// # Errors
///
/// What polars says, should two columns have one name.
pub fn to_polars(results: &Results) -> Result<DataFrame, Error> {
    let columns: Vec<Series> = results.columns.iter().map(column).collect();
    Ok(DataFrame::new(results.len(), columns)?)
}

fn column(column: &Column) -> Series {
    let name = column.name.as_str().into();
    match &column.values {
        Values::Text(values) => Values64::new(name, values.as_slice()),
        Values::Count(values) => Values64::new(name, values.as_slice()),
        Values::Number(values) => Values64::new(name, values.as_slice()),
    }
    .into_column()
}

/// Results as the bytes of a Parquet file.
///
/// # Errors
///
/// What polars says.
pub fn parquet(results: &Results) -> Result<Vec<u8>, Error> {
    let mut frame = to_polars(results)?;
    let mut bytes = Vec::new();
    ParquetWriter::new(&mut bytes).finish(&mut frame)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use polars::io::SerReader;
    use polars::io::parquet::read::ParquetReader;
    use tertius::options::Model;
    use tertius::{Network, Watch, actor};

    #[test]
    fn undefined_is_null_and_parquet_reads_back() {
        let net = Network::from_ties(false, [("a", "b", 2.0)]).unwrap().with_isolates(["c"]);
        let results = actor::constraint(&net, Model::Whole, &Watch::new()).unwrap();
        let frame = super::to_polars(&results).unwrap();
        assert_eq!(frame.column("value").unwrap().null_count(), 1);
        let bytes = super::parquet(&results).unwrap();
        let back = ParquetReader::new(std::io::Cursor::new(bytes)).finish().unwrap();
        assert!(back.equals_missing(&frame));
    }
}
