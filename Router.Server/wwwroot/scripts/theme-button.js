// Goes round: as the system is, light, dark.

import { t } from "./texts.js";

const key = "router.theme";
const order = ["system", "light", "dark"];

export function startThemeButton() {
  const button = document.getElementById("theme");
  const text = document.getElementById("theme-text");
  const show = (theme) => {
    document.documentElement.dataset.theme = theme;
    text.textContent = t(`theme.${theme}`);
    button.title = text.textContent;
  };

  show(document.documentElement.dataset.theme);
  button.addEventListener("click", () => {
    const next = order[(order.indexOf(document.documentElement.dataset.theme) + 1) % order.length];
    localStorage.setItem(key, next);
    show(next);
  });
}
