// The few lines that a framework would be taken for: elements that are kept, moved and changed, never drawn anew. All text is set as text.

const svgSpace = "http://www.w3.org/2000/svg";

/** An element with a class and children. */
export function element(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className !== "") {
    made.className = className;
  }

  made.append(...children);
  return made;
}

/** An element with attributes (an `onclick` and the like is a listener) and children. */
export function make(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== false) {
      made.setAttribute(name, value === true ? "" : value);
    }
  }

  made.append(...children.filter((child) => child !== null));
  return made;
}

/** An element of SVG. */
export function drawn(tag, attributes = {}, ...children) {
  const made = document.createElementNS(svgSpace, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...children);
  return made;
}

/** An icon of the page's sprite. */
export function icon(name) {
  return drawn("svg", { "aria-hidden": "true" }, drawn("use", { href: `#icon-${name}` }));
}

const drawnChannels = ["call", "chat", "email"];

/** The icon of a channel. */
export function channelIcon(channel) {
  return icon(drawnChannels.includes(channel) ? channel : "other");
}

/** A name or text of somebody else: it keeps its own direction. */
export function own(text, className = "") {
  return element("bdi", className, text);
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
  const text = value === true ? "" : value;
  if (value || value === "0") {
    if (target.dataset[name] !== text) {
      target.dataset[name] = text;
    }
  } else if (name in target.dataset) {
    delete target.dataset[name];
  }
}

/** Shows or hides; left alone where it is so already. */
export function setHidden(target, isHidden) {
  if (target.hidden !== isHidden) {
    target.hidden = isHidden;
  }
}

/** Sets how much of a bar is full, 0 to 1; left alone where it is so already. */
export function setShare(target, share) {
  const value = share.toFixed(3);
  if (target.style.getPropertyValue("--share") !== value) {
    target.style.setProperty("--share", value);
  }
}

const calm = globalThis.matchMedia?.("(prefers-reduced-motion: reduce)");

/** A figure that shows for a moment that it has changed. */
export function setFigure(target, text) {
  const isFirst = target.textContent === "";
  if (setText(target, text) && !isFirst && !calm.matches && !document.hidden) {
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
  #parts = new Map();

  constructor(parent, create) {
    this.#parent = parent;
    this.#create = create;
  }

  /** The parts that are shown. */
  get parts() {
    return this.#parts.values();
  }

  update(items, keyOf) {
    const gone = new Set(this.#parts.keys());
    let at = null;
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
