// The example of docs/adapters.md as a process of its own, beside an agent, over a crash of the server.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Agent } from "./agent.mjs";
import { Caller } from "./contract.mjs";
import { Server } from "./server.mjs";

const example = fileURLToPath(new URL("chat-adapter.mjs", import.meta.url));
const patienceMs = 60_000;
let server;
let admin;

before(async () => {
  server = await Server.start();
  admin = new Caller(server.grpc, server.token("admin"));
  await admin.call("SupervisorService/PutQueue", {
    queue: { name: "chat", channels: [{ channel: "chat", wrap_up: { kind: "WRAP_UP_KIND_NONE" } }] },
  });
  await admin.call("SupervisorService/PutAgent", { profile: { agent_id: "ann", name: "נועה", languages: [{ language: "he", level: 5 }] } });
});

after(async () => {
  admin.close();
  await server.stop();
});

test("a customer chats with an agent through the example, and misses nothing while the server is away", async () => {
  const adapter = spawn(process.execPath, [example, server.grpc, "chat", "he", "Dana Levi"], {
    env: { ...process.env, ROUTER_TOKEN: server.token("adapter") },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: adapter.stdout })[Symbol.asyncIterator]();
  const said = [];
  const says = async (pattern) => {
    const timeout = setTimeout(() => adapter.kill(), patienceMs);
    for (;;) {
      const { value, done } = await lines.next();
      assert.ok(!done, `${pattern} was not said after: ${said.join(" | ")}`);
      said.push(value);
      if (pattern.test(value)) {
        clearTimeout(timeout);
        return value;
      }
    }
  };

  const ticketId = (await says(/^ticket /)).slice("ticket ".length);
  await says(/^state queued, number 1: ./);

  const caller = new Caller(server.grpc, server.token("agent", "ann"));
  const agent = await Agent.signIn(caller);
  const { assignmentNo } = await agent.accept();
  await says(/^state assigned with נועה$/);
  adapter.stdin.write("איפה הכרטיס שלי?\n");
  assert.equal((await agent.until("message")).message.text, "איפה הכרטיס שלי?");
  await agent.ask({ message: { ticket_id: ticketId, assignment_no: assignmentNo, text: "בדרך אליך" } });
  await says(/^agent: בדרך אליך$/);
  agent.leave();
  caller.close();

  await server.kill();
  adapter.stdin.write("מתי?\n");
  await server.resume();
  const again = new Caller(server.grpc, server.token("agent", "ann"));
  const back = await Agent.signIn(again);
  await back.ask({ message: { ticket_id: ticketId, assignment_no: assignmentNo, text: "מחר" } });
  await says(/^agent: מחר$/);
  adapter.stdin.end();
  await says(/^state completed/);
  assert.deepEqual(await once(adapter, "exit"), [0, null]);
  assert.deepEqual(said.filter((line) => line.startsWith("agent: ")), ["agent: בדרך אליך", "agent: מחר"]);

  const { messages } = await admin.call("TicketService/GetConversation", { ticket_id: ticketId });
  assert.deepEqual(messages.map((message) => message.text).sort(), ["איפה הכרטיס שלי?", "בדרך אליך", "מחר", "מתי?"].sort());
  back.leave();
  again.close();
});

test("what is typed while the server is away is stored in order, and the end comes after it", async () => {
  const adapter = spawn(process.execPath, [example, server.grpc, "chat", "he", "Dana Levi"], {
    env: { ...process.env, ROUTER_TOKEN: server.token("adapter") },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [first] = await once(createInterface({ input: adapter.stdout }), "line");
  const typed = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`);

  await server.kill();
  adapter.stdin.end(`${typed.join("\n")}\n`);
  await server.resume();

  assert.deepEqual(await once(adapter, "exit"), [0, null]);
  const ticketId = first.slice("ticket ".length);
  const { messages } = await admin.call("TicketService/GetConversation", { ticket_id: ticketId });
  assert.deepEqual(messages.map((message) => message.text), typed);
  assert.equal((await admin.call("TicketService/Get", { ticket_id: ticketId })).state, "TICKET_STATE_ABANDONED");
});
