const lasts = 6_000;
const place = () => document.getElementById("said");
let ends = 0;

/** Says for a moment what was done. */
export function say(text) {
  clearTimeout(ends);
  place().textContent = text;
  place().classList.add("shown");
  ends = setTimeout(() => {
    place().classList.remove("shown");
    place().textContent = "";
  }, lasts);
}
