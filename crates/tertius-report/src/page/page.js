
"use strict";
// The page is whole without this: it sorts tables and saves tables and figures.
for (const box of document.querySelectorAll(".table:not(.fixed)")) {
  const table = box.querySelector("table"), body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const value = (row, at) => {
    const cell = row.cells[at];
    return cell.dataset.v ?? cell.textContent;
  };
  heads.forEach((head, at) => {
    if (body.rows.length < 2) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const isNumber = head.matches(".n, .b");
      const first = isNumber ? "descending" : "ascending";
      const other = isNumber ? "ascending" : "descending";
      const way = head.getAttribute("aria-sort") === first ? other : first;
      heads.forEach((it) => it.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", way);
      const sign = way === "ascending" ? 1 : -1;
      // What has no value stays at the end, whichever way.
      const rows = [...body.rows].sort((a, b) => {
        const [x, y] = [value(a, at), value(b, at)];
        if (x === "" || y === "") return (x === "") - (y === "");
        return sign * (isNumber ? Number(x) - Number(y) : x.localeCompare(y, "en-GB"));
      });
      body.append(...rows);
    });
  });
  box.append(save("Save as CSV", () => {
    const quote = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const names = heads.map((it) => it.textContent);
    const lines = [names, ...[...body.rows].map((row) => heads.map((_, at) => value(row, at)))];
    const text = "\ufeff" + lines.map((line) => line.map(quote).join(",")).join("\r\n") + "\r\n";
    return [URL.createObjectURL(new Blob([text], { type: "text/csv" })), name(table.caption) + ".csv"];
  }));
}
for (const figure of document.querySelectorAll("figure")) {
  const image = figure.querySelector("img");
  const file = `${name(figure.closest("section").querySelector("h2"))}.svg`;
  figure.append(save("Save as SVG", () => [image.src, file]));
}
function save(label, make) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "save";
  button.textContent = label;
  button.addEventListener("click", () => {
    const link = document.createElement("a");
    [link.href, link.download] = make();
    link.click();
  });
  return button;
}
function name(element) {
  return element.textContent.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60);
}
