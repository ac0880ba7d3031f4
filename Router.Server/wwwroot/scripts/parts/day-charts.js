import { ask } from "../api.js";
import { make } from "../dom.js";
import { t } from "../texts.js";
import { duration, moment, percent, spanOf, timeOf } from "../words.js";
import { bars, lines } from "./chart.js";

const quarter = 15 * 60_000;
const shownQuarters = 32;
const askEvery = 15_000;

/** The last eight hours of a queue by quarters: what entered against what was completed, and how long tickets waited. */
export class DayCharts {
  #queue;
  #askedAt = null;
  #shown = "";
  #charts = make("div", { class: "charts" });
  #table = make("table", { class: "intervals" });

  constructor(queue) {
    this.#queue = queue;
    this.root = make(
      "section",
      { class: "card", hidden: true, "aria-label": t("charts.title") },
      make("div", { class: "card-head" }, make("h2", {}, t("charts.title")), make("span", { class: "hint" }, t("charts.hint"))),
      this.#charts,
      make("details", {}, make("summary", {}, t("charts.asTable")), make("div", { class: "scroll" }, this.#table)),
    );
  }

  /** Asks anew when the last answer is old. */
  async load(now) {
    if (this.#askedAt !== null && performance.now() - this.#askedAt < askEvery) {
      return;
    }

    this.#askedAt = performance.now();
    const until = (Math.floor(now / quarter) + 1) * quarter;
    const from = until - shownQuarters * quarter;
    const answer = await ask("SupervisorService/GetStatistics", {
      queues: [this.#queue],
      groupBy: ["STATISTICS_GROUPING_INTERVAL"],
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
    }).catch(() => null);
    const rows = answer?.rows ?? [];
    this.root.hidden = rows.length === 0;
    if (rows.length > 0 && JSON.stringify([from, rows]) !== this.#shown) {
      this.#shown = JSON.stringify([from, rows]);
      this.#show(quartersOf(rows, from), now);
    }
  }

  #show(all, now) {
    const begins = all.findIndex((each) => each.entered > 0);
    const quarters = all.slice(Math.min(begins, all.length - 8));
    const labels = quarters.map(({ from }) => moment(from, now).slice(0, 5));
    const seconds = (value) => (value === null ? null : value / 1000);
    this.#charts.replaceChildren(
      bars({
        title: t("charts.flow"),
        labels,
        series: [
          { name: t("charts.entered"), key: "entered", values: quarters.map(({ entered }) => entered) },
          { name: t("charts.completed"), key: "completed", values: quarters.map(({ completed }) => completed) },
          { name: t("charts.abandoned"), key: "abandoned", values: quarters.map(({ abandoned }) => abandoned) },
        ],
      }),
      lines({
        title: t("charts.wait"),
        labels,
        format: (value) => duration(value * 1000),
        series: [
          { name: t("charts.half"), key: "half", values: quarters.map(({ half }) => seconds(half)) },
          { name: t("charts.most"), key: "most", values: quarters.map(({ most }) => seconds(most)) },
        ],
      }),
    );
    const keys = ["from", "entered", "answered", "completed", "abandoned", "half", "most", "level"];
    this.#table.replaceChildren(
      make("thead", {}, make("tr", {}, ...keys.map((key, i) => make("th", { scope: "col", class: i === 0 ? null : "figure" }, t(`charts.${key}`))))),
      make("tbody", {}, ...quarters.toReversed().map((each) => rowOf(each, keys, now))),
    );
  }
}

function rowOf(each, keys, now) {
  const text = {
    from: moment(each.from, now).slice(0, 5),
    half: each.half === null ? "–" : duration(each.half),
    most: each.most === null ? "–" : duration(each.most),
    level: each.level === null ? "–" : percent(each.level),
  };
  const cells = keys.slice(1).map((key) => make("td", { class: "figure", "data-label": t(`charts.${key}`) }, text[key] ?? String(each[key])));
  return make("tr", {}, make("th", { scope: "row" }, text.from), ...cells);
}

// Quarters in which nothing entered have no row.
function quartersOf(rows, from) {
  const byStart = new Map(rows.map((row) => [timeOf(row.from), row]));
  return Array.from({ length: shownQuarters }, (_, i) => {
    const start = from + i * quarter;
    const row = byStart.get(start) ?? {};
    return {
      from: start,
      entered: Number(row.entered ?? 0),
      answered: Number(row.answered ?? 0),
      completed: Number(row.completed ?? 0),
      abandoned: Number(row.abandoned ?? 0) + Number(row.abandonedShort ?? 0),
      half: spanOf(row.wait?.p50),
      most: spanOf(row.wait?.p90),
      level: row.slExcludingShort ?? null,
    };
  });
}
