import { attentionOfAll, worstRow } from "../attention.js";
import { setFigure, setFlag, setText } from "../dom.js";
import { count, duration, plain } from "../words.js";

const at = (id) => document.getElementById(id);

/** The line of large figures, and the clock. */
export class TotalsView {
  #day = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  #time = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

  update(board, clock) {
    const { totals, counts } = board;
    setText(at("workspace"), board.workspace?.name ?? "");
    setFigure(at("total-waiting"), totals.waiting);
    setFigure(at("total-offered"), totals.offered);
    setFigure(at("total-assigned"), totals.assigned);
    setFigure(at("total-wrapping-up"), totals.wrappingUp);
    setFigure(at("total-idle"), counts.idle);
    setText(at("total-signed-in"), `of ${counts.registered - counts.offline} signed in`);
    document.title = `${totals.waiting} waiting · ${board.workspace?.name ?? "Router"}`;
    at("server-time").hidden = false;
    at("speed").hidden = clock.speed === 1;
    setText(at("speed"), `${clock.speed}×`);
    at("speed").title = `The server's clock runs ${clock.speed} times as fast as ours`;
    this.tick(board, clock);
  }

  /** What moves with time alone. */
  tick(board, clock) {
    const now = clock.now;
    const worst = worstRow(board.rows, now);
    const attention = attentionOfAll(board.rows, now);
    const causes = [
      attention.unroutable > 0 ? `${attention.unroutable} unroutable` : "",
      attention.overTarget > 0 ? `${count(attention.overTarget, "row")} over target` : "",
    ].filter((cause) => cause !== "");
    setText(at("total-oldest"), worst === null ? "–" : duration(now - worst.oldestEnteredAt));
    setText(at("total-oldest-channel"), worst === null ? "" : plain(worst.channel));
    setText(at("person-count"), attention.unroutable + attention.overTarget === 0 ? "Nothing" : causes[0]);
    setText(at("person-text"), causes[1] ?? "");
    setFlag(at("person"), "level", attention.unroutable > 0 ? "urgent" : attention.overTarget > 0 ? "late" : "");
    setText(at("clock"), `${this.#day.format(now)}  ${this.#time.format(now)}`);
  }
}
