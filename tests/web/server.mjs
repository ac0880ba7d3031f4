// The real server as a process of its own, with a private Redis in a folder of its own.

import { spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const configuration = (process.env.CONFIGURATION ?? "Debug").toLowerCase();
const assembly = fileURLToPath(new URL(`../../artifacts/bin/Router.Server/${configuration}/Router.Server.dll`, import.meta.url));
const tokenSeconds = 3600;
const startMs = 90_000;

export class Server {
  #process = null;
  #said = "";
  #ended = null;
  #folder;

  /** Starts one on free ports, with a signing key; wait for it with `eventually`. */
  static async start() {
    const server = new Server();
    server.#folder = await mkdtemp(join(tmpdir(), "router-web-"));
    [server.grpcPort, server.httpPort] = await freePorts(2);
    server.key = randomBytes(48).toString("base64");
    await server.resume();
    return server;
  }

  get grpc() {
    return `127.0.0.1:${this.grpcPort}`;
  }

  get http() {
    return `http://127.0.0.1:${this.httpPort}`;
  }

  /** A token under the server's key, made as docs say and by no code of the server. */
  token(role, subject = role) {
    const part = (json) => Buffer.from(JSON.stringify(json)).toString("base64url");
    const claims = { iss: "router", aud: "router", exp: Math.floor(Date.now() / 1000) + tokenSeconds, sub: subject, role };
    const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
    return `${signed}.${createHmac("sha256", this.key).update(signed).digest("base64url")}`;
  }

  /** Starts the process again, on the same ports and data. */
  async resume() {
    this.#process = spawn("dotnet", [assembly], {
      cwd: this.#folder,
      env: {
        ...process.env,
        Router__Listen__GrpcPort: this.grpcPort,
        Router__Listen__HttpPort: this.httpPort,
        Router__Auth__SigningKey: this.key,
        Redis__DataFolder: join(this.#folder, "data"),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.on("data", (text) => (this.#said += text));
    }

    this.#ended = once(this.#process, "exit");
    await eventually("the server answers", async () => {
      if (this.#process.exitCode !== null) {
        throw new Error(`The server ended:\n${this.#said}`);
      }

      return (await fetch(this.http).catch(() => null))?.ok;
    }, startMs);
  }

  /** As if its machine had lost power. */
  async kill() {
    this.#process.kill("SIGKILL");
    await this.#ended;
  }

  /** Asks it to stop, with its Redis, and removes its folder. */
  async stop() {
    this.#process.kill("SIGTERM");
    await this.#ended;
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Asks again and again until the answer is true; the last one. */
export async function eventually(what, ask, withinMs = 60_000) {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }

    if (Date.now() > end) {
      throw new Error(`Waited ${withinMs / 1000} s in vain until ${what}`);
    }

    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePorts(count) {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer().listen(0, "127.0.0.1");
      await once(probe, "listening");
      return probe;
    }),
  );
  const ports = probes.map((probe) => probe.address().port);
  await Promise.all(probes.map((probe) => once(probe.close(), "close")));
  return ports;
}
