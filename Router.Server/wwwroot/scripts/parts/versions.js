import { ask, isAdmin } from "../api.js";
import { make, own } from "../dom.js";
import { codeText, t } from "../texts.js";
import { moment, timeOf } from "../words.js";
import { differences } from "./differences.js";

const limit = 20;

/** The versions of the policy, the newest first: who published each, why, and what it changed. */
export class Versions {
  #onRollBack;
  #list = make("ol", { class: "versions" });
  #more = make("button", { type: "button", class: "secondary", onclick: () => this.#read() }, t("more"));
  #last = 0;
  #newest = 0;

  constructor(onRollBack) {
    this.#onRollBack = onRollBack;
    this.root = make(
      "section",
      { class: "card", "aria-label": t("policy.versions") },
      make("div", { class: "card-head" }, make("h2", {}, t("policy.versions"))),
      this.#list,
      make("p", { class: "more" }, this.#more),
    );
  }

  async load() {
    this.#last = 0;
    this.#newest = 0;
    this.#list.replaceChildren();
    await this.#read();
  }

  async #read() {
    const { versions = [], more = false } = await ask("SupervisorService/ListVersions", { limit, ...(this.#last > 0 ? { before: String(this.#last) } : {}) });
    if (versions.length > 0) {
      this.#newest ||= Number(versions[0].version);
      this.#last = Number(versions.at(-1).version);
    }

    this.#list.append(...versions.map((version) => this.#item(version)));
    this.#more.parentElement.hidden = !more;
  }

  #item({ version, publishedAt, publishedBy, note = "" }) {
    const number = Number(version);
    const kind = (publishedBy?.kind ?? "").replace("ACTOR_KIND_", "");
    const changes = make("div", {});
    const show = make("button", { type: "button", class: "secondary", "aria-expanded": "false", hidden: number === 1 }, t("policy.whatChanged"));
    show.addEventListener("click", async () => {
      const isOpen = show.getAttribute("aria-expanded") === "true";
      show.setAttribute("aria-expanded", !isOpen);
      changes.replaceChildren();
      if (!isOpen) {
        const answer = await ask("SupervisorService/Diff", { from: String(number - 1), to: String(number) });
        changes.replaceChildren(differences(answer.differences ?? [], t("policy.whatChanged")));
      }
    });
    return make(
      "li",
      { "data-version": number },
      make(
        "div",
        { class: "version" },
        make("b", {}, t("policy.version", { version: number })),
        make("span", {}, publishedAt ? moment(timeOf(publishedAt), 0) : ""),
        make("span", {}, codeText("actor", kind), publishedBy?.id ? " " : null, publishedBy?.id ? own(publishedBy.id) : null),
        make("span", { class: "why" }, own(note)),
        show,
        number === this.#newest || !isAdmin()
          ? null
          : make("button", { type: "button", class: "secondary", "data-do": "rollBack", onclick: () => this.#onRollBack(number) }, t("policy.rollBack")),
      ),
      changes,
    );
  }
}
