// The parts of the dashboard that need no browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { attentionOf, attentionOfAll, groupOf, hourOf, standingOf, stretchOf, worstRow } from "../../Router.Server/wwwroot/scripts/attention.js";
import { Board } from "../../Router.Server/wwwroot/scripts/board.js";
import { Filter } from "../../Router.Server/wwwroot/scripts/filter.js";
import { alarmNow } from "../../Router.Server/wwwroot/scripts/parts/alarm-text.js";
import { lineOf, written } from "../../Router.Server/wwwroot/scripts/parts/document.js";
import { routeOf } from "../../Router.Server/wwwroot/scripts/routes.js";
import { t, useTexts } from "../../Router.Server/wwwroot/scripts/texts.js";
import { duration, language } from "../../Router.Server/wwwroot/scripts/words.js";
import { textsOf } from "./texts.mjs";

useTexts("en", textsOf("en"));

const now = 1_000_000_000_000;

const row = (queue, fields = {}) => ({
  queue,
  channel: "call",
  language: "he",
  waiting: 0,
  offered: 0,
  assigned: 0,
  wrappingUp: 0,
  unroutable: 0,
  oldestEnteredAt: null,
  targetSeconds: 60,
  promiseSeconds: null,
  ...fields,
});

const queue = (name, fields = {}) => ({ name, version: 1, label: "", registered: 0, free: 0, busy: 0, away: 0, ...fields });

const frame = (fields) => ({
  reset: false,
  complete: true,
  workspace: { id: "default", name: "Test" },
  counts: {},
  queues: [],
  removedQueues: [],
  rows: [],
  removedRows: [],
  agents: [],
  removedAgents: [],
  ...fields,
});

test("a frame replaces the rows it names and leaves the others", () => {
  const board = new Board();
  board.apply(frame({ reset: true, rows: [row("b", { waiting: 2 }), row("a", { waiting: 1 })] }));
  board.apply(frame({ rows: [row("b", { waiting: 5 })] }));
  assert.deepEqual([board.rowsOf("a")[0].waiting, board.rowsOf("b")[0].waiting], [1, 5]);
  assert.equal(board.totals.waiting, 6);
});

test("removed rows and agents go", () => {
  const board = new Board();
  board.apply(frame({ reset: true, rows: [row("a"), row("b")], agents: [{ agentId: "x", name: "" }, { agentId: "y", name: "" }] }));
  board.apply(frame({ removedRows: [{ queue: "a", channel: "call", language: "he" }], removedAgents: ["x"] }));
  assert.deepEqual(board.rows.map((r) => r.queue), ["b"]);
  assert.deepEqual(board.agents.map((a) => a.agentId), ["y"]);
});

test("queues are there by name, also without a ticket", () => {
  const board = new Board();
  board.apply(frame({ reset: true, queues: [queue("q10"), queue("q9"), queue("old")] }));
  assert.deepEqual(board.queues.map((q) => q.name), ["old", "q9", "q10"]);
  board.apply(frame({ removedQueues: ["old"], queues: [queue("q9", { free: 3 })] }));
  assert.deepEqual(board.queues.map((q) => [q.name, q.free]), [["q9", 3], ["q10", 0]]);
});

test("a first frame forgets what was known before the cut", () => {
  const board = new Board();
  board.apply(frame({ reset: true, rows: [row("a"), row("b")] }));
  board.apply(frame({ reset: true, complete: false, rows: [row("b")] }));
  assert.deepEqual(board.rows.map((r) => r.queue), ["b"]);
  assert.equal(board.isComplete, false);
  board.apply(frame({}));
  assert.equal(board.isComplete, true);
});

test("a row needs a person when its oldest ticket waits over its target, or one is unroutable", () => {
  assert.equal(attentionOf(row("a", { oldestEnteredAt: now - 60_000 }), now).needsPerson, false);
  assert.equal(attentionOf(row("a", { oldestEnteredAt: now - 60_001 }), now).needsPerson, true);
  assert.equal(attentionOf(row("a", { unroutable: 1 }), now).needsPerson, true);
  assert.equal(attentionOf(row("a"), now).needsPerson, false);
  const all = [row("a", { unroutable: 2 }), row("b", { oldestEnteredAt: now - 90_000 })];
  assert.deepEqual(attentionOfAll(all, now), { unroutable: 2, overTarget: 1 });
});

test("a queue stands as its rows do together", () => {
  const rows = [row("a", { waiting: 2, oldestEnteredAt: now - 90_000 }), row("a", { channel: "email", waiting: 1, assigned: 4, unroutable: 1, promiseSeconds: 30 })];
  const standing = standingOf(rows, now);
  assert.deepEqual([standing.waiting, standing.assigned, standing.unroutable, standing.overTarget, standing.level], [3, 4, 1, 1, 2]);
  assert.equal(standing.worst, rows[0]);
  assert.equal(standing.told, rows[1]);
});

test("an hour's abandoned are a share of those who did not leave at once; no handle time is known before one is over", () => {
  const last60 = { entered: 12, answered: 6, abandoned: 2, abandonedShort: 2, completed: 5, serviceLevel: 0.5, handleSeconds: 95 };
  assert.deepEqual(hourOf(queue("a", { last60 })), { entered: 12, abandoned: 2, short: 2, share: 0.2, handle: 95_000 });
  assert.deepEqual(hourOf(queue("a", { last60: { ...last60, entered: 2, abandoned: 0, handleSeconds: null } })), { entered: 2, abandoned: 0, short: 2, share: null, handle: null });
  assert.equal(hourOf(queue("a")), null, "a server that tells none");
});

