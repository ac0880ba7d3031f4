import { Children, element, setFigure, setFlag, setText } from "../dom.js";
import { agentName, count, duration, plain } from "../words.js";

// In this order: what an agent does, if he takes work; else why he does not.
const groups = [
  { key: "offered", label: "Offered" },
  { key: "handling", label: "Handling" },
  { key: "wrapping_up", label: "Wrapping up" },
  { key: "resting", label: "Resting" },
  { key: "idle", label: "Idle" },
  { key: "away", label: "Away" },
  { key: "offline", label: "Offline", closed: true },
];
const mostShown = 200;

function groupOf(agent) {
  if (agent.activity !== null && agent.activity !== "idle") {
    return agent.activity;
  }

  return agent.presence === "away" ? "away" : agent.activity === null ? "offline" : "idle";
}

/** Since when he stands in his group, or null: how long somebody is offline is nobody's business. */
function sinceOf(agent) {
  const group = groupOf(agent);
  return group === "offline" ? null : group === "away" ? agent.since : agent.activitySince;
}

/** Agents by presence and activity: a bar, its legend, and everybody by what he does. */
export class AgentsView {
  #bar = document.getElementById("presence-bar");
  #registered = document.getElementById("agents-registered");
  #empty = document.getElementById("agents-empty");
  #legend = new Children(document.getElementById("legend"), createLegend);
  #segments = new Children(this.#bar, createSegment);
  #groups = new Children(document.getElementById("groups"), (group) => new GroupView(group));

  update(board, filter, now) {
    const { counts } = board;
    const present = counts.registered - counts.offline;
    setText(this.#registered, counts.registered === 0 ? "" : `${present} of ${counts.registered} signed in`);
    const byGroup = Map.groupBy(board.agents.filter((agent) => filter.takesAgent(agent)), groupOf);
    const all = Map.groupBy(board.agents, groupOf);
    const sizes = groups.map((group) => ({ ...group, size: all.get(group.key)?.length ?? 0 }));
    this.#segments.update(sizes.filter((group) => group.key !== "offline" && group.size > 0), (group) => group.key);
    const lost = { key: "lost", label: "Session lost", size: counts.sessionLost };
    this.#legend.update([...sizes, ...(lost.size > 0 ? [lost] : [])], (group) => group.key);
    const shown = groups.filter((group) => byGroup.has(group.key)).map((group) => ({ ...group, agents: byGroup.get(group.key) }));
    shown.forEach((group) => group.agents.sort((a, b) => (sinceOf(a) ?? 0) - (sinceOf(b) ?? 0)));
    this.#groups.update(shown, (group) => group.key);
    this.#empty.hidden = shown.length > 0 || !board.isComplete;
    setText(this.#empty, counts.registered === 0 ? "No agent is registered yet." : filter.nothing("agent"));
    this.tick(now);
  }

  tick(now) {
    document.querySelectorAll("#groups time").forEach((time) => setText(time, time.since === null ? "" : duration(now - time.since)));
  }
}

function createLegend(group) {
  const number = element("b", "number");
  const root = element("li", "", element("span", "swatch"), number, ` ${group.label.toLowerCase()}`);
  root.dataset.activity = group.key;
  return {
    root,
    update: (next) => {
      setFigure(number, next.size);
      setFlag(root, "none", next.size === 0);
    },
  };
}

function createSegment(group) {
  const root = element("span");
  root.dataset.activity = group.key;
  return { root, update: (next) => root.style.setProperty("--size", next.size) };
}

/** Everybody who does the same. */
class GroupView {
  #number = element("span", "number");
  #more = element("p", "more");
  #agents;

  constructor(group) {
    const list = element("ul", "people");
    this.root = element("details", "group", element("summary", "", element("span", "swatch"), `${group.label} `, this.#number), list, this.#more);
    this.root.dataset.activity = group.key;
    this.root.open = !group.closed;
    this.#agents = new Children(list, createAgent);
  }

  update(group) {
    const shown = group.agents.slice(0, mostShown);
    setText(this.#number, group.agents.length);
    this.#agents.update(shown, (agent) => agent.agentId);
    this.#more.hidden = shown.length === group.agents.length;
    setText(this.#more, `and ${count(group.agents.length - shown.length, "other", "others")}: narrow them down by a word above`);
  }
}

function createAgent() {
  const name = element("bdi", "name");
  const note = element("span", "note");
  const time = element("time");
  const root = element("li", "person", name, note, time);
  return {
    root,
    update: (agent) => {
      setText(name, agentName(agent));
      const group = groupOf(agent);
      const notes = [
        agent.sessionLost ? "session lost" : "",
        group === "away" ? plain(agent.reason) : "",
        agent.presence === "on_demand" ? "on demand" : "",
        agent.draining ? "takes nothing new" : "",
        group !== "away" && agent.presence === "away" ? `then away: ${plain(agent.reason)}` : "",
        agent.assigned > 1 ? `×${agent.assigned}` : "",
      ];
      setText(note, notes.filter((part) => part !== "").join(" · "));
      root.title = [agentName(agent), agent.team, `${agent.capacityUsed} of ${agent.capacity} units of capacity in use`]
        .filter((part) => part !== "")
        .join(" · ");
      time.since = sinceOf(agent);
      setFlag(root, "lost", agent.sessionLost);
    },
  };
}
