// The dashboard: one client of the live hub. Frames change the board; views show it; a ticking clock moves what moves with time.

import { Board } from "./board.js";
import { Filter } from "./filter.js";
import { Link } from "./link.js";
import { ServerClock } from "./server-clock.js";
import { startThemeButton } from "./theme-button.js";
import { askForToken, forgetToken, knownToken } from "./token.js";
import { AgentsView } from "./views/agents.js";
import { QueuesView } from "./views/queues.js";
import { StateView } from "./views/state.js";
import { TotalsView } from "./views/totals.js";

const tickEvery = 250;

const board = new Board();
const clock = new ServerClock();
const filter = new Filter();
const state = new StateView();
const totals = new TotalsView();
const queues = new QueuesView();
const agents = new AgentsView();
const forget = document.getElementById("forget-token");
const search = document.getElementById("filter");
const onlyPerson = document.getElementById("only-person");

function show() {
  if (clock.isSet) {
    totals.update(board, clock);
    queues.update(board, filter, clock.now);
    agents.update(board, filter, clock.now);
  }

  state.update();
}

function tick() {
  state.update();
  if (state.isLive) {
    totals.tick(board, clock);
    queues.tick(clock.now);
    agents.tick(clock.now);
  }
}

const token = knownToken();
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
    forget.hidden = false;
    return given;
  },
});

forget.hidden = token === "";
forget.addEventListener("click", () => {
  forgetToken();
  location.reload();
});
search.addEventListener("input", () => {
  filter.text = search.value;
  show();
});
onlyPerson.addEventListener("click", () => {
  filter.onlyPerson = !filter.onlyPerson;
  onlyPerson.setAttribute("aria-pressed", filter.onlyPerson);
  show();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.matches("input, textarea")) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && event.target === search) {
    search.value = "";
    search.dispatchEvent(new Event("input"));
    search.blur();
  }
});

startThemeButton();
setInterval(tick, tickEvery);
link.run();
