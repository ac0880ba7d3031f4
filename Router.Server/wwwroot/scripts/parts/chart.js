// Two plain charts over intervals. They always run from left to right, as clocks are read; a table beside them says the same in text.

import { drawn, element, make } from "../dom.js";

const width = 600;
const height = 170;
const edge = { left: 44, right: 6, top: 8, bottom: 22 };
const mostLabels = 8;
const labelWidth = 32;
const inner = { width: width - edge.left - edge.right, height: height - edge.top - edge.bottom };

/** Bars side by side for each interval. */
export function bars({ title, labels, series, format = String }) {
  const scale = scaleOf(series);
  const slot = inner.width / labels.length;
  const wide = (slot * 0.8) / series.length;
  const shapes = series.flatMap(({ key, values }, s) =>
    values.map((value, i) =>
      drawn("rect", {
        class: `of-${key}`,
        x: edge.left + i * slot + slot * 0.1 + s * wide,
        y: yOf(value, scale),
        width: Math.max(1, wide - 1),
        height: height - edge.bottom - yOf(value, scale),
        rx: 1,
      }),
    ),
  );
  return figure({ title, labels, series, format, scale, shapes });
}

/** A line for each series; what is not known is left out. */
export function lines({ title, labels, series, format = String }) {
  const scale = scaleOf(series);
  const slot = inner.width / labels.length;
  const shapes = series.flatMap(({ key, values }) => {
    const points = values.map((value, i) => (value === null ? null : [edge.left + (i + 0.5) * slot, yOf(value, scale)])).filter((point) => point !== null);
    return [
      drawn("polyline", { class: `of-${key}`, points: points.map((point) => point.join()).join(" ") }),
      ...points.map(([x, y]) => drawn("circle", { class: `of-${key}`, cx: x, cy: y, r: 2.2 })),
    ];
  });
  return figure({ title, labels, series, format, scale, shapes });
}

function figure({ title, labels, series, format, scale, shapes }) {
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, class: "chart", "aria-hidden": "true" }, ...grid(scale, format), ...ticks(labels), ...shapes);
  const legend = series.map(({ key, name }) => make("span", { class: `key of-${key}` }, element("span", "swatch"), name));
  return make("figure", {}, make("figcaption", {}, make("b", {}, title), ...legend), svg);
}

function grid(scale, format) {
  return [0, scale / 2, scale].flatMap((value) => [
    drawn("line", { class: "grid", x1: edge.left, x2: width - edge.right, y1: yOf(value, scale), y2: yOf(value, scale) }),
    drawn("text", { x: edge.left - 6, y: yOf(value, scale) + 4, "text-anchor": "end" }, format(value)),
  ]);
}

function ticks(labels) {
  const slot = inner.width / labels.length;
  const every = Math.ceil(labels.length / mostLabels);
  return labels.flatMap((label, i) =>
    i % every === 0 && edge.left + i * slot + labelWidth < width ? [drawn("text", { x: edge.left + i * slot, y: height - 6, "text-anchor": "start" }, label)] : [],
  );
}

const yOf = (value, scale) => edge.top + inner.height * (1 - value / scale);

// The next even number of one of few digits, so that its half is whole too.
function scaleOf(series) {
  const most = Math.max(2, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const unit = 10 ** Math.floor(Math.log10(most));
  const steps = [1, 2, 4, 6, 8, 10].map((step) => step * unit);
  return Math.max(2, steps.find((step) => step >= most));
}
