//! Frames of any maker as tables of a study: every cell as text, nothing interpreted.

use arrow_array::cast::AsArray;
use arrow_array::{Array, StringArray};
use arrow_cast::cast;
use arrow_schema::DataType;
use pyo3::prelude::*;
use pyo3_arrow::PyTable;
use tertius::study::Sheet;

use crate::table::arrow_err;

/// A frame as a table: rows are numbered from 1, and undefined cells are blank.
pub(crate) fn sheet(name: &str, frame: PyTable) -> PyResult<Sheet> {
    let (batches, schema) = frame.into_inner();
    let header = schema.fields().iter().map(|field| field.name().clone()).collect();
    let mut sheet = Sheet::new(name, None, 0, header);
    let mut number = 0;
    for batch in batches {
        let columns = batch.columns().iter().map(|it| cast(it, &DataType::Utf8));
        let columns = columns.collect::<Result<Vec<_>, _>>().map_err(arrow_err)?;
        let columns: Vec<&StringArray> = columns.iter().map(AsArray::as_string).collect();
        for row in 0..batch.num_rows() {
            number += 1;
            let cells = columns.iter().map(|it| if it.is_null(row) { "" } else { it.value(row) });
            sheet.push_row(number, cells);
        }
    }
    Ok(sheet)
}
