import { make, own } from "../dom.js";
import { agentLink } from "../routes.js";
import { codeText, interfaceLanguage, t } from "../texts.js";
import { duration, moment, timeOf } from "../words.js";

// Where a wait ends and where it begins are what a reader looks for.
const kinds = {
  SUBMITTED: "entry",
  ENTERED: "entry",
  REOPENED: "entry",
  ASSIGNED: "agent",
  OFFERED: "offer",
  COMPLETED: "end",
  ABANDONED: "lost",
  CANCELLED: "end",
  EXPIRED: "lost",
  DECLINED: "back",
  OFFER_EXPIRED: "back",
  REQUEUED: "back",
  UNROUTABLE: "lost",
  MOVED: "person",
  REPRIORITISED: "person",
  REQUIREMENT_CHANGED: "person",
};

// Their notes are figures, which the sentence has.
const notWritten = ["PROMISE_JUDGED"];

/** What happened, oldest first, each with the time that passed since the one before. */
export function timeline(entries, ticket, now) {
  let before = null;
  return entries.map((entry) => {
    const time = timeOf(entry.time);
    const passed = before === null ? null : time - before;
    before = time;
    return line(entry, time, passed, now);
  });
}

function line(entry, time, passed, now) {
  const action = (entry.action ?? "").replace("HISTORY_ACTION_", "");
  const text = interfaceLanguage() === "en" && entry.sentence ? own(entry.sentence, "sentence") : own(codeText("history", action), "sentence");
  return make(
    "li",
    { "data-kind": kinds[action] ?? "other" },
    make("span", { class: "when" }, make("time", { datetime: entry.time }, moment(time, now)), passed >= 1_000 ? make("small", { title: t("ticket.passed") }, `+${duration(passed)}`) : null),
    make("div", { class: "what" }, text, ...details(entry), entry.note && !notWritten.includes(action) ? make("q", { dir: "auto" }, entry.note) : null),
  );
}

// The English sentence has them already; the reader still goes from here to the agent.
function details(entry) {
  const isTold = interfaceLanguage() === "en" && entry.sentence;
  const parts = [
    entry.agentId ? make("a", { href: agentLink(entry.agentId), dir: "auto" }, entry.agentId) : null,
    !isTold && entry.queue ? own(`${t("queue")}: ${entry.queue}`) : null,
    !isTold && entry.code ? own(codeText("code", entry.code)) : null,
    actorOf(entry),
  ].filter((part) => part !== null);
  return parts.length === 0 ? [] : [make("small", { class: "details" }, ...parts.flatMap((part, i) => (i === 0 ? [part] : [" · ", part])))];
}

function actorOf({ actor }) {
  const kind = (actor?.kind ?? "").replace("ACTOR_KIND_", "");
  return ["", "SYSTEM", "AGENT"].includes(kind) ? null : own(t("ticket.by", { who: [codeText("actor", kind), actor.id].filter(Boolean).join(" ") }));
}
