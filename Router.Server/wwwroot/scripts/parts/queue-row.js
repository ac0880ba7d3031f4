import { attentionOf } from "../attention.js";
import { rowKey } from "../board.js";
import { Children, channelIcon, element, make, own, setFigure, setFlag, setText } from "../dom.js";
import { queueLink } from "../routes.js";
import { codeText, t } from "../texts.js";
import { duration, language } from "../words.js";

const figures = ["waiting", "offered", "assigned", "wrappingUp"];
const mostChips = 8;

/** One queue; its times move without a frame. */
export class QueueRow {
  #item = null;
  #cells = {};
  #link = make("a", {});
  #label = element("small", "label");
  #unroutable = element("span", "mark urgent");
  #late = element("span", "mark late");
  #time = element("span", "number");
  #target = element("small");
  #track = element("span", "track", element("span", "share"));
  #promise = element("span", "number");
  #estimate = element("small");
  #free = element("span", "number");
  #others = element("small");
  #rest = element("span", "rest");
  #list = element("span", "chips");
  #chips = new Children(this.#list, createChip);

  constructor() {
    this.root = make("tr", {}, make("th", { scope: "row", class: "queue" }, this.#link, this.#label));
    for (const [name, label] of [
      ["waiting", "waiting"],
      ["mix", "queues.mix"],
      ["oldest", "oldest"],
      ["promise", "promise"],
      ["offered", "offered"],
      ["assigned", "assigned"],
      ["wrappingUp", "wrappingUp"],
      ["agents", "queues.agents"],
    ]) {
      this.#cells[name] = make("td", { class: name === "mix" ? name : `figure ${name}`, "data-label": t(label) });
      this.root.append(this.#cells[name]);
    }

    this.#fill();
  }

  update(item) {
    this.#item = item;
    const { queue, standing } = item;
    setText(this.#link, queue.name);
    this.#link.dir = "auto";
    this.#link.href = queueLink(queue.name);
    setText(this.#label, queue.label === queue.name ? "" : queue.label);
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
  }

  tick(now) {
    const { standing } = this.#item;
    const { worst } = standing;
    const attention = worst === null ? null : attentionOf(worst, now);
    setText(this.#time, attention === null ? "–" : duration(attention.waited));
    setFlag(this.#cells.oldest, "none", attention === null);
    setText(this.#target, worst === null ? "" : t("ofTarget", { target: duration(worst.targetSeconds * 1000) }).replaceAll(/[\u2068\u2069]/g, ""));
    this.#track.style.setProperty("--share", attention?.targetShare ?? 0);
    this.#late.hidden = !attention?.isOverTarget;
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
  }

  #tell(told, hasRows) {
    const confidence = told?.confidence ?? "unknown";
    setText(this.#promise, told === null ? (hasRows ? t("unknown") : "–") : duration(told.promiseSeconds * 1000));
    setText(this.#estimate, told === null ? "" : `≈ ${duration(told.estimateSeconds * 1000)}`);
    setFlag(this.#cells.promise, "confidence", confidence);
    this.#cells.promise.title = told === null ? t("confidence.unknown") : [t("queues.estimateOf", { channel: codeText("channel", told.channel), language: language(told.language) }), confidence === "low" ? t("confidence.low") : ""].join(" ");
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
