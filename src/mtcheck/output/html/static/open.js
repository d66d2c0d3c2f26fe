(() => {
"use strict";
// Text only ever becomes text: nothing here parses markup, and the policy would refuse it.
const data = JSON.parse(document.getElementById("data").textContent);
const root = document.documentElement;
const find = (selector, inside = document) => inside.querySelector(selector);
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const article = find("#article");
const hidden = new Map(Object.entries(data.hidden));

/** An element with attributes (functions are listeners; false and null leave out) and children. */
function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== false));
  return made;
}

/** Text in which characters that cannot be seen are named, and kept from turning others around. */
function seen(text) {
  const box = document.createDocumentFragment();
  let run = "";
  for (const character of text) {
    const names = hidden.get(character);
    if (!names) {
      run += character;
      continue;
    }
    box.append(run, make("span", {
      class: "ctl", role: "img", "data-name": names[0], "aria-label": names[1],
    }, character));
    run = "";
  }
  box.append(run);
  return box;
}

/** One line of at most `longest` characters, the middle left out; odd white space shows as ␣. */
function preview(text, longest = 160) {
  const line = (part) => part.replace(/\s*[\r\n]\s*/g, " ");
  if (text.length <= longest) {
    return line(text).replace(/^\s+|\s+$|\s{2,}/g, (space) => "\u2423".repeat(space.length));
  }
  const half = Math.floor((longest - 3) / 2);
  return `${line(text.slice(0, half))} … ${line(text.slice(-half))}`;
}

const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
const textOf = (number) => data.text.slice(data.findings[number].from, data.findings[number].to);
const wide = window.matchMedia("(min-width: 64rem)");
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

function announce(text) {
  find("#live").textContent = text;
}

let toastTimer = 0;
/** Say something that the reader must not miss; it goes away by itself. */
function toast(text) {
  const box = find("#toast");
  box.replaceChildren(seen(text));
  box.classList.add("on");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("on"), 8000);
}

/** Scroll so that a rectangle of the page stands where eyes are, unless it already does. */
function bringIntoView(rectangle) {
  const sheet = wide.matches ? 0 : find("#dock").offsetHeight;
  const top = find(".bar").offsetHeight;
  const bottom = window.innerHeight - sheet;
  if (rectangle.top > top + 48 && rectangle.bottom < bottom - 64) return;
  window.scrollBy({
    top: rectangle.top - (top + (bottom - top) * 0.35),
    behavior: still.matches ? "auto" : "smooth",
  });
}
