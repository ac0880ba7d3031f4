// The dashboard in Chromium, before a real server: what happens there is seen here, without a reload.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Agent } from "./agent.mjs";
import { launch, openPage, shows } from "./browser.mjs";
import { Caller } from "./contract.mjs";
import { Server } from "./server.mjs";

const row = (queue) => `tr:has(th.queue a:text-is("${queue}"))`;

let server;
let browser;
let admin;
const callers = [];

function caller(role, subject) {
  const made = new Caller(server.grpc, server.token(role, subject));
  callers.push(made);
  return made;
}

/** A queue of its own for one test, and an agent of it. */
async function queue(name, agentId, agentName, targetSeconds = 3_600) {
  await admin.call("SupervisorService/PutQueue", {
    queue: { name, channels: [{ channel: "call", target: { seconds: targetSeconds }, wrap_up: { kind: "WRAP_UP_KIND_NONE" } }] },
  });
  await admin.call("SupervisorService/PutAgent", {
    profile: { agent_id: agentId, name: agentName, queues: [name], languages: [{ language: "he", level: 5 }] },
  });
}

async function submit(name, externalId, language = "he") {
  return await admin.call("TicketService/Submit", {
    source: name, external_id: externalId, channel: "call", queue: name, languages: [{ language }],
  });
}

const openDashboard = (options) => openPage(browser, `${server.http}/#token=${server.token("supervisor")}`, options);

/** Waits until a figure of a queue's only row is this. */
async function figure(page, name, cell, value) {
  const has = ([queueName, cellName, expected]) => {
    const heads = [...document.querySelectorAll("th.queue a")];
    const row = heads.find((head) => head.textContent === queueName)?.closest("tr");
    return row?.querySelector(`td.${cellName} .number`)?.textContent === expected;
  };
  await page.waitForFunction(has, [name, cell, value]).catch((error) => {
    throw new Error(`${name} never showed ${cell} ${value}`, { cause: error });
  });
}

before(async () => {
  [server, browser] = await Promise.all([Server.start(), launch()]);
  admin = caller("admin");
});

after(async () => {
  callers.forEach((each) => each.close());
  await browser?.close();
  await server?.stop();
});

test("a ticket is seen on its whole way, and the page is never loaded again", async () => {
  await queue("way", "noa", "נועה פרידמן");
  const { page, faults, elsewhere, close } = await openDashboard();
  await shows(page, "#state-text", "Live");
  assert.equal(new URL(page.url()).hash, "", "the token does not stay in the address");
  await page.evaluate(() => (window.loadedOnce = true));

  await submit("way", "1");
  await figure(page, "way", "waiting", "1");
  await page.waitForFunction(() => /^\d+:\d\d$/.test(document.querySelector("td.oldest .number").textContent));

  const agent = await Agent.signIn(caller("agent", "noa"));
  await figure(page, "way", "offered", "1");
  await figure(page, "way", "waiting", "0");
  const work = await agent.accept();
  await figure(page, "way", "assigned", "1");
  await page.locator("#tabs a[data-view=agents]").click();
  const name = page.locator('tr[data-activity="handling"] th.name a');
  assert.equal(await name.textContent(), "נועה פרידמן");
  assert.equal(await name.evaluate((element) => getComputedStyle(element).direction), "rtl");

  await agent.complete(work);
  await page.locator('tr[data-activity="idle"] th.name a').waitFor();
  await page.locator("#tabs a[data-view=queues]").click();
  await figure(page, "way", "assigned", "0");
  await figure(page, "way", "level", "100%");
  await page.waitForFunction(() => /^\d+:\d\d$/.test(document.querySelector("td.handle .number").textContent));
  await page.locator(`${row("way")} svg[aria-label="1 entered in the last hour"]`).waitFor();
  await page.locator('th.queue a:text-is("way")').click();
  await page.locator("figure .chart").first().waitFor();
  await page.locator("summary").click();
  const quarter = await page.locator("table.intervals tbody tr:first-child td.figure").allTextContents();
  assert.deepEqual([...quarter.slice(0, 4), quarter.at(-1)], ["1", "1", "1", "0", "100%"], "entered, answered, completed, left, service level");

  assert.equal(await page.evaluate(() => window.loadedOnce), true);
  assert.deepEqual(faults, []);
  assert.deepEqual(elsewhere, []);
  agent.leave();
  await close();
});

