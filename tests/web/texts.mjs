// The texts of the dashboard, as its files have them.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("../../Router.Server/wwwroot/languages/", import.meta.url);

export function textsOf(language) {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`${language}.json`, folder)), "utf8"));
}
