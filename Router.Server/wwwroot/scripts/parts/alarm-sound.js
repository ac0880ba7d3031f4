import { make, setText } from "../dom.js";
import { t } from "../texts.js";

const key = "router.alarmSound";
const tones = [660, 880];
const toneSeconds = 0.18;
const loudness = 0.12;

/** Two soft tones for an alarm that rises, off until somebody turns them on. */
export class AlarmSound {
  #isOn = localStorage.getItem(key) === "on";
  #audio = null;
  root = make("button", { type: "button", class: "quiet alarm-sound", onclick: () => this.#toggle() });

  constructor() {
    this.#show();
  }

  play() {
    if (!this.#isOn) {
      return;
    }

    this.#audio ??= new AudioContext();
    const volume = this.#audio.createGain();
    volume.gain.value = loudness;
    volume.connect(this.#audio.destination);
    tones.forEach((tone, i) => {
      const source = this.#audio.createOscillator();
      source.frequency.value = tone;
      source.connect(volume);
      source.start(this.#audio.currentTime + i * toneSeconds);
      source.stop(this.#audio.currentTime + (i + 1) * toneSeconds);
    });
  }

  // Heard at once, so that the reader knows how it sounds; browsers allow sound only after a click.
  #toggle() {
    this.#isOn = !this.#isOn;
    localStorage.setItem(key, this.#isOn ? "on" : "off");
    this.#show();
    this.play();
  }

  #show() {
    this.root.setAttribute("aria-pressed", String(this.#isOn));
    setText(this.root, t(this.#isOn ? "alarms.soundOn" : "alarms.soundOff"));
  }
}
