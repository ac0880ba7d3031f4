// Which view an address shows: what stands after its '#'.

const views = ["queues", "agents", "tickets", "closed", "policy"];
const ofOne = { queues: "queue", agents: "agent", tickets: "ticket" };

/** { tab, view, argument } of an address; an unknown one shows the queues. */
export function routeOf(hash) {
  const [tab, ...rest] = hash.replace(/^#\/?/, "").split("/");
  const argument = rest.join("/");
  if (!views.includes(tab) || (tab === "tickets" && argument === "")) {
    return { tab: "queues", view: "queues", argument: "" };
  }

  return argument === "" || !(tab in ofOne) ? { tab, view: tab, argument } : { tab, view: ofOne[tab], argument: decoded(argument) };
}

export const queueLink = (name) => `#/queues/${encodeURIComponent(name)}`;
export const agentLink = (id) => `#/agents/${encodeURIComponent(id)}`;
export const ticketLink = (id) => `#/tickets/${encodeURIComponent(id)}`;

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
