// An agent on one stream, as a client of the contract writes him.

import { randomUUID } from "node:crypto";

const heartbeatMs = 5_000;

export class Agent {
  #updates;
  #offers;
  #beat;

  /** Signs in, available. */
  static async signIn(caller) {
    const agent = new Agent();
    agent.#updates = caller.open("AgentService/Work");
    agent.#beat = setInterval(() => agent.#updates.write({ heartbeat: { tag: 1 } }), heartbeatMs).unref();
    const id = agent.#send({ sign_in: { presence: "PRESENCE_AVAILABLE" } });
    agent.signedIn = (await agent.until("signed_in")).signed_in;
    agent.#offers = [...agent.signedIn.offers];
    await agent.#answer(id);
    return agent;
  }

  /** Asks for something; its `done`. Throws what refused it. */
  async ask(request) {
    return await this.#answer(this.#send(request));
  }

  /** The next update of a kind. */
  until(kind) {
    return this.#updates.until((update) => update.update === kind);
  }

  /** The next offer; those that were open at sign-in come with its answer. */
  async offer() {
    return this.#offers.shift() ?? (await this.until("offer")).offer;
  }

  async accept() {
    const offer = await this.offer();
    const done = await this.ask({ accept: { ticket_id: offer.ticket.id, offer_no: offer.offer_no } });
    return { ticketId: offer.ticket.id, assignmentNo: done.assignment_no };
  }

  async complete({ ticketId, assignmentNo }) {
    return await this.ask({ complete: { ticket_id: ticketId, assignment_no: assignmentNo } });
  }

  leave() {
    clearInterval(this.#beat);
    this.#updates.cancel();
  }

  #send(request) {
    const id = randomUUID();
    this.#updates.write({ request_id: id, ...request });
    return id;
  }

  async #answer(id) {
    const update = await this.#updates.until(({ done, refused }) => done?.request_id === id || refused?.request_id === id);
    if (update.refused) {
      throw Object.assign(new Error(update.refused.refusal.message), { reason: update.refused.refusal.reason });
    }

    return update.done;
  }
}
