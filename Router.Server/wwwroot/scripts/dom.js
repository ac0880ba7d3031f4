// The few lines that a framework would be taken for: elements that are kept, moved and changed, never drawn anew.

/** An element with a class and children. */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className !== "") {
    made.className = className;
  }

  made.append(...children);
  return made;
}

/** An icon of the page's sprite. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** Sets a text if it is another; whether it was. */
export function setText(target, text) {
  const value = String(text);
  if (target.textContent === value) {
    return false;
  }

  target.textContent = value;
  return true;
}

/** Sets or removes a data attribute. */
export function setFlag(target, name, value) {
  if (value) {
    target.dataset[name] = value === true ? "" : value;
  } else {
    delete target.dataset[name];
  }
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** A figure that shows for a moment that it has changed. */
export function setFigure(target, text) {
  const isFirst = target.textContent === "";
  if (setText(target, text) && !isFirst && !calm.matches) {
    target.getAnimations().forEach((animation) => animation.cancel());
    target.animate([{ backgroundColor: "var(--moved)" }, { backgroundColor: "transparent" }], { duration: 900, easing: "ease-out" });
  }
}

/**
 * Gives a parent one child for each item, in their order, and keeps those that it has.
 * create(item) makes a part with a `root` element and an `update(item)` function.
 */
export class Children {
  #parent;
  #create;
  #after;
  #parts = new Map();

  /** They stand after a child that the parent has by itself, or from its start. */
  constructor(parent, create, after = null) {
    this.#parent = parent;
    this.#create = create;
    this.#after = after;
  }

  update(items, keyOf) {
    const gone = new Set(this.#parts.keys());
    let at = this.#after;
    for (const item of items) {
      const key = keyOf(item);
      gone.delete(key);
      let part = this.#parts.get(key);
      if (part === undefined) {
        part = this.#create(item);
        this.#parts.set(key, part);
      }

      part.update(item);
      const next = at === null ? this.#parent.firstElementChild : at.nextElementSibling;
      if (next !== part.root) {
        this.#parent.insertBefore(part.root, next);
      }

      at = part.root;
    }

    for (const key of gone) {
      this.#parts.get(key).root.remove();
      this.#parts.delete(key);
    }
  }
}
