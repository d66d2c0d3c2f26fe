(() => {
"use strict";
const table = document.getElementById("texts");
const body = table.tBodies[0];
const heads = [...table.tHead.rows[0].cells];

/** A cell's value: a number where it holds one, null where there is none. */
function value(cell) {
  const text = cell.dataset.value ?? cell.textContent.replace(/,/g, "");
  if (text === "") return null;
  return text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text.toLowerCase();
}

function sort(column, ascending) {
  const rows = [...body.rows].map((row) => [value(row.cells[column]), row]);
  const sign = ascending ? 1 : -1;
  rows.sort(([a], [b]) => {
    if (a === null || b === null) return (a === null) - (b === null);
    if (typeof a !== typeof b) return typeof a === "number" ? -sign : sign;
    return (a < b ? -1 : a > b ? 1 : 0) * sign;
  });
  body.append(...rows.map(([, row]) => row));
  heads.forEach((head, at) => {
    if (at === column) head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    else head.removeAttribute("aria-sort");
  });
  const name = heads[column].textContent.trim();
  document.getElementById("live").textContent =
    `Sorted by ${name}, ${ascending ? "ascending" : "descending"}.`;
}

heads.forEach((head, column) => {
  head.querySelector("button").addEventListener("click", () => {
    const words = column < 2;
    const now = head.getAttribute("aria-sort");
    sort(column, now ? now === "descending" : words);
  });
});
})();
