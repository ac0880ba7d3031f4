import { Repeatable } from "../api.js";
import { make } from "../dom.js";
import { t } from "../texts.js";

const mostWhy = 256;
let made = 0;

/**
 * Asks for what an action needs, always with why, and does it: it stays open, with the refusal, until it is done or given up.
 * fields: { name, label, options: [[value, text]] | suggestions: [[value, text]] | type, min, max, value, hint }; an optional one has
 * `isOptional`. `act(values, repeatable)` does it. Gives its answer, or null when it was given up.
 */
export function askForAction({ title, detail = "", fields = [], confirm, isGrave = false, whyLabel = t("why"), act }) {
  const inputs = new Map();
  const repeatable = new Repeatable();
  const problem = make("p", { class: "problem", role: "alert", hidden: true });
  const rows = fields.map((field) => labelled(field, inputs));
  rows.push(labelled({ name: "why", label: whyLabel, maxlength: mostWhy, dir: "auto" }, inputs));
  const done = make("button", { type: "submit", class: isGrave ? "primary grave" : "primary" }, confirm);
  const cancel = make("button", { type: "button", class: "secondary", onclick: () => dialog.close() }, t("cancel"));
  const titleId = `action-${++made}`;
  const form = make(
    "form",
    { method: "dialog", class: "action" },
    make("h2", { id: titleId }, title),
    detail === "" ? null : make("p", { class: "hint", dir: "auto" }, detail),
    ...rows,
    problem,
    make("div", { class: "buttons" }, done, cancel),
  );
  const dialog = make("dialog", { "aria-labelledby": titleId, class: "action-dialog" }, form);
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector("input, select")?.focus();
  return new Promise((resolve) => {
    let answer = null;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      done.disabled = true;
      try {
        const values = Object.fromEntries([...inputs].map(([name, input]) => [name, input.type === "checkbox" ? input.checked : input.value.trim()]));
        answer = await act(values, repeatable);
        dialog.close();
      } catch (refusal) {
        problem.textContent = refusal.message;
        problem.hidden = false;
      } finally {
        done.disabled = false;
      }
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
  });
}

function labelled(field, inputs) {
  const id = `field-${++made}`;
  const input = inputOf(field, id);
  inputs.set(field.name, input);
  const hint = field.hint ? make("small", {}, field.hint) : null;
  if (field.type === "checkbox") {
    return make("label", { class: "check", for: id }, input, field.label);
  }

  const list = field.suggestions
    ? make("datalist", { id: `${id}-list` }, ...field.suggestions.map(([value, text]) => make("option", { value }, text)))
    : null;
  return make("div", { class: "field" }, make("label", { for: id }, field.label), input, list, hint);
}

function inputOf(field, id) {
  if (field.options) {
    const select = make("select", { id, name: field.name, required: !field.isOptional }, ...field.options.map(([value, text]) => make("option", { value }, text)));
    select.value = field.value ?? field.options[0]?.[0] ?? "";
    return select;
  }

  const input = make("input", {
    id,
    name: field.name,
    type: field.type ?? "text",
    required: !field.isOptional && field.type !== "checkbox",
    min: field.min ?? null,
    max: field.max ?? null,
    maxlength: field.maxlength ?? null,
    dir: field.dir ?? null,
    list: field.suggestions ? `${id}-list` : null,
    autocomplete: "off",
  });
  if (field.value !== undefined) {
    input.value = field.value;
  }

  return input;
}
