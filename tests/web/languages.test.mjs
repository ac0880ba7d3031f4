// Every language of the dashboard says all that there is to say.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { textsOf } from "./texts.mjs";

const root = fileURLToPath(new URL("../../Router.Server/wwwroot/", import.meta.url));
const languages = Object.keys(textsOf("index"));
const english = textsOf("en");
const largest = 120;

const forms = (text) => (typeof text === "string" ? [text] : Object.values(text));
const places = (text) => [...new Set(forms(text).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map((match) => match[1])))].sort();

test("each file of a language is in the list, and each of the list is there", () => {
  const files = readdirSync(`${root}languages`).map((file) => file.replace(".json", ""));
  assert.deepEqual(files.filter((file) => file !== "index").sort(), [...languages].sort());
});

for (const language of languages) {
  const texts = textsOf(language);

  test(`${language} has the same keys as English, none of them empty`, () => {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort());
    assert.deepEqual(Object.entries(texts).filter(([, text]) => forms(text).some((form) => form.trim() === "")).map(([key]) => key), []);
    assert.ok(["ltr", "rtl"].includes(texts.$direction));
  });

  test(`${language} has a form for every number, and the values of English`, () => {
    const plurals = new Intl.PluralRules(language);
    const needed = new Set(Array.from({ length: largest }, (_, count) => plurals.select(count)));
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text !== "string") {
        assert.deepEqual([...needed].filter((form) => !(form in text)), [], `${key} lacks a form`);
      }

      assert.deepEqual(places(text), places(english[key]), `${key} has other values`);
    }
  });
}

test("every text that the page asks for by name is there", () => {
  const files = readdirSync(`${root}scripts`, { recursive: true }).filter((file) => file.endsWith(".js"));
  const sources = [...files.map((file) => `scripts/${file}`), "index.html"].map((file) => readFileSync(root + file, "utf8"));
  const asked = sources.flatMap((source) => [...source.matchAll(/\bt\("([^"]+)"|data-t(?:-[a-z-]+)?="([^"]+)"/g)].map((match) => match[1] ?? match[2]));
  assert.ok(asked.length > 100);
  assert.deepEqual([...new Set(asked)].filter((key) => !(key in english)), []);
});

test("every state, action and sender of the contract has its text", () => {
  const contract = ["tickets", "common"].map((name) => readFileSync(`${root}../../Router.Protos/router/v1/${name}.proto`, "utf8")).join("\n");
  const kinds = { TICKET_STATE: "state", HISTORY_ACTION: "history", MESSAGE_SENDER: "sender", ACTOR_KIND: "actor" };
  const named = [...contract.matchAll(/^ {2}(TICKET_STATE|HISTORY_ACTION|MESSAGE_SENDER|ACTOR_KIND)_(\w+) = [1-9]/gm)];
  assert.ok(named.length > 50);
  assert.deepEqual(named.map(([, kind, name]) => `${kinds[kind]}.${name}`).filter((key) => !(key in english)), []);
});
