// The client library that the server serves is the one of the package, with its licence beside it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const served = new URL("../../Router.Server/wwwroot/lib/signalr/", import.meta.url);
const taken = new URL("node_modules/@microsoft/signalr/", import.meta.url);

test("signalr.min.js is that of @microsoft/signalr", async () => {
  assert.deepEqual(await readFile(new URL("signalr.min.js", served)), await readFile(new URL("dist/browser/signalr.min.js", taken)));
});

test("the licence it is served with is the package's", async () => {
  const { license } = JSON.parse(await readFile(new URL("package.json", taken)));
  assert.equal(license, "MIT");
  assert.match(await readFile(new URL("LICENSE.txt", served), "utf8"), /^The MIT License \(MIT\)/);
});
