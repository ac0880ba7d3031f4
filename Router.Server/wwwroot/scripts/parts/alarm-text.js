// What an alarm says.

import { codeText, t } from "../texts.js";
import { duration, percent } from "../words.js";

const span = (seconds) => duration(seconds * 1000);
const written = { oldest_wait: span, estimated_wait: span, service_level: (hundredths) => percent(hundredths / 100) };
const writerOf = (alarm) => written[alarm.figure] ?? ((number) => number);

/** What was measured when it rose and where the limit is; with the channel, if it is of one alone. */
export function alarmText(alarm) {
  const write = writerOf(alarm);
  const text = t(`alarm.${alarm.figure}`, { count: alarm.value, value: write(alarm.value), limit: write(alarm.limit) });
  return alarm.channel === "" ? text : `${codeText("channel", alarm.channel)}: ${text}`;
}

const sum = (rows, value) => rows.reduce((all, row) => all + value(row), 0);
const hasWaiting = (row) => row.waiting + row.offered > 0;

// As the server measures them (docs/alarms.md), where the rows tell enough for it.
const measured = {
  waiting: (rows) => sum(rows, (row) => row.waiting + row.offered),
  unroutable: (rows) => sum(rows, (row) => row.unroutable),
  oldest_wait: (rows, now) => Math.max(0, ...rows.filter((row) => row.oldestEnteredAt !== null).map((row) => (now - row.oldestEnteredAt) / 1000)),
  estimated_wait: (rows) => Math.max(0, ...rows.filter(hasWaiting).map((row) => row.estimateSeconds ?? 0)),
};
const measuredOfAll = {
  free_agents: (queue) => queue.free,
  service_level: (queue) => (queue.last60?.serviceLevel == null ? null : Math.floor(queue.last60.serviceLevel * 100)),
};

/** What its figure is now; empty where that is not known here. */
export function alarmNow(alarm, board, now) {
  const rows = board.rowsOf(alarm.queue).filter((row) => alarm.channel === "" || row.channel === alarm.channel);
  const queue = alarm.channel === "" ? board.queue(alarm.queue) : undefined;
  const value = measured[alarm.figure]?.(rows, now) ?? (queue === undefined ? null : measuredOfAll[alarm.figure]?.(queue)) ?? null;
  return value === null ? "" : t("alarms.now", { value: writerOf(alarm)(value) });
}

export const alarmKey = (alarm) => JSON.stringify([alarm.queue, alarm.channel, alarm.figure]);
