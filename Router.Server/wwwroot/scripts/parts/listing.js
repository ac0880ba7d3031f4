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

/** The ids of rows that are ticked, and the head of their column: a box for all rows that are shown. */
export class Picked extends Set {
  #shown = [];
  #box;

  /** onAll() is called when all were ticked, or none. */
  constructor(onAll) {
    super();
    this.#box = make("input", { type: "checkbox", "aria-label": t("pickAll"), onchange: () => this.#putAll(onAll) });
    this.head = make("th", { scope: "col", class: "pick" }, this.#box);
  }

  /** Marks the box by the rows that are shown. */
  show(ids) {
    this.#shown = ids;
    const ticked = ids.filter((id) => this.has(id)).length;
    this.#box.checked = ticked > 0 && ticked === ids.length;
    this.#box.indeterminate = ticked > 0 && ticked < ids.length;
  }

  #putAll(onAll) {
    this.#shown.forEach((id) => this.put(id, this.#box.checked));
    onAll();
  }

  put(id, isPicked) {
    if (isPicked) {
      this.add(id);
    } else {
      this.delete(id);
    }
  }
}