test("who left while waiting is counted in the last hour, in the list and on the queue's page", async () => {
  await queue("left", "hal", "Hal");
  await admin.call("SupervisorService/PutQueue", { queue: { name: "left", short_abandon: { seconds: 0 }, channels: [{ channel: "call", target: { seconds: 3_600 } }] } });
  const { ticket_id: leaving } = await submit("left", "1");
  await submit("left", "2");
  const { page, faults, close } = await openDashboard();
  await figure(page, "left", "waiting", "2");
  await figure(page, "left", "abandoned", "0");
  assert.equal(await page.locator(`${row("left")} td.handle`).textContent(), "–", "nothing is handled yet");

  await admin.call("TicketService/End", { ticket_id: leaving });
  await figure(page, "left", "abandoned", "1");
  const cell = page.locator(`${row("left")} td.abandoned`);
  assert.equal(await cell.textContent(), "150%");
  assert.equal(await cell.getAttribute("title"), "Of 2 that entered in the last hour 1 left while waiting, 0 more at once");
  await page.locator('th.queue a:text-is("left")').click();
  await page.locator('[data-figure="abandoned"]', { hasText: "50% · last hour" }).waitFor();
  await page.locator('[data-figure="level"]', { hasText: "last hour" }).waitFor();
  assert.equal(await page.locator("table.parts td.abandoned").textContent(), "1");
  assert.deepEqual(faults, []);
  await close();
});

test("what needs a person is marked, and can be seen alone", async () => {
  await queue("marked", "dov", "Dov");
  await queue("plain", "eve", "Eve");
  await submit("plain", "1");
  await submit("marked", "1", "lt");
  const { page, faults, close } = await openDashboard();
  await figure(page, "plain", "waiting", "1");
  await page.locator(`${row("marked")}[data-urgent]`).waitFor();
  assert.equal(await page.locator(`${row("marked")} .mark.urgent`).textContent(), "1 that nobody can serve");
  await shows(page, "#person-count", "1 that nobody can serve");
  assert.equal(await page.locator("#person").getAttribute("data-level"), "urgent");

  await page.locator("#only-person").click();
  await page.locator(row("plain")).waitFor({ state: "detached" });
  await page.locator(row("marked")).waitFor();

  // The target passes on the page's own clock, without any news.
  await queue("late", "fay", "Fay", 1);
  await submit("late", "1");
  await page.locator(`${row("late")}[data-late]`).waitFor();
  assert.equal(await page.locator(`${row("late")} .mark.late`).isVisible(), true);
  assert.deepEqual(faults, []);
  await close();
});

test("a cut is shown with the age of the figures, and mends by itself", async () => {
  await queue("cut", "gil", "Gil");
  await submit("cut", "1");
  const { page, faults, close } = await openDashboard();
  await figure(page, "cut", "waiting", "1");
  await page.evaluate(() => (window.loadedOnce = true));
  assert.deepEqual(faults, []);

  await server.kill();
  await page.waitForFunction(() => /^Reconnecting… · figures from \d+:\d\d ago$/.test(document.querySelector("#state-text").textContent));
  assert.equal(await page.locator("#view").getAttribute("data-stale"), "");
  assert.equal(await page.locator("#view").evaluate((view) => getComputedStyle(view).opacity), "1", "old figures keep their contrast");
  await figure(page, "cut", "waiting", "1");

  await server.resume();
  await shows(page, "#state-text", "Live");
  await submit("cut", "2");
  await figure(page, "cut", "waiting", "2");
  assert.equal(await page.locator("#view").getAttribute("data-stale"), null);
  assert.equal(await page.evaluate(() => window.loadedOnce), true);
  assert.deepEqual(faults.filter((fault) => !/Failed to load resource|WebSocket connection/.test(fault)), []);
  await close();
});

