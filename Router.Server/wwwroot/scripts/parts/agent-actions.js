import { ask } from "../api.js";
import { make } from "../dom.js";
import { codeText, t } from "../texts.js";
import { askForAction } from "./action.js";
import { say } from "./said.js";

const others = ["no_answer"];

/** For whom an action is; the server judges it anew. */
const isFor = {
  available: (agent) => agent.presence === "away" || agent.presence === "on_demand",
};
const isSignedIn = (agent) => agent.presence !== "offline";

/** The buttons that act on some agents. agents() says on whom, now() the server's time; after() is called when it is done. */
export function agentActions(agents, now, after) {
  const ids = () => agents().map(({ agentId }) => agentId);
  const count = make("span", { class: "count" });
  const buttons = new Map(
    [
      ["away", () => setAway(ids())],
      ["available", () => setPresence(ids(), "PRESENCE_AVAILABLE", t("do.available"))],
      ["drain", () => drain(ids(), now())],
      ["undrain", () => undrain(ids())],
      ["signOut", () => setPresence(ids(), "PRESENCE_OFFLINE", t("do.signOut"), true)],
    ].map(([name, act]) => [name, make("button", { type: "button", class: "secondary", "data-do": name, onclick: () => run(act, after) }, t(`do.${name}`))]),
  );
  const root = make("div", { class: "actions", role: "group", "aria-label": t("do.agents") }, count, ...buttons.values());
  return {
    root,
    update: () => {
      const picked = agents();
      root.hidden = picked.length === 0;
      count.textContent = t("picked", { count: picked.length });
      for (const [name, button] of buttons) {
        button.disabled = !picked.some(isFor[name] ?? isSignedIn);
      }
    },
  };
}

async function run(act, after) {
  try {
    if ((await act()) !== null) {
      say(t("done"));
      after();
    }
  } catch (refusal) {
    say(refusal.message);
  }
}

async function setAway(agentIds) {
  const { workspace } = await ask("SupervisorService/GetWorkspacePolicy");
  const reasons = (workspace.awayReasons ?? []).filter(({ code }) => !others.includes(code));
  return await askForAction({
    title: t("do.awayOf", { count: agentIds.length }),
    fields: [
      { name: "reason", label: t("do.awayReason"), options: reasons.map(({ code, label }) => [code, label || codeText("away", code)]) },
      { name: "now", label: t("do.atOnce"), type: "checkbox" },
    ],
    confirm: t("do.away"),
    act: (values, repeatable) =>
      ask(
        "SupervisorService/SetAgentPresence",
        repeatable.with({
          agentIds,
          presence: "PRESENCE_AWAY",
          awayReason: values.reason,
          when: values.now ? "PRESENCE_WHEN_NOW" : "PRESENCE_WHEN_NEXT",
          why: values.why,
        }),
      ),
  });
}

function setPresence(agentIds, presence, title, isGrave = false) {
  return askForAction({
    title: `${title} · ${t("picked", { count: agentIds.length })}`,
    detail: isGrave ? t("do.signOutDetail") : "",
    confirm: title,
    isGrave,
    act: ({ why }, repeatable) => ask("SupervisorService/SetAgentPresence", repeatable.with({ agentIds, presence, why })),
  });
}

function drain(agentIds, now) {
  return askForAction({
    title: t("do.drainOf", { count: agentIds.length }),
    detail: t("do.drainDetail"),
    fields: [{ name: "minutes", label: t("do.drainIn"), type: "number", min: 0, max: 1440, value: 0 }],
    confirm: t("do.drain"),
    act: ({ minutes, why }, repeatable) => {
      const wait = Number(minutes) * 60_000;
      return ask("SupervisorService/Drain", repeatable.with({ agentIds, ...(wait > 0 ? { at: new Date(Math.round(now + wait)).toISOString() } : {}), why }));
    },
  });
}

function undrain(agentIds) {
  return askForAction({
    title: `${t("do.undrain")} · ${t("picked", { count: agentIds.length })}`,
    confirm: t("do.undrain"),
    act: ({ why }, repeatable) => ask("SupervisorService/Drain", repeatable.with({ agentIds, stop: true, why })),
  });
}
