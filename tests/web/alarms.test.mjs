// Alarms on the dashboard: what a supervisor sees of them, and takes care of.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage, shows } from "./browser.mjs";
import { Caller } from "./contract.mjs";
import { Server } from "./server.mjs";

const pictures = process.env.ROUTER_PICTURES;
const isolates = /[\u2068\u2069]/g;

let server;
let browser;
let admin;

async function queue(name, alarms, fields = {}) {
  await admin.call("SupervisorService/PutQueue", { queue: { name, channels: [{ channel: "chat" }], alarms: { hold: { seconds: 0 }, ...alarms }, ...fields } });
}

async function submit(name, externalId) {
  return (await admin.call("TicketService/Submit", { source: name, external_id: externalId, channel: "chat", queue: name })).ticket_id;
}

const open = (subject, options) => openPage(browser, `${server.http}/#token=${server.token("supervisor", subject)}`, options);
const line = (page, name) => page.locator("#alarms li", { has: page.locator(`a:text-is("${name}")`) });
const text = async (locator) => (await locator.textContent()).replaceAll(isolates, "");
const picture = (page, name) => (pictures ? page.screenshot({ path: `${pictures}/${name}.png` }) : null);

before(async () => {
  [server, browser] = await Promise.all([Server.start(), launch()]);
  admin = new Caller(server.grpc, server.token("admin"));
  await admin.call("SupervisorService/PutAgent", { profile: { agent_id: "avi", name: "Avi" } });
});

after(async () => {
  admin?.close();
  await browser?.close();
  await server?.stop();
});

test("an alarm says what and since when, is taken care of by keyboard, and is gone when it falls", async () => {
  await queue("cards", { waiting: 1 });
  await queue("loans", { oldest_wait: { seconds: 2 } });
  await queue("quiet", { waiting: 100 });
  const { page, faults, close } = await open("sam");
  await page.locator("#rows tbody tr").first().waitFor();
  assert.equal(await page.locator("#alarms").isVisible(), false);

  const ticket = await submit("cards", "1");
  await submit("loans", "1");
  await line(page, "cards").waitFor();
  await line(page, "loans").waitFor();
  await shows(page, "#alarms h2", "2 alarms");
  assert.match(await text(line(page, "cards")), /^alarm\s*cards\s*1 waited when it rose, alarm from 1\s*now 1\s*since \d\d:\d\d:\d\d · \d+:\d\d/);
  assert.match(await text(line(page, "loans")), /longest wait 0:0\d when it rose, alarm from 0:02\s*now 0:\d\d/);
  const second = await submit("cards", "2");
  await page.waitForFunction(() => [...document.querySelectorAll("#alarms li")].some((each) => /1 waited when it rose.*now 2/.test(each.textContent)));
  assert.match(await page.locator("[role=status].unseen").last().textContent(), /New alarm, .*(cards|loans)/);
  assert.deepEqual((await page.locator("#rows tbody tr[data-alarm] th a").allTextContents()).sort(), ["cards", "loans"]);
  assert.equal(await page.locator("#rows tbody tr .mark.alarm:visible").count(), 2);
  assert.equal(await line(page, "cards").locator("a").getAttribute("href"), "#/queues/cards");
  await picture(page, "alarms");

  await line(page, "cards").getByRole("button", { name: "I take care" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("calling in bob");
  await page.keyboard.press("Enter");
  await line(page, "cards").locator(".alarm-taken:visible").waitFor();
  assert.equal(await text(line(page, "cards").locator(".alarm-taken")), "sam takes care. calling in bob");
  assert.deepEqual(await page.locator("#rows tbody tr[data-alarm] th a").allTextContents(), ["loans"]);
  const { alarms } = await admin.call("SupervisorService/GetLive", { without_agents: true });
  assert.deepEqual(alarms.map((alarm) => [alarm.queue, alarm.figure, alarm.acknowledged_by?.id ?? null]), [
    ["cards", "ALARM_FIGURE_WAITING", "sam"],
    ["loans", "ALARM_FIGURE_OLDEST_WAIT", null],
  ]);

  for (const id of [ticket, second]) {
    await admin.call("TicketService/Cancel", { ticket_id: id, reason: "CANCEL_REASON_WITHDRAWN" });
  }

  await line(page, "cards").waitFor({ state: "detached" });
  await shows(page, "#alarms h2", "1 alarm");
  assert.deepEqual(faults, []);
  await close();
});

test("sound is off until somebody turns it on in his browser", async () => {
  const { page, faults, close } = await open("sam");
  const button = page.locator("#alarms .alarm-sound");
  await button.waitFor();
  assert.deepEqual([await button.getAttribute("aria-pressed"), await button.textContent()], ["false", "Sound off"]);
  await button.click();
  assert.deepEqual([await button.getAttribute("aria-pressed"), await button.textContent()], ["true", "Sound on"]);
  await page.reload();
  await page.locator('#alarms .alarm-sound[aria-pressed="true"]').waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("many alarms are a few lines until they are asked for, and stay over a restart of the server", async () => {
  for (let i = 0; i < 6; i++) {
    await queue(`many-${i}`, { waiting: 1 });
    await submit(`many-${i}`, "1");
  }

  const { page, close } = await open("sam", { viewport: { width: 390, height: 844 } });
  await shows(page, "#alarms h2", "7 alarms");
  assert.equal(await page.locator("#alarms li").count(), 4);
  await page.getByRole("button", { name: "3 more" }).click();
  assert.equal(await page.locator("#alarms li").count(), 7);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing runs out of a phone's screen");
  await picture(page, "alarms-phone");
  const since = await line(page, "many-0").locator("time").getAttribute("datetime");

  await server.kill();
  await server.resume();
  await page.locator('#state[data-state="live"]').waitFor();
  assert.equal(await line(page, "many-0").locator("time").getAttribute("datetime"), since);
  await close();
});

for (const [code, heading] of [["he", "7 התרעות"], ["ru", "7 тревог"], ["lt", "7 pavojai"]]) {
  test(`alarms in ${code}`, async () => {
    const { page, faults, close } = await open("sam", { locale: code, viewport: { width: 1920, height: 1080 } });
    await shows(page, "#alarms h2", heading);
    assert.equal(await page.evaluate(() => document.dir), code === "he" ? "rtl" : "ltr");
    await picture(page, `alarms-${code}`);
    assert.deepEqual(faults, []);
    await close();
  });
}
