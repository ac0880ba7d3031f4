// What an alarm says.

import { codeText, t } from "../texts.js";
import { duration, percent } from "../words.js";

const written = {
  oldest_wait: (seconds) => duration(seconds * 1000),
  estimated_wait: (seconds) => duration(seconds * 1000),
  service_level: (hundredths) => percent(hundredths / 100),
};

/** What was measured and where the limit is; with the channel, if it is of one alone. */
export function alarmText(alarm) {
  const write = written[alarm.figure] ?? ((number) => number);
  const text = t(`alarm.${alarm.figure}`, { count: alarm.value, value: write(alarm.value), limit: write(alarm.limit) });
  return alarm.channel === "" ? text : `${codeText("channel", alarm.channel)}: ${text}`;
}

export const alarmKey = (alarm) => JSON.stringify([alarm.queue, alarm.channel, alarm.figure]);
