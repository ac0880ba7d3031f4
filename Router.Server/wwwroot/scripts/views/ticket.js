import { ask } from "../api.js";
import { channelIcon, element, make, own, setText } from "../dom.js";
import { Conversation } from "../parts/conversation.js";
import { Explanation } from "../parts/explanation.js";
import { stateOf, ticketActions } from "../parts/ticket-actions.js";
import { timeline } from "../parts/timeline.js";
import { agentLink, queueLink, ticketLink } from "../routes.js";
import { codeText, t } from "../texts.js";
import { duration, language, moment, spanOf, timeOf } from "../words.js";

const askEvery = 2_000;
const final = ["COMPLETED", "ABANDONED", "CANCELLED", "EXPIRED"];

/** One ticket, open or closed: what it is, why it waits, its conversation, and all that happened to it. */
export class TicketView {
  #app;
  #id = "";
  #ticket = null;
  #shown = "";
  #reader = 0;
  #title = make("h1", { tabindex: "-1", dir: "auto" });
  #queue = make("a", { dir: "auto" });
  #ofQueue = make("span", { hidden: true }, this.#queue, " ", make("span", { "aria-hidden": "true" }, "›"));
  #state = element("span", "ticket-state");
  #problem = make("p", { class: "problem", role: "alert", hidden: true });
  #facts = make("dl", { class: "facts" });
  #history = make("ol", { class: "timeline" });
  #explanation = new Explanation(t("explain.title"));
  #conversation = new Conversation();
  #actions;
  #body;

