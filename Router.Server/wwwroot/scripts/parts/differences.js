import { make } from "../dom.js";
import { t } from "../texts.js";

/** Where two documents differ: each path with what stood there and what stands there. */
export function differences(list, title) {
  if (list.length === 0) {
    return make("p", { class: "empty" }, t("policy.same"));
  }

  const heads = ["policy.path", "policy.before", "policy.after"].map((key) => make("th", { scope: "col" }, t(key)));
  const rows = list.map(({ path = "", before = "", after = "" }) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, make("code", { dir: "ltr" }, path)),
      make("td", { class: "before", "data-label": t("policy.before") }, value(before, "del")),
      make("td", { class: "after", "data-label": t("policy.after") }, value(after, "ins")),
    ),
  );
  return make("div", { class: "scroll" }, make("table", { class: "changes", "aria-label": title }, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)));
}

function value(json, tag) {
  return json === "" ? make("small", {}, "–") : make(tag, {}, make("code", { dir: "ltr" }, json));
}
