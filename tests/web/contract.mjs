// A gRPC client made from the .proto files and nothing else of this repository.

import { fileURLToPath } from "node:url";
import grpc from "@grpc/grpc-js";
import loader from "@grpc/proto-loader";

const folder = fileURLToPath(new URL("../../Router.Protos/", import.meta.url));
const files = ["tickets", "agents", "supervisors", "events", "reasons"].map((name) => `router/v1/${name}.proto`);
const definition = loader.loadSync([...files, "google/rpc/status.proto", "google/rpc/error_details.proto"], {
  includeDirs: [folder],
  keepCase: true,
  longs: Number,
  enums: String,
  defaults: true,
  oneofs: true,
});
const { router, google } = grpc.loadPackageDefinition(definition);
const deadlineMs = 60_000;

/** A caller with a token: `call(method, request)` for one answer, and the streams. */
export class Caller {
  #clients = {};
  #streams = [];
  #metadata = new grpc.Metadata();

  constructor(address, token) {
    for (const service of ["TicketService", "AgentService", "SupervisorService", "EventService"]) {
      this.#clients[service] = new router.v1[service](address, grpc.credentials.createInsecure());
    }

    if (token) {
      this.#metadata.set("authorization", `Bearer ${token}`);
    }
  }

  /** One request, one answer: `call("TicketService/Submit", {…})`. Rejects with a Refusal. */
  call(path, request) {
    const [service, method] = path.split("/");
    return new Promise((resolve, reject) => {
      this.#clients[service][method](request, this.#metadata, { deadline: Date.now() + deadlineMs }, (error, answer) =>
        error ? reject(new Refusal(error)) : resolve(answer),
      );
    });
  }

  /** Answers to one request. */
  watch(path, request) {
    const [service, method] = path.split("/");
    return this.#keep(this.#clients[service][method](request, this.#metadata));
  }

  /** A stream both ways. */
  open(path) {
    const [service, method] = path.split("/");
    return this.#keep(this.#clients[service][method](this.#metadata));
  }

  close() {
    this.#streams.forEach((stream) => stream.cancel());
    Object.values(this.#clients).forEach((client) => client.close());
  }

  #keep(stream) {
    const updates = new Updates(stream);
    this.#streams.push(updates);
    return updates;
  }
}

/** What comes on a stream, in order. */
export class Updates {
  #stream;
  #waiting = [];
  #signal = null;
  #failure = null;
  #isOver = false;

  constructor(stream) {
    this.#stream = stream;
    stream.on("data", (update) => this.#wake(() => this.#waiting.push(update)));
    stream.on("error", (error) => this.#wake(() => (this.#failure = new Refusal(error))));
    stream.on("end", () => this.#wake(() => (this.#isOver = true)));
  }

  write(request) {
    this.#stream.write(request);
  }

  cancel() {
    this.#stream.on("error", () => {});
    this.#stream.cancel();
  }

  /** The next update, or null after the end. Rejects with a Refusal. */
  async next() {
    const timeout = AbortSignal.timeout(deadlineMs);
    for (;;) {
      if (this.#waiting.length > 0) {
        return this.#waiting.shift();
      }

      if (this.#failure !== null) {
        throw this.#failure;
      }

      if (this.#isOver) {
        return null;
      }

      await new Promise((resolve, reject) => {
        this.#signal = resolve;
        timeout.addEventListener("abort", () => reject(new Error("No update came in time.")), { once: true });
      });
    }
  }

  /** The next update that is the one asked for; those before it are passed over. */
  async until(condition) {
    for (;;) {
      const update = await this.next();
      if (update === null) {
        throw new Error("The stream ended before the update that was waited for.");
      }

      if (condition(update)) {
        return update;
      }
    }
  }

  #wake(change) {
    change();
    this.#signal?.();
  }
}

/** Why a call was refused: its status, and the reason out of its details. */
export class Refusal extends Error {
  constructor(error) {
    super(error.details);
    this.status = grpc.status[error.code];
    this.reason = details(error).find((detail) => detail !== null)?.reason ?? null;
  }
}

function details(error) {
  const [encoded] = error.metadata?.get("grpc-status-details-bin") ?? [];
  if (encoded === undefined) {
    return [];
  }

  const status = google.rpc.Status.deserialize(encoded);
  return status.details.map((any) =>
    any.type_url.endsWith("google.rpc.ErrorInfo") ? google.rpc.ErrorInfo.deserialize(any.value) : null,
  );
}
