import { make } from "../dom.js";
import { t } from "../texts.js";
import { collator, duration, percent, spanOf } from "../words.js";

const hour = 3_600_000;
const day = 24 * hour;

/** The time that is tried: since midnight UTC by the server's clock, or, in the day's first hour, the last 23 hours, up to when it is asked. */
export function triedTime(now) {
  const sinceMidnight = now % day;
  return { from: new Date(Math.floor(now - (sinceMidnight >= hour ? sinceMidnight : day - hour))).toISOString() };
}

/** How it was, how the simulation has that, and how it would have been: three lines for each queue, and the report to keep. */
export function whatIf({ recorded = [], replayed = [], simulated = [], reportHtml = "" }) {
  const ways = [
    ["whatIf.recorded", recorded],
    ["whatIf.replayed", replayed],
    ["whatIf.changed", simulated],
  ];
  const names = [...new Set(ways.flatMap(([, rows]) => rows.map(({ queue = "" }) => queue)))];
  names.sort((one, other) => (one === "") - (other === "") || collator.compare(one, other));
  const heads = ["queue", "whatIf.way", "charts.entered", "whatIf.inTime", "charts.abandoned", "charts.wait"].map((key) => make("th", { scope: "col" }, t(key)));
  const groups = names.map((name) => make("tbody", {}, ...ways.map(([way, rows], i) => line(name, way, rows.find(({ queue = "" }) => queue === name) ?? {}, i))));
  const report = make("a", { download: "what-if.html", href: URL.createObjectURL(new Blob([reportHtml], { type: "text/html" })) }, t("whatIf.report"));
  return make(
    "div",
    { class: "what-if" },
    make("p", { class: "hint" }, t("whatIf.about")),
    make("div", { class: "scroll" }, make("table", { "aria-label": t("policy.try") }, make("thead", {}, make("tr", {}, ...heads)), ...groups)),
    make("p", { class: "hint" }, report),
  );
}

function line(queue, way, row, i) {
  const left = Number(row.abandoned ?? 0) + Number(row.abandonedShort ?? 0);
  const answered = Number(row.answered ?? 0);
  return make(
    "tr",
    { "data-way": way.slice("whatIf.".length) },
    ...(i === 0 ? [make("th", { scope: "rowgroup", rowspan: "3" }, queue === "" ? t("whatIf.all") : make("bdi", {}, queue))] : []),
    make("th", { scope: "row" }, t(way)),
    figure("charts.entered", String(Number(row.entered ?? 0))),
    figure("whatIf.inTime", row.slExcludingShort === undefined ? "–" : percent(row.slExcludingShort)),
    figure("charts.abandoned", String(left)),
    figure("charts.wait", answered === 0 ? "–" : duration(spanOf(row.speedOfAnswer?.average ?? "0s"))),
  );
}

function figure(key, text) {
  return make("td", { "data-label": t(key) }, text);
}
