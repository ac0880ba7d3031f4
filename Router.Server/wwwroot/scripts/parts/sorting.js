import { make } from "../dom.js";
import { t } from "../texts.js";
import { collator } from "../words.js";

/** The head of a table whose columns sort it: by a click, the other way round by another. */
export class Sorting {
  #columns;
  #heads = new Map();
  #onChange;
  #stored;

  /**
   * columns: { key, label, className, title, value(item) — what to sort by; absent = not sortable —, isDown: large values first }.
   * `first` is the column to begin with; what the reader chose is remembered under a name.
   */
  constructor(name, columns, first, onChange) {
    this.#columns = columns;
    this.#onChange = onChange;
    this.#stored = `router.sort.${name}`;
    const [key, direction] = (localStorage.getItem(this.#stored) ?? "").split(" ");
    this.column = columns.find((column) => column.key === key && column.value) ?? columns.find((column) => column.key === first);
    this.isDown = direction === undefined ? Boolean(this.column.isDown) : direction === "down";
    this.row = make("tr", {}, ...columns.map((column) => this.#head(column)));
    this.#mark();
  }

  /** A copy in order; equals stay as they were. */
  sorted(items) {
    const sign = this.isDown ? -1 : 1;
    const keyed = items.map((item) => ({ item, key: this.column.value(item) }));
    return keyed.sort((a, b) => compare(a.key, b.key, sign)).map(({ item }) => item);
  }

  /** Shows or hides a column that has no data yet. */
  toggle(key, isShown) {
    this.#heads.get(key).hidden = !isShown;
  }

  /** Says more of a column. */
  title(key, title) {
    this.#heads.get(key).title = title;
  }

  #head(column) {
    const attributes = { scope: "col", class: column.className ?? null, title: column.title ?? null };
    const head = column.value
      ? make("th", attributes, make("button", { type: "button", class: "sort", onclick: () => this.#by(column) }, column.label))
      : make("th", attributes, column.label);
    this.#heads.set(column.key, head);
    return head;
  }

  #by(column) {
    this.isDown = column === this.column ? !this.isDown : Boolean(column.isDown);
    this.column = column;
    localStorage.setItem(this.#stored, `${column.key} ${this.isDown ? "down" : "up"}`);
    this.#mark();
    this.#onChange();
  }

  #mark() {
    for (const column of this.#columns) {
      const head = this.#heads.get(column.key);
      head.removeAttribute("aria-sort");
      if (column === this.column) {
        head.setAttribute("aria-sort", this.isDown ? "descending" : "ascending");
      }
    }
  }
}

// What is not known stands last, whichever way the others go.
function compare(a, b, sign) {
  if (a === null || b === null) {
    return a === b ? 0 : a === null ? 1 : -1;
  }

  return sign * (typeof a === "string" ? collator.compare(a, b) : a - b);
}

/** A button that shows more of a long list, and how much is left. */
export class More {
  #step;
  #text = make("span", {});
  #button;

  constructor(step, onMore) {
    this.#step = step;
    this.most = step;
    this.#button = make("button", { type: "button", class: "secondary", onclick: () => ((this.most += step), onMore()) }, t("more"));
    this.root = make("p", { class: "more" }, this.#text, this.#button);
  }

  update(all) {
    this.root.hidden = all <= this.most;
    this.#text.textContent = t("shownOf", { shown: Math.min(all, this.most), all });
  }

  reset() {
    this.most = this.#step;
  }
}
