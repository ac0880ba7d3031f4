// The server's time, which may begin at another date and run faster than ours.

export class ServerClock {
  #shownAt = 0;
  #serverTime = 0;
  #speed = 1;

  /** Frames say what the server's clock shows and how fast it runs. */
  set(serverTime, speed) {
    this.#serverTime = serverTime;
    this.#speed = speed;
    this.#shownAt = performance.now();
  }

  get speed() {
    return this.#speed;
  }

  get isSet() {
    return this.#serverTime !== 0;
  }

  /** Server time, ms since 1970. */
  get now() {
    return this.#serverTime + (performance.now() - this.#shownAt) * this.#speed;
  }
}
