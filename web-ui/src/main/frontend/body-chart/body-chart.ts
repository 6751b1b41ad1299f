import { LitElement, css, html, nothing, svg } from 'lit';
import { FIGURES, type Figure, type FigureRegion, type View } from './figures';

/** One marked area: its number in the list beside the chart, and how deep it was worked (1 to 5, 0 unknown). */
interface Mark {
  region: string;
  side: string;
  number: number;
  level: number;
}

/** A free mark: a line through points, x and y in turn. */
interface Stroke {
  id: string;
  view: View;
  points: number[];
}

interface Texts {
  pen: string;
  erase: string;
  undo: string;
  penHint: string;
  strokes: string;
  front: string;
  back: string;
  left: string;
  right: string;
  frontAndBack: string;
  sides: string;
  view: string;
  hint: string;
  marked: string;
  level: string;
}

const PAIRS: Record<string, View[]> = { body: ['front', 'back'], sides: ['left', 'right'] };
const FINGER = 14;
/** Points of a line that lie closer together than this are one; in units of the drawing. */
const STEP = 2;
const LONGEST = 1900;

const key = (part: { region: string; side: string }) => `${part.region} ${part.side}`;

/** A line through the points; a dot where there is only one. */
const line = (points: number[]) => {
  const [x, y, ...rest] = points;
  const steps = rest.length ? rest.map((at, i) => (i % 2 ? String(at) : `L${at} `)).join('') : 'l0.1 0';
  return `M${x} ${y}${steps}`;
};

/** crypto.randomUUID is there on secure pages only, and a clinic's own network may be none. */
const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-');

/** A body on which areas are marked with a tap or by keyboard: one tab stop a view, arrows between the areas. */
class BodyChart extends LitElement {
  static properties = {
    marks: { attribute: false },
    strokes: { attribute: false },
    pen: { type: String, reflect: true },
    drawing: { state: true },
    names: { attribute: false },
    texts: { attribute: false },
    selected: { type: String },
    pair: { type: String, reflect: true },
    fixed: { type: Boolean, reflect: true },
  };

  declare marks: Mark[];
  declare strokes: Stroke[];
  /** What a finger does: mark areas (empty), 'draw' or 'erase'. */
  declare pen: string;
  private declare drawing?: Stroke;
  declare names: Record<string, string>;
  declare texts: Texts;
  declare selected: string;
  declare pair: string;
  declare fixed: boolean;

  /** The area of each view that the tab key reaches. */
  private readonly stops = new Map<View, string>();

  constructor() {
    super();
    this.marks = [];
    this.strokes = [];
    this.pen = '';
    this.names = {};
    this.texts = {} as Texts;
    this.selected = '';
    this.pair = 'body';
    this.fixed = false;
  }

