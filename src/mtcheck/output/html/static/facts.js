// The fact sheet, the two tabs, and going to places that are no findings.
const tabs = all("[role=tab]");

function showTab(name, focus = false) {
  for (const tab of tabs) {
    const on = tab.getAttribute("aria-controls") === name;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    find(`#${tab.getAttribute("aria-controls")}`).hidden = !on;
    if (on && focus) tab.focus();
  }
}

/** Light up a place of the article and go there. */
function goTo([block, start, length]) {
  const range = rangeOf(block, start, length);
  if (!range) return;
  if (window.CSS?.highlights && window.Highlight) {
    CSS.highlights.set("place", new Highlight(range));
  } else {
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }
  bringIntoView(range.getBoundingClientRect());
}

function showFacts() {
  if (!data.facts.length) return;
  for (const box of all("input[data-fact]")) {
    box.checked = verified.has(Number(box.dataset.fact));
    box.closest(".fact").classList.toggle("verified", box.checked);
  }
  find("#verified").textContent =
    `Check each one against a source and tick it: ${verified.size} of ${data.facts.length} verified.`;
}

function startFacts() {
  for (const tab of tabs) {
    const panel = find(`#${tab.getAttribute("aria-controls")}`);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.addEventListener("click", () => showTab(tab.getAttribute("aria-controls")));
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = tabs[(tabs.indexOf(tab) + 1) % tabs.length];
      showTab(other.getAttribute("aria-controls"), true);
    });
  }
  find("#facts").addEventListener("change", (event) => {
    const { fact } = event.target.dataset;
    if (fact !== undefined) verify(Number(fact), event.target.checked);
  });
  find("#facts").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-place]");
    if (!link) return;
    event.preventDefault();
    goTo(data.places[link.dataset.fact][link.dataset.place]);
    announce(`Place ${Number(link.dataset.place) + 1} is marked in the article.`);
  });
  showFacts();
}

/** The plots: a click goes to the nearest finding, or to the sentence that stands there. */
function startPlots() {
  const share = (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * data.length;
  };
  find("#plot-strip svg").addEventListener("click", (event) => {
    const at = share(event);
    const distance = (number) => Math.abs(data.findings[number].from - at);
    const nearest = shown.reduce((best, number) =>
      best === null || distance(number) < distance(best) ? number : best, null);
    if (nearest !== null) choose([nearest], { focus: "mark" });
  });
  find("#plot-skyline svg").addEventListener("click", (event) => {
    const at = share(event);
    const sentence = data.sentences.filter(([from]) => from <= at).at(-1) ?? data.sentences[0];
    if (sentence) goTo(sentence.slice(1, 4));
  });
}
