// What leaves the page: two files, made here and saved by the browser.
function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = make("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
  announce(`${name} is saved.`);
}

const stem = data.file.replace(/\.[^.]*$/, "") || "article";
const ending = /\.[^.]*$/.exec(data.file)?.[0] ?? ".txt";

function showExport() {
  const count = [...decisions.values()].filter(changes).length;
  find("#export-count").textContent = count ? plural(count, "change") : "no changes yet";
  find("#undo").disabled = !history.length;
}

function menu(open) {
  find("#export-menu").hidden = !open;
  find("#export").setAttribute("aria-expanded", String(open));
}

function startExport() {
  const closing = (act) => () => {
    menu(false);
    find("#export").focus();
    act();
  };
  find("#export").addEventListener("click", () => menu(find("#export-menu").hidden));
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#export, #export-menu")) menu(false);
  });
  find("#export-text")?.addEventListener("click", closing(() =>
    save(`${stem}.corrected${ending}`, "text/plain", corrected())));
  find("#export-json").addEventListener("click", closing(() =>
    save(`${stem}.decisions.json`, "application/json", `${JSON.stringify(exported(), null, 2)}\n`)));
  find("#export-print").addEventListener("click", closing(() => window.print()));
}
