import { Children, channelIcon, element, make, own, setFlag, setText } from "../dom.js";
import { agentLink, ticketLink } from "../routes.js";
import { codeText, t } from "../texts.js";
import { customerName, duration, language, timeOf } from "../words.js";
import { Picked } from "./listing.js";
import { Pages } from "./pages.js";
import { stateOf, ticketActions } from "./ticket-actions.js";

const limit = 25;
const lists = {
  waiting: [],
  inHand: ["TICKET_STATE_ASSIGNED", "TICKET_STATE_WRAPPING_UP"],
  later: ["TICKET_STATE_SCHEDULED", "TICKET_STATE_PARKED"],
};

/** The open tickets of a queue in their order, page by page. */
export class TicketTable {
  #queue;
  #list = "waiting";
  #tickets = [];
  #picked = new Picked(() => this.#draw());
  #tabs = new Map();
  #body = make("tbody", {});
  #rows = new Children(this.#body, () => new TicketRow((id, isPicked) => this.#pick(id, isPicked)));
  #table;
  #empty = make("p", { class: "empty" });
  #pages = new Pages(() => this.load());
  #actions;

  /** onFirst(ticket or null) is told who is the first of those waiting. */
  constructor(board, queue, onFirst) {
    this.#queue = queue;
    this.onFirst = onFirst;
    this.#actions = ticketActions(board, () => this.#tickets.filter(({ id }) => this.#picked.has(id)), () => this.#done());
    const heads = [["ticket"], ["channel"], ["language"], ["priority", "figure"], ["waited", "figure"], ["due", "figure"], ["stateAndAgent"]];
    this.#table = make(
      "table",
      { class: "tickets" },
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          this.#picked.head,
          ...heads.map(([key, className]) => make("th", { scope: "col", class: className ?? null }, t(`tickets.${key}`))),
        ),
      ),
      this.#body,
    );
    this.root = make(
      "section",
      { class: "card", "aria-label": t("tickets.title") },
      make(
        "div",
        { class: "card-head" },
        make("h2", {}, t("tickets.title")),
        make("div", { class: "states", role: "group", "aria-label": t("tickets.which") }, ...Object.keys(lists).map((list) => this.#tab(list))),
      ),
      this.#actions.root,
      this.#pages.problem,
      make("div", { class: "scroll" }, this.#table),
      this.#empty,
      this.#pages.root,
    );
    this.#actions.update();
  }

  /** Asks the server anew for the page that is shown. */
  load() {
    return this.#pages.ask({ queue: this.#queue, states: lists[this.#list], limit }, (answer) => this.#show(answer));
  }

  tick(now) {
    for (const row of this.#rows.parts) {
      row.tick(now);
    }
  }

  #show({ tickets = [], nextPageToken = "", total = 0 }) {
    this.#tickets = tickets;
    const there = new Set(tickets.map(({ id }) => id));
    this.#picked.forEach((id) => there.has(id) || this.#picked.delete(id));
    this.#draw();
    const before = this.#pages.before * limit;
    this.#table.hidden = tickets.length === 0;
    this.#empty.hidden = tickets.length > 0;
    setText(this.#empty, t(`tickets.none.${this.#list}`));
    this.#pages.show(nextPageToken, t("tickets.range", { from: before + 1, to: before + tickets.length, all: total }));
    for (const [list, tab] of this.#tabs) {
      tab.setAttribute("aria-pressed", list === this.#list);
    }

    if (this.#list === "waiting" && this.#pages.isFirst) {
      this.onFirst(tickets[0] ?? null);
    }
  }

  #draw() {
    const first = this.#pages.before * limit + 1;
    this.#rows.update(this.#tickets.map((ticket, index) => ({ ticket, number: first + index, isPicked: this.#picked.has(ticket.id) })), ({ ticket }) => ticket.id);
    this.#picked.show(this.#tickets.map(({ id }) => id));
    this.#actions.update();
  }

  #pick(id, isPicked) {
    this.#picked.put(id, isPicked);
    this.#draw();
  }

  #done() {
    this.#picked.clear();
    return this.load();
  }

  #tab(list) {
    const change = () => {
      this.#list = list;
      this.#pages.reset();
      this.#picked.clear();
      return this.load();
    };
    const tab = make("button", { type: "button", class: "chip state-chip", "aria-pressed": list === "waiting", onclick: change }, t(`tickets.${list}`));
    this.#tabs.set(list, tab);
    return tab;
  }
}

