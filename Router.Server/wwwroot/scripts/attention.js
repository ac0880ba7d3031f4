// What needs a person. Nothing else on the page is highlighted.

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

/**
 * The row whose oldest ticket has waited longest measured by its target, or null: an email of an hour is young, a call of five minutes is
 * not.
 */
export function worstRow(rows, now) {
  const share = (row) => (now - row.oldestEnteredAt) / Math.max(1, row.targetSeconds);
  return rows
    .filter((row) => row.oldestEnteredAt !== null)
    .reduce((worst, row) => (worst === null || share(row) > share(worst) ? row : worst), null);
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
