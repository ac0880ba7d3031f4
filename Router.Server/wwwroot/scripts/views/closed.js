import { Children, channelIcon, make, own, setText } from "../dom.js";
import { moveFocus } from "../parts/listing.js";
import { Pages } from "../parts/pages.js";
import { stateOf } from "../parts/ticket-actions.js";
import { agentLink, queueLink, ticketLink } from "../routes.js";
import { codeText, t } from "../texts.js";
import { agentName, customerName, moment, timeOf } from "../words.js";

const limit = 25;
const mostSuggested = 500;
const patience = 300;
const final = ["TICKET_STATE_COMPLETED", "TICKET_STATE_ABANDONED", "TICKET_STATE_CANCELLED", "TICKET_STATE_EXPIRED"];
const heads = ["tickets.ticket", "queue", "tickets.channel", "agent", "closed.ended", "closed.at"];

/** The tickets that were closed on a day, the last one first: found by queue, agent and customer. */
export class ClosedView {
  #app;
  #waits = 0;
  #queue = search();
  #agent = search();
  #customer = search();
  #day = make("input", { type: "date" });
  #body = make("tbody", {});
  #rows = new Children(this.#body, (ticket) => ({ root: rowOf(ticket, this.#app.clock.now), update: () => {} }));
  #table = make("table", { class: "tickets" }, make("thead", {}, make("tr", {}, ...heads.map((key) => make("th", { scope: "col" }, t(key))))), this.#body);
  #empty = make("p", { class: "empty", hidden: true });
  #pages = new Pages(() => this.#load());

  constructor(app) {
    this.#app = app;
    const choices = make(
      "form",
      { class: "choose", role: "search", "aria-label": t("closed.which") },
      field("queue", this.#queue, () => app.board.queues.map(({ name, label }) => [name, label])),
      field("agent", this.#agent, () => app.board.agents.map((agent) => [agent.agentId, agentName(agent)])),
      field("closed.customer", this.#customer),
      field("closed.day", this.#day),
    );
    choices.addEventListener("input", () => {
      clearTimeout(this.#waits);
      this.#waits = setTimeout(() => this.#again(), patience);
    });
    choices.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#again();
    });
    this.root = make(
      "div",
      { class: "board" },
      make(
        "section",
        { class: "card", "aria-labelledby": "closed-title" },
        make("div", { class: "card-head" }, make("h1", { id: "closed-title", tabindex: "-1" }, t("closed.title"))),
        choices,
        this.#pages.problem,
        make("div", { class: "scroll" }, this.#table),
        this.#empty,
        this.#pages.root,
      ),
    );
    this.#table.hidden = true;
    this.#pages.root.hidden = true;
    this.#body.addEventListener("keydown", (event) => moveFocus(event, this.#body));
  }

  open() {
    if (this.#pages.hasBegun) {
      this.#load();
    }
  }

  close() {}

  // The day is today's by the server's clock, which the first frame tells.
  update() {
    if (!this.#pages.hasBegun) {
      this.#day.value = dayOf(this.#app.clock.now);
      this.#load();
    }
  }

  tick() {}

  #again() {
    clearTimeout(this.#waits);
    this.#pages.reset();
    this.#load();
  }

  #load() {
    return this.#pages.ask(
      {
        states: final,
        queue: this.#queue.value.trim(),
        agentId: this.#agent.value.trim(),
        customerId: this.#customer.value.trim(),
        ...timeOfDay(this.#day.value),
        limit,
      },
      (answer) => this.#show(answer),
    );
  }

  #show({ tickets = [], nextPageToken = "", lookedBackTo }) {
    const now = this.#app.clock.now;
    const back = lookedBackTo === undefined ? "" : moment(timeOf(lookedBackTo), now);
    this.#rows.update(tickets, ({ id, stateSince }) => `${id} ${stateSince}`);
    this.#table.hidden = tickets.length === 0;
    this.#empty.hidden = tickets.length > 0;
    setText(this.#empty, back === "" ? t("closed.none") : t("closed.noneYet", { time: back }));
    this.#pages.show(nextPageToken, back === "" || tickets.length === 0 ? "" : t("closed.back", { time: back }));
  }
}

function rowOf(ticket, now) {
  const agentId = ticket.assignment?.agentId ?? "";
  const cell = (label, className, ...children) => make("td", { class: className, "data-label": t(label) }, ...children);
  return make(
    "tr",
    {},
    make("th", { scope: "row", class: "name" }, make("a", { href: ticketLink(ticket.id), dir: "auto" }, customerName(ticket)), make("span", { class: "team", dir: "auto" }, ticket.subject ?? "")),
    cell("queue", "note", make("a", { href: queueLink(ticket.queue), dir: "auto" }, ticket.queue)),
    cell("tickets.channel", "channel", channelIcon(ticket.channel), own(codeText("channel", ticket.channel))),
    cell("agent", "note", ...(agentId === "" ? [] : [make("a", { href: agentLink(agentId), dir: "auto" }, agentId)])),
    cell("closed.ended", "note", codeText("state", stateOf(ticket)), ...(ticket.disposition ? [" · ", own(codeText("disposition", ticket.disposition))] : [])),
    cell("closed.at", "number", moment(timeOf(ticket.stateSince), now)),
  );
}

function search() {
  return make("input", { type: "search", autocomplete: "off", spellcheck: "false", dir: "auto" });
}

/** A labelled input; `suggestions` are looked up when somebody goes there. */
function field(key, input, suggestions = null) {
  input.id = `closed-${key.split(".").at(-1)}`;
  const list = suggestions === null ? null : make("datalist", { id: `${input.id}-list` });
  if (list !== null) {
    input.setAttribute("list", list.id);
    input.addEventListener("focus", () => list.replaceChildren(...suggestions().slice(0, mostSuggested).map(([value, text]) => make("option", { value }, text))));
  }

  return make("div", { class: "field" }, make("label", { for: input.id }, t(key)), input, list);
}

/** The day of a moment, by the reader's clock: 2026-03-01. */
function dayOf(time) {
  return new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** From midnight to midnight of a day, by the reader's clock; without a day all that is kept. */
function timeOfDay(day) {
  const from = new Date(`${day}T00:00`);
  if (Number.isNaN(from.getTime())) {
    return {};
  }

  const until = new Date(from);
  until.setDate(from.getDate() + 1);
  return { closedFrom: from.toISOString(), closedUntil: until.toISOString() };
}
