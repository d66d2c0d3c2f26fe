// The card of a finding: what is wrong, what to write instead, why, and what was measured.
const REASONS = ["a quotation", "a name", "house style", "correct as it is", "false alarm"];
const MOST_CARDS = 40; // open at once; thousands of findings on one word would freeze the page
let form = null; // {number, kind}: the form that is open in a card, "edit" or "dismiss"

function fixes(number) {
  const { replacements } = data.findings[number];
  const words = textOf(number);
  if (!replacements.length) return null;
  return make("div", { class: "fixes" },
    make("p", { class: "label" }, words.trim() ? make("s", {}, seen(preview(words, 120))) : null),
    ...replacements.map((replacement, at) => make("button", {
      type: "button", class: "fix", "data-accept": at,
      click: () => accept(number, at),
    }, make("span", {}, replacement ? seen(preview(replacement, 300)) : "delete this"),
    at < 9 ? make("kbd", { "aria-hidden": "true" }, at ? String(at + 1) : "a") : null)));
}

function actions(number) {
  const open = (kind) => form && form.number === number && form.kind === kind;
  const toggle = (kind) => () => {
    form = open(kind) ? null : { number, kind };
    renderCards();
    find(form ? "#cards textarea, #cards .reasons button" : `#cards [data-form="${kind}"]`)?.focus();
  };
  const button = (kind, label) => make("button", {
    type: "button", "data-form": kind, "aria-expanded": String(Boolean(open(kind))),
    click: toggle(kind),
  }, label);
  return make("div", { class: "actions" },
    button("edit", data.findings[number].replacements.length ? "Edit…" : "Write instead…"),
    button("dismiss", "Dismiss…"));
}

function editForm(number) {
  const { replacements } = data.findings[number];
  const box = make("textarea", { rows: 2, id: "edit-text", spellcheck: "true", lang: "en" });
  box.value = decisions.get(number)?.replacement ?? replacements[0] ?? textOf(number);
  const save = () => {
    const replacement = box.value;
    const action = replacements.includes(replacement) ? "accept" : "edit";
    settle(number, { action, replacement });
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      save();
    }
  });
  return make("div", { class: "form" },
    make("label", { for: "edit-text" }, "Write instead"), box,
    make("button", { type: "button", class: "fix", id: "edit-save", click: save }, "Use this"));
}

function dismissForm(number) {
  const box = make("input", { id: "dismiss-text", type: "text", placeholder: "another reason" });
  const save = (reason) => settle(number, { action: "dismiss", reason });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault(); // or the same key presses what gets the focus next
    save(box.value.trim() || "no reason given");
  });
  return make("div", { class: "form" },
    make("p", { class: "label", id: "why-dismiss" }, "Why is it not a fault here?"),
    make("div", { class: "reasons", role: "group", "aria-labelledby": "why-dismiss" },
      ...REASONS.map((reason) => make("button", { type: "button", click: () => save(reason) }, reason))),
    make("label", { for: "dismiss-text", class: "vh" }, "Another reason"), box);
}

function verdictOn(number) {
  const decision = decisions.get(number);
  if (!decision) return null;
  const said = decision.action === "dismiss" ? ["Dismissed: ", seen(decision.reason)]
    : [decision.action === "edit" ? "Edited: " : "Accepted: ",
      decision.replacement ? seen(preview(decision.replacement, 120)) : "deleted"];
  return make("p", { class: "decided" }, make("span", {}, ...said),
    make("button", { type: "button", "data-reopen": "", click: () => settle(number, null) }, "Reopen"));
}

