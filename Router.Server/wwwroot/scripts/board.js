// All that is known of the workspace: absolute values, the newest of each row.

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
  #rows = new Map();
  #agents = new Map();
  workspace = null;
  counts = noCounts;

  /** Whether everything has come that was there when the watching began. */
  isComplete = false;

  apply(frame) {
    if (frame.reset) {
      this.#rows.clear();
      this.#agents.clear();
      this.isComplete = false;
    }

    this.workspace = frame.workspace;
    this.counts = frame.counts;
    frame.removedRows.forEach((row) => this.#rows.delete(rowKey(row)));
    frame.rows.forEach((row) => this.#rows.set(rowKey(row), row));
    frame.removedAgents.forEach((id) => this.#agents.delete(id));
    frame.agents.forEach((agent) => this.#agents.set(agent.agentId, agent));
    this.isComplete ||= frame.complete;
  }

  /** By queue, channel and language. */
  get rows() {
    return [...this.#rows.values()].sort(
      (a, b) => compare(a.queue, b.queue) || compare(a.channel, b.channel) || compare(a.language, b.language),
    );
  }

  /** By name. */
  get agents() {
    return [...this.#agents.values()].sort((a, b) => compare(a.name, b.name) || compare(a.agentId, b.agentId));
  }

  get totals() {
    const totals = { waiting: 0, offered: 0, assigned: 0, wrappingUp: 0 };
    for (const row of this.#rows.values()) {
      totals.waiting += row.waiting;
      totals.offered += row.offered;
      totals.assigned += row.assigned;
      totals.wrappingUp += row.wrappingUp;
    }

    return totals;
  }
}

export function rowKey(row) {
  return JSON.stringify([row.queue, row.channel, row.language]);
}

function compare(a, b) {
  return a.localeCompare(b, undefined, { numeric: true });
}
