import { attentionOf, hourOf, levelOf } from "../attention.js";
import { rowKey } from "../board.js";
import { Children, channelIcon, element, make, own, setFigure, setFlag, setHidden, setShare, setText } from "../dom.js";
import { queueLink } from "../routes.js";
import { codeText, t } from "../texts.js";
import { abandonedText, duration, estimateText, language, percent, promiseText, waitText } from "../words.js";
import { alarmKey, alarmText } from "./alarm-text.js";
import { Sparkline } from "./sparkline.js";

const figures = ["waiting", "offered", "assigned", "wrappingUp"];
const mostChips = 8;

/** One queue; its times move without a frame. */
export class QueueRow {
  #item = null;
  #drawn = [];
  #cells = {};
  #link = make("a", {});
  #label = own("");
  #alarm = element("span", "mark alarm");
  #unroutable = element("span", "mark urgent");
  #late = element("span", "mark late");
  #time = element("span", "number");
  #target = element("small");
  #track = element("span", "track", element("span", "share"));
  #promise = element("span", "number");
  #estimate = element("small");
  #free = element("span", "number");
  #others = element("small");
  #level = element("span", "number");
  #levelTarget = element("small");
  #abandoned = element("span", "number");
  #abandonedShare = element("small");
  #handle = element("span", "number");
  #trend = new Sparkline();
  #rest = element("span", "rest");
  #list = element("span", "chips");
  #chips = new Children(this.#list, createChip);

