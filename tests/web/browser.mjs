// Debian's Chromium, and pages that note what a page should not do.

import { chromium } from "playwright-core";

const program = process.env.ROUTER_CHROMIUM ?? "/usr/bin/chromium";
const patienceMs = 60_000;

export function launch() {
  return chromium.launch({
    executablePath: program,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** A page with a profile of its own; `faults` are its errors, `elsewhere` what it loaded from other hosts. */
export async function openPage(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const faults = [];
  const elsewhere = [];
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    if (new URL(request.url()).host !== new URL(url).host) {
      elsewhere.push(request.url());
    }
  });
  await page.goto(url);
  return { page, faults, elsewhere, close: () => context.close() };
}

/** Waits until an element has a text. */
export async function shows(page, selector, text) {
  const has = ([where, what]) => document.querySelector(where)?.textContent.trim() === what;
  await page.waitForFunction(has, [selector, text]).catch(async (error) => {
    const found = await page.locator(selector).first().textContent({ timeout: 1_000 }).catch(() => null);
    throw new Error(`${selector} shows ${JSON.stringify(found)} and not ${JSON.stringify(text)}`, { cause: error });
  });
}