  static styles = css`
    :host { display: block; --bc-rest: color-mix(in srgb, var(--af-muted) 17%, var(--af-surface-2)); }
    .pairs { display: flex; justify-content: space-between; flex-wrap: wrap; gap: 6px; margin-block-end: 8px; }
    .pairs > div { display: inline-flex; border: 1px solid var(--af-line-strong); border-radius: var(--af-radius-s); background: var(--af-surface); overflow: clip; overflow-clip-margin: 3px; }
    .pairs button { min-block-size: calc(var(--af-control) - 2px); padding: 0 11px; border: 0; background: none; color: var(--af-muted); font: inherit; font-weight: 500; white-space: nowrap; cursor: pointer; }
    .pairs button + button { border-inline-start: 1px solid var(--af-line); }
    .pairs button:disabled { color: color-mix(in srgb, var(--af-muted) 55%, var(--af-surface)); cursor: default; }
    .pairs button:first-child:last-child { border-radius: 7px; }
    .pairs button:first-child { border-radius: 7px 0 0 7px; }
    .pairs button:last-child { border-radius: 0 7px 7px 0; }
    .pairs button[aria-pressed='true'] { background: var(--af-accent-soft); color: var(--af-accent-strong); font-weight: 600; }
    button:focus-visible { outline: 2px solid var(--af-accent); outline-offset: 1px; }
    .figures { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid var(--af-line); border-radius: var(--af-radius-m); background: var(--af-surface); overflow: clip; }
    figure { display: grid; justify-items: center; margin: 0; padding: 10px 4px 6px; min-inline-size: 0; }
    figure + figure { border-inline-start: 1px solid var(--af-line); }
    figcaption, .hint { color: var(--af-muted); font-size: var(--af-text-xs); }
    figcaption { display: grid; grid-template-columns: 1fr auto 1fr; gap: 6px; inline-size: 100%; padding-inline: 6px; box-sizing: border-box; }
    figcaption span:last-child { text-align: end; }
    figcaption b { font-weight: 500; color: var(--af-text); }
    .hint { grid-column: 1 / -1; margin: 0; padding: 5px; border-block-start: 1px solid var(--af-line); text-align: center; }
    svg { inline-size: 100%; max-inline-size: 176px; block-size: auto; overflow: visible; touch-action: manipulation; -webkit-tap-highlight-color: transparent; }
    .outline { fill: var(--af-surface); stroke: color-mix(in srgb, var(--af-muted) 34%, var(--af-line)); stroke-width: 0.8; }
    .rest { fill: color-mix(in srgb, var(--bc-rest) 62%, var(--af-surface)); pointer-events: none; }
    .detail { fill: none; stroke: var(--af-muted); stroke-opacity: 0.6; stroke-width: 1.1; pointer-events: none; }
    .region { fill: var(--bc-rest); stroke: transparent; stroke-width: 4; pointer-events: all; outline: none; }
    :host(:not([fixed])) .region { cursor: pointer; }
    :host(:not([fixed])) .region:hover { fill: color-mix(in srgb, var(--af-accent) 30%, var(--af-surface-2)); }
    .region[data-region='PIRIFORMIS'] { stroke: var(--af-surface); stroke-width: 1.8; }
    .region[data-marked] { stroke: var(--af-accent-strong); stroke-width: 2; fill: color-mix(in srgb, var(--af-accent) 12%, var(--af-surface)); }
    .region[data-level='1'] { fill: color-mix(in srgb, var(--af-accent) 20%, var(--af-surface)); }
    .region[data-level='2'] { fill: color-mix(in srgb, var(--af-accent) 36%, var(--af-surface)); }
    .region[data-level='3'] { fill: color-mix(in srgb, var(--af-accent) 54%, var(--af-surface)); }
    .region[data-level='4'] { fill: color-mix(in srgb, var(--af-accent) 76%, var(--af-surface)); }
    .region[data-level='5'] { fill: var(--af-accent); }
    .region[data-selected] { stroke: var(--af-text); stroke-width: 2.6; }
    .region:focus-visible { stroke: var(--af-text); stroke-width: 4; }
    :host([pen='draw']) svg, :host([pen='erase']) svg { touch-action: none; cursor: crosshair; }
    :host([pen='draw']) .region, :host([pen='erase']) .region { cursor: crosshair; }
    .ink { fill: none; stroke: var(--af-danger); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; pointer-events: none; }
    :host([fixed]) .region { transition: fill 320ms ease, stroke 320ms ease; }
    @media (prefers-reduced-motion: reduce) { :host([fixed]) .region { transition: none; } }
    .pin { pointer-events: none; }
    .pin circle { fill: var(--af-text); stroke: var(--af-surface); stroke-width: 3; }
    .pin text { fill: var(--af-bg); font: 600 18px var(--af-font); text-anchor: middle; dominant-baseline: central; }
    @media (prefers-contrast: more) { .region { stroke: var(--af-muted); stroke-width: 0.9; } }
    @media (forced-colors: active) {
      .region { fill: Canvas; stroke: CanvasText; stroke-width: 0.8; }
      .region[data-marked] { fill: Highlight; }
      .region:focus-visible { stroke: Highlight; stroke-width: 4; }
    }
  `;

  render() {
    return html`
      ${this.fixed ? nothing : this.renderPairs()}
      <div class="figures">
        ${PAIRS[this.pair].map((view) => this.renderFigure(view))}
        ${this.fixed ? nothing : html`<p class="hint">${this.pen ? this.texts.penHint : this.texts.hint}</p>`}
      </div>
    `;
  }

  private renderPairs() {
    const choice = (pair: string, text: string) => html`<button
      type="button"
      aria-pressed=${this.pair === pair ? 'true' : 'false'}
      @click=${() => { this.pair = pair; }}
    >${text}</button>`;
    const pen = (mode: string, text: string) => html`<button
      type="button"
      aria-pressed=${this.pen === mode ? 'true' : 'false'}
      @click=${() => { this.pen = this.pen === mode ? '' : mode; }}
    >${text}</button>`;
    return html`<div class="pairs">
      <div role="group" aria-label=${this.texts.pen}>
        ${pen('draw', this.texts.pen)}
        ${pen('erase', this.texts.erase)}
        <button type="button" ?disabled=${!this.strokes.length} @click=${() => this.undo()}>${this.texts.undo}</button>
      </div>
      <div role="group" aria-label=${this.texts.view}>
        ${choice('body', this.texts.frontAndBack)}${choice('sides', this.texts.sides)}
      </div>
    </div>`;
  }

