// What a supervisor looks into and does in the dashboard, before a real server.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Agent } from "./agent.mjs";
import { launch, openPage, shows } from "./browser.mjs";
import { Caller } from "./contract.mjs";
import { Server } from "./server.mjs";

const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

let server;
let browser;
let admin;
const callers = [];

function caller(role, subject) {
  const made = new Caller(server.grpc, server.token(role, subject));
  callers.push(made);
  return made;
}

async function queue(name, fields = {}) {
  await admin.call("SupervisorService/PutQueue", {
    queue: { name, channels: [{ channel: "chat", target: { seconds: 3_600 }, wrap_up: { kind: "WRAP_UP_KIND_NONE" } }], ...fields },
  });
}

async function agent(id, name, queues) {
  await admin.call("SupervisorService/PutAgent", { profile: { agent_id: id, name, team: "one", queues, languages: [{ language: "he", level: 5 }] } });
}

async function submit(name, externalId, fields = {}) {
  return await admin.call("TicketService/Submit", { source: name, external_id: externalId, channel: "chat", queue: name, languages: [{ language: "he" }], ...fields });
}

const history = async (ticketId) => (await admin.call("SupervisorService/History", { ticket_id: ticketId })).entries;

/** A page signed in as a supervisor, or another role, at a view. */
async function open(hash, { role = "supervisor", subject = role, ...options } = {}) {
  const opened = await openPage(browser, `${server.http}/#token=${server.token(role, subject)}`, options);
  await opened.page.evaluate((to) => (location.hash = to), hash);
  return opened;
}

