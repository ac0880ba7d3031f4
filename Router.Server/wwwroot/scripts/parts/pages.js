import { ask } from "../api.js";
import { make, setText } from "../dom.js";
import { t } from "../texts.js";

/** Goes through the pages of a list of tickets, whose tokens the server gives. `load` is called when another page is wanted. */
export class Pages {
  #tokens = [""];
  #asked = 0;
  #next = "";
  #text = make("span", { class: "aside" });
  #back = make("button", { type: "button", class: "secondary" }, t("pageBack"));
  #forth = make("button", { type: "button", class: "secondary" }, t("pageForth"));
  problem = make("p", { class: "problem", role: "alert", hidden: true });
  root = make("p", { class: "more" }, this.#text, this.#back, this.#forth);

  constructor(load) {
    this.#back.addEventListener("click", () => (this.#tokens.pop(), load()));
    this.#forth.addEventListener("click", () => (this.#tokens.push(this.#next), load()));
  }

  /** Asks for the page that is wanted, and gives the answer to `show`, unless another page was asked for since. Tells what refused it. */
  async ask(request, show) {
    const asked = ++this.#asked;
    try {
      const answer = await ask("SupervisorService/ListTickets", { ...request, ...(this.isFirst ? {} : { pageToken: this.#tokens.at(-1) }) });
      if (asked === this.#asked) {
        this.problem.hidden = true;
        show(answer);
      }
    } catch (refusal) {
      this.problem.hidden = false;
      setText(this.problem, refusal.message);
    }
  }

  /** Whether a page was asked for already. */
  get hasBegun() {
    return this.#asked > 0;
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
