import { ask } from "../api.js";
import { make } from "../dom.js";
import { t } from "../texts.js";
import { agentName } from "../words.js";
import { askForAction } from "./action.js";
import { say } from "./said.js";

const mostSuggested = 500;
const highest = 9;
const waiting = ["QUEUED", "OFFERED"];
const inHand = ["ASSIGNED", "WRAPPING_UP"];
const nobodys = ["QUEUED", "SCHEDULED", "PARKED"];

/** Which states of a ticket an action is for; the server judges it anew. */
const states = { move: nobodys, reprioritise: nobodys, assign: waiting, complete: inHand };

/** A state's name without its prefix. */
export function stateOf(ticket) {
  return (ticket.state ?? "").replace("TICKET_STATE_", "");
}

/** The buttons that act on some tickets. tickets() says on which; after() is called when it is done. */
export function ticketActions(board, tickets, after) {
  const count = make("span", { class: "count" });
  const buttons = new Map(
    [
      ["move", () => move(board, tickets())],
      ["reprioritise", () => reprioritise(tickets())],
      ["assign", () => assign(board, tickets())],
      ["complete", () => complete(tickets())],
    ].map(([name, act]) => [
      name,
      make("button", { type: "button", class: "secondary", "data-do": name, onclick: () => run(act, after) }, t(`do.${name}`)),
    ]),
  );
  const root = make("div", { class: "actions", role: "group", "aria-label": t("do.tickets") }, count, ...buttons.values());
  return {
    root,
    update: () => {
      const picked = tickets();
      root.hidden = picked.length === 0;
      count.textContent = t("picked", { count: picked.length });
      for (const [name, button] of buttons) {
        button.disabled = !picked.some((ticket) => states[name].includes(stateOf(ticket)));
      }
    },
  };
}

async function run(act, after) {
  try {
    const answer = await act();
    if (answer !== null) {
      say(t("do.changed", { count: answer.changed ?? 0 }));
      after();
    }
  } catch (refusal) {
    say(refusal.message);
  }
}

const selection = (tickets, why) => ({ ticketIds: tickets.map(({ id }) => id), why });
const titled = (name, tickets) => (tickets.length === 1 ? t(`do.${name}`) : `${t(`do.${name}`)} · ${t("picked", { count: tickets.length })}`);

function move(board, tickets) {
  const present = new Set(tickets.map(({ queue }) => queue));
  const queues = board.queues.filter(({ name }) => present.size > 1 || !present.has(name));
  return askForAction({
    title: titled("move", tickets),
    fields: [{ name: "queue", label: t("do.toQueue"), options: queues.map(({ name, label }) => [name, label === "" ? name : `${name} — ${label}`]) }],
    confirm: t("do.move"),
    act: ({ queue, why }, repeatable) => ask("SupervisorService/Move", repeatable.with({ tickets: selection(tickets, why), queue })),
  });
}

function reprioritise(tickets) {
  return askForAction({
    title: titled("reprioritise", tickets),
    fields: [{ name: "priority", label: t("do.priority"), type: "number", min: 0, max: highest, value: tickets[0].priority ?? 0, hint: t("do.priorityHint") }],
    confirm: t("do.reprioritise"),
    act: ({ priority, why }, repeatable) =>
      ask("SupervisorService/Reprioritise", repeatable.with({ tickets: selection(tickets, why), priority: Number(priority) })),
  });
}

function assign(board, tickets) {
  const present = board.agents.filter((agent) => agent.presence !== "offline").slice(0, mostSuggested);
  return askForAction({
    title: titled("assign", tickets),
    detail: t("do.assignDetail"),
    fields: [
      { name: "agentId", label: t("do.toAgent"), dir: "auto", suggestions: present.map((agent) => [agent.agentId, agentName(agent)]) },
      { name: "pastCapacity", label: t("do.pastCapacity"), type: "checkbox" },
    ],
    confirm: t("do.assign"),
    act: ({ agentId, pastCapacity, why }, repeatable) =>
      ask("SupervisorService/Assign", repeatable.with({ tickets: selection(tickets, why), agentId, pastCapacity })),
  });
}

async function complete(tickets) {
  const { dispositions = [] } = await ask("SupervisorService/GetQueue", { name: tickets[0].queue }).catch(() => ({}));
  return await askForAction({
    title: titled("complete", tickets),
    detail: t("do.completeDetail"),
    fields: [
      dispositions.length === 0
        ? { name: "disposition", label: t("disposition"), isOptional: true }
        : { name: "disposition", label: t("disposition"), options: [["", t("do.asGiven")], ...dispositions.map(({ code, label }) => [code, label || code])], isOptional: true },
    ],
    confirm: t("do.complete"),
    isGrave: true,
    act: ({ disposition, why }, repeatable) =>
      ask("SupervisorService/ForceComplete", repeatable.with({ tickets: selection(tickets, why), disposition })),
  });
}
