/** Rows as a file that spreadsheets open (RFC 4180). */
export function csv(rows: (string | number | null)[][]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A cell. Words that a spreadsheet would take for a formula and run get an apostrophe before them. */
function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const number = typeof value === "number" || /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
  const safe = !number && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
