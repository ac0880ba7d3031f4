// Keeps watching: connects, takes frames, and after a cut connects again, for ever.

const hub = "hubs/live";
const firstPause = 500;
const longestPause = 10_000;
const keepAlive = 5_000;
const silence = 15_000;
const refusals = [401, 403, 404];

export class Link {
  #hooks;
  #token;
  #failures = 0;

  /**
   * hooks: onFrame(frame); onState("connecting" | "live" | "cut" | "refused"); askForToken(problem), which gives a token.
   */
  constructor(token, hooks) {
    this.#token = token;
    this.#hooks = hooks;
  }

  async run() {
    this.#hooks.onState("connecting");
    for (;;) {
      const refusal = await this.#watch();
      if (refusal !== null) {
        this.#hooks.onState("refused");
        this.#token = await this.#hooks.askForToken(refusal);
        this.#hooks.onState("connecting");
        continue;
      }

      // Many pages are cut at once when a server restarts: they come back one after the other.
      const pause = Math.min(longestPause, firstPause * 2 ** this.#failures) * (0.5 + Math.random() / 2);
      this.#failures++;
      this.#hooks.onState("cut");
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** Watches until it ends. Gives null after a cut, or why the server does not let us in. */
  async #watch() {
    const connection = new signalR.HubConnectionBuilder()
      .withUrl(hub, { accessTokenFactory: () => this.#token })
      .configureLogging(signalR.LogLevel.None)
      .build();
    connection.keepAliveIntervalInMilliseconds = keepAlive;
    connection.serverTimeoutInMilliseconds = silence;
    try {
      await connection.start();
    } catch {
      return await this.#refusal();
    }

    await new Promise((resolve) => {
      connection.onclose(resolve);
      connection.stream("Watch").subscribe({
        next: (frame) => {
          this.#failures = 0;
          this.#hooks.onState("live");
          this.#hooks.onFrame(frame);
        },
        complete: resolve,
        error: resolve,
      });
    });
    await connection.stop();
    return null;
  }

  /** The client of SignalR does not pass on what the server says of a token. */
  async #refusal() {
    try {
      const answer = await fetch(`${hub}/negotiate?negotiateVersion=1`, {
        method: "POST",
        headers: this.#token === "" ? {} : { authorization: `Bearer ${this.#token}` },
      });
      return !refusals.includes(answer.status) ? null : this.#token === "" ? "" : await answer.text();
    } catch {
      return null;
    }
  }
}