  private renderFigure(view: View) {
    const figure = FIGURES[view];
    const marked = new Set(figure.regions.map((part) => this.markOf(part)).filter((mark) => mark)).size;
    const [start, end] = view === 'front' ? [this.texts.right, this.texts.left]
      : view === 'back' ? [this.texts.left, this.texts.right] : ['', ''];
    return html`<figure>
      <svg
        viewBox="0 0 240 560"
        role=${this.fixed ? 'img' : 'group'}
        aria-label=${this.describe(view, marked)}
        @pointerdown=${(event: PointerEvent) => this.penDown(event, view)}
        @pointermove=${(event: PointerEvent) => this.penMove(event)}
        @pointerup=${() => this.penUp()}
        @pointercancel=${() => this.penUp()}
        @click=${(event: MouseEvent) => this.tap(event, view)}
        @keydown=${(event: KeyboardEvent) => this.keydown(event, view)}
      >
        <path class="outline" d=${figure.outline}></path>
        ${figure.rest.map((d) => svg`<path class="rest" d=${d}></path>`)}
        ${figure.regions.map((part) => this.renderRegion(view, figure, part))}
        ${figure.detail.map((d) => svg`<path class="detail" d=${d}></path>`)}
        ${[...this.strokes, ...(this.drawing && this.pen === 'draw' ? [this.drawing] : [])]
          .filter((stroke) => stroke.view === view)
          .map((stroke) => svg`<path class="ink" data-stroke=${stroke.id} d=${line(stroke.points)}></path>`)}
        ${this.marks.map((mark) => this.renderPin(figure, mark))}
      </svg>
      <figcaption><span>${start}</span><b>${this.texts[view]}</b><span>${end}</span></figcaption>
    </figure>`;
  }

  private renderRegion(view: View, figure: Figure, part: FigureRegion) {
    const mark = this.markOf(part);
    if (this.fixed) {
      return svg`<path class="region" data-region=${part.region} ?data-marked=${mark} data-level=${mark?.level ?? nothing} d=${part.d}></path>`;
    }
    const stop = this.stops.get(view) ?? key(figure.regions[0]);
    return svg`<path
      class="region"
      data-region=${part.region}
      data-side=${part.side}
      data-level=${mark?.level || nothing}
      ?data-marked=${mark}
      ?data-selected=${mark && this.selected === key(mark)}
      role="button"
      tabindex=${stop === key(part) ? '0' : '-1'}
      aria-pressed=${mark ? 'true' : 'false'}
      aria-label=${this.names[key(part)] ?? key(part)}
      aria-description=${mark?.level ? this.texts.level.replace('#', String(mark.level)) : nothing}
      d=${part.d}
    ></path>`;
  }

  /** A mark on both sides has one pin between them. */
  private renderPin(figure: Figure, mark: Mark) {
    const parts = figure.regions.filter((part) => this.covers(mark, part));
    if (!parts.length || !mark.number) {
      return nothing;
    }
    const x = parts.reduce((sum, part) => sum + part.x, 0) / parts.length;
    const y = parts.reduce((sum, part) => sum + part.y, 0) / parts.length;
    return svg`<g class="pin" aria-hidden="true" transform=${`translate(${x} ${y})`}>
      <circle r="13.5"></circle><text y="1">${mark.number}</text></g>`;
  }

  private covers(mark: Mark, part: FigureRegion) {
    return mark.region === part.region && (mark.side === part.side || mark.side === 'BOTH' || (mark.side === 'MIDLINE' && part.side !== 'MIDLINE'));
  }

  private markOf(part: FigureRegion) {
    return this.marks.find((mark) => mark.region === part.region && mark.side === part.side)
      ?? this.marks.find((mark) => this.covers(mark, part));
  }

  private describe(view: View, marked: number) {
    const words = `${this.texts[view]}, ${this.texts.marked.replace('#', String(marked))}`;
    const drawn = this.strokes.filter((stroke) => stroke.view === view).length;
    return drawn ? `${words}, ${this.texts.strokes.replace('#', String(drawn))}` : words;
  }

  private penDown(event: PointerEvent, view: View) {
    if (this.fixed || !this.pen || event.button !== 0) {
      return;
    }
    event.preventDefault();
    const drawing = event.currentTarget as SVGSVGElement;
    drawing.setPointerCapture?.(event.pointerId);
    this.drawing = { id: newId(), view, points: this.at(event, drawing) };
    if (this.pen === 'erase') {
      this.erase(this.drawing);
    }
  }

  private penMove(event: PointerEvent) {
    const stroke = this.drawing;
    if (!stroke) {
      return;
    }
    const moved = event.getCoalescedEvents?.() ?? [];
    const drawing = event.currentTarget as SVGSVGElement;
    for (const each of moved.length ? moved : [event]) {
      const [x, y] = this.at(each, drawing);
      const [lastX, lastY] = stroke.points.slice(-2);
      if (Math.hypot(x - lastX, y - lastY) >= STEP && stroke.points.length < LONGEST) {
        stroke.points.push(x, y);
      }
    }
    if (this.pen === 'erase') {
      this.erase(stroke);
    }
    this.requestUpdate();
  }

