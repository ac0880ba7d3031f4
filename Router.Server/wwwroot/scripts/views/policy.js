import { ask, isAdmin, Repeatable } from "../api.js";
import { make, own, setFlag, setText } from "../dom.js";
import { askForAction } from "../parts/action.js";
import { editable, lineOf, written } from "../parts/document.js";
import { differences } from "../parts/differences.js";
import { say } from "../parts/said.js";
import { Versions } from "../parts/versions.js";
import { triedTime, whatIf } from "../parts/what-if.js";
import { t } from "../texts.js";

/** The policy: its document, what is wrong with an edited one and where, what it would change, and its versions. */
export class PolicyView {
  #app;
  #version = 0;
  #published = "";
  #lines = new Map();
  #repeatable = new Repeatable();
  #numbers = make("pre", { class: "numbers", "aria-hidden": "true" });
  #text = make("textarea", { id: "policy-text", spellcheck: "false", dir: "ltr", wrap: "off", "aria-label": t("policy.document"), oninput: () => this.#edited() });
  #problems = make("ol", { class: "problems", "aria-label": t("policy.problems") });
  #verdict = make("p", { class: "verdict", role: "status" });
  #changes = make("div", { class: "differences" });
  #about = make("p", { class: "hint" });
  #note = make("span", { class: "aside" });
  #buttons = {};
  #versions = new Versions((version) => this.#rollBack(version));

