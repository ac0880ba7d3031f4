// How figures and names are written.

const languages = new Intl.DisplayNames(["en"], { type: "language", languageDisplay: "standard", fallback: "code" });
const minuteSeconds = 60;
const hourSeconds = 3600;
const daySeconds = 86400;

const two = (number) => String(number).padStart(2, "0");

/** A length of time: 0:07, 12:05, 1:02:09, then 2 d 3 h. */
export function duration(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds >= daySeconds) {
    return `${Math.floor(seconds / daySeconds)} d ${Math.floor((seconds % daySeconds) / hourSeconds)} h`;
  }

  const minutes = Math.floor(seconds / minuteSeconds);
  const rest = two(seconds % minuteSeconds);
  return seconds >= hourSeconds ? `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}` : `${minutes}:${rest}`;
}

/** A language tag in words; an empty one asks for no language. */
export function language(tag) {
  if (tag === "") {
    return "any";
  }

  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "1 ticket", "3 tickets". */
export function count(number, one, many = `${one}s`) {
  return `${number} ${number === 1 ? one : many}`;
}

/** What an agent is called; many have no name beside their id. */
export function agentName(agent) {
  return agent.name === "" ? agent.agentId : agent.name;
}

/** A code of the contract as a word: no_answer, wrapping_up. */
export function plain(code) {
  return code.replaceAll("_", " ");
}
