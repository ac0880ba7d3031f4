// What agents may serve. Profiles seldom change, so frames do not carry them: they are asked for while somebody looks at the agents.

import { ask } from "./api.js";
import { t } from "./texts.js";
import { language } from "./words.js";

const goodFor = 300_000;
const leastBetween = 15_000;

/** The profiles of all agents, by id. */
export class Profiles {
  #byId = new Map();
  #readAt = null;
  #isReading = false;

  /** A profile, or undefined while it was not read. */
  of(agentId) {
    return this.#byId.get(agentId);
  }

  /** Reads all of them, in pages: once, and anew when they are old or lack one of these agents. Whether it did. */
  async load(agents) {
    const age = this.#readAt === null ? Infinity : performance.now() - this.#readAt;
    const isDue = age > goodFor || (age > leastBetween && agents.some(({ agentId }) => !this.#byId.has(agentId)));
    if (!isDue || this.#isReading) {
      return false;
    }

    this.#isReading = true;
    this.#readAt = performance.now();
    try {
      const found = new Map();
      for (let after = "", more = true; more; ) {
        const answer = await ask("SupervisorService/ListAgents", { after });
        const profiles = answer.profiles ?? [];
        profiles.forEach((profile) => found.set(profile.agentId, { ...profile, serves: servesOf(profile) }));
        after = profiles.at(-1)?.agentId ?? "";
        more = Boolean(answer.more);
      }

      this.#byId = found;
      return true;
    } catch {
      // What was read before stays; it is asked for again a little later.
      return false;
    } finally {
      this.#isReading = false;
    }
  }
}

const levels = (list, name, text) => (list ?? []).map((item) => `${text(item[name])} ${item.level ?? 1}`);

/** What a profile lets its agent serve, in words: queues, languages and skills with their levels. */
export function servesOf({ queues = [], languages, skills }) {
  return {
    queues: queues.length === 0 ? t("agents.allQueues") : queues.join(", "),
    languages: levels(languages, "language", language).join(", "),
    skills: levels(skills, "skill", (skill) => skill).join(", "),
  };
}
