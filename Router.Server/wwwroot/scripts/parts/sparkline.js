import { drawn, make } from "../dom.js";
import { t } from "../texts.js";

const width = 84;
const height = 22;
const gap = 2;

/** The tickets that entered in each five minutes of the last hour, as bars; read aloud as their sum. */
export class Sparkline {
  #svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, class: "spark", role: "img" });
  #shown = "";
  #bars = [];

  constructor() {
    this.root = make("span", { class: "trend" }, this.#svg);
  }

  update(numbers) {
    const shown = numbers.join();
    if (shown === this.#shown) {
      return;
    }

    this.#shown = shown;
    const most = Math.max(1, ...numbers);
    const step = width / numbers.length;
    while (this.#bars.length < numbers.length) {
      this.#bars.push(this.#svg.appendChild(drawn("rect", { width: step - gap, rx: 1 })));
    }

    numbers.forEach((number, i) => {
      const tall = number === 0 ? 1 : Math.max(2, (number / most) * height);
      const bar = this.#bars[i];
      bar.setAttribute("x", i * step);
      bar.setAttribute("y", height - tall);
      bar.setAttribute("height", tall);
    });
    const text = t("trend.hour", { count: numbers.reduce((sum, number) => sum + number, 0) });
    this.#svg.setAttribute("aria-label", text);
    this.root.title = `${text} (${numbers.join(" ")})`;
  }
}
