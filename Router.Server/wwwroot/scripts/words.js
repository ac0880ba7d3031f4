// How figures and names are written.

import { codeText, interfaceLanguage, t } from "./texts.js";

const minuteSeconds = 60;
const hourSeconds = 3600;
const daySeconds = 86400;

const two = (number) => String(number).padStart(2, "0");

/** A length of time: 0:07, 12:05, 1:02:09, then 2 d 3 h. */
export function duration(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds >= daySeconds) {
    return t("days", { days: Math.floor(seconds / daySeconds), hours: Math.floor((seconds % daySeconds) / hourSeconds) });
  }

  const minutes = Math.floor(seconds / minuteSeconds);
  const rest = two(seconds % minuteSeconds);
  return seconds >= hourSeconds ? `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}` : `${minutes}:${rest}`;
}

/** A wait that is told, in seconds: none while somebody is free. */
export function waitText(seconds) {
  return seconds === 0 ? t("atOnce") : duration(seconds * 1000);
}

/** The estimate beside a promise; empty where none is told, or where somebody is free at once. `told` is a row, or null. */
export function estimateText(told, sign = "≈ ") {
  return told === null || told.estimateSeconds === null || told.promiseSeconds === 0 ? "" : `${sign}${duration(told.estimateSeconds * 1000)}`;
}

/** What a promise and its estimate say, and for whom. */
export function promiseText(told) {
  const whom = { channel: codeText("channel", told.channel), language: language(told.language) };
  return told.promiseSeconds === 0
    ? t("promiseOf.atOnce", whom)
    : t("promiseOf", { ...whom, promise: duration(told.promiseSeconds * 1000), estimate: duration((told.estimateSeconds ?? 0) * 1000) });
}

/** How many of an hour's tickets were abandoned. */
export function abandonedText({ entered, abandoned, short }) {
  return t("abandonedOf", { entered, abandoned, short });
}

let names = null;
let namesIn = "";

/** A language tag in words; an empty one asks for no language. */
export function language(tag) {
  if (tag === "") {
    return t("anyLanguage");
  }

  if (namesIn !== interfaceLanguage()) {
    namesIn = interfaceLanguage();
    names = new Intl.DisplayNames([namesIn], { type: "language", languageDisplay: "standard", fallback: "code" });
  }

  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What an agent is called; many have no name beside their id. */
export function agentName(agent) {
  return agent.name === "" ? agent.agentId : agent.name;
}

/** What a ticket is called: its customer, else by what else there is. */
export function customerName(ticket) {
  return ticket.customer?.name || ticket.customer?.address || ticket.customer?.id || ticket.externalId || ticket.id;
}

/** A code of the contract as a word: no_answer, wrapping_up. */
export function plain(code) {
  return code.replaceAll("_", " ");
}

/** 0.873 as 87 %. */
export function percent(share) {
  return new Intl.NumberFormat(interfaceLanguage(), { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** A moment as the clock shows it; with its day when that is another than today's. */
export function moment(time, now) {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  const format = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", ...(isToday ? {} : { day: "numeric", month: "short" }) };
  return new Intl.DateTimeFormat(interfaceLanguage(), format).format(time);
}

/** A timestamp of protobuf's JSON in ms since 1970, or null. */
export function timeOf(stamp) {
  return stamp === undefined ? null : Date.parse(stamp);
}

/** A duration of protobuf's JSON ("90s") in ms, or null. */
export function spanOf(text) {
  return text === undefined ? null : Number.parseFloat(text) * 1000;
}

/** By the reader's alphabet, numbers by their size. Made once: making one is dear. */
export const collator = new Intl.Collator(undefined, { numeric: true });
