/** The texts of the timer, set by the server in the reader's language; {0} and {1} are filled in here. */
interface Labels {
  hold: string;
  holdShort: string;
  holdDone: string;
  allDone: string;
  breathe: string;
  start: string;
  pause: string;
  carryOn: string;
  end: string;
  seconds: string;
  secondsShort: string;
  minutes: string;
  left: string;
  sound: string;
  holds: string;
}

interface State {
  hold: number;
  left: number;
  endsAt: number | null;
}

const ICONS = {
  play: 'M7.5 4.5l11.500 7.500L7.500 19.500z',
  pause: 'M8 5v14M16 5v14',
  done: 'M4.5 12.500l5 5 10-11',
};

const fill = (text: string, ...values: (string | number)[]) =>
  values.reduce<string>((filled, value, index) => filled.replace(`{${index}}`, String(value)), text);

const node = (html: string): Element => {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild!;
};

const icon = (path: string) =>
  `<svg class="pt-icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;

/**
 * A kitchen clock for holding a stretch: one mark a second, nothing slides. It counts in the browser against the time
 * of day, so that a lost connection, a locked phone or a new page does not stop it. Attributes: `seconds`, `holds`,
 * `big`, `name` (what is timed; state is kept under it), `labels` (JSON).
 */
class HoldTimer extends HTMLElement {
  private state: State = { hold: 1, left: 0, endsAt: null };
  private interval = 0;
  private audio?: AudioContext;
  private wakeLock?: { release(): Promise<void> };

  connectedCallback() {
    if (!this.firstElementChild) {
      this.build();
      this.restore();
    }
    document.addEventListener('visibilitychange', this.tick);
    this.run();
    this.draw();
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.tick);
    window.clearInterval(this.interval);
    this.keepAwake(false);
  }

  private get seconds() {
    return Math.max(1, Number(this.getAttribute('seconds') ?? 30));
  }

  private get holds() {
    return Math.max(1, Number(this.getAttribute('holds') ?? 1));
  }

  private get big() {
    return this.hasAttribute('big');
  }

  private get labels(): Labels {
    return JSON.parse(this.getAttribute('labels') ?? '{}');
  }

  private get key() {
    return `hold-timer:${this.getAttribute('name') ?? ''}`;
  }

  private piece(name: string) {
    return this.querySelector(`[data-part="${name}"]`)!;
  }

  private build() {
    const t = this.labels;
    const heading = this.getAttribute('heading-level');
    const what = heading
      ? `<h2 class="pt-timer-what"><span data-part="what" role="status"></span></h2>`
      : `<p class="pt-timer-what" data-part="what" role="status"></p>`;
    const marks = Math.min(this.seconds, 60);
    const lines = Array.from({ length: marks }, (_, i) => {
      const angle = (i / marks) * 2 * Math.PI;
      const at = (radius: number) =>
        [60 + radius * Math.sin(angle), 60 - radius * Math.cos(angle)].map((n) => n.toFixed(2));
      const [x1, y1] = at(46);
      const [x2, y2] = at(55);
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;
    }).join('');
    const dial = `<svg class="pt-dial" viewBox="0 0 120 120" aria-hidden="true">${lines}<text class="pt-dial-n" x="60" y="66"></text><text class="pt-unit" x="60" y="86"></text></svg>`;
    const button = `<button class="pt-btn pt-btn-primary" type="button" data-part="go"></button>`;
    const spoken = `<p class="pt-sr" role="timer" data-part="spoken"></p>`;
    const body = this.big
      ? `${what}${dial}${spoken}<ul class="pt-pips" data-part="pips" aria-label="${t.holds}"></ul>
         <div class="pt-btns">${button}<button class="pt-btn" type="button" data-part="end">${t.end}</button></div>
         <label class="pt-tick"><input type="checkbox" data-part="sound" checked>${t.sound}</label>`
      : `${dial}<div class="pt-timer-body">${what}${spoken}${button}</div>`;
    this.append(node(`<div class="pt-timer${this.big ? ' pt-timer-big' : ''}">${body}</div>`));
    this.piece('go').addEventListener('click', () => this.toggle());
    this.querySelector('[data-part="end"]')?.addEventListener('click', () => this.reset());
  }

  private restore() {
    this.state = { hold: 1, left: this.seconds, endsAt: null };
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.key) ?? 'null') as State | null;
      if (kept && kept.left <= this.seconds && kept.hold <= this.holds + 1) {
        this.state = kept;
      }
    } catch {
      // Nothing usable was kept: the timer starts afresh.
    }
  }

  private keep() {
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.state));
    } catch {
      // Without storage the timer still runs, on this page only.
    }
  }

  private get allDone() {
    return this.state.hold > this.holds;
  }

  private toggle() {
    const { endsAt } = this.state;
    if (this.allDone) {
      this.state = { hold: 1, left: this.seconds, endsAt: null };
    }
    if (endsAt === null) {
      this.audio ??= 'AudioContext' in window ? new AudioContext() : undefined;
      void this.audio?.resume();
      this.state.endsAt = Date.now() + this.state.left * 1000;
    } else {
      this.state.left = this.leftNow();
      this.state.endsAt = null;
    }
    this.keep();
    this.run();
    this.draw();
  }

  private reset() {
    this.state = { hold: 1, left: this.seconds, endsAt: null };
    this.keep();
    this.run();
    this.draw();
  }

  private leftNow() {
    const { endsAt, left } = this.state;
    return endsAt === null ? left : Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
  }

  private run() {
    window.clearInterval(this.interval);
    const running = this.state.endsAt !== null;
    if (running) {
      this.interval = window.setInterval(this.tick, 250);
    }
    this.keepAwake(running);
  }

  private tick = () => {
    if (this.state.endsAt !== null && this.leftNow() === 0) {
      this.finishHold();
    }
    this.draw();
  };

  private finishHold() {
    this.state = { hold: this.state.hold + 1, left: this.seconds, endsAt: null };
    this.keep();
    this.run();
    this.signal();
    if (this.allDone) {
      this.dispatchEvent(new CustomEvent('holds-done', { bubbles: true }));
    }
  }

  /** Two short tones and a buzz; a browser that allows neither stays silent. */
  private signal() {
    const sound = this.querySelector<HTMLInputElement>('[data-part="sound"]');
    if (sound && !sound.checked) {
      return;
    }
    navigator.vibrate?.([200, 100, 200]);
    const audio = this.audio;
    if (!audio) {
      return;
    }
    [0, 0.3].forEach((delay) => {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = 660;
      volume.gain.setValueAtTime(0.2, audio.currentTime + delay);
      volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + delay + 0.25);
      tone.connect(volume).connect(audio.destination);
      tone.start(audio.currentTime + delay);
      tone.stop(audio.currentTime + delay + 0.25);
    });
  }

  private keepAwake(on: boolean) {
    void this.wakeLock?.release();
    this.wakeLock = undefined;
    if (on && 'wakeLock' in navigator) {
      navigator.wakeLock.request('screen').then(
        (lock) => {
          if (this.state.endsAt === null) {
            void lock.release();
          } else {
            this.wakeLock = lock;
          }
        },
        () => undefined,
      );
    }
  }

  private draw() {
    const t = this.labels;
    const left = this.leftNow();
    const running = this.state.endsAt !== null;
    const long = this.seconds >= 100;
    const clock = long ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}` : String(left);
    this.querySelector('.pt-dial-n')!.textContent = clock;
    this.querySelector('.pt-dial')!.classList.toggle('pt-dial-long', long);
    this.querySelector('.pt-unit')!.textContent = long ? t.minutes : this.big ? t.seconds : t.secondsShort;
    const marks = this.querySelectorAll('.pt-dial line');
    marks.forEach((mark, index) =>
      mark.classList.toggle('pt-off', index >= Math.ceil((left / this.seconds) * marks.length)),
    );
    const what = this.allDone
      ? fill(t.allDone, this.holds)
      : `${this.holds > 1 ? fill(t.hold, this.state.hold, this.holds) : ''}${running && this.holds > 1 ? ` ${t.breathe}` : ''}`;
    this.setText('what', what);
    this.piece('what').toggleAttribute('hidden', what === '');
    if (!running || left % 10 === 0) {
      this.setText('spoken', fill(t.left, clock));
    }
    const go = running ? [ICONS.pause, t.pause] : [ICONS.play, left < this.seconds ? t.carryOn : t.start];
    if (this.piece('go').textContent !== go[1]) {
      this.piece('go').innerHTML = `${icon(go[0])}<span></span>`;
      this.piece('go').querySelector('span')!.textContent = go[1];
    }
    this.drawPips(t);
  }

  private drawPips(t: Labels) {
    const list = this.querySelector('[data-part="pips"]');
    if (!list || list.getAttribute('data-hold') === String(this.state.hold)) {
      return;
    }
    list.setAttribute('data-hold', String(this.state.hold));
    list.toggleAttribute('hidden', this.holds < 2);
    list.replaceChildren(
      ...Array.from({ length: this.holds }, (_, index) => {
        const number = index + 1;
        const done = number < this.state.hold;
        const current = number === this.state.hold;
        const shape = done
          ? `<path d="${ICONS.done}"/>`
          : `<circle cx="12" cy="12" r="8"/>${current ? '<circle cx="12" cy="12" r="3.5" fill="currentColor"/>' : ''}`;
        const item = node(
          `<li><svg class="pt-icon" viewBox="0 0 24 24" aria-hidden="true">${shape}</svg><span></span></li>`,
        );
        item.querySelector('span')!.textContent = fill(done ? t.holdDone : t.holdShort, number);
        if (current) {
          item.setAttribute('aria-current', 'step');
        }
        return item;
      }),
    );
  }

  private setText(part: string, text: string) {
    if (this.piece(part).textContent !== text) {
      this.piece(part).textContent = text;
    }
  }
}

customElements.define('hold-timer', HoldTimer);