  constructor() {
    this.root = make("tr", {}, make("th", { scope: "row", class: "queue" }, this.#link, element("small", "label", this.#label), this.#alarm));
    for (const [name, label] of [
      ["waiting", "waiting"],
      ["mix", "queues.mix"],
      ["oldest", "oldest"],
      ["promise", "promise"],
      ["offered", "offered"],
      ["assigned", "assigned"],
      ["wrappingUp", "wrappingUp"],
      ["agents", "queues.agents"],
      ["level", "level"],
      ["abandoned", "abandoned"],
      ["handle", "handle"],
      ["trend", "trend.entered"],
    ]) {
      this.#cells[name] = make("td", { class: name === "mix" ? name : `figure ${name}`, "data-label": t(label) });
      this.root.append(this.#cells[name]);
    }

    this.#fill();
  }

  update(item) {
    this.#item = item;
    const { queue, standing } = item;
    const drawn = [queue, standing.alarms.map(alarmKey).join(), ...item.rows];
    if (drawn.length === this.#drawn.length && drawn.every((part, i) => part === this.#drawn[i])) {
      return;
    }

    this.#drawn = drawn;
    setText(this.#link, queue.name);
    this.#link.dir = "auto";
    this.#link.href = queueLink(queue.name);
    setText(this.#label, queue.label === queue.name ? "" : queue.label);
    setFlag(this.root, "alarm", standing.alarms.length > 0);
    this.#alarm.hidden = standing.alarms.length === 0;
    setText(this.#alarm, standing.alarms.length === 0 ? "" : t("alarm"));
    this.#alarm.title = standing.alarms.map(alarmText).join("; ");
    for (const name of figures) {
      setFigure(this.#cells[name].figure, standing[name]);
      setFlag(this.#cells[name], "none", standing[name] === 0);
    }

    setText(this.#unroutable, standing.unroutable > 0 ? t("unroutable", { count: standing.unroutable }) : "");
    this.#unroutable.hidden = standing.unroutable === 0;
    this.#cells.waiting.title = standing.unroutable > 0 ? t("unroutableTitle") : "";
    const waiting = item.rows.filter((row) => row.waiting > 0);
    this.#chips.update(waiting.slice(0, mostChips), rowKey);
    setText(this.#rest, waiting.length > mostChips ? `+${waiting.length - mostChips}` : "");
    this.#tell(standing.told, item.rows.length > 0);
    setFigure(this.#free, queue.free);
    setText(this.#others, ` · ${queue.busy} · ${queue.away}`);
    this.#cells.agents.title = t("queues.agentsOf", { free: queue.free, busy: queue.busy, away: queue.away, registered: queue.registered });
    setFlag(this.#cells.agents, "none", queue.free + queue.busy + queue.away === 0);
    this.#showHour(queue, item.rows);
  }

  tick(now) {
    const { standing } = this.#item;
    const { worst } = standing;
    const attention = worst === null ? null : attentionOf(worst, now);
    setText(this.#time, attention === null ? "–" : duration(attention.waited));
    setFlag(this.#cells.oldest, "none", attention === null);
    setText(this.#target, worst === null ? "" : t("ofTarget", { target: duration(worst.targetSeconds * 1000) }).replaceAll(/[\u2068\u2069]/g, ""));
    setShare(this.#track, attention?.targetShare ?? 0);
    setHidden(this.#late, !attention?.isOverTarget);
    setFlag(this.root, "urgent", standing.unroutable > 0);
    setFlag(this.root, "late", Boolean(attention?.isOverTarget));
  }

  #fill() {
    const cells = this.#cells;
    for (const name of figures) {
      cells[name].figure = element("span", "number");
      cells[name].append(cells[name].figure);
    }

    setText(this.#late, t("late"));
    cells.waiting.prepend(this.#unroutable);
    cells.mix.append(this.#list, this.#rest);
    cells.oldest.append(this.#late, this.#time, this.#target, this.#track);
    cells.promise.append(this.#promise, this.#estimate);
    cells.agents.append(this.#free, this.#others);
    cells.level.append(this.#level, this.#levelTarget);
    cells.abandoned.append(this.#abandoned, this.#abandonedShare);
    cells.handle.append(this.#handle);
    cells.trend.append(this.#trend.root);
  }

  // Of the last hour, where the server counts it.
  #showHour(queue, rows) {
    const level = levelOf(queue, rows);
    const hour = hourOf(queue);
    for (const name of ["level", "abandoned", "handle"]) {
      this.#cells[name].hidden = hour === null;
    }

    this.#cells.trend.hidden = queue.enteredSeries === undefined;
    if (level !== null) {
      setText(this.#level, level.share === null ? "–" : percent(level.share));
      setText(this.#levelTarget, level.target === null ? "" : t("ofTarget", { target: percent(level.target) }));
      setFlag(this.#cells.level, "none", level.share === null);
      setFlag(this.#cells.level, "low", level.isLow);
      setFigure(this.#abandoned, hour.abandoned);
      setText(this.#abandonedShare, hour.abandoned > 0 && hour.share !== null ? percent(hour.share) : "");
      setFlag(this.#cells.abandoned, "none", hour.abandoned === 0);
      this.#cells.abandoned.title = abandonedText(hour);
      setText(this.#handle, hour.handle === null ? "–" : duration(hour.handle));
      setFlag(this.#cells.handle, "none", hour.handle === null);
    }

    if (queue.enteredSeries !== undefined) {
      this.#trend.update(queue.enteredSeries);
    }
  }

  #tell(told, hasRows) {
    const confidence = told?.confidence ?? "unknown";
    setText(this.#promise, told === null ? (hasRows ? t("unknown") : "–") : waitText(told.promiseSeconds));
    setText(this.#estimate, estimateText(told));
    setFlag(this.#cells.promise, "confidence", confidence);
    this.#cells.promise.title = told === null ? t("confidence.unknown") : [promiseText(told), confidence === "low" ? t("confidence.low") : ""].join(" ");
  }
}

function createChip(row) {
  const number = element("b", "number");
  const root = make(
    "span",
    { class: "chip", title: `${codeText("channel", row.channel)} · ${language(row.language)}` },
    channelIcon(row.channel),
    element("span", "unseen", `${codeText("channel", row.channel)} `),
    own(language(row.language)),
    " ",
    number,
  );
  return {
    root,
    update: (next) => {
      setFigure(number, next.waiting);
      setFlag(root, "urgent", next.unroutable > 0);
    },
  };
}
