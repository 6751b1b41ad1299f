import { LitElement, css, html, nothing, svg } from 'lit';

/** One visit: pain before and after it, and the most in the days after. Unknown is -1. */
interface Visit {
  day: string;
  before: number;
  after: number;
  worst: number;
  above: boolean;
}

interface Texts {
  description: string;
  caption: string;
  when: string;
  before: string;
  after: string;
  worst: string;
  unknown: string;
}

const MOST = 10;
const HIGH = 200;
const MARGIN = { left: 34, right: 16, top: 16, bottom: 34 };
const APART = 54;

/** Pain at visit after visit, drawn and as a table for those who read it. */
class PainOverVisits extends LitElement {
  static properties = {
    visits: { attribute: false },
    texts: { attribute: false },
    wide: { state: true },
  };

  declare visits: Visit[];
  declare texts: Texts;
  declare wide: number;

  private readonly observer = new ResizeObserver(([entry]) => { this.wide = Math.max(200, entry.contentRect.width); });

  constructor() {
    super();
    this.visits = [];
    this.texts = {} as Texts;
    this.wide = 480;
  }

  static styles = css`
    :host { display: block; min-inline-size: 0; }
    svg { display: block; inline-size: 100%; overflow: visible; }
    text { fill: var(--af-muted); font: 400 12.5px var(--af-font); }
    .grid { stroke: var(--af-line); }
    .axis { stroke: var(--af-line-strong); }
    .drop { stroke: var(--af-text); stroke-width: 2; }
    .before { fill: var(--af-bg); stroke: var(--af-text); stroke-width: 2; }
    .after { fill: var(--af-text); }
    .worst { fill: none; stroke: var(--af-accent); stroke-width: 2.25; }
    .worst.above { fill: var(--af-warn); stroke: var(--af-warn); }
    .key { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 6px 0 0; color: var(--af-muted); font-size: var(--af-text-xs); }
    .key span { display: inline-flex; align-items: center; gap: 6px; }
    .key svg { inline-size: 14px; block-size: 14px; }
    .sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (forced-colors: active) { .after, .before, .drop { stroke: CanvasText; } }
  `;

  connectedCallback() {
    super.connectedCallback();
    this.observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  render() {
    const room = Math.max(1, Math.floor((this.wide - MARGIN.left - MARGIN.right) / APART));
    const shown = this.visits.slice(-room);
    const x = (index: number) => MARGIN.left + ((index + 0.5) / shown.length) * (this.wide - MARGIN.left - MARGIN.right);
    return html`
      <svg height=${HIGH} role="img" aria-label=${this.texts.description ?? ''}>
        ${[0, 5, 10].map((pain) => svg`<line class=${pain ? 'grid' : 'axis'} x1=${MARGIN.left} x2=${this.wide - MARGIN.right} y1=${this.y(pain)} y2=${this.y(pain)}></line>
          <text x=${MARGIN.left - 14} y=${this.y(pain)} dy="4" text-anchor="end">${pain}</text>`)}
        ${shown.map((visit, index) => this.renderVisit(visit, x(index)))}
      </svg>
      <p class="key" aria-hidden="true">
        <span><svg viewBox="0 0 14 14"><circle class="before" cx="7" cy="7" r="5"></circle></svg>${this.texts.before}</span>
        <span><svg viewBox="0 0 14 14"><circle class="after" cx="7" cy="7" r="6"></circle></svg>${this.texts.after}</span>
        <span><svg viewBox="0 0 14 14"><path class="worst" d="M7 2 12.5 12h-11z"></path></svg>${this.texts.worst}</span>
      </p>
      <div class="sr"><table>
        <caption>${this.texts.caption}</caption>
        <thead><tr><th scope="col">${this.texts.when}</th><th scope="col">${this.texts.before}</th><th scope="col">${this.texts.after}</th><th scope="col">${this.texts.worst}</th></tr></thead>
        <tbody>${this.visits.map((visit) => html`<tr><th scope="row">${visit.day}</th><td>${this.said(visit.before)}</td><td>${this.said(visit.after)}</td><td>${this.said(visit.worst)}</td></tr>`)}</tbody>
      </table></div>
    `;
  }

  private renderVisit(visit: Visit, x: number) {
    return svg`
      ${visit.before >= 0 && visit.after >= 0 ? svg`<line class="drop" x1=${x - 5} x2=${x - 5} y1=${this.y(visit.before)} y2=${this.y(visit.after)}></line>` : nothing}
      ${visit.before >= 0 ? svg`<circle class="before" cx=${x - 5} cy=${this.y(visit.before)} r="5"></circle>` : nothing}
      ${visit.after >= 0 ? svg`<circle class="after" cx=${x - 5} cy=${this.y(visit.after)} r="6"></circle>` : nothing}
      ${visit.worst >= 0 ? svg`<path class=${visit.above ? 'worst above' : 'worst'} d=${`M${x + 10} ${this.y(visit.worst) - 6}l6 11h-12z`}></path>` : nothing}
      <text x=${x} y=${this.y(0)} dy="22" text-anchor="middle">${visit.day}</text>`;
  }

  private said(pain: number) {
    return pain < 0 ? this.texts.unknown : String(pain);
  }

  private y(pain: number) {
    return MARGIN.top + (1 - pain / MOST) * (HIGH - MARGIN.top - MARGIN.bottom);
  }
}

customElements.define('af-pain-over-visits', PainOverVisits);