test("an alarm's figure now is measured as the server does, where the rows tell it", () => {
  const board = new Board();
  const rows = [
    row("a", { waiting: 2, offered: 1, unroutable: 1, oldestEnteredAt: now - 90_000, estimateSeconds: 40 }),
    row("a", { channel: "chat", waiting: 4, oldestEnteredAt: now - 5_000, estimateSeconds: 70 }),
    row("a", { channel: "email", estimateSeconds: 900 }),
  ];
  board.apply(frame({ reset: true, queues: [queue("a", { free: 3, last60: { serviceLevel: 0.799 } })], rows }));
  const figure = (name, channel = "") => alarmNow({ queue: "a", channel, figure: name }, board, now).replaceAll(/[\u2068\u2069]/g, "");
  assert.deepEqual(
    ["waiting", "oldest_wait", "estimated_wait", "service_level", "free_agents", "unroutable", "declined_often", "no_agents"].map((name) => figure(name)),
    ["now 7", "now 1:30", "now 1:10", "now 79%", "now 3", "now 1", "", ""],
  );
  assert.deepEqual(["waiting", "oldest_wait", "free_agents", "service_level"].map((name) => figure(name, "chat")), ["now 4", "now 0:05", "", ""]);
});

test("an agent is in the group of what he does, and has worked since he last was away", () => {
  const agent = { presence: "available", activity: "idle", since: now - 60_000 };
  assert.deepEqual([groupOf(agent), stretchOf(agent, now)], ["idle", 60_000]);
  assert.deepEqual([groupOf({ ...agent, presence: "away" }), stretchOf({ ...agent, presence: "away" }, now)], ["away", null]);
  assert.equal(groupOf({ ...agent, presence: "away", activity: "handling" }), "handling");
  assert.equal(groupOf({ ...agent, presence: "offline", activity: null }), "offline");
});

test("the oldest wait shown is the one that is longest by its target", () => {
  const email = row("mail", { channel: "email", targetSeconds: 14_400, oldestEnteredAt: now - 3_600_000 });
  const call = row("desk", { oldestEnteredAt: now - 300_000 });
  assert.equal(worstRow([email, call, row("empty")], now), call);
  assert.equal(worstRow([row("empty")], now), null);
});

test("words narrow rows and agents down, whatever their case and accents", () => {
  const filter = new Filter();
  filter.text = "kazlausk";
  assert.equal(filter.takesAgent({ agentId: "1", name: "Rūta Kazlauskienė", team: "", presence: "away", reason: "", activity: null }), true);
  filter.text = "loans russian";
  const agent = { agentId: "1", name: "Ann", team: "", presence: "available", reason: "", activity: "idle" };
  assert.equal(filter.takesAgent(agent, { queues: "front", languages: "Hebrew 5, Russian 3", skills: "loans 2" }), true);
  assert.equal(filter.takesAgent(agent), false);
  filter.text = "HEBREW cards";
  assert.equal(filter.takesQueue(queue("Cards"), [row("Cards")]), true);
  assert.equal(filter.takesQueue(queue("Loans"), [row("Loans")]), false);
});

test("lengths of time read as a person would say them", () => {
  assert.deepEqual(
    [0, 999, 7_000, 725_000, 3_729_000, 90_000_000, -5].map(duration),
    ["0:00", "0:00", "0:07", "12:05", "1:02:09", "1 d 1 h", "0:00"],
  );
});

test("languages have their names; what is no tag stays as it is", () => {
  assert.deepEqual(["he", "pt-BR", "", "not a tag"].map(language), ["Hebrew", "Portuguese (Brazil)", "any language", "not a tag"]);
});

test("words among a text's values keep their own direction; numbers choose its form", () => {
  assert.equal(t("pickOne", { name: "נועה" }), "Select \u2068נועה\u2069");
  assert.deepEqual([1, 2].map((count) => t("person.overTarget", { count })), ["1 row over target", "2 rows over target"]);
});

test("an address names a view; an unknown one shows the queues", () => {
  assert.deepEqual(routeOf("#/queues/a%2Fb%20c"), { tab: "queues", view: "queue", argument: "a/b c" });
  assert.deepEqual(routeOf("#/agents"), { tab: "agents", view: "agents", argument: "" });
  assert.equal(routeOf("#/nothing").view, "queues");
  assert.equal(routeOf("#/queues/%E0%A4%A").argument, "%E0%A4%A");
});

test("each path of a policy is known by its line", () => {
  const { text, lines } = written({ queues: [{ name: "a", steps: [] }, { name: "b", headStart: { after: "1s" } }] });
  const at = (path) => text.split("\n")[lineOf(lines, path) - 1].trim();
  assert.equal(at("queues[1].head_start.after"), '"after": "1s"');
  assert.equal(at("queues[0].steps"), '"steps": []');
  assert.equal(at("queues[1].selection"), "{", "what is not there is shown where it would be");
  assert.equal(lineOf(lines, "queues[1]"), 7);
});
