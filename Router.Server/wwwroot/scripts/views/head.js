import { setText } from "../dom.js";
import { interfaceLanguage, t } from "../texts.js";

const at = (id) => document.getElementById(id);

/** The line at the top: whose workspace, and the server's clock. */
export class HeadView {
  #day = new Intl.DateTimeFormat(interfaceLanguage(), { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  #time = new Intl.DateTimeFormat(interfaceLanguage(), { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

  update(board, clock) {
    const name = board.workspace?.name ?? "";
    setText(at("workspace"), name);
    document.title = t("pageTitle", { count: board.totals.waiting, workspace: name === "" ? "Router" : name });
    at("server-time").hidden = false;
    at("speed").hidden = clock.speed === 1;
    setText(at("speed"), t("speedIs", { speed: clock.speed }));
    at("speed").title = t("speed", { speed: clock.speed });
    this.tick(clock);
  }

  tick(clock) {
    setText(at("clock"), `${this.#day.format(clock.now)}  ${this.#time.format(clock.now)}`);
  }
}
