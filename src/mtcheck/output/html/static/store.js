// What was decided: kept here, in the browser's storage, and in the exported file, in one form.
const decisions = new Map(); // finding number -> {action, replacement?, reason?}
const verified = new Set(); // fact numbers
const history = [];
const watchers = [];
const storageKey = `mtcheck:${data.sha256}`;

/** The browser's storage; a page opened as a file may be refused it, and works without. */
function storage(use) {
  try {
    return use(window.localStorage);
  } catch {
    return null;
  }
}

const changes = (decision) => decision && decision.action !== "dismiss";

function overlap(one, other) {
  if (one.from === one.to && other.from === other.to) return one.from === other.from;
  return one.from < other.to && other.from < one.to;
}

/** The number of an accepted finding whose words overlap those of another, or undefined. */
function conflict(number) {
  const here = data.findings[number];
  for (const [other, decision] of decisions) {
    if (other !== number && changes(decision) && overlap(here, data.findings[other])) return other;
  }
  return undefined;
}

function put(number, decision) {
  if (decision) decisions.set(number, decision);
  else decisions.delete(number);
}

/** Decide about a finding (null: open again). False, with a message, where two would collide. */
function decide(number, decision) {
  const other = changes(decision) ? conflict(number) : undefined;
  if (other !== undefined) {
    toast(`“${preview(textOf(number), 60)}” overlaps “${preview(textOf(other), 60)}” (finding ` +
      `${other + 1}), which you have already changed: undo that first, or edit it to cover both.`);
    return false;
  }
  history.push({ number, before: decisions.get(number) ?? null });
  put(number, decision);
  changed([number]);
  return true;
}

function verify(fact, yes) {
  history.push({ fact, before: verified.has(fact) });
  verified[yes ? "add" : "delete"](fact);
  changed([]);
}

/** Take the last step back; false where there is none. */
function undo() {
  const step = history.pop();
  if (!step) return false;
  if (step.fact === undefined) put(step.number, step.before);
  else verified[step.before ? "add" : "delete"](step.fact);
  changed(step.fact === undefined ? [step.number] : []);
  return true;
}

function changed(numbers) {
  storage((place) => place.setItem(storageKey, JSON.stringify(exported())));
  for (const watcher of watchers) watcher(numbers);
}

/** The decisions file: `start` and `end` are code points of the raw text. */
function exported() {
  const made = [...decisions.entries()].sort(([a], [b]) => a - b).map(([number, decision]) => {
    const { rule, start, end } = data.findings[number];
    return { rule, start, end, text: data.findings[number].raw ?? textOf(number), ...decision };
  });
  return {
    mtcheck: data.mtcheck,
    file: data.file,
    sha256: data.sha256,
    decisions: made,
    verified: [...verified].sort((a, b) => a - b).map((fact) => data.facts[fact]),
  };
}

/** Plain text with every accepted replacement in place; nothing else is touched. */
function corrected() {
  const pieces = [];
  let at = 0;
  const made = [...decisions.entries()].filter(([, decision]) => changes(decision));
  made.sort(([a], [b]) => data.findings[a].from - data.findings[b].from ||
    data.findings[a].to - data.findings[b].to);
  for (const [number, decision] of made) {
    const { from, to } = data.findings[number];
    pieces.push(data.text.slice(at, from), decision.replacement);
    at = to;
  }
  return pieces.join("") + data.text.slice(at);
}

/** Take up what this browser kept for this very text; anything that does not fit is left out. */
function restore() {
  const kept = storage((place) => JSON.parse(place.getItem(storageKey) ?? "null"));
  if (!kept || kept.mtcheck !== data.mtcheck || kept.sha256 !== data.sha256) return;
  const key = (one) => JSON.stringify([one.rule, one.start, one.end]);
  const numbers = new Map(data.findings.map((finding, number) => [key(finding), number]));
  for (const { action, replacement, reason, ...place } of kept.decisions ?? []) {
    const number = numbers.get(key(place));
    if (number === undefined) continue;
    if (action === "dismiss") put(number, { action, reason: String(reason ?? "") });
    else if (typeof replacement === "string" && conflict(number) === undefined) {
      put(number, { action: action === "edit" ? "edit" : "accept", replacement });
    }
  }
  const facts = new Map(data.facts.map((fact, number) => [JSON.stringify(fact), number]));
  for (const fact of kept.verified ?? []) {
    const number = facts.get(JSON.stringify(fact));
    if (number !== undefined) verified.add(number);
  }
}
