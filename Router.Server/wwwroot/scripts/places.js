// Where the reader was in a view: who goes back is there again, and not at its top.

/** The places in the views of this visit, by their entries in the browser's history. */
export class Places {
  #left = new Map();
  #entry = null;

  constructor() {
    history.scrollRestoration = "manual";
  }

  /** Another view is about to be shown. */
  leave() {
    if (this.#entry !== null) {
      this.#left.set(this.#entry, { top: scrollY, link: document.activeElement?.getAttribute("href") ?? null });
    }
  }

  /** A view is shown in a place of the page. Whether it is one to which the reader has come back. */
  enter(view) {
    const known = this.#left.get(history.state?.entry);
    this.#entry = history.state?.entry ?? performance.timeOrigin + performance.now();
    history.replaceState({ entry: this.#entry }, "");
    if (known === undefined) {
      return false;
    }

    const link = known.link === null ? null : view.querySelector(`a[href="${CSS.escape(known.link)}"]`);
    (link ?? view.querySelector("h1"))?.focus({ preventScroll: true });
    scrollTo(0, known.top);
    return true;
  }
}
