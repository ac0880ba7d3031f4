import { agentName, language, plain } from "./words.js";

/** What the reader wants to see: words, each of which must occur. */
export class Filter {
  #words = [];

  set text(text) {
    this.#words = fold(text).split(/\s+/).filter((word) => word !== "");
  }

  get isEmpty() {
    return this.#words.length === 0;
  }

  /** A queue is taken when its own names have the words, or together with the channels and languages that came in for it. */
  takesQueue(queue, rows) {
    return this.isEmpty || this.#takes(queue.name, queue.label, ...rows.flatMap((row) => [row.channel, row.language, language(row.language)]));
  }

  /** `serves` is what he may serve in words, where that is known. */
  takesAgent(agent, serves = {}) {
    return (
      this.isEmpty ||
      this.#takes(agentName(agent), agent.agentId, agent.team, plain(agent.presence), plain(agent.reason), plain(agent.activity ?? ""), ...Object.values(serves))
    );
  }

  #takes(...texts) {
    const all = fold(texts.join(" "));
    return this.#words.every((word) => all.includes(word));
  }
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
