import { setFlag, setText } from "../dom.js";
import { t } from "../texts.js";
import { duration } from "../words.js";

// A frame comes every other second at the latest: after three that did not come, what is shown is no longer live.
const fresh = 6_000;

/** Whether what is shown is true now, and if not, since when. */
export class StateView {
  #state = document.getElementById("state");
  #text = document.getElementById("state-text");
  #view = document.getElementById("view");
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
    const what = t(`state.${state}`);
    setText(this.#text, this.isLive || age === null ? what : t("state.old", { state: what, age: duration(age) }).replaceAll(/[\u2068\u2069]/g, ""));
    setFlag(this.#state, "state", state);
    setFlag(this.#view, "stale", !this.isLive);
  }
}
