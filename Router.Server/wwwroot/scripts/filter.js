import { agentName, language, plain } from "./words.js";

/** What the reader wants to see: words, each of which must occur, and only what needs a person. */
export class Filter {
  #words = [];
  onlyPerson = false;

  set text(text) {
    this.#words = fold(text).split(/\s+/).filter((word) => word !== "");
  }

  get isEmpty() {
    return this.#words.length === 0;
  }

  takesRow(row, attention) {
    return (!this.onlyPerson || attention.needsPerson) && this.#takes(row.queue, row.channel, row.language, language(row.language));
  }

  takesAgent(agent) {
    return this.#takes(agentName(agent), agent.agentId, agent.team, plain(agent.presence), plain(agent.reason), plain(agent.activity ?? ""));
  }

  /** Why nothing is shown. */
  nothing(what) {
    return this.onlyPerson && this.isEmpty ? "Nothing needs a person." : `No ${what} matches.`;
  }

  #takes(...texts) {
    const all = fold(texts.join(" "));
    return this.#words.every((word) => all.includes(word));
  }
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
