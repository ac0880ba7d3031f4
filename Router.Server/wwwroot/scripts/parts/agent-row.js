import { breakDueAfter, groupOf, sinceOf, stretchOf } from "../attention.js";
import { element, make, own, setFlag, setHidden, setShare, setText } from "../dom.js";
import { agentLink } from "../routes.js";
import { codeText, t } from "../texts.js";
import { agentName, duration } from "../words.js";
import { occupancyText } from "./agent-figures.js";

/** What is to be known of an agent beside his state: why he is away, that his session is lost, and the like. */
export function notesOf(agent) {
  const group = groupOf(agent);
  return [
    agent.sessionLost ? t("agents.sessionLost") : "",
    group === "away" && agent.reason !== "" ? codeText("away", agent.reason) : "",
    agent.presence === "on_demand" ? t("agents.onDemand") : "",
    agent.draining ? t("agents.draining") : "",
    group !== "away" && agent.presence === "away" ? t("agents.thenAway", { reason: codeText("away", agent.reason) }) : "",
  ]
    .filter((note) => note !== "")
    .join(" · ");
}

/** One agent; his times move without a frame. */
export class AgentRow {
  #agent = null;
  #profile = null;
  #figures = null;
  #pick;
  #link = make("a", { dir: "auto" });
  #team = own("");
  #state = make("td", { class: "doing", "data-label": t("agents.state") });
  #doing = element("span");
  #since = make("td", { class: "figure", "data-label": t("since") });
  #share = element("span", "share");
  #units = element("small");
  #hand = make("td", { class: "figure", "data-label": t("agents.inHand") });
  #stretch = make("td", { class: "figure stretch", "data-label": t("agents.stretch") });
  #due = element("span", "mark due", t("agents.breakDue"));
  #length = element("span", "number");
  #serves = make("td", { class: "serves", "data-label": t("agents.serves") });
  #queues = own("", "line");
  #knows = own("", "line");
  #handled = make("td", { class: "figure handled", "data-label": t("agents.handled") });
  #occupancy = make("td", { class: "figure occupancy", "data-label": t("agents.occupancy") });
  #note = make("td", { class: "note", "data-label": t("agents.note") });

  constructor(onPick) {
    this.#pick = make("input", { type: "checkbox", onchange: () => onPick(this.#agent.agentId, this.#pick.checked) });
    this.#state.append(element("span", "swatch"), this.#doing);
    this.#stretch.append(this.#due, this.#length);
    this.#serves.append(this.#queues, this.#knows);
    this.root = make(
      "tr",
      {},
      make("td", { class: "pick" }, this.#pick),
      make("th", { scope: "row", class: "name" }, this.#link, element("span", "team", this.#team)),
      this.#state,
      this.#since,
      make("td", { class: "load", "data-label": t("agents.load") }, make("span", { class: "load-bar", "aria-hidden": "true" }, this.#share), this.#units),
      this.#hand,
      this.#stretch,
      this.#handled,
      this.#occupancy,
      this.#serves,
      this.#note,
    );
  }

  update({ agent, isPicked, profile, figures, isNamed }) {
    this.#show(profile);
    this.#count(figures, isNamed);
    const isDrawn = agent === this.#agent;
    this.#agent = agent;
    this.#pick.checked = isPicked;
    if (isDrawn) {
      return;
    }

    const name = agentName(agent);
    setText(this.#link, name);
    this.#link.href = agentLink(agent.agentId);
    setText(this.#team, agent.team);
    this.#pick.setAttribute("aria-label", t("pickOne", { name }));
    this.root.dataset.activity = groupOf(agent);
    setText(this.#doing, t(`activity.${groupOf(agent)}`));
    setShare(this.#share, Math.min(1, agent.capacityUsed / Math.max(1, agent.capacity)));
    setText(this.#units, `${agent.capacityUsed} / ${agent.capacity}`);
    const hand = agent.assigned + agent.wrappingUp;
    setText(this.#hand, agent.offers > 0 ? `${hand} + ${agent.offers}` : hand);
    this.#hand.title = t("agents.inHandOf", { assigned: agent.assigned, wrappingUp: agent.wrappingUp, offers: agent.offers });
    setText(this.#note, notesOf(agent));
    setFlag(this.root, "lost", agent.sessionLost);
  }

  // Shortened by the column; the whole is in the title, and on his page.
  #show(profile) {
    if (profile === this.#profile || profile === undefined) {
      return;
    }

    this.#profile = profile;
    const { queues, languages, skills } = profile.serves;
    const knows = [languages, skills].filter((text) => text !== "").join(" · ");
    setText(this.#queues, queues);
    setText(this.#knows, knows);
    this.#serves.title = [queues, knows].join("\n");
  }

  #count(figures, isNamed) {
    setHidden(this.#handled, !isNamed);
    setHidden(this.#occupancy, !isNamed);
    if (isNamed && figures !== this.#figures) {
      this.#figures = figures;
      setText(this.#handled, figures?.handled ?? 0);
      setText(this.#occupancy, occupancyText(figures?.occupancy ?? null));
    }
  }

  tick(now) {
    const since = sinceOf(this.#agent);
    const stretch = stretchOf(this.#agent, now);
    setText(this.#since, since === null ? "" : duration(now - since));
    setText(this.#length, stretch === null ? "" : duration(stretch));
    setHidden(this.#due, !(stretch > breakDueAfter));
  }
}
