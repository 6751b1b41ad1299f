import { LitElement, css, html, nothing } from 'lit';
import './body-chart';

/** One marked area, as the body chart takes it. */
interface Mark {
  region: string;
  side: string;
  number: number;
  level: number;
}

/** One visit: its day, what was worked on, in marks and in words. */
interface Frame {
  id: string;
  day: string;
  marks: Mark[];
  words: string;
  pain: string;
}

interface Texts {
  scrub: string;
  before: string;
  after: string;
  frontAndBack: string;
  sides: string;
  view: string;
  nothing: string;
  of: string;
  [text: string]: string;
}

/** The body at one visit after another: a slider goes through them, and areas fade in and out. */
class BodyHistory extends LitElement {
  static properties = {
    frames: { attribute: false },
    names: { attribute: false },
    texts: { attribute: false },
    at: { state: true },
    pair: { state: true },
  };

  declare frames: Frame[];
  declare names: Record<string, string>;
  declare texts: Texts;
  declare at: number;
  declare pair: string;

  private shown = '';

  constructor() {
    super();
    this.frames = [];
    this.names = {};
    this.texts = {} as Texts;
    this.at = -1;
    this.pair = 'body';
  }

  static styles = css`
    :host { display: grid; gap: 12px; min-inline-size: 0; }
    .pairs { display: flex; justify-content: flex-end; }
    .pairs > div { display: inline-flex; border: 1px solid var(--af-line-strong); border-radius: var(--af-radius-s); background: var(--af-surface); overflow: clip; overflow-clip-margin: 3px; }
    button { min-block-size: calc(var(--af-control) - 2px); border: 0; background: none; color: var(--af-muted); font: inherit; font-weight: 500; white-space: nowrap; cursor: pointer; }
    .pairs button { padding: 0 11px; }
    .pairs button + button { border-inline-start: 1px solid var(--af-line); }
    .pairs button[aria-pressed='true'] { background: var(--af-accent-soft); color: var(--af-accent-strong); font-weight: 600; }
    button:focus-visible, input:focus-visible { outline: 2px solid var(--af-accent); outline-offset: 2px; }
    .bodies { inline-size: min(100%, 26rem); margin-inline: auto; }
    .scrub { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; align-items: center; gap: 8px; }
    .scrub button { inline-size: var(--af-control); border: 1px solid var(--af-line-strong); border-radius: var(--af-radius-s); background: var(--af-surface); color: var(--af-text); }
    .scrub button:disabled { opacity: 0.4; cursor: default; }
    input { inline-size: 100%; min-block-size: var(--af-control); margin: 0; accent-color: var(--af-accent); }
    .when { display: grid; gap: 2px; margin: 0; min-block-size: 4.4em; }
    .when b { font-weight: 600; }
    .when span { color: var(--af-muted); font-size: var(--af-text-xs); }
    .ends { display: flex; justify-content: space-between; color: var(--af-muted); font-size: var(--af-text-xs); }
  `;

  willUpdate(changed: Map<string, unknown>) {
    if (changed.has('frames')) {
      // The same visit stays in sight when earlier ones come in before it; at first it is the newest.
      const same = this.frames.findIndex((frame) => frame.id === this.shown);
      this.at = same >= 0 ? same : this.frames.length - 1;
    }
    this.shown = this.frames[this.at]?.id ?? '';
  }

  render() {
    const frame = this.frames[this.at];
    if (!frame) {
      return nothing;
    }
    const words = frame.words || this.texts.nothing;
    return html`
      <div class="pairs"><div role="group" aria-label=${this.texts.view}>
        ${this.choice('body', this.texts.frontAndBack)}${this.choice('sides', this.texts.sides)}
      </div></div>
      <af-body-chart class="bodies" fixed .pair=${this.pair} .marks=${frame.marks} .names=${this.names} .texts=${this.texts}></af-body-chart>
      <div>
        <div class="scrub">
          <button type="button" aria-label=${this.texts.before} ?disabled=${this.at === 0} @click=${() => this.go(this.at - 1)}>‹</button>
          <input type="range" min="0" max=${this.frames.length - 1} step="1" .value=${String(this.at)}
            aria-label=${this.texts.scrub} aria-valuetext=${`${frame.day}. ${words}. ${frame.pain}`}
            @input=${(event: Event) => this.go(Number((event.target as HTMLInputElement).value))} />
          <button type="button" aria-label=${this.texts.after} ?disabled=${this.at === this.frames.length - 1} @click=${() => this.go(this.at + 1)}>›</button>
        </div>
        <div class="ends" aria-hidden="true"><span>${this.frames[0].day}</span><span>${this.frames[this.frames.length - 1].day}</span></div>
      </div>
      <p class="when" role="status"><b>${frame.day}</b><span>${words}</span><span>${frame.pain}</span></p>
    `;
  }

  private choice(pair: string, text: string) {
    return html`<button type="button" aria-pressed=${this.pair === pair ? 'true' : 'false'} @click=${() => { this.pair = pair; }}>${text}</button>`;
  }

  private go(at: number) {
    this.at = Math.max(0, Math.min(this.frames.length - 1, at));
  }
}

customElements.define('af-body-history', BodyHistory);
