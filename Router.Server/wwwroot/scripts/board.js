// All that is known of the workspace: absolute values, the newest of each row.

import { collator } from "./words.js";

const noCounts = {
  registered: 0,
  available: 0,
  onDemand: 0,
  away: 0,
  offline: 0,
  idle: 0,
  offered: 0,
  handling: 0,
  wrappingUp: 0,
  resting: 0,
  sessionLost: 0,
};

export class Board {
  #queues = new Map();
  #rows = new Map();
  #agents = new Map();
  #queueList = null;
  #agentList = null;
  #alarmed = new Map();
  workspace = null;

  /** All that are up; another array whenever one has changed. */
  alarms = [];
  counts = noCounts;

  /** Whether everything has come that was there when the watching began. */
  isComplete = false;

  apply(frame) {
    if (frame.reset) {
      this.#queues.clear();
      this.#rows.clear();
      this.#agents.clear();
      this.#queueList = null;
      this.#agentList = null;
      this.isComplete = false;
    }

    this.workspace = frame.workspace;
    this.counts = frame.counts;
    frame.removedQueues.forEach((name) => this.#queues.delete(name));
    frame.queues.forEach((queue) => this.#queues.set(queue.name, queue));
    if (frame.alarms) {
      this.alarms = frame.alarms;
      this.#alarmed = Map.groupBy(frame.alarms, (alarm) => alarm.queue);
    }

    frame.removedRows.forEach((row) => this.#removeRow(row));
    frame.rows.forEach((row) => this.#setRow(row));
    frame.removedAgents.forEach((id) => this.#agents.delete(id));
    frame.agents.forEach((agent) => this.#setAgent(agent));
    if (frame.queues.length > 0 || frame.removedQueues.length > 0) {
      this.#queueList = null;
    }

    if (frame.removedAgents.length > 0) {
      this.#agentList = null;
    }

    this.isComplete ||= frame.complete;
  }

  /** Every queue of the policy, by name. */
  get queues() {
    this.#queueList ??= [...this.#queues.values()].sort((a, b) => collator.compare(a.name, b.name));
    return this.#queueList;
  }

  /** A queue, or undefined. */
  queue(name) {
    return this.#queues.get(name);
  }

  /** The rows of a queue, by channel and language. */
  rowsOf(name) {
    return this.#rows.get(name) ?? [];
  }

  /** The alarms of a queue that nobody takes care of yet. */
  alarmsOf(name) {
    return this.#alarmed.get(name)?.filter((alarm) => alarm.takenBy === null) ?? [];
  }

  /** How many alarms nobody takes care of yet. */
  get untaken() {
    return this.alarms.filter((alarm) => alarm.takenBy === null).length;
  }

  /** All rows. */
  get rows() {
    return [...this.#rows.values()].flat();
  }

  /** By name. */
  get agents() {
    this.#agentList ??= [...this.#agents.keys()].sort((a, b) => {
      const [left, right] = [this.#agents.get(a), this.#agents.get(b)];
      return collator.compare(left.name, right.name) || collator.compare(a, b);
    });
    return this.#agentList.map((id) => this.#agents.get(id));
  }

  /** An agent, or undefined. */
  agent(id) {
    return this.#agents.get(id);
  }

  get totals() {
    const totals = { waiting: 0, offered: 0, assigned: 0, wrappingUp: 0 };
    for (const rows of this.#rows.values()) {
      for (const row of rows) {
        totals.waiting += row.waiting;
        totals.offered += row.offered;
        totals.assigned += row.assigned;
        totals.wrappingUp += row.wrappingUp;
      }
    }

    return totals;
  }

  #setRow(row) {
    const rows = this.#rows.get(row.queue) ?? [];
    const at = rows.findIndex((known) => isSame(known, row));
    if (at >= 0) {
      rows[at] = row;
    } else {
      rows.push(row);
      rows.sort((a, b) => collator.compare(a.channel, b.channel) || collator.compare(a.language, b.language));
    }

    this.#rows.set(row.queue, rows);
  }

  #removeRow(key) {
    const rows = this.rowsOf(key.queue).filter((row) => !isSame(row, key));
    if (rows.length > 0) {
      this.#rows.set(key.queue, rows);
    } else {
      this.#rows.delete(key.queue);
    }
  }

  #setAgent(agent) {
    if (this.#agents.get(agent.agentId)?.name !== agent.name) {
      this.#agentList = null;
    }

    this.#agents.set(agent.agentId, agent);
  }
}

function isSame(a, b) {
  return a.queue === b.queue && a.channel === b.channel && a.language === b.language;
}

export function rowKey(row) {
  return JSON.stringify([row.queue, row.channel, row.language]);
}
