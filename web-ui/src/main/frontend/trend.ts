import { LitElement, css, html, nothing, svg } from 'lit';

/** One answer: hours after the visit and pain 0 to 10. */
interface Point {
  hours: number;
  pain: number;
  above: boolean;
  label: string;
  expected: string;
}

/** The upper edge of what is expected, as corners of a line. */
interface Corner {
  hours: number;
  pain: number;
}

interface Texts {
  description: string;
  expected: string;
  caption: string;
  when: string;
  pain: string;
  upTo: string;
}

const MOST = 10;
const HIGH = 190;
const MARGIN = { left: 34, right: 40, top: 20, bottom: 34 };

/** Pain after a visit, drawn against the hatched band of what is to be expected; the same as a table for those who read it. */
class Trend extends LitElement {
  static properties = {
    points: { attribute: false },
    edge: { attribute: false },
    texts: { attribute: false },
    ticks: { attribute: false },
    hours: { type: Number },
    wide: { state: true },
  };

  declare points: Point[];
  declare edge: Corner[];
  declare texts: Texts;
  declare ticks: { hours: number; label: string }[];
  declare hours: number;
  declare wide: number;

  private readonly observer = new ResizeObserver(([entry]) => { this.wide = Math.max(MARGIN.left + MARGIN.right + 40, entry.contentRect.width); });

  constructor() {
    super();
    this.points = [];
    this.edge = [];
    this.texts = {} as Texts;
    this.ticks = [];
    this.hours = 72;
    this.wide = 480;
  }

  static styles = css`
    :host { display: block; min-inline-size: 0; }
    svg { display: block; inline-size: 100%; overflow: visible; }
    text { fill: var(--af-muted); font: 400 12.5px var(--af-font); }
    .strong { fill: var(--af-text); font-weight: 600; }
    .over { fill: var(--af-warn); font-weight: 600; }
    .band { fill: url(#hatch); }
    .wash { fill: var(--af-accent-soft); }
    .hatch { stroke: color-mix(in srgb, var(--af-accent) 26%, var(--af-accent-soft)); stroke-width: 1.5; }
    .edge { fill: none; stroke: var(--af-accent); stroke-width: 1.25; stroke-dasharray: 4 4; }
    .grid { stroke: var(--af-line); }
    .axis { stroke: var(--af-line-strong); }
    .series { fill: none; stroke: var(--af-text); stroke-width: 2.25; stroke-linejoin: round; }
    circle { fill: var(--af-text); stroke: var(--af-bg); stroke-width: 2; }
    circle.first { fill: var(--af-bg); stroke: var(--af-text); }
    circle.over { fill: var(--af-warn); }
    .sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (forced-colors: active) { .series { stroke: CanvasText; } .edge { stroke: GrayText; } }
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
    const line = (corners: Corner[]) => corners.map((corner) => `${this.x(corner.hours)},${this.y(corner.pain)}`).join(' ');
    const last = this.edge[this.edge.length - 1];
    return html`
      <svg height=${HIGH} role="img" aria-label=${this.texts.description ?? ''}>
        <defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="wash" width="7" height="7"></rect><line class="hatch" y2="7"></line></pattern></defs>
        ${last ? svg`<polygon class="band" points=${`${line(this.edge)} ${this.x(last.hours)},${this.y(0)} ${this.x(0)},${this.y(0)}`}></polygon>` : nothing}
        ${[0, 5, 10].map((pain) => svg`<line class=${pain ? 'grid' : 'axis'} x1=${this.x(0)} x2=${this.x(this.hours)} y1=${this.y(pain)} y2=${this.y(pain)}></line>
          <text x=${this.x(0) - 14} y=${this.y(pain)} dy="4" text-anchor="end">${pain}</text>`)}
        ${last ? svg`<polyline class="edge" points=${line(this.edge)}></polyline><text x=${this.x(this.hours * 0.13)} y=${this.y(0)} dy="-10">${this.texts.expected}</text>` : nothing}
        <polyline class="series" points=${line(this.points)}></polyline>
        ${this.points.map((point, index) => this.renderPoint(point, index))}
        ${this.ticks.map((tick, index) => svg`<text x=${this.x(tick.hours)} y=${this.y(0)} dy="22" text-anchor=${index ? 'middle' : 'start'}>${tick.label}</text>`)}
      </svg>
      <table class="sr">
        <caption>${this.texts.caption}</caption>
        <thead><tr><th scope="col">${this.texts.when}</th><th scope="col">${this.texts.pain}</th><th scope="col">${this.texts.upTo}</th></tr></thead>
        <tbody>${this.points.map((point) => html`<tr><th scope="row">${point.label}</th><td>${point.pain}</td><td>${point.expected}</td></tr>`)}</tbody>
      </table>
    `;
  }

  private renderPoint(point: Point, index: number) {
    const last = index === this.points.length - 1;
    const beside = last && point.hours > 0.9 * this.hours;
    const up = point.above || point.pain < 3;
    return svg`<circle class=${point.above ? 'over' : index ? '' : 'first'} cx=${this.x(point.hours)} cy=${this.y(point.pain)} r=${index ? 6 : 5}></circle>
      ${index ? svg`<text class=${point.above ? 'over' : 'strong'} x=${this.x(point.hours) + (beside ? 12 : 0)} y=${this.y(point.pain) + (beside ? 5 : up ? -13 : 23)} text-anchor=${beside ? 'start' : 'middle'}>${point.above ? `${point.pain} ↑` : point.pain}</text>` : nothing}`;
  }

  private x(hours: number) {
    return MARGIN.left + (Math.min(hours, this.hours) / this.hours) * (this.wide - MARGIN.left - MARGIN.right);
  }

  private y(pain: number) {
    return MARGIN.top + (1 - pain / MOST) * (HIGH - MARGIN.top - MARGIN.bottom);
  }
}

customElements.define('af-trend', Trend);
