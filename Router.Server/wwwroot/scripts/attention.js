// What needs a person. Nothing else on the page is highlighted.

/** An agent who has taken work for so long without a break is due for one, ms. */
export const breakDueAfter = 2 * 3_600_000;

const shareOf = (row, now) => (now - row.oldestEnteredAt) / Math.max(1, row.targetSeconds * 1000);

/** How a row stands at a moment of server time. */
export function attentionOf(row, now) {
  const waited = row.oldestEnteredAt === null ? 0 : now - row.oldestEnteredAt;
  const target = row.targetSeconds * 1000;
  const isOverTarget = row.oldestEnteredAt !== null && waited > target;
  return {
    waited,
    targetShare: row.oldestEnteredAt === null ? 0 : Math.min(1, target === 0 ? 1 : waited / target),
    isOverTarget,
    isUnroutable: row.unroutable > 0,
    needsPerson: isOverTarget || row.unroutable > 0,
  };
}

/** How a queue stands: its alarms that nobody takes care of, sums over its rows, and the row that stands worst. */
export function standingOf(rows, now, alarms = []) {
  const standing = { alarms, waiting: 0, offered: 0, assigned: 0, wrappingUp: 0, unroutable: 0, overTarget: 0, worst: worstRow(rows, now), told: toldRow(rows) };
  for (const row of rows) {
    standing.waiting += row.waiting;
    standing.offered += row.offered;
    standing.assigned += row.assigned;
    standing.wrappingUp += row.wrappingUp;
    standing.unroutable += row.unroutable;
    standing.overTarget += attentionOf(row, now).isOverTarget ? 1 : 0;
  }

  standing.level = standing.unroutable > 0 || alarms.length > 0 ? 2 : standing.overTarget > 0 ? 1 : 0;
  return standing;
}

/**
 * The row whose oldest ticket has waited longest measured by its target, or null: an email of an hour is young, a call of five minutes is
 * not.
 */
export function worstRow(rows, now) {
  return rows
    .filter((row) => row.oldestEnteredAt !== null)
    .reduce((worst, row) => (worst === null || shareOf(row, now) > shareOf(worst, now) ? row : worst), null);
}

/** The row whose promise is longest measured by its target, or null when none can be told. */
export function toldRow(rows) {
  const share = (row) => row.promiseSeconds / Math.max(1, row.targetSeconds);
  return rows
    .filter((row) => row.promiseSeconds !== null)
    .reduce((worst, row) => (worst === null || share(row) > share(worst) ? row : worst), null);
}

/** How many tickets of an hour make its service level worth a look. */
const fewest = 10;

/**
 * The service level of a queue's last hour: `share` (0 to 1) or null when nothing entered, the `target` (0 to 1) that the strictest of its
 * channels has, and whether it is low with enough tickets to say so. Null where the server tells none.
 */
export function levelOf(queue, rows) {
  if (queue.last60 === undefined) {
    return null;
  }

  const share = queue.last60.serviceLevel;
  const target = rows.length === 0 ? null : Math.max(...rows.map((row) => row.serviceLevelPercent)) / 100;
  return { share, target, isLow: share !== null && target !== null && share < target && queue.last60.entered >= fewest };
}

/**
 * Of the tickets that entered a queue, or a row of it, in the last hour: `abandoned` with its `share` of all but those who left at once (null
 * when nothing entered), `short` ones, and `handle`, ms on average (null while no handling is over). Null where the server tells none.
 */
export function hourOf({ last60 }) {
  if (last60 === undefined) {
    return null;
  }

  const { entered, abandoned, abandonedShort: short } = last60;
  const stayed = entered - short;
  return { entered, abandoned, short, share: stayed > 0 ? abandoned / stayed : null, handle: last60.handleSeconds == null ? null : last60.handleSeconds * 1000 };
}

/** Promises of today that were judged, and those kept, of all rows. Null where the server tells none. */
export function promisesOf(rows) {
  return rows.length === 0 || rows[0].promisesJudged === undefined
    ? null
    : rows.reduce((sum, row) => ({ judged: sum.judged + row.promisesJudged, kept: sum.kept + row.promisesKept }), { judged: 0, kept: 0 });
}

/** How many tickets are unroutable, and how many rows have one that waits over its target. */
export function attentionOfAll(rows, now) {
  let unroutable = 0;
  let overTarget = 0;
  for (const row of rows) {
    unroutable += row.unroutable;
    overTarget += attentionOf(row, now).isOverTarget ? 1 : 0;
  }

  return { unroutable, overTarget };
}

/** What an agent does, if he takes work; else why he does not. */
export function groupOf(agent) {
  if (agent.activity !== null && agent.activity !== "idle") {
    return agent.activity;
  }

  return agent.presence === "away" ? "away" : agent.activity === null ? "offline" : "idle";
}

/** Since when he stands in his group, or null: how long somebody is offline is nobody's business. */
export function sinceOf(agent) {
  const group = groupOf(agent);
  return group === "offline" ? null : group === "away" ? agent.since : agent.activitySince;
}

/** How long he has taken work without a break, ms; null while he takes none. */
export function stretchOf(agent, now) {
  return (agent.presence === "available" || agent.presence === "on_demand") && agent.since !== null ? now - agent.since : null;
}
