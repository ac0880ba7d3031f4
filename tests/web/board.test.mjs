// The parts of the dashboard that need no browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { attentionOf, attentionOfAll, worstRow } from "../../Router.Server/wwwroot/scripts/attention.js";
import { Board } from "../../Router.Server/wwwroot/scripts/board.js";
import { Filter } from "../../Router.Server/wwwroot/scripts/filter.js";
import { duration, language } from "../../Router.Server/wwwroot/scripts/words.js";

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
  ...fields,
});

const frame = (fields) => ({
  reset: false,
  complete: true,
  workspace: { id: "default", name: "Test" },
  counts: {},
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
  assert.deepEqual(board.rows.map((r) => [r.queue, r.waiting]), [["a", 1], ["b", 5]]);
  assert.equal(board.totals.waiting, 6);
});

test("removed rows and agents go", () => {
  const board = new Board();
  board.apply(frame({ reset: true, rows: [row("a"), row("b")], agents: [{ agentId: "x", name: "" }, { agentId: "y", name: "" }] }));
  board.apply(frame({ removedRows: [{ queue: "a", channel: "call", language: "he" }], removedAgents: ["x"] }));
  assert.deepEqual(board.rows.map((r) => r.queue), ["b"]);
  assert.deepEqual(board.agents.map((a) => a.agentId), ["y"]);
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
  filter.text = "HEBREW cards";
  assert.equal(filter.takesRow(row("Cards"), attentionOf(row("Cards"), now)), true);
  assert.equal(filter.takesRow(row("Loans"), attentionOf(row("Loans"), now)), false);
});

test("lengths of time read as a person would say them", () => {
  assert.deepEqual(
    [0, 999, 7_000, 725_000, 3_729_000, 90_000_000, -5].map(duration),
    ["0:00", "0:00", "0:07", "12:05", "1:02:09", "1 d 1 h", "0:00"],
  );
});

test("languages have their names; what is no tag stays as it is", () => {
  assert.deepEqual(["he", "pt-BR", "", "not a tag"].map(language), ["Hebrew", "Portuguese (Brazil)", "any", "not a tag"]);
});