/** Fills the dialog of an action and does it. */
async function act(page, name, fields, why) {
  await page.locator(`.actions:visible [data-do="${name}"]`).click();
  const dialog = page.locator("dialog.action-dialog");
  for (const [field, value] of Object.entries(fields)) {
    const input = dialog.locator(`[name="${field}"]`);
    if (value === true) {
      await input.check();
    } else if ((await input.evaluate((element) => element.tagName)) === "SELECT") {
      await input.selectOption(value);
    } else {
      await input.fill(value);
    }
  }

  await dialog.locator('[name="why"]').fill(why);
  await dialog.locator('button[type="submit"]').click();
  return dialog;
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

test("a queue shows its tickets in order, why the first waits, and moves what is selected", async () => {
  await queue("front");
  await queue("back", { label: "The back office" });
  await agent("avi", "Avi", ["front"]);
  const first = await submit("front", "1", { customer: { name: "נועה לוי" }, priority: 5 });
  await submit("front", "2", { customer: { name: "Second" } });
  const { page, faults, close } = await open("#/queues/front", { subject: "sam" });

  const links = page.locator("table.tickets tbody th a");
  await page.waitForFunction(() => document.querySelectorAll("table.tickets tbody tr").length === 2);
  assert.deepEqual(await links.allTextContents(), ["נועה לוי", "Second"]);
  await page.locator(".explanation .sentence", { hasText: "1 registered" }).waitFor();
  assert.equal(await page.locator("table.steps tbody tr").count(), 1);

  await page.locator("table.tickets tbody input[type=checkbox]").first().check();
  const dialog = await act(page, "move", { queue: "back" }, "too many in front");
  await dialog.waitFor({ state: "detached" });
  await shows(page, "#said", "1 ticket changed.");
  await page.waitForFunction(() => document.querySelectorAll("table.tickets tbody tr").length === 1);

  const moved = (await history(first.ticket_id)).find((entry) => entry.action === "HISTORY_ACTION_MOVED");
  assert.deepEqual([moved.actor.kind, moved.actor.id, moved.note], ["ACTOR_KIND_SUPERVISOR", "sam", "too many in front"]);
  assert.deepEqual(faults, []);
  await close();
});

test("tickets are told page by page, those in hand and later apart", async () => {
  await queue("pages");
  for (let i = 1; i <= 27; i++) {
    await submit("pages", String(i));
  }

  await submit("pages", "later", { schedule_at: { seconds: Math.floor(Date.now() / 1000) + 3_600 } });
  const { page, faults, close } = await open("#/queues/pages");
  await page.waitForFunction(() => document.querySelectorAll("table.tickets tbody tr").length === 25);
  await page.getByRole("button", { name: "Next" }).click();
  await page.waitForFunction(() => document.querySelector("table.tickets .place")?.textContent === "26.");
  assert.equal(await page.locator("table.tickets tbody tr").count(), 2);
  await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
  await shows(page, ".actions .count", "2 selected");
  await page.locator("table.tickets tbody input").first().uncheck();
  assert.equal(await page.locator("th.pick input").evaluate((box) => box.indeterminate), true);
  await page.getByRole("button", { name: "Later" }).click();
  await page.waitForFunction(() => document.querySelectorAll("table.tickets tbody tr").length === 1);
  assert.match(await page.locator("table.tickets td.note").textContent(), /scheduled/);
  assert.deepEqual(faults, []);
  await close();
});

test("a ticket closed today is found by queue, agent and customer, and opens what happened to it", async () => {
  await queue("ended");
  await queue("ended-too");
  await agent("gil", "Gil", ["ended"]);
  const { ticket_id: served } = await submit("ended", "1", { customer: { id: "c-7", name: "רות לוי" }, subject: "A card" });
  const work = await Agent.signIn(caller("agent", "gil"));
  await work.complete(await work.accept());
  for (let i = 1; i <= 26; i++) {
    const { ticket_id: id } = await submit("ended-too", String(i), { customer: { name: `Customer ${i}` } });
    await admin.call("TicketService/Cancel", { ticket_id: id, reason: "CANCEL_REASON_WITHDRAWN" });
  }

  const { page, faults, close } = await open("#/queues");
  await page.locator("#tabs a[data-view=closed]").click();
  const links = page.locator("table.tickets tbody th a");
  await page.locator("#closed-queue").fill("ended-too");
  await page.waitForFunction(() => document.querySelector("table.tickets tbody th a")?.textContent === "Customer 26");
  assert.equal(await links.count(), 25);
  await page.getByRole("button", { name: "Next" }).click();
  await page.waitForFunction(() => document.querySelectorAll("table.tickets tbody tr").length === 1);
  assert.deepEqual(await links.allTextContents(), ["Customer 1"]);

  await page.locator("#closed-queue").fill("");
  await page.locator("#closed-agent").fill("gil");
  await page.waitForFunction(() => document.querySelector("table.tickets tbody th a")?.textContent === "רות לוי");
  assert.deepEqual(await page.locator("table.tickets tbody td").allTextContents().then((cells) => cells.slice(0, 4)), ["ended", "chat", "gil", "completed"]);
  await page.locator("#closed-customer").fill("c-8");
  await shows(page, ".card > .empty", "No such ticket was closed.");
  await page.locator("#closed-customer").fill("c-7");
  await links.click();
  await shows(page, ".ticket-state", "completed");
  assert.equal(new URL(page.url()).hash, `#/tickets/${served}`);

  await page.goBack();
  await page.locator("table.tickets tbody th a", { hasText: "רות לוי" }).waitFor();
  assert.equal(await page.locator("#closed-customer").inputValue(), "c-7", "what was looked for is kept");
  await page.locator("#closed-day").fill("2020-01-01");
  await shows(page, ".card > .empty", "No such ticket was closed.");
  assert.deepEqual(faults, []);
  work.leave();
  await close();
});

test("a ticket tells all that happened to it, and is re-prioritised, assigned and completed with a reason", async () => {
  await queue("whole");
  await agent("bea", "Bea", ["whole"]);
  const { ticket_id: id } = await submit("whole", "1", { customer: { name: "Customer" }, text: "שלום, אני צריך עזרה", text_language: "he" });
  const { page, faults, close } = await open(`#/tickets/${id}`, { subject: "sam" });
  await shows(page, ".ticket-state", "waiting");
  const message = page.locator(".messages p");
  assert.equal(await message.textContent(), "שלום, אני צריך עזרה");
  assert.equal(await message.evaluate((element) => getComputedStyle(element).direction), "rtl");
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), "ltr");

  await (await act(page, "reprioritise", { priority: "7" }, "is waiting for the second time")).waitFor({ state: "detached" });
  await page.locator(".timeline q", { hasText: "is waiting for the second time" }).waitFor();

  // An agent who is away gets it all the same.
  const work = await Agent.signIn(caller("agent", "bea"));
  await shows(page, ".ticket-state", "offered");
  const refused = await act(page, "assign", { agentId: "nobody" }, "knows the customer");
  await refused.locator(".problem").waitFor();
  assert.match(await refused.locator(".problem").textContent(), /nobody/);
  await refused.locator('[name="agentId"]').fill("bea");
  await refused.locator('button[type="submit"]').click();
  await shows(page, ".ticket-state", "assigned");

  await (await act(page, "complete", { disposition: "" }, "was a test")).waitFor({ state: "detached" });
  await shows(page, ".ticket-state", "completed");
  assert.equal(await page.locator(".actions:visible button").count(), 0, "a closed ticket has no actions");
  const told = (await history(id)).filter((entry) => entry.actor?.id === "sam").map((entry) => entry.note);
  assert.deepEqual(told, ["is waiting for the second time", "knows the customer", "was a test"]);
  assert.equal(await page.locator(".timeline li").count(), (await history(id)).length);
  assert.deepEqual(faults.filter((fault) => !/Failed to load resource/.test(fault)), []);
  work.leave();
  await close();
});