  constructor(app) {
    this.#app = app;
    const button = (name, className, act) =>
      (this.#buttons[name] = make("button", { type: "button", class: className, "data-do": name, onclick: () => this.#run(act) }, t(`policy.${name}`)));
    this.#text.readOnly = !isAdmin();
    this.#text.addEventListener("scroll", () => (this.#numbers.scrollTop = this.#text.scrollTop));
    this.root = make(
      "div",
      { class: "board policy" },
      make(
        "section",
        { class: "card", "aria-labelledby": "policy-title" },
        make("div", { class: "card-head" }, make("h1", { id: "policy-title", tabindex: "-1" }, t("nav.policy")), this.#note),
        this.#about,
        make(
          "div",
          { class: "actions", hidden: !isAdmin() },
          button("validate", "secondary", () => this.#validate()),
          button("compare", "secondary", () => this.#compare()),
          button("try", "secondary", () => this.#try()),
          button("publish", "primary", () => this.#publish()),
          button("discard", "secondary", () => this.#load()),
        ),
        this.#verdict,
        this.#problems,
        make("div", { class: "editor" }, this.#numbers, this.#text),
        this.#changes,
      ),
      this.#versions.root,
    );
  }

  open() {
    setText(this.#about, t(isAdmin() ? "policy.about" : "policy.readOnly"));
    if (this.#version === 0) {
      this.#run(() => this.#load());
    } else {
      this.#run(() => this.#versions.load());
    }
  }

  close() {}

  update() {}

  tick() {}

  async #load() {
    const policy = await ask("SupervisorService/GetPolicy");
    this.#version = Number(policy.version);
    this.#put(editable(policy));
    this.#published = this.#text.value;
    setText(this.#note, t("policy.present", { version: this.#version }));
    this.#clear();
    this.#edited();
    await this.#versions.load();
  }

  async #validate() {
    const policy = this.#read();
    const { problems = [] } = await ask("SupervisorService/Validate", { policy });
    this.#put(policy);
    this.#show(problems, t("policy.good"));
  }

  async #compare() {
    const policy = this.#read();
    const answer = await ask("SupervisorService/Diff", { policy });
    this.#clear();
    this.#changes.replaceChildren(differences(answer.differences ?? [], t("policy.changes")));
  }

  async #try() {
    const policy = this.#read();
    this.#clear();
    setText(this.#verdict, t("whatIf.running"));
    this.#buttons.try.disabled = true;
    try {
      const answer = await ask("SupervisorService/WhatIf", { ...triedTime(this.#app.clock.now), policy });
      this.#put(policy);
      if (answer.problems !== undefined) {
        this.#show(answer.problems, "");
        return;
      }

      this.#clear();
      this.#changes.replaceChildren(whatIf(answer));
    } finally {
      this.#buttons.try.disabled = false;
    }
  }

  async #publish() {
    const policy = this.#read();
    const { differences: found = [] } = await ask("SupervisorService/Diff", { policy }).catch(() => ({}));
    const answer = await askForAction({
      title: t("policy.publish"),
      detail: t("policy.publishDetail", { count: found.length }),
      fields: [{ name: "reprice", label: t("policy.reprice"), type: "checkbox" }],
      whyLabel: t("policy.note"),
      confirm: t("policy.publish"),
      act: ({ why, reprice }) => ask("SupervisorService/Publish", this.#repeatable.with({ policy, expectedVersion: String(this.#version), note: why, reprice })),
    });
    if (answer === null) {
      return;
    }

    if (answer.version === undefined) {
      this.#put(policy);
      this.#show(answer.problems ?? [], "");
      return;
    }

    await this.#load();
    this.#show(answer.problems ?? [], t("policy.published", { version: Number(answer.version) }));
    say(t("policy.published", { version: Number(answer.version) }));
  }

  async #rollBack(version) {
    const answer = await askForAction({
      title: t("policy.rollBackTo", { version }),
      detail: t("policy.rollBackDetail"),
      fields: [{ name: "reprice", label: t("policy.reprice"), type: "checkbox" }],
      whyLabel: t("policy.note"),
      confirm: t("policy.rollBack"),
      act: ({ why, reprice }, repeatable) =>
        ask("SupervisorService/Rollback", repeatable.with({ version: String(version), expectedVersion: String(this.#version), note: why, reprice })),
    });
    if (answer !== null) {
      await this.#run(() => this.#load());
      say(t("policy.published", { version: Number(answer.version) }));
    }
  }

  #read() {
    try {
      return JSON.parse(this.#text.value);
    } catch (mistake) {
      throw new Error(t("policy.noJson", { problem: mistake.message }), { cause: mistake });
    }
  }

  // As validated it is written anew, so that each line is known by its path.
  #put(policy) {
    const { text, lines } = written(policy);
    this.#text.value = text;
    this.#lines = lines;
    this.#edited();
  }

  #edited() {
    const count = this.#text.value.split("\n").length;
    setText(this.#numbers, Array.from({ length: count }, (_, i) => i + 1).join("\n"));
    const isChanged = this.#text.value !== this.#published;
    this.#buttons.publish.disabled = this.#buttons.compare.disabled = this.#buttons.discard.disabled = !isChanged;
    setFlag(this.#text, "changed", isChanged);
  }

  #clear() {
    this.#problems.replaceChildren();
    this.#changes.replaceChildren();
    setText(this.#verdict, "");
    setFlag(this.#verdict, "level", "");
  }

  #show(problems, good) {
    this.#clear();
    const errors = problems.filter(({ severity }) => severity === "PROBLEM_SEVERITY_ERROR");
    setText(this.#verdict, errors.length > 0 ? t("policy.mistakes", { count: errors.length }) : problems.length > 0 ? `${good} ${t("policy.warnings", { count: problems.length })}` : good);
    setFlag(this.#verdict, "level", errors.length > 0 ? "urgent" : "good");
    this.#problems.replaceChildren(...problems.map((problem) => this.#problem(problem)));
  }

  #problem({ severity, path = "", message = "" }) {
    const line = lineOf(this.#lines, path);
    return make(
      "li",
      { "data-severity": severity === "PROBLEM_SEVERITY_ERROR" ? "error" : "warning" },
      make("button", { type: "button", class: "link", onclick: () => this.#goTo(line) }, t("policy.line", { line })),
      " ",
      make("code", { dir: "ltr" }, path),
      " ",
      own(message),
    );
  }

  #goTo(line) {
    const lines = this.#text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    this.#text.focus();
    this.#text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    this.#text.scrollTop = (this.#text.scrollHeight / lines.length) * Math.max(0, line - 4);
  }

  async #run(act) {
    try {
      await act();
    } catch (refusal) {
      this.#clear();
      setText(this.#verdict, refusal.message);
      setFlag(this.#verdict, "level", "urgent");
    }
  }
}