function details(number) {
  const finding = data.findings[number];
  const rule = data.rules[finding.rule];
  const pair = (term, ...said) => make("div", {}, make("dt", {}, term), make("dd", {}, ...said));
  return make("dl", {},
    rule.why && pair("Why", seen(rule.why)),
    rule.source && pair(rule.language ?? "Source", make("span", { class: "source" }, seen(rule.source))),
    pair("Measured", rule.measured),
    pair("Rule", make("button", {
      type: "button", class: "rule", title: "Show the findings of this rule only",
      click: () => {
        wanted.rule = wanted.rule === finding.rule ? "" : finding.rule;
        applyFilters();
        announce(`${plural(shown.length, "finding")} shown.`);
      },
    }, finding.rule), ...finding.origin || !data.catalogue ? [] : [" ", make("a", {
      href: `${data.catalogue}#${encodeURI(finding.rule)}`,
    }, "examples")]),
    finding.origin ? pair("Found by", `${finding.origin.checker}, ${finding.origin.rule}`,
      ...finding.origin.url ? [" ", make("a", {
        href: finding.origin.url, target: "_blank", rel: "noopener noreferrer",
      }, "its page")] : []) : null);
}

function card(number) {
  const { severity, category, message } = data.findings[number];
  const [letter, title] = data.categories[category];
  const asked = form && form.number === number ? form.kind : "";
  return make("article", { class: `card ${severity}`, "data-card": number, "aria-labelledby": `c${number}` },
    make("h3", { id: `c${number}` }, make("span", { class: `letter ${severity}`, "aria-hidden": "true" }, letter),
      make("span", { class: `u ${severity}` }, severity), ` ${title}`,
      make("span", { class: "number" }, String(number + 1))),
    make("p", { class: "message" }, seen(preview(message, 600))),
    verdictOn(number),
    asked ? null : decisions.has(number) ? null : fixes(number),
    asked === "edit" ? editForm(number) : asked === "dismiss" ? dismissForm(number) : null,
    actions(number), details(number));
}

function renderCards() {
  const dock = find("#dock");
  dock.classList.toggle("open", active.length > 0);
  find("#legend").hidden = active.length > 0;
  find("#cards").replaceChildren(...active.map(card));
}

/** Open the cards of findings, the chosen one first; `from` says what is to have the focus. */
function choose(chosen, { focus = "", scroll = true } = {}) {
  const numbers = chosen.slice(0, MOST_CARDS);
  form = null;
  light(numbers);
  renderCards();
  find("#dock").scrollTop = 0;
  all(".note.on").forEach((note) => note.classList.remove("on"));
  for (const number of numbers) notes[number].classList.add("on");
  showWhere();
  if (!numbers.length) return;
  const anchor = anchorOf(numbers[0]);
  if (anchor && scroll) bringIntoView(anchor.getBoundingClientRect());
  if (anchor && focus === "mark") anchor.focus({ preventScroll: true });
  showNote(numbers[0]);
  const { severity, category, message } = data.findings[numbers[0]];
  const at = shown.indexOf(numbers[0]) + 1;
  announce(`${severity}, ${at} of ${shown.length}, ${data.categories[category][1]}: ` +
    `${preview(message, 300)}${chosen.length > 1 ? ` And ${chosen.length - 1} more here.` : ""}`);
}

/** Scroll the list, where it has its own scrolling, so that a finding's line shows. */
function showNote(number) {
  const list = find("#findings");
  if (!wide.matches || list.hidden) return;
  const note = notes[number].getBoundingClientRect();
  const box = list.getBoundingClientRect();
  const top = find(".filters").offsetHeight;
  if (note.top < box.top + top || note.bottom > box.bottom) {
    list.scrollTop += note.top - box.top - top - 8;
  }
}

/** Decide, and leave the focus where the hand is. */
function settle(number, decision) {
  const inside = find("#dock").contains(document.activeElement);
  if (!decide(number, decision)) return;
  form = null;
  renderCards();
  if (inside) find("#dock").focus();
  if (!decision) announce("Open again.");
  else if (decision.action === "dismiss") announce(`Dismissed: ${decision.reason}.`);
  else announce(`Changed to: ${preview(decision.replacement || "nothing", 120)}.`);
}

function accept(number, at) {
  const replacement = data.findings[number].replacements[at];
  if (replacement !== undefined) settle(number, { action: "accept", replacement });
}
