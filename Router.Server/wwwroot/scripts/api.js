// What is asked and done beside the live frames: the methods of the contract, as JSON.

let token = "";

/** Whose name to ask in. */
export function useToken(text) {
  token = text;
}

/** Why something was refused: `reason` as in reasons.proto, or empty where the server was not reached. */
export class Refusal extends Error {
  constructor(message, reason = "", metadata = {}) {
    super(message);
    this.reason = reason;
    this.metadata = metadata;
  }
}

/** Calls a method: ask("SupervisorService/ListTickets", {…}). Throws a Refusal. */
export async function ask(method, request = {}) {
  let answer;
  let text;
  try {
    answer = await fetch(`api/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token === "" ? {} : { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(request),
    });
    text = await answer.text();
  } catch (error) {
    throw new Refusal(error.message);
  }

  if (answer.ok) {
    return JSON.parse(text);
  }

  if (answer.headers.get("content-type")?.startsWith("application/json")) {
    const { message, reason, metadata } = JSON.parse(text);
    throw new Refusal(message, reason, metadata);
  }

  throw new Refusal(text === "" ? `HTTP ${answer.status}` : text, answer.status === 403 ? "NOT_ALLOWED" : "");
}

/** Makes a changing request repeatable: the same as long as the request is. */
export class Repeatable {
  #last = "";
  #id = "";

  with(request) {
    const content = JSON.stringify(request);
    if (content !== this.#last) {
      this.#last = content;
      this.#id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    }

    return { requestId: this.#id, ...request };
  }
}

/** Whether the reader may do what is for admins. The server judges it; the page only does not offer what would be refused. */
export function isAdmin() {
  if (token === "") {
    return true;
  }

  try {
    const claims = JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
    return [claims.role ?? []].flat().includes("admin");
  } catch {
    return false;
  }
}