test("an action needs a reason", async () => {
  await queue("reason");
  const { ticket_id: id } = await submit("reason", "1");
  const { page, close } = await open(`#/tickets/${id}`);
  await shows(page, ".ticket-state", "waiting");
  const dialog = await act(page, "reprioritise", { priority: "1" }, "");
  assert.equal(await dialog.locator('[name="why"]').evaluate((input) => input.validity.valueMissing), true);
  assert.equal((await history(id)).some((entry) => entry.action === "HISTORY_ACTION_REPRIORITISED"), false);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await close();
});

test("agents are seen with what they do, and are sent on a break or given nothing new", async () => {
  await queue("desk");
  await agent("cat", "Cat", ["desk"]);
  await submit("desk", "1");
  const work = await Agent.signIn(caller("agent", "cat"));
  const taken = await work.accept();
  const { page, faults, close } = await open("#/agents", { subject: "sam" });
  const row = page.locator('tr:has(th.name a:text-is("Cat"))');
  await row.waitFor();
  assert.equal(await row.locator("td.doing").textContent(), "Handling");
  assert.match(await row.locator("td.load").textContent(), /30 \/ 100/);
  await page.waitForFunction(() => document.querySelector("td.serves")?.textContent === "deskHebrew 5");
  assert.equal(await row.locator("td.serves").getAttribute("title"), "desk\nHebrew 5");

  await row.locator("input[type=checkbox]").check();
  await (await act(page, "drain", { minutes: "0" }, "leaves early")).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.querySelector('tr[data-activity="handling"] td.note')?.textContent.includes("takes nothing new"));

  await page.locator("#filter").fill("hebrew desk");
  await row.waitFor();
  await page.locator("#filter").fill("lithuanian");
  await row.waitFor({ state: "detached" });
  await page.locator("#filter").fill("");
  await row.locator("th.name a").click();
  await shows(page, "h1", "Cat");
  const offered = () => page.locator(".actions:visible button:enabled").evaluateAll((buttons) => buttons.map((button) => button.dataset.do));
  assert.deepEqual(await offered(), ["away", "drain", "undrain", "signOut"], "who is available is not made so");
  await page.locator("table.tickets th a", { hasText: taken.ticketId }).waitFor();
  await (await act(page, "away", { reason: "meal", now: true }, "has worked for long")).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.querySelector(".where .aside")?.textContent.includes("then away: \u2068meal\u2069"));

  assert.ok((await offered()).includes("available"));
  const view = await admin.call("SupervisorService/GetLive", { agent_ids: ["cat"] });
  assert.deepEqual([view.agents.length, view.agents[0].presence.presence, view.agents[0].presence.away_reason], [1, "PRESENCE_AWAY", "meal"]);
  assert.deepEqual(faults, []);
  work.leave();
  await close();
});

