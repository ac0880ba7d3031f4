// The policy document as lines of text, each path with its line: mistakes are shown where they are.

const indent = 2;
const readOnly = ["version", "publishedAt", "publishedBy"];

/** A document without what the server ignores when it is sent. */
export function editable(policy) {
  return Object.fromEntries(Object.entries(policy).filter(([name]) => !readOnly.includes(name) && name !== "note"));
}

/** The text of a document, as JSON.stringify writes it, and the line (from 1) of each path as problems name it. */
export function written(policy) {
  const text = JSON.stringify(policy, null, indent);
  const lines = new Map();
  let line = 1;
  const walk = (value, path) => {
    lines.set(path, line);
    if (value === null || typeof value !== "object" || Object.keys(value).length === 0) {
      return;
    }

    for (const [name, child] of Object.entries(value)) {
      line++;
      walk(child, Array.isArray(value) ? `${path}[${name}]` : `${path === "" ? "" : `${path}.`}${snake(name)}`);
    }

    line++;
  };
  walk(policy, "");
  return { text, lines };
}

/** The line of a path, or of the nearest thing around it that is there. */
export function lineOf(lines, path) {
  for (let at = path; at !== ""; at = at.replace(/(\.[^.[\]]*|\[[^\]]*\]|[^.[\]]+)$/, "")) {
    if (lines.has(at)) {
      return lines.get(at);
    }
  }

  return 1;
}

// Paths have the names of the contract, documents those of its JSON.
function snake(name) {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
