import { ask } from "../api.js";
import { breakDueAfter, groupOf, sinceOf, stretchOf } from "../attention.js";
import { Children, channelIcon, element, make, own, setText } from "../dom.js";
import { agentActions } from "../parts/agent-actions.js";
import { AgentFigures, occupancyText } from "../parts/agent-figures.js";
import { notesOf } from "../parts/agent-row.js";
import { Figures } from "../parts/figures.js";
import { servesOf } from "../profiles.js";
import { queueLink, ticketLink } from "../routes.js";
import { codeText, t } from "../texts.js";
import { agentName, duration, timeOf } from "../words.js";

const names = ["state", "since", "load", "inHand", "stretch", "handled", "occupancy"];

/** One agent: what he does, the tickets he has, what he may serve. */
export class AgentView {
  #app;
  #id = "";
  #version = -1;
  #title = make("h1", { tabindex: "-1", dir: "auto" });
  #note = element("span", "aside");
  #gone = make("p", { class: "empty", hidden: true }, t("agents.gone"));
  #figures = new Figures(names, Object.fromEntries(names.map((name) => [name, t(name === "since" ? name : `agents.${name}`)])));
  #did = new AgentFigures({ withTeams: false });
  #actions;
  #body = make("tbody", {});
  #rows = new Children(this.#body, createRow);
  #empty = make("p", { class: "empty" }, t("agents.nothingInHand"));
  #table;
  #profile = make("dl", { class: "facts" });

  constructor(app) {
    this.#app = app;
    this.#actions = agentActions(() => this.#agents(), () => app.clock.now, () => {});
    const heads = ["ticket", "queue", "channel", "state", "since"].map((key) => make("th", { scope: "col", class: key === "since" ? "figure" : null }, t(key === "ticket" || key === "channel" ? `tickets.${key}` : key === "state" ? "agents.state" : key)));
    this.#table = make("table", { class: "tickets" }, make("thead", {}, make("tr", {}, ...heads)), this.#body);
    this.#figures.show("handled", false);
    this.#figures.show("occupancy", false);
    this.root = make("div", { class: "board" });
  }

  open(id) {
    this.#id = id;
    setText(this.#title, id);
    this.root.append(
      make("div", { class: "where" }, make("a", { href: "#/agents" }, t("nav.agents")), make("span", { "aria-hidden": "true" }, "›"), this.#title, this.#note),
      this.#gone,
      this.#figures.root,
      this.#actions.root,
      make("section", { class: "card" }, make("div", { class: "card-head" }, make("h2", {}, t("agents.tickets"))), make("div", { class: "scroll" }, this.#table), this.#empty),
      make("section", { class: "card" }, make("div", { class: "card-head" }, make("h2", {}, t("agents.profile"))), this.#profile),
    );
    this.#actions.update();
    this.#loadProfile();
  }

  close() {}

  update() {
    const agent = this.#app.board.agent(this.#id);
    this.#gone.hidden = agent !== undefined || !this.#app.board.isComplete;
    if (agent === undefined) {
      return;
    }

    setText(this.#title, agentName(agent));
    setText(this.#note, [agent.team, notesOf(agent)].filter((text) => text !== "").join(" · "));
    this.#figures.set("state", t(`activity.${groupOf(agent)}`));
    this.#figures.set("load", `${agent.capacityUsed} / ${agent.capacity}`);
    this.#figures.set("inHand", agent.assigned + agent.wrappingUp, agent.offers > 0 ? t("agents.offers", { count: agent.offers }) : "");
    this.#actions.update();
    this.#count();
    if (agent.version !== this.#version) {
      this.#version = agent.version;
      this.#loadTickets();
    }

    this.tick(this.#app.clock.now);
  }

  tick(now) {
    const agent = this.#app.board.agent(this.#id);
    if (agent === undefined) {
      return;
    }

    const since = sinceOf(agent);
    const stretch = stretchOf(agent, now);
    this.#figures.set("since", since === null ? "–" : duration(now - since));
    this.#figures.set("stretch", stretch === null ? "–" : duration(stretch), stretch > breakDueAfter ? t("agents.breakDue") : "");
    this.#figures.level("stretch", stretch > breakDueAfter ? "late" : "");
    for (const row of this.#rows.parts) {
      row.tick(now);
    }
  }

  #agents() {
    return [this.#app.board.agent(this.#id)].filter((agent) => agent !== undefined);
  }

  // Where the policy shows it of single agents.
  async #count() {
    const { now } = this.#app.clock;
    await this.#did.load([this.#id], now);
    const { handled = 0, occupancy = null } = this.#did.of(this.#id) ?? {};
    this.#figures.show("handled", this.#did.isNamed);
    this.#figures.show("occupancy", this.#did.isNamed);
    this.#figures.set("handled", handled, this.#did.since(now));
    this.#figures.set("occupancy", occupancyText(occupancy), this.#did.since(now));
  }

  async #loadTickets() {
    const answer = await ask("SupervisorService/GetLive", { agentIds: [this.#id], queues: ["-"] }).catch(() => ({}));
    const tickets = answer.agents?.[0]?.tickets ?? [];
    this.#rows.update(tickets, ({ ticketId }) => ticketId);
    this.#table.hidden = tickets.length === 0;
    this.#empty.hidden = tickets.length > 0;
    this.tick(this.#app.clock.now);
  }

  async #loadProfile() {
    const profile = await ask("SupervisorService/GetAgent", { agentId: this.#id }).catch(() => null);
    if (profile === null) {
      return;
    }

    const { queues, languages, skills } = servesOf(profile);
    const facts = [
      [t("agents.id"), profile.agentId],
      [t("agents.queues"), queues],
      [t("agents.languages"), languages || "–"],
      [t("agents.skills"), skills || "–"],
    ];
    this.#profile.replaceChildren(...facts.map(([name, value]) => make("div", {}, make("dt", {}, name), make("dd", {}, own(value)))));
  }
}

function createRow() {
  const link = make("a", { dir: "ltr" });
  const queue = make("a", { dir: "auto" });
  const channel = element("td", "channel");
  const state = element("td");
  const since = element("td", "figure");
  const root = make("tr", {}, make("th", { scope: "row", class: "name" }, link), make("td", {}, queue), channel, state, since);
  let ticket = null;
  return {
    root,
    update: (next) => {
      if (ticket === null) {
        channel.append(channelIcon(next.channel), own(codeText("channel", next.channel)));
      }

      ticket = next;
      setText(link, next.ticketId);
      link.href = ticketLink(next.ticketId);
      setText(queue, next.queue);
      queue.href = queueLink(next.queue);
      const words = codeText("state", next.state.replace("TICKET_STATE_", ""));
      setText(state, next.participant ? `${words} · ${t("agents.joined")}` : words);
    },
    tick: (now) => setText(since, duration(now - timeOf(ticket.since))),
  };
}
