// Goes round: as the system is, light, dark.

const key = "router.theme";
const order = ["system", "light", "dark"];

export function startThemeButton() {
  const button = document.getElementById("theme");
  const text = document.getElementById("theme-text");
  const show = (theme) => {
    document.documentElement.dataset.theme = theme;
    text.textContent = `Theme: ${theme}`;
    button.title = `Theme: ${theme}`;
  };

  show(document.documentElement.dataset.theme);
  button.addEventListener("click", () => {
    const next = order[(order.indexOf(document.documentElement.dataset.theme) + 1) % order.length];
    localStorage.setItem(key, next);
    show(next);
  });
}