test("what agents did is shown as far as the policy says: of nobody, of teams, of each", async () => {
  await queue("did");
  for (const id of ["fay", "gad", "hen", "ivy", "jan"]) {
    await admin.call("SupervisorService/PutAgent", { profile: { agent_id: id, name: id, team: "five", queues: ["did"] } });
  }

  await submit("did", "1", { languages: [] });
  const work = await Agent.signIn(caller("agent", "fay"));
  await work.complete(await work.accept());
  const show = async (agent_figures) => {
    const { workspace } = await admin.call("SupervisorService/GetWorkspacePolicy", {});
    await admin.call("SupervisorService/PutWorkspacePolicy", { workspace: { ...workspace, agent_figures } });
  };
  const cells = (page) => page.locator('tr:has(th.name a:text-is("fay")) td.figure:visible');

  const { page, faults, close } = await open("#/agents");
  await page.locator(".teams", { hasText: /five\s*1 handled, .?\d+%.? occupancy/ }).waitFor();
  const hidden = await cells(page).count();
  await show("AGENT_FIGURES_NAMED");
  await page.reload();
  await page.evaluate(() => (location.hash = "#/agents"));
  await page.waitForFunction(() => [...document.querySelectorAll("td.handled")].some((cell) => !cell.hidden && cell.textContent === "1"));
  assert.equal(await cells(page).count(), hidden + 2);
  assert.equal(await page.locator(".teams").isVisible(), false);
  await page.locator('th.name a:text-is("fay")').click();
  await page.locator('[data-figure="handled"]', { hasText: /^Handled1\s*since \u2068?\d\d:00/ }).waitFor();

  await show("AGENT_FIGURES_OFF");
  await page.evaluate(() => (location.hash = "#/agents"));
  await page.reload();
  await page.locator('tr:has(th.name a:text-is("fay")) td.serves', { hasText: "did" }).waitFor();
  assert.equal(await cells(page).count(), hidden);
  assert.equal(await page.locator(".teams").isVisible(), false);
  await show("AGENT_FIGURES_TEAM");
  assert.deepEqual(faults, []);
  work.leave();
  await close();
});

test("a policy is validated with mistakes at their lines, compared, published and brought back", async () => {
  await queue("policed");
  const { page, faults, close } = await open("#/policy", { role: "admin", subject: "ada" });
  const text = page.locator("#policy-text");
  await page.waitForFunction(() => document.querySelector("#policy-text")?.value.includes('"policed"'));
  const before = JSON.parse(await text.inputValue());

  const wrong = structuredClone(before);
  wrong.queues.find(({ name }) => name === "policed").channels[0].channel = "pigeon";
  await text.fill(JSON.stringify(wrong));
  await page.locator('[data-do="validate"]').click();
  const problem = page.locator('.problems [data-severity="error"]').first();
  await problem.waitFor();
  assert.match(await problem.locator("code").textContent(), /^queues\[\d+\]\.channels\[0\]/);
  await problem.locator("button").click();
  const selected = await text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.match(selected, /"channel": "pigeon"|\{/);

  await text.fill('{ "queues": [');
  await page.locator('[data-do="validate"]').click();
  await page.waitForFunction(() => document.querySelector(".verdict").textContent.startsWith("This is no JSON"));

  const good = structuredClone(before);
  good.queues.find(({ name }) => name === "policed").label = "Policed";
  await text.fill(JSON.stringify(good, null, 2));
  await page.locator('[data-do="compare"]').click();
  await page.locator(".differences ins", { hasText: '"Policed"' }).waitFor();
  await (await act(page, "publish", {}, "it has a name now")).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.querySelector(".verdict").textContent.startsWith("Published as version"));
  assert.equal((await admin.call("SupervisorService/GetQueue", { name: "policed" })).label, "Policed");

  const newest = page.locator(".versions li").first();
  assert.match(await newest.textContent(), /admin ada.*it has a name now/s);
  await newest.getByRole("button", { name: "What changed" }).click();
  await newest.locator("code", { hasText: "queues[policed].label" }).waitFor();

  await page.locator('.versions li:nth-child(2) [data-do="rollBack"]').click();
  const dialog = page.locator("dialog.action-dialog");
  await dialog.locator('[name="why"]').fill("it was better before");
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: "detached" });
  await page.waitForFunction(() => document.querySelector(".versions li")?.textContent.includes("it was better before"));
  assert.equal((await admin.call("SupervisorService/GetQueue", { name: "policed" })).label, "");
  assert.deepEqual(faults.filter((fault) => !/Failed to load resource/.test(fault)), []);
  await close();
});

