import { ask } from "../api.js";
import { make } from "../dom.js";
import { codeText, t } from "../texts.js";
import { moment, timeOf } from "../words.js";

/** The messages of a ticket; each in its own direction, whatever the page's. */
export class Conversation {
  #last = 0;
  #isLoading = false;
  #list = make("ol", { class: "messages" });

  constructor() {
    this.root = make("section", { class: "card", hidden: true }, make("div", { class: "card-head" }, make("h2", {}, t("ticket.conversation"))), this.#list);
  }

  /** Reads on up to a message. */
  async load(ticketId, upTo, now) {
    if (this.#isLoading) {
      return;
    }

    this.#isLoading = true;
    try {
      while (this.#last < upTo) {
        const { messages = [] } = await ask("TicketService/GetConversation", { ticketId, after: String(this.#last) });
        if (messages.length === 0) {
          break;
        }

        this.#list.append(...messages.map((message) => bubble(message, now)));
        this.#last = Number(messages.at(-1).number);
        this.root.hidden = false;
      }
    } catch {
      // What is there stays; it is asked for again with the next reading of the ticket.
    } finally {
      this.#isLoading = false;
    }
  }
}

function bubble(message, now) {
  const sender = (message.sender ?? "").replace("MESSAGE_SENDER_", "");
  const text = make("p", { dir: "auto", lang: message.language || null }, message.text ?? message.reference ?? "");
  return make(
    "li",
    { "data-sender": sender },
    make("small", {}, codeText("sender", sender), message.agentId ? " " : null, message.agentId ? make("bdi", {}, message.agentId) : null, " · ", make("time", { datetime: message.time }, moment(timeOf(message.time), now))),
    text,
  );
}
