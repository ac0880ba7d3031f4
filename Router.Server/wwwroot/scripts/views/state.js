import { setFlag, setText } from "../dom.js";
import { duration } from "../words.js";

// A frame comes every other second at the latest: after three that did not come, what is shown is no longer live.
const fresh = 6_000;
const words = { connecting: "Connecting…", live: "Live", cut: "Reconnecting…", refused: "Not signed in" };

/** Whether what is shown is true now, and if not, since when. */
export class StateView {
  #state = document.getElementById("state");
  #text = document.getElementById("state-text");
  #board = document.getElementById("board");
  #connection = "connecting";
  #frameAt = null;

  /** While it is not, times stand still: they would go on for tickets that may long be gone. */
  isLive = false;

  onState(connection) {
    this.#connection = connection;
    this.update();
  }

  onFrame() {
    this.#frameAt = performance.now();
  }

  update() {
    const age = this.#frameAt === null ? null : performance.now() - this.#frameAt;
    const isOld = age === null || age > fresh;
    this.isLive = this.#connection === "live" && !isOld;
    const isSilent = this.#connection === "live" && age !== null && isOld;
    const state = isSilent ? "silent" : this.#connection;
    const what = isSilent ? "No news from the server" : words[this.#connection];
    setText(this.#text, this.isLive || age === null ? what : `${what} · figures from ${duration(age)} ago`);
    setFlag(this.#state, "state", state);
    setFlag(this.#board, "stale", !this.isLive);
  }
}
