import { attentionOf, hourOf, levelOf, promisesOf, standingOf } from "../attention.js";
import { rowKey } from "../board.js";
import { Children, channelIcon, element, make, own, setFigure, setFlag, setText } from "../dom.js";
import { DayCharts } from "../parts/day-charts.js";
import { Explanation } from "../parts/explanation.js";
import { Figures } from "../parts/figures.js";
import { TicketTable } from "../parts/ticket-table.js";
import { codeText, t } from "../texts.js";
import { abandonedText, duration, estimateText, language, percent, waitText } from "../words.js";

const askEvery = 2_000;
const names = ["waiting", "oldest", "promise", "kept", "level", "abandoned", "handle", "assigned", "agents"];

/** One queue: its figures, why the first ticket still waits, its channels and languages, and its tickets in order. */
export class QueueView {
  #app;
  #name = "";
  #shown = "";
  #askedAt = 0;
  #first = null;
  #title = make("h1", { tabindex: "-1", dir: "auto" });
  #label = element("span", "aside");
  #figures = new Figures(names, Object.fromEntries(names.map((name) => [name, t(name === "agents" ? "queues.agents" : name)])), {
    promise: t("queues.promiseTitle"),
    level: t("levelTitle"),
    abandoned: t("abandonedTitle"),
    handle: t("handleTitle"),
    agents: t("queues.agentsTitle"),
  });
  #explanation = new Explanation(t("explain.first"));
  #body = make("tbody", {});
  #rows = new Children(this.#body, (row) => createRow(row));
  #parts = make("section", { class: "card", "aria-label": t("queue.parts") });
  #gone = make("p", { class: "empty", hidden: true }, t("queue.gone"));
  #tickets = null;
  #charts = null;

  constructor(app) {
    this.#app = app;
    const heads = ["tickets.channel", "tickets.language", "waiting", "oldest", "offered", "assigned", "wrappingUp", "queues.agents", "promise", "estimate", "level", "abandoned", "handle"];
    this.#parts.append(
      make("div", { class: "card-head" }, make("h2", {}, t("queue.parts"))),
      make(
        "div",
        { class: "scroll" },
        make("table", { class: "parts" }, make("thead", {}, make("tr", {}, ...heads.map((key, i) => make("th", { scope: "col", class: i < 2 ? null : "figure" }, t(key))))), this.#body),
      ),
    );
    this.root = make("div", { class: "board" });
  }

  open(name) {
    this.#name = name;
    this.#tickets = new TicketTable(this.#app.board, name, (ticket) => this.#explain(ticket));
    this.#charts = new DayCharts(name);
    setText(this.#title, name);
    this.root.append(
      make("div", { class: "where" }, make("a", { href: "#/queues" }, t("nav.queues")), make("span", { "aria-hidden": "true" }, "›"), this.#title, this.#label),
      this.#gone,
      this.#figures.root,
      this.#explanation.root,
      this.#tickets.root,
      this.#charts.root,
      this.#parts,
    );
  }

  close() {}

  update() {
    const { board, clock } = this.#app;
    const now = clock.now;
    const queue = board.queue(this.#name);
    const rows = board.rowsOf(this.#name);
    this.#gone.hidden = queue !== undefined || !board.isComplete;
    if (queue === undefined) {
      return;
    }

    setText(this.#label, queue.label === this.#name ? "" : queue.label);
    const standing = standingOf(rows, now);
    const { assigned, offered, wrappingUp } = standing;
    this.#figures.set("assigned", assigned, offered + wrappingUp > 0 ? t("queue.beside", { offered, wrappingUp }) : "");
    this.#figures.set("waiting", standing.waiting, standing.unroutable > 0 ? t("unroutable", { count: standing.unroutable }) : "");
    this.#figures.set("promise", standing.told === null ? t("unknown") : waitText(standing.told.promiseSeconds), estimateText(standing.told, `${t("estimate")} `));
    this.#figures.set("agents", `${queue.free} · ${queue.busy} · ${queue.away}`, t("queue.registered", { count: queue.registered }));
    this.#figures.level("waiting", standing.unroutable > 0 ? "urgent" : "");
    this.#showHour(queue, rows);
    this.#charts.load(now);
    this.#parts.hidden = rows.length === 0;
    this.#rows.update(rows, rowKey);
    this.#ask(rows);
    this.tick(now);
  }

  tick(now) {
    const { worst } = standingOf(this.#app.board.rowsOf(this.#name), now);
    const attention = worst === null ? null : attentionOf(worst, now);
    this.#figures.set("oldest", attention === null ? "–" : duration(attention.waited), worst === null ? "" : t("ofTarget", { target: duration(worst.targetSeconds * 1000) }));
    this.#figures.level("oldest", attention?.isOverTarget ? "late" : "");
    for (const row of this.#rows.parts) {
      row.tick(now);
    }

    this.#tickets.tick(now);
  }

  #showHour(queue, rows) {
    const level = levelOf(queue, rows);
    const promises = promisesOf(rows);
    const hour = hourOf(queue);
    for (const name of ["level", "abandoned", "handle"]) {
      this.#figures.show(name, hour !== null);
    }

    this.#figures.show("kept", promises !== null);
    if (level !== null) {
      this.#figures.set("level", level.share === null ? "–" : percent(level.share), [level.target === null ? "" : t("ofTarget", { target: percent(level.target) }), t("lastHour")].filter((part) => part !== "").join(" · "));
      this.#figures.level("level", level.isLow ? "late" : "");
      this.#figures.set("abandoned", hour.abandoned, [hour.abandoned > 0 && hour.share !== null ? percent(hour.share) : "", t("lastHour")].filter((part) => part !== "").join(" · "));
      this.#figures.set("handle", hour.handle === null ? "–" : duration(hour.handle), t("lastHour"));
    }

    if (promises !== null) {
      this.#figures.set("kept", promises.judged === 0 ? "–" : percent(promises.kept / promises.judged), promises.judged === 0 ? "" : t("keptOf", promises));
    }
  }

  // The list is asked for anew when the queue has changed, not more often than it can be read.
  #ask(rows) {
    const shown = rows.map((row) => `${row.channel} ${row.language} ${row.waiting} ${row.offered} ${row.assigned} ${row.wrappingUp} ${row.oldestEnteredAt}`).join();
    if (performance.now() - this.#askedAt < askEvery || (shown === this.#shown && this.#askedAt > 0)) {
      return;
    }

    this.#shown = shown;
    this.#askedAt = performance.now();
    this.#tickets.load();
  }

  #explain(ticket) {
    this.#first = ticket;
    if (this.#first === null) {
      this.#explanation.hide();
    } else {
      this.#explanation.load(this.#first.id, this.#app.clock.now);
    }
  }
}

// Of the last hour, where the server counts it.
function showHour(row, cells) {
  const hour = hourOf(row);
  if (hour === null) {
    return;
  }

  const level = row.last60.serviceLevel;
  setText(cells.level.figure, level === null ? "–" : percent(level));
  setFigure(cells.abandoned.figure, hour.abandoned);
  cells.abandoned.title = abandonedText(hour);
  setText(cells.handle.figure, hour.handle === null ? "–" : duration(hour.handle));
  for (const [name, isNone] of [["level", level === null], ["abandoned", hour.abandoned === 0], ["handle", hour.handle === null]]) {
    setFlag(cells[name], "none", isNone);
  }
}

function createRow(first) {
  const cells = {};
  const cell = (name, label) => {
    const figure = element("span", "number");
    cells[name] = make("td", { class: `figure ${name}`, "data-label": t(label) }, figure);
    cells[name].figure = figure;
    return cells[name];
  };
  const late = element("span", "mark late", t("late"));
  const unroutable = element("span", "mark urgent");
  const others = element("small");
  const root = make(
    "tr",
    {},
    make("th", { scope: "row", class: "channel" }, channelIcon(first.channel), own(codeText("channel", first.channel))),
    make("td", { class: "language", title: first.language }, own(language(first.language))),
    cell("waiting", "waiting"),
    cell("oldest", "oldest"),
    cell("offered", "offered"),
    cell("assigned", "assigned"),
    cell("wrappingUp", "wrappingUp"),
    cell("agents", "queues.agents"),
    cell("promise", "promise"),
    cell("estimate", "estimate"),
    cell("level", "level"),
    cell("abandoned", "abandoned"),
    cell("handle", "handle"),
  );
  cells.waiting.prepend(unroutable);
  cells.oldest.prepend(late);
  cells.agents.append(others);
  let row = first;
  return {
    root,
    update: (next) => {
      row = next;
      for (const name of ["waiting", "offered", "assigned", "wrappingUp"]) {
        setFigure(cells[name].figure, next[name]);
        setFlag(cells[name], "none", next[name] === 0);
      }

      setFigure(cells.agents.figure, next.free);
      setText(others, ` · ${next.busy} · ${next.away}`);
      setText(cells.promise.figure, next.promiseSeconds === null ? t("unknown") : waitText(next.promiseSeconds));
      setText(cells.estimate.figure, estimateText(next, ""));
      showHour(next, cells);
      for (const name of ["promise", "estimate"]) {
        setFlag(cells[name], "confidence", next.confidence);
        cells[name].title = next.confidence === "normal" ? "" : t(`confidence.${next.confidence}`);
      }

      unroutable.hidden = next.unroutable === 0;
      setText(unroutable, next.unroutable === 0 ? "" : t("unroutable", { count: next.unroutable }));
    },
    tick: (now) => {
      const attention = attentionOf(row, now);
      setText(cells.oldest.figure, row.oldestEnteredAt === null ? "–" : duration(attention.waited));
      late.hidden = !attention.isOverTarget;
      setFlag(root, "late", attention.isOverTarget);
      setFlag(root, "urgent", attention.isUnroutable);
    },
  };
}
