// The words of the interface, in the reader's language: languages/CODE.json. A key that a language lacks is told in English.

const stored = "router.language";
const first = "en";

let code = first;
let texts = {};
let otherwise = {};
let plurals = new Intl.PluralRules(first);

/** The code of the language in use. */
export function interfaceLanguage() {
  return code;
}

/** Takes a language's texts; `inEnglish` stand in for what it lacks. */
export function useTexts(language, own, inEnglish = own) {
  code = language;
  texts = own;
  otherwise = inEnglish;
  plurals = new Intl.PluralRules(language);
}

/** Loads the language that was chosen, else the first of the browser's that there is. Gives all that there are: code to name. */
export async function loadTexts() {
  const names = await load("index");
  const wanted = [localStorage.getItem(stored), ...navigator.languages.map((tag) => tag.split("-")[0])];
  const chosen = wanted.find((tag) => tag !== null && Object.hasOwn(names, tag)) ?? first;
  const english = await load(first);
  useTexts(chosen, chosen === first ? english : await load(chosen), english);
  document.documentElement.lang = code;
  document.documentElement.dir = t("$direction");
  return names;
}

export function chooseLanguage(chosen) {
  localStorage.setItem(stored, chosen);
}

/**
 * The text of a key, with {name} replaced by a value; of its forms for a number the one that goes with `count`. Words among the values keep
 * their own direction.
 */
export function t(key, values = {}) {
  const found = texts[key] ?? otherwise[key] ?? key;
  const text = typeof found === "string" ? found : (found[plurals.select(values.count)] ?? found.other);
  return text.replaceAll(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "string" ? `\u2068${values[name]}\u2069` : String(values[name])));
}

/** The text of a code of the contract, or the code itself in plain words where there is none. */
export function codeText(group, name) {
  const key = `${group}.${name}`;
  return Object.hasOwn(texts, key) || Object.hasOwn(otherwise, key) ? t(key) : name.replaceAll("_", " ").toLowerCase();
}

/** Puts the texts into a page's own elements: data-t for their text, data-t-ATTRIBUTE for an attribute. */
export function translate(root) {
  for (const marked of root.querySelectorAll("[data-t]")) {
    marked.textContent = t(marked.dataset.t);
  }

  for (const name of ["title", "aria-label", "placeholder"]) {
    for (const marked of root.querySelectorAll(`[data-t-${name}]`)) {
      marked.setAttribute(name, t(marked.getAttribute(`data-t-${name}`)));
    }
  }
}

async function load(name) {
  return await (await fetch(`languages/${name}.json`)).json();
}
