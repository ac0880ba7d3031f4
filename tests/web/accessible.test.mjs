// Every view of the dashboard before axe, light and dark, on a desk and on a phone, in both directions.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { Agent } from "./agent.mjs";
import { launch, openPage } from "./browser.mjs";
import { Caller } from "./contract.mjs";
import { Server } from "./server.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let server;
let browser;
let admin;
let callerOfAgent;
let work;
let views;

before(async () => {
  [server, browser] = await Promise.all([Server.start(), launch()]);
  admin = new Caller(server.grpc, server.token("admin"));
  callerOfAgent = new Caller(server.grpc, server.token("agent", "ann"));
  const queue = { name: "desk", label: "The desk", channels: [{ channel: "chat", target: { seconds: 1 } }], dispositions: [{ code: "solved" }], alarms: { waiting: 1, hold: { seconds: 0 } } };
  await admin.call("SupervisorService/PutQueue", { queue });
  await admin.call("SupervisorService/PutAgent", { profile: { agent_id: "ann", name: "Ann", team: "one", queues: ["desk"], languages: [{ language: "he", level: 5 }] } });
  const submit = (externalId, language) =>
    admin.call("TicketService/Submit", {
      source: "web", external_id: externalId, channel: "chat", queue: "desk", languages: [{ language }],
      customer: { name: "נועה" }, subject: "Card", text: "שלום", text_language: "he",
    });
  const { ticket_id: first } = await submit("1", "he");
  await admin.call("TicketService/Cancel", { ticket_id: (await submit("0", "he")).ticket_id, reason: "CANCEL_REASON_WITHDRAWN" });
  const { ticket_id: waiting } = await submit("2", "lt");
  work = await Agent.signIn(callerOfAgent);
  await work.accept();
  await admin.call("SupervisorService/Reprioritise", { tickets: { ticket_ids: [waiting], why: "because" }, priority: 3 });
  views = {
    queues: { hash: "#/queues", shown: "#rows tbody td.waiting" },
    queue: { hash: "#/queues/desk", shown: "table.steps, table.tickets tbody tr" },
    agents: { hash: "#/agents", shown: "table.people tbody tr" },
    agent: { hash: "#/agents/ann", shown: "table.tickets tbody tr" },
    "waiting ticket": { hash: `#/tickets/${waiting}`, shown: ".timeline q" },
    "ticket in hand": { hash: `#/tickets/${first}`, shown: ".messages p" },
    closed: { hash: "#/closed", shown: "table.tickets tbody tr" },
    policy: { hash: "#/policy", shown: ".versions li" },
  };
});

after(async () => {
  work?.leave();
  admin?.close();
  callerOfAgent?.close();
  await browser?.close();
  await server?.stop();
});

async function complaints(page) {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
  const { violations, passes } = await page.evaluate((only) => globalThis.axe.run(document, { runOnly: { type: "tag", values: only } }), tags);
  assert.ok(passes.length > 20, "axe has looked");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary.replaceAll(/\s+/g, " ")}`).join("; ")}`);
}

for (const [name, options] of Object.entries({
  "on a desk, light": { colorScheme: "light" },
  "on a desk, dark": { colorScheme: "dark" },
  "on a phone, dark, in Hebrew": { colorScheme: "dark", viewport: { width: 390, height: 844 }, locale: "he-IL" },
})) {
  test(`axe has no complaint about any view ${name}`, async () => {
    // The page's own policy lets no script in from elsewhere; a script of a test is not of the page.
    const { page, faults, close } = await openPage(browser, `${server.http}/#token=${server.token("admin")}`, { bypassCSP: true, reducedMotion: "reduce", ...options });
    await page.addScriptTag({ path: axe });
    const found = [];
    for (const [view, { hash, shown }] of Object.entries(views)) {
      await page.evaluate((to) => (location.hash = to), hash);
      await page.locator(shown).first().waitFor();
      found.push(...(await complaints(page)).map((complaint) => `${view}: ${complaint}`));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, `${view} is wider than the screen`);
    }

    await page.evaluate((to) => (location.hash = to), views["waiting ticket"].hash);
    await page.locator('.actions:visible [data-do="move"]').waitFor();
    await page.locator('.actions:visible [data-do="reprioritise"]').click();
    await page.locator("dialog.action-dialog").waitFor();
    found.push(...(await complaints(page)).map((complaint) => `dialog: ${complaint}`));
    assert.deepEqual(found, []);
    assert.deepEqual(faults, []);
    await close();
  });
}

test("in Hebrew a long English subject keeps its beginning, at the page's side", async () => {
  const { page, close } = await openPage(browser, `${server.http}/#token=${server.token("admin")}`, { locale: "he-IL" });
  for (const { hash, shown } of [views.queue, views.closed]) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.locator(shown).first().waitFor();
    const subject = page.locator("th.name .team:visible", { hasText: "Card" }).first();
    assert.deepEqual(await subject.evaluate((it) => [getComputedStyle(it).direction, getComputedStyle(it).textAlign]), ["ltr", "right"], hash);
  }

  await close();
});
