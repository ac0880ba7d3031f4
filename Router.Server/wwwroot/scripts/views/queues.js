import { levelOf, standingOf } from "../attention.js";
import { Children, make, setText } from "../dom.js";
import { Filter } from "../filter.js";
import { listHead, moveFocus } from "../parts/listing.js";
import { QueueRow } from "../parts/queue-row.js";
import { More, Sorting } from "../parts/sorting.js";
import { Totals } from "../parts/totals.js";
import { t } from "../texts.js";

const step = 100;

/** A row for each queue: what needs a person stands first, then by name. */
export class QueuesView {
  #app;
  #filter = new Filter();
  #onlyPerson = false;
  #totals = new Totals(() => this.#toggleOnlyPerson());
  #sorting = new Sorting("queues", columns(), "need", () => this.update());
  #more = new More(step, () => this.update());
  #body = make("tbody", {});
  #rows = new Children(this.#body, () => new QueueRow());
  #table = make("table", { class: "queues", id: "rows" }, make("thead", {}, this.#sorting.row), this.#body);
  #empty = make("p", { class: "empty", hidden: true });

  constructor(app) {
    this.#app = app;
    this.root = make(
      "div",
      { class: "board" },
      this.#totals.root,
      make(
        "section",
        { class: "card", "aria-labelledby": "queues-title" },
        listHead("queues", (text) => this.#search(text)),
        make("div", { class: "scroll" }, this.#table),
        this.#empty,
        this.#more.root,
      ),
    );
    this.#body.addEventListener("keydown", (event) => moveFocus(event, this.#body));
  }

  open() {}

  close() {}

  update() {
    const { board, clock } = this.#app;
    const now = clock.now;
    const all = board.queues.map((queue) => ({ queue, rows: board.rowsOf(queue.name) }));
    all.forEach((item) => (item.standing = standingOf(item.rows, now, board.alarmsOf(item.queue.name))));
    const taken = this.#sorting.sorted(all.filter((item) => this.#takes(item)));
    const shown = taken.slice(0, this.#more.most);
    this.#sorting.toggle("level", all.some(({ queue }) => queue.last60 !== undefined));
    this.#sorting.toggle("trend", all.some(({ queue }) => queue.enteredSeries !== undefined));
    this.#rows.update(shown, (item) => item.queue.name);
    this.#more.update(taken.length);
    this.#table.hidden = shown.length === 0;
    this.#empty.hidden = shown.length > 0 || !board.isComplete;
    setText(this.#empty, t(all.length === 0 ? "queues.none" : this.#onlyPerson && this.#filter.isEmpty ? "person.nothing" : "queues.noMatch"));
    this.#totals.update(board, now, this.#onlyPerson);
    this.tick(now);
  }

  tick(now) {
    this.#totals.tick(this.#app.board, now);
    for (const row of this.#rows.parts) {
      row.tick(now);
    }
  }

  #takes(item) {
    return (!this.#onlyPerson || item.standing.level > 0) && this.#filter.takesQueue(item.queue, item.rows);
  }

  #search(text) {
    this.#filter.text = text;
    this.#more.reset();
    this.update();
  }

  #toggleOnlyPerson() {
    this.#onlyPerson = !this.#onlyPerson;
    this.#more.reset();
    this.update();
  }
}

function columns() {
  const oldest = ({ standing }) => (standing.worst === null ? null : standing.worst.oldestEnteredAt);
  return [
    { key: "need", label: t("queue"), className: "queue", title: t("queues.byNeed"), value: (item) => -item.standing.level },
    { key: "waiting", label: t("waiting"), className: "figure", isDown: true, value: (item) => item.standing.waiting },
    { key: "mix", label: t("queues.mix") },
    { key: "oldest", label: t("oldest"), className: "figure", title: t("queues.oldestTitle"), value: oldest },
    { key: "promise", label: t("promise"), className: "figure", title: t("queues.promiseTitle"), isDown: true, value: ({ standing }) => standing.told?.promiseSeconds ?? null },
    { key: "offered", label: t("offered"), className: "figure", isDown: true, value: (item) => item.standing.offered },
    { key: "assigned", label: t("assigned"), className: "figure", isDown: true, value: (item) => item.standing.assigned },
    { key: "wrappingUp", label: t("wrappingUp"), className: "figure", isDown: true, value: (item) => item.standing.wrappingUp },
    { key: "agents", label: t("queues.agents"), className: "figure", title: t("queues.agentsTitle"), value: (item) => item.queue.free },
    { key: "level", label: t("level"), className: "figure", title: t("levelTitle"), value: ({ queue, rows }) => levelOf(queue, rows)?.share ?? null },
    { key: "trend", label: t("trend"), className: "figure", title: t("trendTitle"), isDown: true, value: ({ queue }) => queue.last60?.entered ?? null },
  ];
}
