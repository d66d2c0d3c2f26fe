// The marks in the article: which finding they belong to, which are lit, what was decided.
const pieces = data.findings.map(() => []); // everything in the article that shows a finding
for (const piece of all("[data-f]", article)) pieces[piece.dataset.f].push(piece);
const insertions = new Map(); // finding number -> <ins>
let active = []; // numbers of the findings whose cards are open, the chosen one first

const segmentsOf = (number) => [...new Set(pieces[number].map((p) => p.closest("mark")))]
  .filter(Boolean);

/** The mark to scroll to. A finding that lies too deep for a mark of its own uses a neighbour's. */
function anchorOf(number) {
  const own = segmentsOf(number)[0];
  if (own) return own;
  const here = data.findings[number];
  const over = data.findings.findIndex((other, at) => pieces[at].length && overlap(here, other));
  return over < 0 ? null : segmentsOf(over)[0];
}

/** All findings on a mark that the filters let through, gravest first. */
function findingsOn(mark) {
  const listed = [mark, ...all("[data-f]", mark)].map((piece) => Number(piece.dataset.f));
  let numbers = listed;
  if (mark.dataset.depth) {
    const from = Math.max(...listed.map((n) => data.findings[n].from));
    const to = Math.min(...listed.map((n) => data.findings[n].to));
    numbers = data.findings.map((_, n) => n)
      .filter((n) => overlap(data.findings[n], { from, to }));
  }
  const rank = { error: 0, warning: 1, suggestion: 2 };
  const by = (n) => rank[data.findings[n].severity];
  return numbers.filter((n) => passes(n)).sort((a, b) => by(a) - by(b) || a - b);
}

/** Show or hide the marks of findings, after the filters changed. */
function filterMarks() {
  pieces.forEach((own, number) => {
    const off = !passes(number);
    for (const piece of own) piece.classList.toggle("off", off);
  });
  for (const mark of all("mark", article)) {
    const live = !mark.classList.contains("off") || find(".u:not(.off)", mark) !== null;
    if (live) mark.setAttribute("role", "button");
    else mark.removeAttribute("role");
  }
}

function light(numbers) {
  for (const number of active) {
    for (const piece of pieces[number]) piece.classList.remove("on");
    anchorOf(number)?.setAttribute("tabindex", "-1");
  }
  active = numbers;
  for (const number of active) {
    for (const piece of pieces[number]) piece.classList.add("on");
  }
  if (active.length) anchorOf(active[0])?.setAttribute("tabindex", "0");
}

/** Show in the article what was decided about a finding. */
function showDecision(number) {
  const decision = decisions.get(number);
  const marks = segmentsOf(number);
  insertions.get(number)?.remove();
  insertions.delete(number);
  for (const mark of marks) mark.classList.toggle("deleted", Boolean(changes(decision)));
  for (const piece of pieces[number]) {
    piece.classList.toggle("dismissed", decision?.action === "dismiss");
    piece.classList.toggle("accepted", Boolean(changes(decision)));
  }
  if (changes(decision) && marks.length) {
    const ins = make("ins", { class: "fix", "data-fix": number }, seen(decision.replacement));
    marks.at(-1).after(ins);
    insertions.set(number, ins);
  }
}

/** A range of the article: a block, and start and length in UTF-16 units of the block's text. */
function rangeOf(block, start, length) {
  const box = find(`#b${block}`);
  if (!box) return null;
  const range = document.createRange();
  range.selectNodeContents(box);
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, {
    acceptNode: (node) => node.nodeName === "INS" || node.classList?.contains("tag")
      ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  });
  let left = start;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const unseen = node.nodeType === 1 && node.classList.contains("ctl") && !node.firstChild;
    if (node.nodeType === 1 && !unseen) continue;
    const size = unseen ? 1 : node.length;
    if (!begun && (left < size || (left === size && length === 0))) {
      if (unseen) range.setStartBefore(node);
      else range.setStart(node, left);
      begun = true;
      left += length;
    }
    if (begun && left <= size) {
      if (unseen) range.setEndAfter(node);
      else range.setEnd(node, left);
      return range;
    }
    left -= size;
  }
  return range;
}
