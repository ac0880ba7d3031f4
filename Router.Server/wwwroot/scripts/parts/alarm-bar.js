import { ask } from "../api.js";
import { Children, element, make, own, setFlag, setText } from "../dom.js";
import { queueLink } from "../routes.js";
import { t } from "../texts.js";
import { duration, moment } from "../words.js";
import { askForAction } from "./action.js";
import { alarmKey, alarmNow, alarmText } from "./alarm-text.js";
import { AlarmSound } from "./alarm-sound.js";
import { say } from "./said.js";

const fewest = 4;

/** The alarms that are up, on every view: those that nobody takes care of first, the newest of them first. */
export class AlarmBar {
  #root = document.getElementById("alarms");
  #title = make("h2", {});
  #list = make("ul", { class: "alarm-list" });
  #parts = new Children(this.#list, createAlarm);
  #more = make("button", { type: "button", class: "quiet", hidden: true, "aria-expanded": "false", onclick: () => this.#toggle() });
  #said = make("p", { class: "unseen", role: "status" });
  #sound = new AlarmSound();
  #alarms = [];
  #known = null;
  #drawn = null;
  #isOpen = false;
  #board = null;
  #now = 0;

  constructor() {
    this.#root.append(make("div", { class: "alarm-head" }, this.#title, this.#more, this.#sound.root), this.#list);
    this.#root.after(this.#said);
  }

  update(board, clock) {
    this.#board = board;
    if (board.alarms !== this.#drawn) {
      this.#drawn = board.alarms;
      this.#alarms = [...board.alarms].sort((a, b) => Number(a.takenBy !== null) - Number(b.takenBy !== null) || b.since - a.since);
      this.#tellNew();
      this.#draw();
    }

    this.tick(clock.now);
  }

  tick(now) {
    this.#now = now;
    for (const part of this.#parts.parts) {
      part.tick(this.#board, now);
    }
  }

  // What was up before the page was opened is no news.
  #tellNew() {
    const fresh = this.#known === null ? [] : this.#alarms.filter((alarm) => this.#known.get(alarmKey(alarm)) !== alarm.since);
    this.#known = new Map(this.#alarms.map((alarm) => [alarmKey(alarm), alarm.since]));
    if (fresh.length > 0) {
      setText(this.#said, fresh.map((alarm) => t("alarms.new", { queue: alarm.queue, what: alarmText(alarm) })).join(" "));
      this.#sound.play();
    }
  }

  #draw() {
    const rest = this.#alarms.length - fewest;
    this.#root.hidden = this.#alarms.length === 0;
    setFlag(this.#root, "calm", this.#alarms.every((alarm) => alarm.takenBy !== null));
    setText(this.#title, t("alarms.count", { count: this.#alarms.length }));
    this.#more.hidden = rest <= 0;
    this.#more.setAttribute("aria-expanded", String(this.#isOpen));
    setText(this.#more, this.#isOpen ? t("alarms.fewer") : t("alarms.more", { count: rest }));
    this.#parts.update(this.#isOpen ? this.#alarms : this.#alarms.slice(0, fewest), alarmKey);
  }

  #toggle() {
    this.#isOpen = !this.#isOpen;
    this.#draw();
    this.tick(this.#now);
  }
}

function createAlarm(first) {
  const link = make("a", { href: queueLink(first.queue), dir: "auto" }, first.queue);
  const what = element("span", "alarm-what");
  const current = element("b", "number");
  const since = make("time", {});
  const age = element("span", "number");
  const taken = element("span", "alarm-taken");
  const take = make("button", { type: "button", class: "secondary", onclick: () => takeCare(alarm) });
  const root = make("li", {}, element("span", "mark urgent", t("alarm")), link, what, current, element("span", "alarm-since", since, " · ", age), taken, take);
  let alarm = first;
  setText(take, t("alarms.take"));
  return {
    root,
    update: (next) => {
      alarm = next;
      setText(what, alarmText(next));
      setFlag(root, "taken", next.takenBy !== null);
      take.hidden = next.takenBy !== null;
      taken.hidden = next.takenBy === null;
      taken.replaceChildren(...(next.takenBy === null ? [] : [t("alarms.taken", { who: next.takenBy }), next.why === "" ? "" : own(` ${next.why}`)]));
    },
    tick: (board, now) => {
      setText(current, alarmNow(alarm, board, now));
      since.dateTime = new Date(alarm.since).toISOString();
      setText(since, t("sinceTime", { time: moment(alarm.since, now) }));
      setText(age, duration(now - alarm.since));
    },
  };
}

async function takeCare(alarm) {
  const { queue, channel } = alarm;
  const done = await askForAction({
    title: t("alarms.takeTitle", { queue }),
    detail: alarmText(alarm),
    confirm: t("alarms.take"),
    whyLabel: t("alarms.takeWhy"),
    act: (values, repeatable) =>
      ask("SupervisorService/AcknowledgeAlarm", repeatable.with({ queue, channel, figure: `ALARM_FIGURE_${alarm.figure.toUpperCase()}`, why: values.why })),
  });
  if (done !== null) {
    say(t("done"));
  }
}
