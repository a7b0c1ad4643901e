"use strict";
// Puts the keys back into the rows of the page's data, and leaves it where the viewer looks.
(() => {
  const { shapes, data } = JSON.parse(document.getElementById("tertius-packed").textContent);
  const object = ({ keys, inner }, row) =>
    Object.fromEntries(row.map((cell, at) => [keys[at], unpacked(inner[keys[at]], cell)]));
  const unpacked = (shape, cell) => {
    if (!shape || cell === null) return cell;
    // One row begins with a number or a word, a list of rows with a row.
    return Array.isArray(cell[0]) || cell.length === 0
      ? cell.map((row) => object(shape, row))
      : object(shape, cell);
  };
  for (const list of Object.keys(shapes)) data[list] = unpacked(shapes[list], data[list]);
  const element = document.createElement("script");
  element.type = "application/json";
  element.id = "tertius-data";
  element.textContent = JSON.stringify(data);
  document.currentScript.before(element);
})();
