import { attentionOfAll, worstRow } from "../attention.js";
import { Children, element, make, setFigure, setFlag, setText } from "../dom.js";
import { codeText, t } from "../texts.js";
import { duration } from "../words.js";

const groups = ["offered", "handling", "wrapping_up", "resting", "idle", "away"];
const countOf = { wrapping_up: "wrappingUp" };

/** The line of large figures, and what the agents do. */
export class Totals {
  #figures = new Map();
  #oldest = element("small");
  #signedIn = element("small");
  #count = make("span", { id: "person-count" }, "–");
  #text = element("small");
  #only;
  #person;
  #bar = make("div", { class: "presence-bar", "aria-hidden": "true" });
  #segments = new Children(this.#bar, createSegment);
  #legend = make("ul", { class: "legend", "aria-label": t("totals.agentsByActivity") });
  #shares = new Children(this.#legend, createShare);

  constructor(onOnlyPerson) {
    this.#only = make("button", { type: "button", id: "only-person", "aria-pressed": "false", onclick: onOnlyPerson }, this.#count, this.#text);
    this.#person = make("div", { class: "total person", id: "person" }, make("dt", {}, t("person.title")), make("dd", {}, this.#only));
    this.root = make(
      "section",
      { class: "card totals-card", "aria-label": t("totals.title") },
      make(
        "dl",
        { class: "totals" },
        this.#total("waiting", t("waiting")),
        this.#total("oldest", t("oldest"), this.#oldest),
        this.#total("offered", t("offered")),
        this.#total("assigned", t("assigned")),
        this.#total("wrappingUp", t("wrappingUp")),
        this.#total("idle", t("totals.idle"), this.#signedIn),
        this.#person,
      ),
      make("div", { class: "agents-line" }, this.#bar, this.#legend),
    );
  }

  update(board, now, onlyPerson) {
    const { totals, counts } = board;
    for (const name of ["waiting", "offered", "assigned", "wrappingUp"]) {
      setFigure(this.#figures.get(name), totals[name]);
    }

    setFigure(this.#figures.get("idle"), counts.idle);
    setText(this.#signedIn, t("totals.signedIn", { count: counts.registered - counts.offline }));
    this.#only.setAttribute("aria-pressed", onlyPerson);
    const sizes = groups.map((key) => ({ key, size: counts[countOf[key] ?? key] }));
    this.#segments.update(sizes.filter((group) => group.size > 0), (group) => group.key);
    const rest = [...sizes, { key: "offline", size: counts.offline }, ...(counts.sessionLost > 0 ? [{ key: "lost", size: counts.sessionLost }] : [])];
    this.#shares.update(rest, (group) => group.key);
  }

  /** What moves with time alone. */
  tick(board, now) {
    const rows = board.rows;
    const worst = worstRow(rows, now);
    const attention = attentionOfAll(rows, now);
    const causes = [
      board.untaken > 0 ? t("alarms.count", { count: board.untaken }) : "",
      attention.unroutable > 0 ? t("unroutable", { count: attention.unroutable }) : "",
      attention.overTarget > 0 ? t("person.overTarget", { count: attention.overTarget }) : "",
    ].filter((cause) => cause !== "");
    setText(this.#figures.get("oldest"), worst === null ? "–" : duration(now - worst.oldestEnteredAt));
    setText(this.#oldest, worst === null ? "" : codeText("channel", worst.channel));
    setText(this.#count, causes[0] ?? t("person.none"));
    setText(this.#text, causes.slice(1).join(", "));
    setFlag(this.#person, "level", board.untaken > 0 || attention.unroutable > 0 ? "urgent" : attention.overTarget > 0 ? "late" : "");
  }

  #total(name, label, note = null) {
    const figure = make("span", { id: `total-${name}` }, "–");
    this.#figures.set(name, figure);
    return make("div", { class: "total" }, make("dt", {}, label), make("dd", {}, figure, " ", note));
  }
}

function createSegment(group) {
  const root = element("span");
  root.dataset.activity = group.key;
  return { root, update: (next) => root.style.setProperty("--size", next.size) };
}

function createShare(group) {
  const number = element("b", "number");
  const root = make("li", { "data-activity": group.key }, element("span", "swatch"), number, ` ${t(`activity.${group.key}`)}`);
  return {
    root,
    update: (next) => {
      setFigure(number, next.size);
      setFlag(root, "none", next.size === 0);
    },
  };
}
