// The pictures of the docs, from a server that plays the demo (./run): node tests/web/pictures.mjs http://127.0.0.1:7601 TOKEN

import { fileURLToPath } from "node:url";
import { launch, openPage } from "./browser.mjs";

const [address, token] = process.argv.slice(2);
const folder = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const pictures = [
  { name: "dashboard", hash: "#/queues", shown: "#rows tbody td.waiting", colorScheme: "light", height: 720 },
  { name: "dashboard-queue", hash: "#/queues/bank", shown: ".explanation .sentence", colorScheme: "dark", height: 1010 },
];

const browser = await launch();
for (const { name, hash, shown, colorScheme, height } of pictures) {
  const { page, close } = await openPage(browser, `${address}/#token=${token}`, { colorScheme, reducedMotion: "reduce", viewport: { width: 1280, height } });
  await page.evaluate((to) => (location.hash = to), hash);
  await page.locator(shown).first().waitFor();
  await page.screenshot({ path: `${folder}${name}.png` });
  await close();
}

await browser.close();
