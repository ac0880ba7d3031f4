import { ask } from "../api.js";
import { make, own } from "../dom.js";
import { ticketLink } from "../routes.js";
import { interfaceLanguage, t } from "../texts.js";
import { duration, language, moment, spanOf, timeOf } from "../words.js";

const causes = ["away", "resting", "atCapacity", "coolingDown", "held", "reserved", "draining", "sessionLost", "eligible"];

/** Why a ticket waits: a sentence, what keeps the agents of each step, and who goes first. */
export class Explanation {
  #asked = 0;
  #shown = "";
  #sentence = make("p", { class: "sentence" });
  #steps = make("div", { class: "scroll" });
  #aheadShown = "";
  #ahead = make("p", { class: "hint" });

  constructor(title) {
    this.root = make("section", { class: "card explanation", hidden: true }, make("div", { class: "card-head" }, make("h2", {}, title)), this.#sentence, this.#steps, this.#ahead);
  }

  hide() {
    this.#asked++;
    this.#shown = "";
    this.root.hidden = true;
  }

  async load(ticketId, now) {
    const asked = ++this.#asked;
    const answer = await ask("SupervisorService/Explain", { ticketId, language: interfaceLanguage() }).catch(() => null);
    if (asked !== this.#asked) {
      return;
    }

    this.root.hidden = answer === null;
    if (answer !== null && JSON.stringify(answer) !== this.#shown) {
      this.#shown = JSON.stringify(answer);
      this.#show(answer, now);
    }
  }

  #show({ sentence = "", steps = [], ahead = [], aheadCount = 0 }, now) {
    this.#sentence.textContent = sentence;
    const used = causes.filter((cause) => steps.some((step) => step[cause] > 0));
    const rows = steps.map((step) =>
      make(
        "tr",
        { "data-closed": !step.open },
        make("th", { scope: "row" }, needs(step)),
        make("td", { class: "figure", "data-label": t("explain.opens") }, step.open ? t("explain.open") : step.opensAt ? moment(timeOf(step.opensAt), now) : ""),
        ...["registered", "signedIn", ...used].map((cause) =>
          make("td", { class: "figure", "data-label": t(`explain.${cause}`), "data-none": !step[cause] }, String(step[cause] ?? 0), cause === "atCapacity" && step.longestHandling ? make("small", {}, ` ${t("explain.longest", { time: duration(spanOf(step.longestHandling)) })}`) : null),
        ),
      ),
    );
    const head = make("tr", {}, ...["asks", "opens", "registered", "signedIn", ...used].map((key, i) => make("th", { scope: "col", class: i === 0 ? null : "figure" }, t(`explain.${key}`))));
    this.#steps.replaceChildren(steps.length === 0 ? "" : make("table", { class: "steps" }, make("thead", {}, head), make("tbody", {}, ...rows)));
    this.#showAhead(ahead, aheadCount);
  }

  // Its links are left alone while they are the same: a reader may stand on one.
  #showAhead(ahead, aheadCount) {
    this.#ahead.hidden = aheadCount === 0;
    const shown = JSON.stringify([ahead, aheadCount]);
    if (this.#aheadShown === shown) {
      return;
    }

    this.#aheadShown = shown;
    const links = ahead.flatMap((ticket, i) => [i === 0 ? " " : ", ", make("a", { href: ticketLink(ticket.ticketId), dir: "ltr" }, ticket.ticketId)]);
    this.#ahead.replaceChildren(t("explain.ahead", { count: aheadCount }), ...links);
  }
}

/** What a step asks of an agent: queue, languages, skills. */
function needs({ step = 0, requirement = {} }) {
  const languages = (requirement.languages ?? []).map(({ language: tag, minLevel }) => `${language(tag)} ${minLevel ?? 1}+`);
  const skills = (requirement.skills ?? []).map(({ skill, level }) => `${skill} ${level ?? 1}+`);
  const parts = [requirement.queue ?? "", languages.join(" / "), skills.join(", ")].filter((part) => part !== "");
  return make("span", {}, step === 0 ? "" : `${t("explain.step", { step })}: `, ...parts.flatMap((part, i) => (i === 0 ? [own(part)] : [" · ", own(part)])));
}
