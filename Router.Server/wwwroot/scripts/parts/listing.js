import { make } from "../dom.js";
import { t } from "../texts.js";

/** The head of a card with a list of everything: its title, and the filter that `/` goes to. `onSearch` takes what is written there. */
export function listHead(name, onSearch) {
  const label = t(`${name}.filter`);
  const search = make("input", {
    type: "search",
    id: "filter",
    placeholder: label,
    "aria-label": label,
    autocomplete: "off",
    spellcheck: "false",
    dir: "auto",
    oninput: () => onSearch(search.value),
  });
  return make(
    "div",
    { class: "card-head" },
    make("h1", { id: `${name}-title`, tabindex: "-1" }, t(`nav.${name}`)),
    make("span", { class: "filter" }, search, make("kbd", { "aria-hidden": "true" }, "/")),
  );
}

/** Arrows go from row to row. */
export function moveFocus(event, body) {
  const way = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  const row = event.target.closest("tr");
  if (way === undefined || row === null || !body.contains(row) || event.target.matches("input:not([type=checkbox]), select")) {
    return;
  }

  const next = row[way]?.querySelector("a");
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

/** The ids of rows that are ticked. */
export class Picked extends Set {
  put(id, isPicked) {
    if (isPicked) {
      this.add(id);
    } else {
      this.delete(id);
    }
  }
}
