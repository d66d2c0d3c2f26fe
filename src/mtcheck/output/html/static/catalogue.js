(() => {
"use strict";
const packs = [...document.querySelectorAll(".pack")];
const rules = [...document.querySelectorAll(".pack details")];
const fields = ["words", "language", "severity"].map((id) => document.getElementById(id));
const live = document.getElementById("live");
let texts = null;
let waiting = 0;

function search() {
  texts ??= rules.map((rule) => rule.textContent.toLowerCase());
  const [words, language, severity] = fields.map((field) => field.value);
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  rules.forEach((rule, at) => {
    const fits = (!language || rule.dataset.language === language)
      && (!severity || rule.dataset.severity === severity)
      && wanted.every((word) => texts[at].includes(word));
    rule.hidden = !fits;
    shown += fits;
  });
  for (const pack of packs) pack.hidden = !pack.querySelector("details:not([hidden])");
  const narrowed = wanted.length || language || severity;
  live.textContent = narrowed ? `${shown.toLocaleString("en")} of ${rules.length.toLocaleString("en")} rules` : "";
}

/** Opens the rule that the address names, whatever is being searched for. */
function follow() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(named instanceof HTMLDetailsElement)) return;
  if (named.hidden) {
    for (const field of fields) field.value = "";
    search();
  }
  named.open = true;
  named.scrollIntoView();
}

document.querySelector(".search").addEventListener("submit", (event) => event.preventDefault());
for (const field of fields) {
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
}
addEventListener("hashchange", follow);
if (fields.some((field) => field.value)) search();
follow();
})();
