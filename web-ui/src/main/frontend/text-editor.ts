import { LitElement, css, html, nothing } from 'lit';

/** A line that somebody should look at. */
interface Mark {
  line: number;
  error: boolean;
  text: string;
}

const PAUSE_MILLIS = 900;

/**
 * A long plain text with line numbers. What is typed is handed over after a pause, and at once when one leaves the field;
 * the page is not left while something is not handed over yet.
 */
class TextEditor extends LitElement {
  static properties = {
    label: { type: String },
    described: { type: String },
    readonly: { type: Boolean },
    marks: { attribute: false },
    lines: { state: true },
  };

  static styles = css`
    :host { display: grid; grid-template: minmax(0, 1fr) / auto minmax(0, 1fr); block-size: 100%; min-block-size: 20rem; overflow: hidden; border: 1px solid var(--af-line-strong); border-radius: var(--af-radius-s); background: var(--af-surface); }
    :host(:focus-within) { outline: 2px solid var(--af-accent); outline-offset: 1px; }
    ol, textarea { margin: 0; padding: 10px 0; font: 400 13px/20px ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace; tab-size: 2; }
    ol { overflow: hidden; list-style: none; min-inline-size: 44px; text-align: end; color: var(--af-muted); background: var(--af-surface-2); border-inline-end: 1px solid var(--af-line); user-select: none; }
    li { padding-inline: 10px 8px; block-size: 20px; }
    li.error { background: var(--af-danger-soft); color: var(--af-danger); font-weight: 700; }
    li.warn { background: var(--af-warn-soft); color: var(--af-warn); font-weight: 700; }
    textarea { inline-size: 100%; block-size: 100%; box-sizing: border-box; padding-inline: 12px; border: 0; outline: 0; resize: none; overflow: auto; white-space: pre; color: var(--af-text); background: none; }
    @media (pointer: coarse) { ol, textarea { font-size: 16px; line-height: 24px; } li { block-size: 24px; } }
  `;

  declare label: string;
  declare described: string;
  declare readonly: boolean;
  declare marks: Mark[];
  declare lines: number;

  private handedOver = '';
  private timer = 0;
  private given: string | undefined;

  constructor() {
    super();
    this.label = '';
    this.described = '';
    this.readonly = false;
    this.marks = [];
    this.lines = 1;
  }

  /** Shows this text, in place of whatever was there. */
  setText(text: string) {
    this.given = text;
    this.handedOver = text;
    this.showGiven();
  }

  /** Brings a line, counted from 1, into sight and puts the cursor there. */
  goTo(line: number) {
    const field = this.field();
    if (!field) {
      this.updateComplete.then(() => this.goTo(line));
      return;
    }
    const rows = field.value.split('\n');
    const at = Math.min(Math.max(line, 1), rows.length);
    const start = rows.slice(0, at - 1).reduce((sum, row) => sum + row.length + 1, 0);
    field.focus();
    field.setSelectionRange(start, start + rows[at - 1].length);
    const height = parseFloat(getComputedStyle(field).lineHeight) || 20;
    field.scrollTop = Math.max(0, (at - 1) * height - field.clientHeight / 3);
    this.follow();
  }

  /** The server has this text now. */
  acknowledge(text: string) {
    this.handedOver = text;
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.stay);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.stay);
    window.clearTimeout(this.timer);
  }

  firstUpdated() {
    this.showGiven();
  }

  render() {
    const marked = new Map(this.marks.map((mark) => [mark.line, mark]));
    const numbers = [];
    for (let line = 1; line <= this.lines; line++) {
      const mark = marked.get(line);
      numbers.push(html`<li class=${mark ? (mark.error ? 'error' : 'warn') : nothing} title=${mark ? mark.text : nothing}>${line}</li>`);
    }
    return html`<ol aria-hidden="true">${numbers}</ol>
      <textarea aria-label=${this.label} aria-description=${this.described || nothing} ?readonly=${this.readonly} wrap="off"
        spellcheck="false" autocapitalize="off" autocomplete="off" @input=${this.typed} @blur=${this.handOver} @scroll=${this.follow}></textarea>`;
  }

  private field() {
    return this.renderRoot.querySelector('textarea');
  }

  private showGiven() {
    const field = this.field();
    if (field && this.given !== undefined) {
      field.value = this.given;
      this.given = undefined;
      this.count();
    }
  }

  private count() {
    const field = this.field();
    this.lines = field ? field.value.split('\n').length : 1;
  }

  private typed = () => {
    this.count();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(this.handOver, PAUSE_MILLIS);
    this.dispatchEvent(new CustomEvent('text-typing'));
  };

  private handOver = () => {
    window.clearTimeout(this.timer);
    const text = this.field()?.value ?? '';
    if (text !== this.handedOver && !this.readonly) {
      this.dispatchEvent(new CustomEvent('text-changed', { detail: { text } }));
    }
  };

  private follow = () => {
    const field = this.field();
    const numbers = this.renderRoot.querySelector('ol');
    if (field && numbers) {
      numbers.scrollTop = field.scrollTop;
    }
  };

  private stay = (event: BeforeUnloadEvent) => {
    const field = this.field();
    if (field && field.value !== this.handedOver && !this.readonly) {
      this.handOver();
      event.preventDefault();
    }
  };
}

customElements.define('af-text-editor', TextEditor);
