import { timeOf } from './clock';
import type { Day, Entry } from './types';

/** The day as a list, for screens too narrow for columns: each column's entries in order. */
export class DayList {
  readonly root = document.createElement('div');
  private readonly narrow = window.matchMedia('(max-width: 720px)');
  private turned: (() => void) | undefined;

  constructor(private readonly choose: (id: string) => void) {
    this.root.className = 'af-list';
  }

  /** Whether the list stands in for the columns now. */
  get shown(): boolean {
    return this.narrow.matches;
  }

  /** Calls back when the screen becomes narrow or wide. */
  onTurn(callback: () => void) {
    this.turned = callback;
    this.narrow.addEventListener('change', callback);
  }

  leave() {
    if (this.turned) {
      this.narrow.removeEventListener('change', this.turned);
    }
  }

  elementOf(id: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`button[data-entry="${CSS.escape(id)}"]`);
  }

  draw(day: Day, entries: Entry[]) {
    if (!this.shown) {
      this.root.replaceChildren();
      return;
    }
    const focused = (document.activeElement as HTMLElement | null)?.dataset.entry;
    this.root.replaceChildren(
      ...day.columns.map((column) =>
        this.section(
          column.name,
          column.detail,
          entries.filter((e) => e.column === column.id).sort((a, b) => a.start.localeCompare(b.start)),
          day.texts.empty,
        ),
      ),
    );
    if (focused) {
      this.elementOf(focused)?.focus();
    }
  }

  private section(name: string, detail: string, entries: Entry[], none: string): HTMLElement {
    const section = document.createElement('section');
    const head = document.createElement('h2');
    head.append(name, text('small', detail));
    section.append(head);
    if (!entries.length) {
      section.append(text('p', none));
      return section;
    }
    const list = document.createElement('ol');
    list.append(...entries.map((entry) => this.item(entry)));
    section.append(list);
    return section;
  }

  private item(entry: Entry): HTMLElement {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = `st-${entry.tone}`;
    button.dataset.entry = entry.id;
    button.setAttribute('aria-haspopup', 'dialog');
    button.onclick = () => this.choose(entry.id);
    const icon = text('span', '', `icon s i-${entry.icon}`);
    icon.setAttribute('aria-hidden', 'true');
    const name = text('b', entry.title, entry.tone === 'block' ? '' : 'private');
    const what = text('span', [...entry.lines.slice(1), entry.status].filter(Boolean).join(', '), 'what');
    const flags = text('span', '', 'flags');
    entry.flags.forEach((flag) => {
      const mark = text('span', '', `icon s i-${flag.icon} flag-${flag.icon}`);
      mark.setAttribute('role', 'img');
      mark.setAttribute('aria-label', flag.label);
      flags.append(mark);
    });
    button.append(text('time', `${timeOf(entry.start)}–${timeOf(entry.end)}`), icon, name, flags, what);
    item.append(button);
    return item;
  }
}

function text(tag: string, content: string, className = ''): HTMLElement {
  const el = document.createElement(tag);
  el.textContent = content;
  if (className) {
    el.className = className;
  }
  return el;
}
