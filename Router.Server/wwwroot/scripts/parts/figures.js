import { element, make, setFigure, setFlag, setText } from "../dom.js";

/** A line of large figures, each with its name and a note. */
export class Figures {
  #parts = new Map();

  /** `titles` say more of some. */
  constructor(names, labels, titles = {}) {
    this.root = make("dl", { class: "card totals figures" }, ...names.map((name) => this.#figure(name, labels[name], titles[name] ?? null)));
  }

  set(name, text, note = "") {
    const { figure, small } = this.#parts.get(name);
    if (/^\d+$/.test(text)) {
      setFigure(figure, text);
    } else {
      setText(figure, text);
    }

    setText(small, note);
  }

  /** Shows a figure, or leaves it out. */
  show(name, isShown) {
    this.#parts.get(name).root.hidden = !isShown;
  }

  /** Marks a figure as one that needs a person: "late" or "urgent"; empty = it does not. */
  level(name, level) {
    setFlag(this.#parts.get(name).root, "level", level);
  }

  #figure(name, label, title) {
    const figure = element("span");
    const small = element("small");
    const root = make("div", { class: "total", "data-figure": name, title }, make("dt", {}, label), make("dd", {}, figure, " ", small));
    this.#parts.set(name, { root, figure, small });
    return root;
  }
}
