// Which findings are looked at: by severity, category, rule, and whether they are still open.
const wanted = { severities: new Set(["error", "warning"]), category: "", rule: "", open: false };
let shown = []; // numbers of the findings that the filters let through, in text order

function passes(number) {
  const finding = data.findings[number];
  return wanted.severities.has(finding.severity) &&
    (!wanted.category || wanted.category === finding.category) &&
    (!wanted.rule || wanted.rule === finding.rule) &&
    !(wanted.open && decisions.has(number) && !active.includes(number));
}

const notes = all("[data-note]");

/** Bring article, list and counts in line with the filters. */
function applyFilters() {
  shown = data.findings.map((_, number) => number).filter(passes);
  filterMarks();
  const seenNow = new Set(shown);
  notes.forEach((note, number) => { note.hidden = !seenNow.has(number); });
  for (const button of all("[data-severity]")) {
    button.setAttribute("aria-pressed", wanted.severities.has(button.dataset.severity));
  }
  for (const button of all("[data-category]")) {
    button.setAttribute("aria-pressed", wanted.category === button.dataset.category);
  }
  find("#category").value = wanted.category;
  find("#rule").value = wanted.rule;
  find("#only-open").checked = wanted.open;
  const total = data.findings.length;
  find("#shown").textContent = shown.length === total
    ? plural(total, "finding") : `${shown.length.toLocaleString("en")} of ${plural(total, "finding")}`;
  showProgress();
  showWhere();
}

function showProgress() {
  const done = shown.filter((number) => decisions.has(number)).length;
  find("#progress").textContent = shown.length ? `${done} decided` : "";
  notes.forEach((note, number) => {
    const decision = decisions.get(number);
    note.dataset.state = decision ? decision.action : "";
  });
}

function showWhere() {
  const at = shown.indexOf(active[0]);
  const [count, noun] = plural(shown.length, "finding").split(" ");
  find("#where").replaceChildren(...at < 0
    ? [count, make("span", { class: "long" }, ` ${noun}`)] : [`${at + 1} of ${shown.length}`]);
  for (const id of ["#previous", "#next"]) find(id).disabled = !shown.length;
}

/** Fill a select with what the findings have, each with its count, most frequent first. */
function fill(select, key, name) {
  const counts = new Map();
  for (const finding of data.findings) {
    counts.set(finding[key], (counts.get(finding[key]) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  select.append(...sorted.map(([value, count]) =>
    make("option", { value }, `${name(value)} (${count})`)));
}

function startFilters() {
  fill(find("#category"), "category", (value) => data.categories[value][1]);
  fill(find("#rule"), "rule", (value) => value);
  const changedBy = (act) => (event) => {
    act(event.currentTarget);
    applyFilters();
    if (active.length && !active.some(passes)) choose([]);
    announce(`${plural(shown.length, "finding")} shown.`);
  };
  for (const button of all("[data-severity]")) {
    button.addEventListener("click", changedBy(() => {
      const severity = button.dataset.severity;
      if (!wanted.severities.delete(severity)) wanted.severities.add(severity);
    }));
  }
  for (const button of all("[data-category]")) {
    button.addEventListener("click", changedBy(() => {
      const same = wanted.category === button.dataset.category;
      wanted.category = same ? "" : button.dataset.category;
      if (!same) reveal((finding) => finding.category === wanted.category);
    }));
  }
  for (const key of ["category", "rule"]) {
    find(`#${key}`).addEventListener("change", changedBy((select) => {
      wanted[key] = select.value;
      if (select.value) reveal((finding) => finding[key] === select.value);
    }));
  }
  find("#only-open").addEventListener("change", changedBy((box) => { wanted.open = box.checked; }));
}

/** Unfold the severities of what was asked for, where nothing of it would show otherwise. */
function reveal(asked) {
  const found = data.findings.filter(asked);
  if (found.some((finding) => wanted.severities.has(finding.severity))) return;
  for (const finding of found) wanted.severities.add(finding.severity);
}
