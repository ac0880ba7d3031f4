import { ask } from "../api.js";
import { Children, element, make, own, setText } from "../dom.js";
import { t } from "../texts.js";
import { moment, percent } from "../words.js";

const hour = 3_600_000;
const goodFor = 60_000;
const leastBetween = 2_000;
const mostAsked = 1_000;

/**
 * What agents did in the running hour and the one before, as far as the policy's `agentFigures` shows it: of single agents, or of teams as a
 * line of text.
 */
export class AgentFigures {
  #withTeams;
  #shown = "";
  #isShownKnown = false;
  #askedAt = null;
  #asked = new Set();
  #byAgent = new Map();
  #isAsking = false;
  #from = 0;
  #since = make("span", {});
  #list = make("span", {});
  #teams = new Children(this.#list, () => createTeam());
  root = make("p", { class: "hint teams", hidden: true }, this.#since, this.#list);

  constructor({ withTeams = true } = {}) {
    this.#withTeams = withTeams;
  }

  /** Whether figures of single agents are shown. */
  get isNamed() {
    return this.#shown === "AGENT_FIGURES_NAMED";
  }

  /** When the time begins that they are of, in words. */
  since(now) {
    return t("sinceTime", { time: moment(this.#from, now).slice(0, -":00".length) });
  }

  /** An agent's `{ handled, occupancy }`, or undefined. */
  of(agentId) {
    return this.#byAgent.get(agentId);
  }

  /** The policy is looked at anew, with the next answer. */
  reset() {
    this.#isShownKnown = false;
  }

  /** Asks when the last answer is old, or was not about one of these agents; at most a thousand. Whether it did. */
  async load(agentIds, now) {
    const age = this.#askedAt === null ? Infinity : performance.now() - this.#askedAt;
    const isDue = !this.#isShownKnown || age > goodFor || (this.isNamed && age > leastBetween && agentIds.some((id) => !this.#asked.has(id)));
    if (this.#isAsking || !isDue || age < leastBetween) {
      return false;
    }

    this.#isAsking = true;
    this.#askedAt = performance.now();
    try {
      await this.#ask(agentIds.slice(0, mostAsked), now);
      return true;
    } catch {
      // What is shown stays; it is asked for again later, by what the policy says then.
      this.reset();
      return false;
    } finally {
      this.#isAsking = false;
    }
  }

  async #ask(agentIds, now) {
    if (!this.#isShownKnown) {
      const { workspace } = await ask("SupervisorService/GetWorkspacePolicy");
      this.#shown = workspace.agentFigures;
      this.#isShownKnown = true;
    }

    const isOff = this.isNamed ? agentIds.length === 0 : !this.#withTeams || this.#shown === "AGENT_FIGURES_OFF";
    const from = Math.floor(now / hour) * hour - hour;
    const { rows = [] } = isOff ? {} : await ask("SupervisorService/GetAgentStatistics", { agentIds: this.isNamed ? agentIds : [], from: new Date(from).toISOString() });
    const figures = rows.map((row) => ({ ...row, handled: Number(row.handled ?? 0), occupancy: row.occupancy ?? null }));
    this.#from = from;
    this.#asked = new Set(agentIds);
    this.#byAgent = new Map(figures.filter(({ agentId }) => agentId).map((row) => [row.agentId, row]));
    const teams = figures.filter(({ agentId }) => !agentId);
    this.root.hidden = teams.length === 0;
    setText(this.#since, this.since(now));
    this.#teams.update(teams, ({ team }) => team);
  }
}

function createTeam() {
  const name = own("");
  const text = element("span");
  const root = make("span", { class: "team-figures" }, make("b", {}, name), " ", text);
  return {
    root,
    update: ({ team, handled, occupancy }) => {
      setText(name, team);
      setText(text, t("agents.teamFigures", { handled, occupancy: occupancyText(occupancy) }));
    },
  };
}

export const occupancyText = (share) => (share === null ? "–" : percent(share));
