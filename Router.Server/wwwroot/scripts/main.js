// The dashboard: one client of the live hub. Frames change the board; the open view shows it; a ticking clock moves what moves with time.

import { useToken } from "./api.js";
import { Board } from "./board.js";
import { Link } from "./link.js";
import { AlarmBar } from "./parts/alarm-bar.js";
import { Places } from "./places.js";
import { routeOf, ticketLink } from "./routes.js";
import { ServerClock } from "./server-clock.js";
import { chooseLanguage, interfaceLanguage, loadTexts, translate } from "./texts.js";
import { startThemeButton } from "./theme-button.js";
import { askForToken, forgetToken, knownToken } from "./token.js";
import { AgentView } from "./views/agent.js";
import { AgentsView } from "./views/agents.js";
import { ClosedView } from "./views/closed.js";
import { HeadView } from "./views/head.js";
import { PolicyView } from "./views/policy.js";
import { QueueView } from "./views/queue.js";
import { QueuesView } from "./views/queues.js";
import { StateView } from "./views/state.js";
import { TicketView } from "./views/ticket.js";

const tickEvery = 250;
const chosen = "router.languageChosen";
const kinds = { queues: QueuesView, queue: QueueView, agents: AgentsView, agent: AgentView, ticket: TicketView, closed: ClosedView, policy: PolicyView };

const token = knownToken();
const languages = await loadTexts();
translate(document);

const board = new Board();
const clock = new ServerClock();
const state = new StateView();
const head = new HeadView();
const alarms = new AlarmBar();
const place = document.getElementById("view");
const kept = new Map();
const places = new Places();
let open = null;
let route = null;

function show() {
  if (clock.isSet) {
    head.update(board, clock);
    alarms.update(board, clock);
    open.update();
  }

  state.update();
}

function tick() {
  state.update();
  if (state.isLive && !document.hidden) {
    head.tick(clock);
    alarms.tick(clock.now);
    open.tick(clock.now);
  }
}

/** Shows the view of the address. Lists are kept as they were left; what is about one thing is made anew. */
function enter() {
  const isFirst = route === null;
  places.leave();
  route = routeOf(location.hash);
  open?.close();
  if (!kept.has(route.view)) {
    kept.set(route.view, new kinds[route.view]({ board, clock }));
  }

  open = kept.get(route.view);
  if (route.argument !== "") {
    kept.delete(route.view);
  }

  place.replaceChildren(open.root);
  open.open(route.argument);
  for (const tab of document.querySelectorAll("#tabs a")) {
    tab.toggleAttribute("aria-current", tab.dataset.view === route.tab);
    if (tab.dataset.view === route.tab) {
      tab.setAttribute("aria-current", "page");
    }
  }

  show();
  if (!places.enter(place) && !isFirst) {
    place.querySelector("h1")?.focus();
    scrollTo(0, 0);
  }
}

const forget = document.getElementById("forget-token");
const search = document.getElementById("find-ticket");
const choice = document.getElementById("language");

useToken(token);
const link = new Link(token, {
  onFrame: (frame) => {
    clock.set(frame.serverTime, frame.clockSpeed);
    board.apply(frame);
    state.onFrame();
    show();
  },
  onState: (connection) => state.onState(connection),
  askForToken: async (problem) => {
    const given = await askForToken(problem);
    useToken(given);
    forget.hidden = false;
    enter();
    return given;
  },
});

forget.hidden = token === "";
forget.addEventListener("click", () => {
  forgetToken();
  location.reload();
});
for (const [code, name] of Object.entries(languages)) {
  choice.add(Object.assign(new Option(name, code), { lang: code }));
}

choice.value = interfaceLanguage();
choice.addEventListener("change", () => {
  chooseLanguage(choice.value);
  sessionStorage.setItem(chosen, "");
  location.reload();
});
if (sessionStorage.getItem(chosen) !== null) {
  sessionStorage.removeItem(chosen);
  choice.focus();
}

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  place.focus();
});
document.getElementById("find").addEventListener("submit", (event) => {
  event.preventDefault();
  if (search.value.trim() !== "") {
    location.hash = ticketLink(search.value.trim());
    search.value = "";
  }
});
document.addEventListener("keydown", (event) => {
  const filter = place.querySelector("input[type=search]");
  if (event.key === "/" && filter !== null && !event.target.matches("input, textarea, select") && document.querySelector("dialog[open]") === null) {
    event.preventDefault();
    filter.focus();
  } else if (event.key === "Escape" && filter !== null && event.target === filter) {
    filter.value = "";
    filter.dispatchEvent(new Event("input"));
    filter.blur();
  }
});
addEventListener("hashchange", enter);
document.addEventListener("visibilitychange", show);

startThemeButton();
enter();
setInterval(tick, tickEvery);
link.run();
