type Value = string | number | null;

/** Rows as a file (RFC 4180); `guarded` where a spreadsheet will open it, not where the command line reads it back. */
export function csv(rows: Value[][], guarded = true): string {
  return rows.map((row) => `${row.map((value) => cell(value, guarded)).join(",")}\r\n`).join("");
}

/** A cell. Words that a spreadsheet would take for a formula and run get an apostrophe before them. */
function cell(value: Value, guarded: boolean): string {
  const text = value === null ? "" : String(value);
  const number = typeof value === "number" || /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
  const safe = guarded && !number && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
