// A line between browser and server that can be cut.

import { once } from "node:events";
import { connect, createServer } from "node:net";

export class Proxy {
  #server;
  #sockets = new Set();
  #isCut = false;

  /** Starts one on a free port before a port of this machine. */
  static async start(target) {
    const proxy = new Proxy();
    proxy.#server = createServer((caller) => proxy.#join(caller, target)).listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    proxy.port = proxy.#server.address().port;
    return proxy;
  }

  /** Ends what is open, and lets nobody through. */
  cut() {
    this.#isCut = true;
    this.#sockets.forEach((socket) => socket.destroy());
  }

  mend() {
    this.#isCut = false;
  }

  stop() {
    this.cut();
    this.#server.close();
  }

  #join(caller, target) {
    if (this.#isCut) {
      caller.destroy();
      return;
    }

    const server = connect(target, "127.0.0.1");
    for (const [from, to] of [[caller, server], [server, caller]]) {
      this.#sockets.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}
