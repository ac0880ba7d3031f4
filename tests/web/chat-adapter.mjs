// A chat adapter, whole: what the customer types (standard input, a line each) becomes messages of one ticket, and what the agent
// writes is printed. Made from the .proto files alone; docs/adapters.md walks through it.
//
//   ROUTER_TOKEN=$(router token adapter) node chat-adapter.mjs 127.0.0.1:7600 chat he "Dana Levi"

import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import loader from "@grpc/proto-loader";

const [address = "127.0.0.1:7600", queue = "chat", language = "en", name = "Guest"] = process.argv.slice(2);
const { router, google } = grpc.loadPackageDefinition(
  loader.loadSync(["router/v1/tickets.proto", "google/rpc/status.proto", "google/rpc/error_details.proto"], {
    includeDirs: [fileURLToPath(new URL("../../Router.Protos/", import.meta.url))],
    keepCase: true,
    longs: Number,
    enums: String,
    oneofs: true,
  }),
);
const tickets = new router.v1.TicketService(address, grpc.credentials.createInsecure());
const metadata = new grpc.Metadata();
if (process.env.ROUTER_TOKEN) {
  metadata.set("authorization", `Bearer ${process.env.ROUTER_TOKEN}`);
}

// Worth repeating as they are: nothing was done, or it is not known; the same source and external_id, or the same request_id, are done once.
const passing = [grpc.status.UNAVAILABLE, grpc.status.DEADLINE_EXCEEDED, grpc.status.RESOURCE_EXHAUSTED];
const finished = ["COMPLETED", "ABANDONED", "CANCELLED", "EXPIRED"].map((state) => `TICKET_STATE_${state}`);

/** One request and its answer, repeated until there is one. */
async function call(method, request) {
  for (let pause = 200; ; pause = Math.min(2 * pause, 10_000)) {
    try {
      return await new Promise((resolve, reject) =>
        tickets[method](request, metadata, { deadline: Date.now() + 5_000 }, (error, answer) => (error ? reject(error) : resolve(answer))),
      );
    } catch (error) {
      if (!passing.includes(error.code)) {
        throw error;
      }

      await sleep((retryDelayMs(error) ?? pause) * (0.5 + Math.random()));
    }
  }
}

/** When the router says to try again, in ms; null where it does not say. */
function retryDelayMs(error) {
  const [encoded] = error.metadata.get("grpc-status-details-bin");
  const details = encoded ? google.rpc.Status.deserialize(encoded).details : [];
  const found = details.find((any) => any.type_url.endsWith("google.rpc.RetryInfo"));
  const delay = found && google.rpc.RetryInfo.deserialize(found.value).retry_delay;
  return delay ? Number(delay.seconds) * 1_000 + delay.nanos / 1e6 : null;
}

const { ticket_id, state, waiting } = await call("Submit", {
  source: "chat-example",
  external_id: randomUUID(), // your own id of the conversation: after a crash, submit it again with the same one
  channel: "chat",
  queue,
  languages: [{ language }],
  customer: { id: name.toLowerCase(), name },
}).catch((error) => {
  fail(error);
  process.exit();
});
console.log(`ticket ${ticket_id}`);
show({ state, waiting });

// One after the other: what was typed first is stored first, and the end comes after the last of it.
let sent = Promise.resolve();
const send = (method, request) => {
  const numbered = { request_id: randomUUID(), ticket_id, ...request };
  sent = sent.then(() => call(method, numbered)).catch((error) => (error.code === grpc.status.FAILED_PRECONDITION ? console.error(error.details) : fail(error)));
};
const typed = createInterface({ input: process.stdin });
typed.on("line", (text) => text.length > 0 && send("Append", { language, text }));
// The customer has closed the window.
typed.on("close", () => send("End"));

// Watches until the ticket is over. After a break the messages that were not confirmed come again.
let shown = 0;
for (let isOver = false; !isOver; ) {
  try {
    for await (const update of tickets.Watch({ ticket_id }, metadata)) {
      if (update.update === "status") {
        show(update.status);
        isOver = finished.includes(update.status.state);
      } else if (update.update === "message" && update.message.number > shown) {
        shown = update.message.number;
        console.log(`agent: ${update.message.text ?? update.message.reference}`);
        await call("Confirm", { ticket_id, number: shown });
      }
    }
  } catch (error) {
    if (!passing.includes(error.code) && error.code !== grpc.status.CANCELLED) {
      throw error;
    }

    await sleep(retryDelayMs(error) ?? 1_000);
  }
}

tickets.close();
process.stdin.destroy();

function show(status) {
  const served = status.agent_name ? ` with ${status.agent_name}` : "";
  const wait = status.waiting?.spoken ? `, number ${status.waiting.position}: ${status.waiting.spoken}` : "";
  console.log(`state ${status.state.replace("TICKET_STATE_", "").toLowerCase()}${served}${wait}`);
}

function fail(error) {
  console.error(error.details ?? error.message);
  process.exitCode = 1;
}