  private penUp() {
    const stroke = this.drawing;
    this.drawing = undefined;
    if (stroke && this.pen === 'draw') {
      this.strokes = [...this.strokes, stroke];
      this.tell(stroke, `${stroke.view.toUpperCase()} ${stroke.points.join(' ')}`);
    }
  }

  /** Takes away the marks that the finger touches. */
  private erase(finger: Stroke) {
    const [x, y] = finger.points.slice(-2);
    this.strokes
      .filter((stroke) => stroke.view === finger.view && stroke.points.some((_, i) =>
        i % 2 === 0 && Math.hypot(stroke.points[i] - x, stroke.points[i + 1] - y) < FINGER))
      .forEach((stroke) => this.takeAway(stroke));
    finger.points = [x, y];
  }

  private undo() {
    const last = this.strokes.at(-1);
    if (last) {
      this.takeAway(last);
    }
  }

  private takeAway(stroke: Stroke) {
    this.strokes = this.strokes.filter((each) => each.id !== stroke.id);
    this.tell(stroke, null);
  }

  private tell(stroke: Stroke, is: string | null) {
    this.dispatchEvent(new CustomEvent('stroke-changed', { bubbles: true, composed: true, detail: { id: stroke.id, is } }));
  }

  private at(event: PointerEvent, drawing: SVGSVGElement): [number, number] {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM()!.inverse());
    return [Math.round(Math.min(260, Math.max(-20, point.x))), Math.round(Math.min(580, Math.max(-20, point.y)))];
  }

  /** A tap beside a small area still finds it: look round the finger in widening rings. */
  private tap(event: MouseEvent, view: View) {
    if (this.pen) {
      return;
    }
    const root = this.renderRoot as ShadowRoot;
    for (let r = 0; r <= FINGER; r += 3.5) {
      for (let a = 0; a < 12; a++) {
        const hit = root.elementFromPoint(event.clientX + r * Math.cos((a * Math.PI) / 6), event.clientY + r * Math.sin((a * Math.PI) / 6));
        if (hit instanceof SVGPathElement && hit.dataset.side) {
          this.choose(view, { region: hit.dataset.region!, side: hit.dataset.side });
          return;
        }
      }
    }
  }

  private keydown(event: KeyboardEvent, view: View) {
    const path = event.composedPath()[0] as SVGElement;
    if (this.fixed || !path.dataset?.side) {
      return;
    }
    const here = FIGURES[view].regions.find((part) => part.region === path.dataset.region && part.side === path.dataset.side)!;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.choose(view, here);
    } else if (/^[1-5]$/.test(event.key)) {
      event.preventDefault();
      this.emit('area-level', here, Number(event.key));
    } else {
      const next = this.neighbour(FIGURES[view].regions, here, event.key);
      if (next) {
        event.preventDefault();
        this.focusOn(view, next);
      }
    }
  }

  /** The nearest area in the direction of the arrow; what is straight ahead counts as nearer. */
  private neighbour(parts: FigureRegion[], here: FigureRegion, pressed: string): FigureRegion | undefined {
    if (pressed === 'Home') {
      return parts[0];
    }
    if (pressed === 'End') {
      return parts[parts.length - 1];
    }
    const ahead: Record<string, [number, number]> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    const direction = ahead[pressed];
    if (!direction) {
      return undefined;
    }
    let best: FigureRegion | undefined;
    let least = Infinity;
    for (const part of parts) {
      const dx = part.x - here.x;
      const dy = part.y - here.y;
      const along = dx * direction[0] + dy * direction[1];
      const across = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
      if (along > 1 && along + 2 * across < least) {
        least = along + 2 * across;
        best = part;
      }
    }
    return best;
  }

  private async focusOn(view: View, part: FigureRegion) {
    this.stops.set(view, key(part));
    this.requestUpdate();
    await this.updateComplete;
    const figure = this.renderRoot.querySelectorAll('svg')[PAIRS[this.pair].indexOf(view)];
    figure.querySelector<SVGElement>(`[data-region="${part.region}"][data-side="${part.side}"]`)?.focus();
  }

  private choose(view: View, part: { region: string; side: string }) {
    if (this.fixed) {
      return;
    }
    this.stops.set(view, key(part));
    this.emit('area-chosen', part, 0);
  }

  private emit(name: string, part: { region: string; side: string }, level: number) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail: { region: part.region, side: part.side, level } }));
  }
}

customElements.define('af-body-chart', BodyChart);