class TicketRow {
  #ticket = null;
  #pick;
  #number = element("small", "place");
  #link = make("a", { dir: "auto" });
  #subject = make("span", { class: "team", dir: "auto" });
  #channel = make("td", { class: "channel", "data-label": t("tickets.channel") });
  #language = make("td", { class: "language", "data-label": t("tickets.language") });
  #priority = make("td", { class: "figure", "data-label": t("tickets.priority") });
  #waited = make("td", { class: "figure", "data-label": t("tickets.waited") });
  #due = make("td", { class: "figure due", "data-label": t("tickets.due") });
  #dueText = element("span", "number");
  #state = make("td", { class: "note", "data-label": t("tickets.stateAndAgent") });

  constructor(onPick) {
    this.#pick = make("input", { type: "checkbox", onchange: () => onPick(this.#ticket.id, this.#pick.checked) });
    this.#due.append(this.#dueText);
    this.root = make(
      "tr",
      {},
      make("td", { class: "pick" }, this.#pick),
      make("th", { scope: "row", class: "name" }, this.#number, this.#link, this.#subject),
      this.#channel,
      this.#language,
      this.#priority,
      this.#waited,
      this.#due,
      this.#state,
    );
  }

  update({ ticket, number, isPicked }) {
    const isNew = this.#ticket === null;
    this.#ticket = ticket;
    const customer = customerName(ticket);
    this.#pick.checked = isPicked;
    this.#pick.setAttribute("aria-label", t("pickOne", { name: customer }));
    setText(this.#number, `${number}.`);
    setText(this.#link, customer);
    this.#link.href = ticketLink(ticket.id);
    setText(this.#subject, ticket.subject ?? "");
    if (isNew) {
      this.#channel.append(channelIcon(ticket.channel), own(codeText("channel", ticket.channel)));
    }

    setText(this.#language, (ticket.languages ?? []).map((asked) => language(asked.language)).join(", "));
    setText(this.#priority, ticket.priority ?? 0);
    const agentId = ticket.assignment?.agentId ?? ticket.offers?.[0]?.agentId ?? "";
    const words = [codeText("state", stateOf(ticket)), ticket.unroutable ? t("unroutable", { count: 1 }) : "", ticket.declines > 0 ? t("declines", { count: ticket.declines }) : ""];
    const text = words.filter((word) => word !== "").join(" · ");
    if (this.#state.dataset.shown !== `${text} ${agentId}`) {
      this.#state.dataset.shown = `${text} ${agentId}`;
      this.#state.replaceChildren(text, ...(agentId === "" ? [] : [" · ", make("a", { href: agentLink(agentId), dir: "auto" }, agentId)]));
    }

    setFlag(this.root, "urgent", ticket.unroutable && stateOf(ticket) === "QUEUED");
  }

  tick(now) {
    const entered = timeOf(this.#ticket.enteredAt);
    const due = timeOf(this.#ticket.dueAt) ?? timeOf(this.#ticket.scheduledAt) ?? timeOf(this.#ticket.parkedUntil);
    const isWaiting = ["QUEUED", "OFFERED"].includes(stateOf(this.#ticket));
    setText(this.#waited, entered === null ? "" : duration(now - entered));
    setText(this.#dueText, due === null ? "" : due < now ? (isWaiting ? t("overBy", { time: duration(now - due) }) : "") : t("inTime", { time: duration(due - now) }));
    setFlag(this.root, "late", isWaiting && due !== null && due < now);
  }
}
