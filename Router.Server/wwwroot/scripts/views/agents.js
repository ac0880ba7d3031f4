import { breakDueAfter, groupOf, sinceOf, stretchOf } from "../attention.js";
import { Children, make, setFlag, setText } from "../dom.js";
import { Filter } from "../filter.js";
import { AgentRow } from "../parts/agent-row.js";
import { agentActions } from "../parts/agent-actions.js";
import { AgentFigures } from "../parts/agent-figures.js";
import { Picked, listHead, moveFocus } from "../parts/listing.js";
import { More, Sorting } from "../parts/sorting.js";
import { Profiles } from "../profiles.js";
import { t } from "../texts.js";
import { agentName } from "../words.js";

const step = 100;
const groups = ["handling", "offered", "wrapping_up", "resting", "idle", "away", "offline"];

/** Everybody: what he does and since when, his load, and who needs a break. */
export class AgentsView {
  #app;
  #filter = new Filter();
  #group = "present";
  #picked = new Picked(() => this.update());
  #profiles = new Profiles();
  #figures = new AgentFigures();
  #sorting;
  #more = new More(step, () => this.update());
  #body = make("tbody", {});
  #rows = new Children(this.#body, () => new AgentRow((id, isPicked) => this.#pick(id, isPicked)));
  #table;
  #empty = make("p", { class: "empty", hidden: true });
  #chips = new Map();
  #actions;

  constructor(app) {
    this.#app = app;
    this.#sorting = new Sorting("agents", columns(() => app.clock.now), "name", () => this.update());
    this.#sorting.row.prepend(this.#picked.head);
    this.#table = make("table", { class: "people" }, make("thead", {}, this.#sorting.row), this.#body);
    this.#actions = agentActions(() => this.#agentsPicked(), () => app.clock.now, () => this.#clear());
    this.root = make(
      "div",
      { class: "board" },
      make(
        "section",
        { class: "card", "aria-labelledby": "agents-title" },
        listHead("agents", (text) => this.#search(text)),
        make("div", { class: "states", role: "group", "aria-label": t("agents.show") }, ...["present", "break", ...groups].map((group) => this.#chip(group))),
        this.#figures.root,
        this.#actions.root,
        make("div", { class: "scroll" }, this.#table),
        this.#empty,
        this.#more.root,
      ),
    );
    this.#body.addEventListener("keydown", (event) => moveFocus(event, this.#body));
  }

  open() {
    this.#figures.reset();
  }

  close() {}

  update() {
    const { board, clock } = this.#app;
    const now = clock.now;
    const all = board.agents;
    const sizes = new Map();
    for (const agent of all) {
      for (const group of groupsOf(agent, now)) {
        sizes.set(group, (sizes.get(group) ?? 0) + 1);
      }
    }

    for (const [group, { root, number }] of this.#chips) {
      setText(number, sizes.get(group) ?? 0);
      root.setAttribute("aria-pressed", group === this.#group);
      setFlag(root, "due", group === "break" && sizes.has(group));
    }

    const taken = this.#sorting.sorted(all.filter((agent) => groupsOf(agent, now).includes(this.#group) && this.#filter.takesAgent(agent, this.#profiles.of(agent.agentId)?.serves)));
    const shown = taken.slice(0, this.#more.most);
    this.#rows.update(shown.map((agent) => this.#itemOf(agent)), ({ agent }) => agent.agentId);
    this.#picked.show(shown.map(({ agentId }) => agentId));
    this.#showNamed(now);
    this.#more.update(taken.length);
    this.#table.hidden = shown.length === 0;
    this.#empty.hidden = shown.length > 0 || !board.isComplete;
    setText(this.#empty, t(all.length === 0 ? "agents.none" : "agents.noMatch"));
    this.#actions.update();
    this.tick(now);
    this.#ask(all, shown, now);
  }

  tick(now) {
    for (const row of this.#rows.parts) {
      row.tick(now);
    }
  }

  #itemOf(agent) {
    const id = agent.agentId;
    return { agent, isPicked: this.#picked.has(id), profile: this.#profiles.of(id), figures: this.#figures.of(id), isNamed: this.#figures.isNamed };
  }

  #showNamed(now) {
    const since = this.#figures.since(now);
    for (const key of ["handled", "occupancy"]) {
      this.#sorting.toggle(key, this.#figures.isNamed);
      this.#sorting.title(key, `${t(`agents.${key}Title`)}, ${since}`);
    }
  }

  // What frames do not carry, for those who are shown.
  async #ask(all, shown, now) {
    const read = await Promise.all([this.#profiles.load(all), this.#figures.load(shown.map(({ agentId }) => agentId), now)]);
    if (read.includes(true)) {
      this.update();
    }
  }

  #agentsPicked() {
    return [...this.#picked].map((id) => this.#app.board.agent(id)).filter((agent) => agent !== undefined);
  }

  #pick(id, isPicked) {
    this.#picked.put(id, isPicked);
    this.update();
  }

  #clear() {
    this.#picked.clear();
    this.update();
  }

  #search(text) {
    this.#filter.text = text;
    this.#again();
  }

  #again() {
    this.#more.reset();
    this.update();
  }

  #chip(group) {
    const number = make("b", { class: "number" });
    const root = make(
      "button",
      { type: "button", class: "chip state-chip", "data-activity": group, onclick: () => ((this.#group = group), this.#again()) },
      make("span", { class: "swatch" }),
      `${t(`activity.${group}`)} `,
      number,
    );
    this.#chips.set(group, { root, number });
    return root;
  }
}

function groupsOf(agent, now) {
  const group = groupOf(agent);
  return [group, ...(group === "offline" ? [] : ["present"]), ...(stretchOf(agent, now) > breakDueAfter ? ["break"] : [])];
}

function columns(now) {
  return [
    { key: "name", label: t("agent"), className: "name", value: (agent) => agentName(agent) },
    { key: "state", label: t("agents.state"), value: (agent) => t(`activity.${groupOf(agent)}`) },
    { key: "since", label: t("since"), className: "figure", isDown: true, value: (agent) => (sinceOf(agent) === null ? null : now() - sinceOf(agent)) },
    { key: "load", label: t("agents.load"), className: "load", isDown: true, value: (agent) => agent.capacityUsed / Math.max(1, agent.capacity) },
    { key: "hand", label: t("agents.inHand"), className: "figure", isDown: true, value: (agent) => agent.assigned + agent.wrappingUp },
    { key: "stretch", label: t("agents.stretch"), className: "figure", title: t("agents.stretchTitle"), isDown: true, value: (agent) => stretchOf(agent, now()) },
    { key: "handled", label: t("agents.handled"), className: "figure" },
    { key: "occupancy", label: t("agents.occupancy"), className: "figure" },
    { key: "serves", label: t("agents.serves"), title: t("agents.servesTitle") },
    { key: "note", label: t("agents.note") },
  ];
}