test("an edited policy is tried on today's customers before it is published", async () => {
  await queue("tried");
  const { page, faults, close } = await open("#/policy", { role: "admin", subject: "ada" });
  const text = page.locator("#policy-text");
  await page.waitForFunction(() => document.querySelector("#policy-text")?.value.includes('"tried"'));
  const policy = JSON.parse(await text.inputValue());
  await submit("tried", "tried-1");

  policy.queues.find(({ name }) => name === "tried").channels[0].target = "7s";
  await text.fill(JSON.stringify(policy));
  await page.locator('[data-do="try"]').click();
  const row = page.locator(".what-if tbody", { hasText: "tried" });
  await row.waitFor();
  assert.deepEqual(await row.locator("tr").evaluateAll((lines) => lines.map((each) => [each.dataset.way, each.querySelector("td").textContent])), [
    ["recorded", "1"],
    ["replayed", "1"],
    ["changed", "1"],
  ]);
  const [saved] = await Promise.all([page.waitForEvent("download"), page.locator(".what-if a").click()]);
  assert.equal(saved.suggestedFilename(), "what-if.html");
  assert.match(readFileSync(await saved.path(), "utf8"), /with the change/);

  policy.queues.find(({ name }) => name === "tried").channels[0].channel = "pigeon";
  await text.fill(JSON.stringify(policy));
  await page.locator('[data-do="try"]').click();
  await page.locator('.problems [data-severity="error"]').first().waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("a supervisor reads the policy and is not offered to publish it", async () => {
  const { page, faults, close } = await open("#/policy");
  await page.waitForFunction(() => document.querySelector("#policy-text")?.value.length > 100);
  assert.equal(await page.locator("#policy-text").evaluate((area) => area.readOnly), true);
  assert.equal(await page.locator('[data-do="publish"]:visible, [data-do="rollBack"]:visible').count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test("what others wrote is text and nothing else", async () => {
  await queue("hostile", { label: hostile });
  await agent("dan", hostile, ["hostile"]);
  const { ticket_id: id } = await submit("hostile", hostile, {
    customer: { id: "c", name: hostile, address: hostile }, subject: hostile, text: hostile, attributes: { [hostile]: hostile },
  });
  const work = await Agent.signIn(caller("agent", "dan"));
  const { page, faults, elsewhere, close } = await open("#/queues");
  await page.locator("th.queue .label", { hasText: "<img src=x" }).waitFor();
  for (const hash of ["#/queues/hostile", "#/agents", "#/agents/dan", `#/tickets/${id}`, `#/queues/${encodeURIComponent(hostile)}`]) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.locator("main", { hasText: "<img src=x" }).waitFor();
  }

  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator("main img, main script").count(), 0);
  assert.deepEqual(faults.filter((fault) => !/Failed to load resource/.test(fault)), []);
  assert.deepEqual(elsewhere, []);
  work.leave();
  await close();
});

test("in Hebrew the page is mirrored, and what is written from left to right stays so", async () => {
  await queue("mirror");
  await submit("mirror", "1", { customer: { name: "Ann" } });
  const { page, faults, close } = await openPage(browser, `${server.http}/#token=${server.token("supervisor")}`, { locale: "he-IL" });
  await shows(page, "#state-text", "בזמן אמת");
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
  const sides = await page.evaluate(() => ["th.queue", "td.agents"].map((cell) => document.querySelector(cell).getBoundingClientRect().left));
  assert.ok(sides[0] > sides[1], "the first column is at the right");
  assert.equal(await page.locator('th.queue a:text-is("mirror")').evaluate((link) => getComputedStyle(link).direction), "ltr");

  await page.locator("#language").selectOption("lt");
  await shows(page, "#state-text", "Tiesiogiai");
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["lt", "ltr"]);
  assert.deepEqual(faults, []);
  await close();
});
