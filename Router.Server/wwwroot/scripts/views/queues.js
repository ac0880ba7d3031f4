import { attentionOf } from "../attention.js";
import { rowKey } from "../board.js";
import { Children, element, icon, setFigure, setFlag, setText } from "../dom.js";
import { duration, language, plain } from "../words.js";

const drawnChannels = ["call", "chat", "email"];
const confidences = {
  unknown: "Nobody who may serve it is signed in",
  low: "Low confidence: fewer than 20 tickets of this kind have left the queue so far",
  normal: "",
};

/** The table of queues: a body for each queue, a row for each of its channels and languages. */
export class QueuesView {
  #table = document.getElementById("rows");
  #empty = document.getElementById("rows-empty");
  #rows = new Map();
  #queues = new Children(this.#table, (group) => this.#queue(group), this.#table.tHead);

  update(board, filter, now) {
    const all = board.rows;
    const shown = all.filter((row) => filter.takesRow(row, attentionOf(row, now)));
    const groups = Map.groupBy(shown, (row) => row.queue);
    this.#queues.update([...groups].map(([queue, rows]) => ({ queue, rows })), (group) => group.queue);
    this.#table.hidden = shown.length === 0;
    this.#empty.hidden = shown.length > 0 || !board.isComplete;
    setText(this.#empty, all.length === 0 ? "No ticket has come in yet." : filter.nothing("queue"));
    this.tick(now);
  }

  tick(now) {
    this.#rows.forEach((row) => row.tick(now));
  }

  #queue(group) {
    const root = element("tbody");
    const name = element("bdi");
    const head = element("th", "queue", name);
    head.scope = "rowgroup";
    const rows = new Children(root, (row) => this.#row(row));
    setText(name, group.queue);
    return {
      root,
      update: (next) => {
        rows.update(next.rows, rowKey);
        head.rowSpan = next.rows.length;
        const first = root.firstElementChild;
        if (first.firstElementChild !== head) {
          first.prepend(head);
        }
      },
    };
  }

  #row(first) {
    const key = rowKey(first);
    const view = new RowView(first, () => this.#rows.delete(key));
    this.#rows.set(key, view);
    return view;
  }
}

/** One row; its times move without a frame. */
class RowView {
  #row;
  #forget;
  #cells = {};

  constructor(row, forget) {
    this.#forget = forget;
    this.root = element("tr", "", this.#channel(row.channel), this.#language(row.language));
    for (const [name, label] of [
      ["waiting", "Waiting"],
      ["oldest", "Oldest wait"],
      ["offered", "Offered"],
      ["assigned", "Assigned"],
      ["wrappingUp", "Wrapping up"],
      ["agents", "Agents"],
      ["promise", "Promise"],
      ["estimate", "Estimate"],
    ]) {
      const cell = element("td", `figure ${name}`);
      cell.dataset.label = label;
      this.#cells[name] = cell;
      this.root.append(cell);
    }

    this.#build();
  }

  #build() {
    const cells = this.#cells;
    for (const name of ["waiting", "offered", "assigned", "wrappingUp", "agents"]) {
      cells[name].figure = element("span", "number");
      cells[name].append(cells[name].figure);
    }

    cells.unroutable = element("span", "mark urgent");
    cells.waiting.prepend(cells.unroutable);
    cells.time = element("span", "number");
    cells.late = element("span", "mark late", "late");
    cells.track = element("span", "track", element("span", "share"));
    cells.oldest.append(cells.late, cells.time, cells.track);
    for (const name of ["promise", "estimate"]) {
      cells[name].figure = element("span", "number");
      cells[name].append(cells[name].figure);
    }

    cells.registered = element("small");
    cells.agents.append(cells.registered);
  }

  update(row) {
    this.#row = row;
    const cells = this.#cells;
    for (const name of ["waiting", "offered", "assigned", "wrappingUp", "agents"]) {
      setFigure(cells[name].figure, row[name]);
      setFlag(cells[name], "none", row[name] === 0);
    }

    setText(cells.unroutable, row.unroutable > 0 ? `${row.unroutable} unroutable` : "");
    cells.unroutable.hidden = row.unroutable === 0;
    cells.waiting.title = row.unroutable > 0 ? "No registered agent could ever serve these: register one, or change queue, language or skills." : "";
    setText(cells.registered, ` / ${row.registered}`);
    cells.oldest.title = `Target ${duration(row.targetSeconds * 1000)}`;
    this.#tell(row);
  }

  tick(now) {
    if (!this.root.isConnected) {
      this.#forget();
      return;
    }

    const attention = attentionOf(this.#row, now);
    setText(this.#cells.time, this.#row.oldestEnteredAt === null ? "–" : duration(attention.waited));
    setFlag(this.#cells.oldest, "none", this.#row.oldestEnteredAt === null);
    this.#cells.track.style.setProperty("--share", attention.targetShare);
    this.#cells.late.hidden = !attention.isOverTarget;
    setFlag(this.root, "urgent", attention.isUnroutable);
    setFlag(this.root, "late", attention.isOverTarget);
  }

  #tell(row) {
    const { promise, estimate } = this.#cells;
    setText(promise.figure, row.promiseSeconds === null ? "unknown" : duration(row.promiseSeconds * 1000));
    setText(estimate.figure, row.estimateSeconds === null ? "" : duration(row.estimateSeconds * 1000));
    setFlag(promise, "confidence", row.confidence);
    setFlag(estimate, "confidence", row.confidence);
    promise.title = estimate.title = confidences[row.confidence];
  }

  #channel(name) {
    const cell = element("td", "channel", icon(drawnChannels.includes(name) ? name : "other"), element("bdi", "", plain(name)));
    return cell;
  }

  #language(tag) {
    const cell = element("td", "language", element("bdi", "", language(tag)));
    cell.title = tag;
    setFlag(cell, "none", tag === "");
    return cell;
  }
}
