// The dashboard with more than a supervisor can look at: 2,000 queues and 10,000 agents, as frames bring them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage, shows } from "./browser.mjs";
import { Caller } from "./contract.mjs";
import { Proxy } from "./proxy.mjs";
import { Server } from "./server.mjs";

let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([Server.start(), launch()]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Gives the page a board of its own with so much in it, and a view of it. */
async function show(page, module, name) {
  await page.evaluate(
    async ([file, kind]) => {
      const { Board } = await import("/scripts/board.js");
      const view = await import(file);
      const now = Date.now();
      const counts = { registered: 10_000, available: 0, onDemand: 0, away: 0, offline: 0, idle: 10_000, offered: 0, handling: 0, wrappingUp: 0, resting: 0, sessionLost: 0 };
      const window5 = { entered: 0, answered: 0, abandoned: 0, abandonedShort: 0, completed: 0, serviceLevel: null };
      const queue = (i) => ({ name: `queue ${i}`, version: 1, label: "", registered: 5, free: 1, busy: 2, away: 1, last60: window5, enteredSeries: Array(12).fill(0) });
      const row = (i, language, waiting = 1) => ({
        queue: `queue ${i}`, channel: "call", language, version: 1, waiting, oldestEnteredAt: now - 5_000, offered: 0, assigned: 1, wrappingUp: 0, unroutable: 0,
        agents: 5, registered: 5, free: 1, busy: 2, away: 1, targetSeconds: 60, promiseSeconds: 30, estimateSeconds: 20, confidence: "normal", serviceLevelPercent: 80,
        promisesJudged: 0, promisesKept: 0,
      });
      const agent = (i) => ({
        agentId: `agent-${i}`, version: 1, name: `Agent ${i}`, team: "", presence: "available", reason: "", since: now - 60_000, activity: "idle",
        activitySince: now - i, sessionLost: false, draining: false, offers: 0, assigned: 0, wrappingUp: 0, capacityUsed: 0, capacity: 100,
      });
      const frame = (fields) => ({ reset: false, complete: true, workspace: { id: "large", name: "Large" }, counts, queues: [], removedQueues: [], rows: [], removedRows: [], agents: [], removedAgents: [], ...fields });
      const board = new Board();
      const numbers = (most) => Array.from({ length: most }, (_, i) => i);
      board.apply(frame({ reset: true, queues: numbers(2_000).map(queue), rows: numbers(2_000).flatMap((i) => [row(i, "he"), row(i, "ru"), row(i, "lt")]), agents: numbers(10_000).map(agent) }));
      const opened = new view[kind]({ board, clock: { now, isSet: true } });
      document.getElementById("view").replaceChildren(opened.root);
      opened.open("");
      opened.update();
      globalThis.large = { board, opened, frame, row, agent };
    },
    [module, name],
  );
}

/** Applies a frame and gives the rows in whose elements anything was changed by it. */
const changed = (page, make) =>
  page.evaluate(async (source) => {
    const { board, opened } = globalThis.large;
    const rows = new Set();
    const look = (records) => records.forEach(({ target }) => rows.add((target.nodeType === 1 ? target : target.parentElement)?.closest("tbody tr")?.querySelector("th a").textContent));
    const observer = new MutationObserver(look);
    observer.observe(document.querySelector("#view tbody"), { subtree: true, childList: true, characterData: true, attributes: true });
    board.apply(new Function("large", `return ${source}`)(globalThis.large));
    opened.update();
    look(observer.takeRecords());
    observer.disconnect();
    return [...rows];
  }, make);

test("of 2,000 queues a hundred are drawn, and of a frame only the row that it changes", async () => {
  const { page, faults, close } = await openPage(browser, `${server.http}/#token=${server.token("supervisor")}`, { reducedMotion: "reduce", bypassCSP: true });
  await shows(page, "#state-text", "Live");
  await show(page, "/scripts/views/queues.js", "QueuesView");
  assert.equal(await page.locator("#view tbody tr").count(), 100);
  assert.deepEqual(await changed(page, "large.frame({ rows: [large.row(7, 'he', 4)] })"), ["queue 7"]);
  assert.deepEqual(await changed(page, "large.frame({ rows: [large.row(1999, 'he', 4)] })"), [], "what is not shown is not drawn");
  assert.deepEqual(await changed(page, "large.frame({})"), []);
  await page.locator("#view .more button").click();
  assert.equal(await page.locator("#view tbody tr").count(), 200);
  await page.locator("#filter").fill("queue 1999");
  await page.waitForFunction(() => document.querySelectorAll("#view tbody tr").length === 1);
  assert.deepEqual(faults, []);
  await close();
});

test("of 10,000 agents a hundred are drawn, and of a frame only the one that it changes", async () => {
  const { page, faults, close } = await openPage(browser, `${server.http}/#token=${server.token("supervisor")}`, { reducedMotion: "reduce", bypassCSP: true });
  await shows(page, "#state-text", "Live");
  await show(page, "/scripts/views/agents.js", "AgentsView");
  assert.equal(await page.locator("#view tbody tr").count(), 100);
  assert.deepEqual(await changed(page, "large.frame({ agents: [{ ...large.agent(3), assigned: 1, capacityUsed: 30, activity: 'handling' }] })"), ["Agent 3"]);
  assert.deepEqual(await changed(page, "large.frame({ agents: [{ ...large.agent(9999), assigned: 1 }] })"), []);
  assert.deepEqual(faults, []);
  await close();
});

test("when the connection alone is cut the page says so, and comes back with what has happened meanwhile", async () => {
  const proxy = await Proxy.start(server.httpPort);
  const admin = new Caller(server.grpc, server.token("admin"));
  await admin.call("SupervisorService/PutQueue", { queue: { name: "cut", channels: [{ channel: "call", target: { seconds: 3_600 } }] } });
  const submit = (externalId) => admin.call("TicketService/Submit", { source: "cut", external_id: externalId, channel: "call", queue: "cut" });
  await submit("1");
  const { page, close } = await openPage(browser, `http://127.0.0.1:${proxy.port}/#token=${server.token("supervisor")}`);
  await shows(page, "#total-waiting", "1");
  await page.evaluate(() => (window.loadedOnce = true));

  proxy.cut();
  await page.waitForFunction(() => document.querySelector("#state-text").textContent.startsWith("Reconnecting…"));
  await submit("2");
  assert.equal(await page.locator("#total-waiting").textContent(), "1", "old figures stay, and are said to be old");
  assert.equal(await page.locator("#view").getAttribute("data-stale"), "");

  proxy.mend();
  await shows(page, "#state-text", "Live");
  await shows(page, "#total-waiting", "2");
  assert.equal(await page.evaluate(() => window.loadedOnce), true);
  await close();
  admin.close();
  proxy.stop();
});
