import { make, setText } from "../dom.js";
import { t } from "../texts.js";

/** Goes through the pages of a list, whose tokens the server gives. `load` is called when another page is wanted. */
export class Pages {
  #tokens = [""];
  #next = "";
  #text = make("span", { class: "aside" });
  #back = make("button", { type: "button", class: "secondary" }, t("pageBack"));
  #forth = make("button", { type: "button", class: "secondary" }, t("pageForth"));
  root = make("p", { class: "more" }, this.#text, this.#back, this.#forth);

  constructor(load) {
    this.#back.addEventListener("click", () => (this.#tokens.pop(), load()));
    this.#forth.addEventListener("click", () => (this.#tokens.push(this.#next), load()));
  }

  /** What the request for the page that is wanted says of it. */
  get asked() {
    return this.isFirst ? {} : { pageToken: this.#tokens.at(-1) };
  }

  get isFirst() {
    return this.#tokens.length === 1;
  }

  /** How many pages are before this one. */
  get before() {
    return this.#tokens.length - 1;
  }

  reset() {
    this.#tokens = [""];
  }

  /** Shows that there is a page, with the token of the next one or an empty one. */
  show(next, text) {
    this.#next = next;
    setText(this.#text, text);
    this.root.hidden = next === "" && this.isFirst;
    this.#back.disabled = this.isFirst;
    this.#forth.disabled = next === "";
  }
}
