// Everything that a hand can do.
function show(view) {
  root.dataset.view = view;
  for (const button of all("[data-view]", find(".switch"))) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
  announce(view === "corrected" ? "The corrected text." : "The marked text.");
}

/** Go to the next finding (step 1) or the previous one (-1), all of them or only open ones. */
function walk(step, openOnly = false) {
  const wantedNow = openOnly
    ? shown.filter((number) => !decisions.has(number) || number === active[0]) : shown;
  if (!wantedNow.length || (openOnly && wantedNow.every((number) => decisions.has(number)))) {
    announce(openOnly ? "Nothing is open any more." : "No findings are shown.");
    return;
  }
  const at = wantedNow.indexOf(active[0]);
  const next = at < 0 ? (step > 0 ? 0 : -1) : (at + step) % wantedNow.length;
  const number = wantedNow.at(next);
  const here = data.findings[number];
  const others = shown.filter((n) => n !== number && overlap(here, data.findings[n]));
  choose([number, ...others], { focus: "mark" });
}

function takeBack() {
  if (!undo()) return;
  renderCards();
  announce("Undone.");
}

function openForm(kind) {
  if (active.length) find(`#cards [data-form="${kind}"]`)?.click();
}

function back() {
  if (!find("#export-menu").hidden) {
    menu(false);
    find("#export").focus();
  } else if (form) {
    const { kind } = form;
    form = null;
    renderCards();
    find(`#cards [data-form="${kind}"]`)?.focus();
  } else if (active.length) {
    const anchor = anchorOf(active[0]);
    const inside = find("#dock").contains(document.activeElement);
    if (!inside || !wide.matches) choose([]);
    anchor?.focus({ preventScroll: true });
  }
}

const THEMES = { auto: "as the system", dark: "dark", light: "light" };

function setTheme(theme) {
  root.dataset.theme = theme;
  find("#theme").setAttribute("aria-label", `Theme: ${THEMES[theme]}`);
  storage((place) => place.setItem("mtcheck:theme", theme));
}

const KEYS = {
  j: () => walk(1),
  k: () => walk(-1),
  n: () => walk(1, true),
  p: () => walk(-1, true),
  a: () => active.length && accept(active[0], 0),
  e: () => openForm("edit"),
  d: () => openForm("dismiss"),
  u: takeBack,
  c: () => show(root.dataset.view === "corrected" ? "marked" : "corrected"),
  f: () => showTab(find("#facts").hidden ? "facts" : "findings", true),
  "?": () => find("#help").showModal(),
};

function pressed(event) {
  if (find("#help").open) return;
  const writing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (event.key === "Escape") back();
  else if (writing || event.altKey) return;
  else if (event.ctrlKey || event.metaKey) {
    if (event.key !== "z" || event.shiftKey) return;
    takeBack();
  } else if (["Enter", " "].includes(event.key) && event.target.closest("mark")) {
    openCards(event.target.closest("mark"));
    find("#cards button")?.focus();
  } else if (!find("#keys").checked) return;
  else if (/^[1-9]$/.test(event.key) && active.length) accept(active[0], Number(event.key) - 1);
  else if (KEYS[event.key]) KEYS[event.key]();
  else return;
  event.preventDefault();
}

function openCards(mark) {
  const numbers = findingsOn(mark);
  if (numbers.length) choose(numbers, { scroll: !wide.matches }); // a sheet must not cover it
}

function start() {
  restore();
  const kept = storage((place) => place.getItem("mtcheck:theme"));
  if (kept in THEMES) setTheme(kept);
  find("#keys").checked = storage((place) => place.getItem("mtcheck:keys")) !== "off";
  root.classList.add("live");
  startFilters();
  startFacts();
  startPlots();
  startExport();
  applyFilters();
  showTab("findings");
  for (const number of decisions.keys()) showDecision(number);
  showExport();
  watchers.push((numbers) => {
    numbers.forEach(showDecision);
    applyFilters();
    showFacts();
    showExport();
  });
  article.addEventListener("click", (event) => {
    const mark = event.target.closest("mark");
    const number = event.target.closest(".tag, ins.fix");
    if (mark) openCards(mark);
    else if (number) choose([Number(number.dataset.f ?? number.dataset.fix)], { scroll: false });
  });
  find("#notes").addEventListener("click", (event) => {
    const note = event.target.closest("[data-note]");
    if (!note || !event.target.closest("a")) return;
    event.preventDefault();
    choose([Number(note.dataset.note)]);
  });
  find("#previous").addEventListener("click", () => walk(-1));
  find("#next").addEventListener("click", () => walk(1));
  find("#undo").addEventListener("click", takeBack);
  find("#dock-close").addEventListener("click", () => {
    const anchor = active.length ? anchorOf(active[0]) : null;
    choose([]);
    anchor?.focus({ preventScroll: true });
  });
  for (const button of all(".switch [data-view]")) {
    button.addEventListener("click", () => show(button.dataset.view));
  }
  const order = Object.keys(THEMES);
  find("#theme").addEventListener("click", () => {
    const now = order.indexOf(root.dataset.theme ?? "auto");
    setTheme(order[(now + 1) % order.length]);
    announce(`Theme: ${THEMES[root.dataset.theme]}.`);
  });
  find("#help-open").addEventListener("click", () => find("#help").showModal());
  find("#keys").addEventListener("change", (event) =>
    storage((place) => place.setItem("mtcheck:keys", event.target.checked ? "on" : "off")));
  document.addEventListener("keydown", pressed);
}
start();