test("a server with a key asks for a token once, and says what is wrong with one", async () => {
  const { page, close } = await openPage(browser, `${server.http}/`);
  const dialog = page.locator("#token-dialog");
  await dialog.waitFor();
  assert.equal(await page.locator("#token-problem").isVisible(), false);
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press("Escape");
  }

  assert.equal(await dialog.isVisible(), true, "without a token there is nothing to see");

  await page.locator("#token").fill(server.token("agent", "gil"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("#token-problem").waitFor();
  assert.match(await page.locator("#token-problem").textContent(), /'gil' is agent; this needs supervisor or admin/);

  await page.locator("#token").fill(server.token("supervisor"));
  await page.locator("#token-form button").click();
  await shows(page, "#state-text", "Live");
  assert.equal(await dialog.isVisible(), false);

  await page.reload();
  await shows(page, "#state-text", "Live");
  await page.evaluate(() => (location.hash = "#/policy"));
  await page.locator(".versions li").first().waitFor();
  await page.locator("#forget-token").click();
  await dialog.waitFor();
  await page.locator("#token").fill(server.token("supervisor"));
  await page.locator("#token-form button").click();
  await page.locator(".versions li").first().waitFor();
  await close();
});

test("it can be used by keyboard", async () => {
  await queue("keys-one", "ian", "Ian");
  await queue("keys-two", "joy", "Joy");
  await submit("keys-one", "1");
  await submit("keys-two", "1");
  const { page, close } = await openDashboard();
  await figure(page, "keys-two", "waiting", "1");

  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.keyboard.press("/");
  await page.keyboard.type("keys-two hebrew");
  await page.locator(row("keys-one")).waitFor({ state: "detached" });
  assert.equal(await page.locator("#rows tbody tr").count(), 1);
  await page.keyboard.press("Escape");
  await page.locator(row("keys-one")).waitFor();

  await page.locator("#theme").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "light");
  await close();
});

test("who goes back is where he was, and who chooses a language stays at the choice", async () => {
  for (const name of ["back-one", "back-two", "back-three"]) {
    await queue(name, name, name);
    await submit(name, "1");
  }

  const { page, faults, close } = await openDashboard({ viewport: { width: 390, height: 500 } });
  const link = page.locator('th.queue a:text-is("back-two")');
  await figure(page, "back-two", "waiting", "1");
  await link.focus();
  await page.evaluate(() => scrollBy(0, 40));
  const top = await page.evaluate(() => scrollY);
  assert.ok(top > 40, "the list is longer than the screen");
  await page.keyboard.press("Enter");
  await shows(page, "h1", "back-two");
  assert.deepEqual(await page.evaluate(() => [document.activeElement.tagName, scrollY]), ["H1", 0]);
  await page.goBack();
  await link.waitFor();
  assert.deepEqual(await page.evaluate(() => [document.activeElement.textContent, scrollY]), ["back-two", top]);
  await page.locator("#tabs a[data-view=agents]").click();
  await page.locator("#tabs a[data-view=queues]").click();
  assert.deepEqual(await page.evaluate(() => [document.activeElement.tagName, scrollY]), ["H1", 0], "another visit begins at the top");

  await page.locator("#language").selectOption("lt");
  await shows(page, "#state-text", "Tiesiogiai");
  assert.equal(await page.evaluate(() => document.activeElement.id), "language");
  assert.deepEqual(faults, []);
  await close();
});

test("on a phone nothing is wider than the screen", async () => {
  await queue("phone with a name that is rather long for a queue", "kim", "Kim");
  await submit("phone with a name that is rather long for a queue", "1", "lt");
  const { page, faults, close } = await openDashboard({ viewport: { width: 360, height: 740 }, isMobile: true, colorScheme: "dark" });
  await figure(page, "phone with a name that is rather long for a queue", "waiting", "1");
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  assert.deepEqual(faults, []);
  await close();
});
