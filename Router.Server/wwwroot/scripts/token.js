// The token by which the server knows who watches: from the address (#token=…), from an earlier visit, or asked for.

const key = "router.token";

/** Takes a token out of the address, where it would be seen and passed on, and gives what is known. */
export function knownToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given) {
    localStorage.setItem(key, given);
    history.replaceState(null, "", location.pathname + location.search);
  }

  return localStorage.getItem(key) ?? "";
}

export function forgetToken() {
  localStorage.removeItem(key);
}

/** Asks for a token; ends when one was given. */
export function askForToken(problem) {
  const dialog = document.getElementById("token-dialog");
  const form = document.getElementById("token-form");
  const input = document.getElementById("token");
  const note = document.getElementById("token-problem");
  note.textContent = problem;
  note.hidden = problem === "";
  input.value = "";
  dialog.showModal();
  return new Promise((resolve) => {
    // Escaped twice, browsers that do not know closedby="none" close it whatever the page says.
    const keepOpen = (event) => event.preventDefault();
    const openAgain = () => dialog.showModal();
    dialog.addEventListener("cancel", keepOpen);
    dialog.addEventListener("close", openAgain);
    form.addEventListener(
      "submit",
      () => {
        dialog.removeEventListener("cancel", keepOpen);
        dialog.removeEventListener("close", openAgain);
        const token = input.value.trim();
        localStorage.setItem(key, token);
        resolve(token);
      },
      { once: true },
    );
  });
}
