import { hourOf, levelOf, standingOf } from "../attention.js";
import { Children, make, setText } from "../dom.js";
import { Filter } from "../filter.js";
import { listHead, moveFocus } from "../parts/listing.js";
import { QueueRow } from "../parts/queue-row.js";
import { More, Sorting } from "../parts/sorting.js";
import { Totals } from "../parts/totals.js";
import { t } from "../texts.js";

const step = 100;
const hourly = ["level", "abandoned", "handle", "trend"];

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
  #ofHour = make("th", { scope: "colgroup", colspan: hourly.length }, t("trend"));
  #table = make("table", { class: "queues", id: "rows" }, make("thead", {}, make("tr", { class: "groups" }, ...beforeHour(), this.#ofHour), this.#sorting.row), this.#body);
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
    this.#showHour(all.some(({ queue }) => queue.last60 !== undefined));
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

  // What is of the last hour stands together under that head, where the server counts it.
  #showHour(isShown) {
    this.#ofHour.hidden = !isShown;
    hourly.forEach((key) => this.#sorting.toggle(key, isShown));
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

const beforeHour = () => columns().filter(({ key }) => !hourly.includes(key)).map(({ className = null }) => make("td", { class: className }));

function columns() {
  const oldest = ({ standing }) => (standing.worst === null ? null : standing.worst.oldestEnteredAt);
  return [
    { key: "need", label: t("queue"), className: "queue", title: t("queues.byNeed"), value: (item) => -item.standing.level },
    { key: "waiting", label: t("waiting"), className: "figure", isDown: true, value: (item) => item.standing.waiting },
    { key: "mix", label: t("queues.mix"), className: "mix" },
    { key: "oldest", label: t("oldest"), className: "figure", title: t("queues.oldestTitle"), value: oldest },
    { key: "promise", label: t("queues.promise"), className: "figure", title: t("queues.promiseTitle"), isDown: true, value: ({ standing }) => standing.told?.promiseSeconds ?? null },
    { key: "offered", label: t("offered"), className: "figure offered", isDown: true, value: (item) => item.standing.offered },
    { key: "assigned", label: t("assigned"), className: "figure", isDown: true, value: (item) => item.standing.assigned },
    { key: "wrappingUp", label: t("wrappingUp"), className: "figure wrappingUp", isDown: true, value: (item) => item.standing.wrappingUp },
    { key: "agents", label: t("queues.agents"), className: "figure", title: t("queues.agentsTitle"), value: (item) => item.queue.free },
    { key: "level", label: t("level"), className: "figure", title: t("levelTitle"), value: ({ queue, rows }) => levelOf(queue, rows)?.share ?? null },
    { key: "abandoned", label: t("abandoned"), className: "figure", title: t("abandonedTitle"), isDown: true, value: ({ queue }) => hourOf(queue)?.abandoned ?? null },
    { key: "handle", label: t("handle"), className: "figure", title: t("handleTitle"), isDown: true, value: ({ queue }) => hourOf(queue)?.handle ?? null },
    { key: "trend", label: t("trend.entered"), className: "figure", title: t("trendTitle"), isDown: true, value: ({ queue }) => queue.last60?.entered ?? null },
  ];
}
