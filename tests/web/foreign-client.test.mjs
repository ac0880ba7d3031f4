// What an outsider could write: submits, works as an agent, and watches, knowing the .proto files alone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Agent } from "./agent.mjs";
import { Caller, Refusal } from "./contract.mjs";
import { Server } from "./server.mjs";

let server;
const callers = [];

function caller(role, subject) {
  const made = new Caller(server.grpc, role === null ? null : server.token(role, subject));
  callers.push(made);
  return made;
}

before(async () => {
  server = await Server.start();
  const admin = caller("admin");
  await admin.call("SupervisorService/PutQueue", {
    queue: { name: "service", channels: [{ channel: "chat", wrap_up: { kind: "WRAP_UP_KIND_NONE" } }] },
  });
  await admin.call("SupervisorService/PutAgent", {
    profile: { agent_id: "ann", name: "נועה", languages: [{ language: "he", level: 5 }] },
  });
});

after(async () => {
  callers.forEach((each) => each.close());
  await server.stop();
});

const chat = (externalId) => ({
  source: "site",
  external_id: externalId,
  channel: "chat",
  queue: "service",
  languages: [{ language: "he" }],
  text: "שלום, איפה הכרטיס שלי?",
});

test("a chat goes the whole way", async () => {
  const adapter = caller("adapter");
  const submitted = await adapter.call("TicketService/Submit", chat("1"));
  assert.equal(submitted.created, true);
  assert.equal(submitted.state, "TICKET_STATE_QUEUED");
  assert.equal(submitted.unroutable, false);
  const ticketId = submitted.ticket_id;

  const again = await adapter.call("TicketService/Submit", chat("1"));
  assert.deepEqual([again.created, again.ticket_id], [false, ticketId]);

  const customer = caller(null);
  const watch = customer.watch("TicketService/Watch", { ticket_id: ticketId, capability_token: submitted.capability_token });
  const first = await watch.until((update) => update.update === "status");
  assert.deepEqual([first.status.state, first.status.waiting.position], ["TICKET_STATE_QUEUED", 1]);

  const agent = await Agent.signIn(caller("agent", "ann"));
  assert.equal(agent.signedIn.rules.profile.name, "נועה");
  const offer = await agent.offer();
  assert.equal(offer.ticket.id, ticketId);
  const accepted = await agent.ask({ accept: { ticket_id: ticketId, offer_no: offer.offer_no } });
  assert.deepEqual([accepted.state, accepted.assignment_no], ["TICKET_STATE_ASSIGNED", 1]);
  const assigned = await watch.until(({ status }) => status?.state === "TICKET_STATE_ASSIGNED");
  assert.equal(assigned.status.agent_name, "נועה");

  await agent.ask({ message: { ticket_id: ticketId, assignment_no: 1, text: "בדרך אליך", language: "he" } });
  const { message } = await watch.until((update) => update.update === "message");
  assert.deepEqual([message.text, message.sender, message.number], ["בדרך אליך", "MESSAGE_SENDER_AGENT", 2]);

  await customer.call("TicketService/Append", { ticket_id: ticketId, capability_token: submitted.capability_token, text: "תודה" });
  const thanks = await agent.until("message");
  assert.deepEqual([thanks.message.text, thanks.message.number], ["תודה", 3]);

  assert.equal((await agent.complete({ ticketId, assignmentNo: 1 })).state, "TICKET_STATE_COMPLETED");
  await watch.until(({ status }) => status?.state === "TICKET_STATE_COMPLETED");
  assert.equal(await watch.next(), null, "the watch ends with the ticket");
  assert.equal((await adapter.call("TicketService/Get", { ticket_id: ticketId })).state, "TICKET_STATE_COMPLETED");
  agent.leave();
});

test("a stream of submits answers each in order, refusals among them", async () => {
  const stream = caller("adapter").open("TicketService/SubmitStream");
  stream.write({ tag: 1, submit: chat("s1") });
  stream.write({ tag: 2, submit: { ...chat("s2"), queue: "nowhere" } });
  stream.write({ tag: 3, submit: chat("s3") });
  const answers = [await stream.next(), await stream.next(), await stream.next()];
  assert.deepEqual(answers.map((answer) => [answer.tag, answer.result]), [[1, "accepted"], [2, "refused"], [3, "accepted"]]);
  assert.equal(answers[1].refused.reason, "REASON_UNKNOWN_QUEUE");
  stream.cancel();
});

test("events come in order and without gaps", async () => {
  const ticketId = (await caller("adapter").call("TicketService/Submit", chat("e1"))).ticket_id;
  await caller("adapter").call("TicketService/Cancel", { ticket_id: ticketId, reason: "CANCEL_REASON_WITHDRAWN" });
  const watch = caller("integration").watch("EventService/Watch", { end_at_newest: true });
  const events = [];
  for (let event = await watch.next(); event !== null; event = await watch.next()) {
    events.push(event);
  }

  assert.deepEqual(events.map((event) => event.position.number), events.map((_, index) => index + 1));
  const ofTicket = events.filter((event) => event[event.fact]?.ticket_id === ticketId).map((event) => event.fact);
  assert.deepEqual([ofTicket[0], ofTicket.at(-1)], ["ticket_entered", "ticket_cancelled"]);
});

test("a refusal has a status, a reason, and words that say what would be right", async () => {
  await assert.rejects(caller("adapter").call("TicketService/Submit", { ...chat("r1"), queue: "nowhere" }), (refusal) => {
    assert.ok(refusal instanceof Refusal);
    assert.deepEqual([refusal.status, refusal.reason], ["NOT_FOUND", "UNKNOWN_QUEUE"]);
    assert.match(refusal.message, /nowhere/);
    return true;
  });
  await assert.rejects(caller(null).call("TicketService/Submit", chat("r2")), {
    status: "UNAUTHENTICATED",
    reason: "NOT_AUTHENTICATED",
    message: /: send the header 'authorization: Bearer TOKEN' \(docs\/auth\.md\)/,
  });
  await assert.rejects(caller("agent").call("TicketService/Submit", chat("r3")), { status: "PERMISSION_DENIED", reason: "NOT_ALLOWED" });
});

test("an agent's refused request does not end his stream", async () => {
  const agent = await Agent.signIn(caller("agent", "ann"));
  await assert.rejects(agent.ask({ accept: { ticket_id: "none", offer_no: 1 } }), { reason: "REASON_UNKNOWN_TICKET" });
  assert.ok(await agent.ask({ set_presence: { presence: "PRESENCE_AVAILABLE" } }));
  agent.leave();
});