  constructor(app) {
    this.#app = app;
    this.#actions = ticketActions(app.board, () => (this.#ticket === null || final.includes(stateOf(this.#ticket)) ? [] : [this.#ticket]), () => this.#load());
    this.#body = make(
      "div",
      { class: "ticket", hidden: true },
      make(
        "div",
        { class: "column" },
        this.#explanation.root,
        make("section", { class: "card" }, make("div", { class: "card-head" }, make("h2", {}, t("ticket.history"))), this.#history),
      ),
      make(
        "div",
        { class: "column" },
        make("section", { class: "card" }, make("div", { class: "card-head" }, make("h2", {}, t("ticket.about"))), this.#facts),
        this.#conversation.root,
      ),
    );
    this.root = make("div", { class: "board" });
  }

  open(id) {
    this.#id = id;
    setText(this.#title, id);
    this.root.append(
      make("div", { class: "where" }, make("a", { href: "#/queues" }, t("nav.queues")), make("span", { "aria-hidden": "true" }, "›"), this.#ofQueue, this.#title, this.#state),
      this.#problem,
      this.#actions.root,
      this.#body,
    );
    this.#actions.update();
    this.#load();
    this.#reader = setInterval(() => this.#follow(), askEvery);
  }

  close() {
    clearInterval(this.#reader);
  }

  update() {}

  tick() {}

  #follow() {
    if (!document.hidden && document.querySelector("dialog[open]") === null && !(this.#ticket !== null && final.includes(stateOf(this.#ticket)))) {
      this.#load();
    }
  }

  async #load() {
    try {
      const answer = await ask("SupervisorService/History", { ticketId: this.#id });
      this.#problem.hidden = true;
      this.#show(answer);
    } catch (refusal) {
      setText(this.#problem, refusal.message);
      this.#problem.hidden = false;
    }
  }

  #show({ ticket, entries = [] }) {
    const now = this.#app.clock.isSet ? this.#app.clock.now : Date.now();
    this.#ticket = ticket;
    this.#body.hidden = false;
    const isWaiting = ["QUEUED", "OFFERED"].includes(stateOf(ticket));
    if (isWaiting) {
      this.#explanation.load(this.#id, now);
    } else {
      this.#explanation.hide();
    }

    this.#conversation.load(this.#id, Number(ticket.lastMessageNumber ?? 0), now);
    const content = JSON.stringify([{ ...ticket, waiting: null }, entries]);
    if (content === this.#shown) {
      return;
    }

    this.#shown = content;
    setText(this.#title, ticket.customer?.name || ticket.subject || this.#id);
    this.#ofQueue.hidden = false;
    setText(this.#queue, ticket.queue);
    this.#queue.href = queueLink(ticket.queue);
    setText(this.#state, codeText("state", stateOf(ticket)));
    this.#state.dataset.state = stateOf(ticket);
    this.#actions.update();
    this.#facts.replaceChildren(...factsOf(ticket, now).map(([name, ...values]) => make("div", {}, make("dt", {}, name), make("dd", {}, ...values))));
    this.#history.replaceChildren(...timeline(entries, ticket, now));
  }
}

function factsOf(ticket, now) {
  const at = (stamp) => moment(timeOf(stamp), now);
  const list = (items) => own(items.join(", "));
  const agentId = ticket.assignment?.agentId ?? ticket.offers?.[0]?.agentId;
  const facts = [
    [t("ticket.id"), make("code", { dir: "ltr" }, ticket.id)],
    [t("queue"), make("a", { href: queueLink(ticket.queue), dir: "auto" }, ticket.queue)],
    [t("tickets.channel"), channelIcon(ticket.channel), own(codeText("channel", ticket.channel))],
    agentId ? [t("agent"), make("a", { href: agentLink(agentId), dir: "auto" }, agentId)] : null,
    ticket.assignment?.participants?.length > 0 ? [t("ticket.participants"), ...ticket.assignment.participants.flatMap((id, i) => [i > 0 ? ", " : "", make("a", { href: agentLink(id), dir: "auto" }, id)])] : null,
    ticket.subject ? [t("ticket.subject"), own(ticket.subject)] : null,
    ticket.customer?.address ? [t("ticket.address"), own(ticket.customer.address)] : null,
    ticket.languages?.length > 0 ? [t("tickets.language"), list(ticket.languages.map((asked) => `${language(asked.language)} ${asked.minLevel ?? 1}+`))] : null,
    ticket.skills?.length > 0 ? [t("agents.skills"), list(ticket.skills.map(({ skill, level }) => `${skill} ${level ?? 1}+`))] : null,
    [t("tickets.priority"), String(ticket.priority ?? 0)],
    ticket.segment ? [t("ticket.segment"), own(ticket.segment)] : null,
    [t("ticket.arrived"), at(ticket.arrivedAt)],
    ticket.dueAt ? [t("tickets.due"), at(ticket.dueAt)] : null,
    ticket.scheduledAt ? [t("ticket.scheduled"), at(ticket.scheduledAt)] : null,
    ticket.parkedUntil ? [t("ticket.parkedUntil"), at(ticket.parkedUntil)] : null,
    ticket.expiresAt ? [t("ticket.expires"), at(ticket.expiresAt)] : null,
    ticket.promiseTold ? [t("ticket.promised"), duration(spanOf(ticket.promiseTold))] : null,
    ticket.waiting?.position ? [t("ticket.position"), String(ticket.waiting.position)] : null,
    ticket.disposition ? [t("disposition"), own(codeText("disposition", ticket.disposition))] : null,
    ticket.note ? [t("ticket.note"), own(ticket.note)] : null,
    ticket.callBack?.number ? [t("ticket.callBack"), make("bdi", { dir: "ltr" }, ticket.callBack.number)] : null,
    ticket.followUpOf ? [t("ticket.followUpOf"), make("a", { href: ticketLink(ticket.followUpOf), dir: "ltr" }, ticket.followUpOf)] : null,
    ticket.followUpId ? [t("ticket.followUp"), make("a", { href: ticketLink(ticket.followUpId), dir: "ltr" }, ticket.followUpId)] : null,
    ...Object.entries(ticket.attributes ?? {}).map(([name, value]) => [own(name), own(value)]),
  ];
  return facts.filter((fact) => fact !== null);
}
