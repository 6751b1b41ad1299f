import { createCalendar, destroyCalendar, Interaction, ResourceTimeGrid } from '@event-calendar/core';
import { minutesBetween, offsetShowing, plusMinutes, timeOf, wallAt } from './clock';
import { SlotCursor } from './slot-cursor';
import { KeyboardMove } from './keyboard-move';
import { DayList } from './day-list';
import { ROW_MINUTES, type Day, type Entry } from './types';

/** Everything of a table that the library says of its markup, though buttons stand in it. */
const TABLE_ROLES = new Set(['table', 'rowgroup', 'row', 'cell', 'columnheader']);

/**
 * A day with one column a resource. It shows what the server sends, asks the server for everything that a person does
 * (`slot-chosen`, `entry-chosen`, `entry-moved`) and shows a move at once, until the server sends the entry again.
 */
class AfCalendar extends HTMLElement {
  private board: any;
  private shown: Day | undefined;
  private entries = new Map<string, Entry>();
  private readonly say = document.createElement('div');
  private readonly anchor = document.createElement('span');
  private readonly cursor = new SlotCursor(this);
  private readonly mover = new KeyboardMove(this);
  private readonly list = new DayList((id) => this.chooseEntry(id));
  private observer: MutationObserver | undefined;
  private bare: MutationObserver | undefined;
  private ticker: number | undefined;
  private unfocused: string | undefined;
  private skew = 0;
  private busy = false;
  private waiting: (() => void)[] = [];

  connectedCallback() {
    this.say.className = 'sr';
    this.say.setAttribute('aria-live', 'assertive');
    this.anchor.className = 'af-anchor';
    this.anchor.id = 'calendar-anchor';
    if (!this.say.isConnected) {
      this.append(this.say, this.list.root);
    }
    this.list.onTurn(() => this.drawList());
    this.addEventListener('keydown', this.onKeyDown, true);
    this.addEventListener('scroll', this.onScroll, true);
    this.observer = new MutationObserver(() => {
      this.tidy();
      // Before the next key is heard: it would go nowhere, and what is being moved would be let go.
      this.pickUpFocus();
    });
    this.observer.observe(this, { childList: true, subtree: true });
    this.ticker = window.setInterval(() => this.tick(), 20_000);
    this.bare = new MutationObserver(() => this.bareAnchor());
    this.bare.observe(this.anchor, { attributes: true });
    if (this.shown && !this.board) {
      this.build(this.shown);
      this.tick();
      this.drawList();
    }
  }

  disconnectedCallback() {
    this.removeEventListener('keydown', this.onKeyDown, true);
    this.removeEventListener('scroll', this.onScroll, true);
    this.observer?.disconnect();
    this.bare?.disconnect();
    this.list.leave();
    window.clearInterval(this.ticker);
    if (this.board) {
      destroyCalendar(this.board);
      this.board = undefined;
    }
  }

  get day(): Day | undefined {
    return this.shown;
  }

  /** Shows another day, or the same one anew. */
  set day(day: Day | undefined) {
    if (!day) {
      return;
    }
    this.whenIdle(() => {
      const before = this.shown;
      this.shown = day;
      this.skew = day.serverNow - Date.now();
      this.entries = new Map(day.entries.map((entry) => [entry.id, entry]));
      if (!this.isConnected) {
        return;
      }
      if (this.board) {
        const focused = this.focusedEntry();
        this.update(day, before);
        this.refocus(focused);
        this.mover.carryOn();
      } else {
        this.build(day);
      }
      this.tick();
      this.drawList();
    });
  }

  /** Replaces single entries and leaves the rest alone. */
  patch(upserts: Entry[], removed: string[]) {
    this.whenIdle(() => {
      const focused = this.focusedEntry();
      removed.forEach((id) => {
        this.entries.delete(id);
        this.board?.removeEventById(id);
      });
      upserts.forEach((entry) => {
        const known = this.entries.has(entry.id);
        this.entries.set(entry.id, entry);
        if (known) {
          this.board?.updateEvent(this.toEvent(entry));
        } else {
          this.board?.addEvent(this.toEvent(entry));
        }
      });
      this.refocus(focused);
      this.drawList();
    });
  }

  /** Shows an entry again where the server last said it was. */
  putBack(id: string) {
    this.whenIdle(() => {
      const entry = this.entries.get(id);
      if (entry) {
        const focused = this.focusedEntry();
        this.board?.updateEvent(this.toEvent(entry));
        this.refocus(focused);
      }
    });
  }

  /** Puts the focus on an entry, unless somebody is busy elsewhere on the page. */
  focusEntry(id: string) {
    requestAnimationFrame(() => {
      const active = document.activeElement;
      if (!active || active === document.body || this.contains(active) || active.closest('vaadin-popover')) {
        this.elementOf(id)?.focus();
      }
    });
  }

  /** Brings an entry into sight and chooses it. */
  reveal(id: string) {
    this.onceDrawn(id, (el) => {
      el.scrollIntoView({ block: 'center', inline: 'nearest' });
      this.chooseEntry(id);
    });
  }

  /** Scrolls no further than it takes to see an entry, and not at all if it is to be seen. */
  bringIntoSight(id: string) {
    this.onceDrawn(id, (el) => el.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }

  /** What was sent just now may take a moment to be drawn. */
  private onceDrawn(id: string, then: (el: HTMLElement) => void, patience = 40) {
    const el = this.elementOf(id);
    if (el) {
      then(el);
    } else if (patience > 0) {
      setTimeout(() => this.onceDrawn(id, then, patience - 1), 50);
    }
  }

  /** Takes an entry up, so that arrows carry it. */
  startMove(id: string) {
    requestAnimationFrame(() => {
      this.elementOf(id)?.focus();
      this.mover.takeUp(id);
    });
  }

  focusSlot(column: string, at: string) {
    requestAnimationFrame(() => this.cursor.focusAt(column, at));
  }

  // ---- for the helpers beside this file

  entry(id: string): Entry | undefined {
    return this.entries.get(id);
  }

  entryAt(column: string, at: string): Entry | undefined {
    return [...this.entries.values()].find((e) => e.column === column && e.start <= at && at < e.end);
  }

  elementOf(id: string): HTMLElement | null {
    return this.list.shown ? this.list.elementOf(id) : this.eventOf(id);
  }

  private eventOf(id: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`.ec-event[data-entry="${CSS.escape(id)}"]:not(.ec-preview)`);
  }

  eventsLayer(): HTMLElement | null {
    return this.querySelector('.ec-body .ec-events');
  }

  announce(text: string) {
    this.say.textContent = text;
  }

  /** Now, as the location's clock on the wall says it. */
  wallNow(): string {
    return wallAt(Date.now() + this.skew, this.shown?.zone ?? 'UTC');
  }

  preview(entry: Entry) {
    const focused = this.focusedEntry();
    this.board?.updateEvent(this.toEvent(entry, ['is-moving']));
    this.refocus(focused);
  }

  chooseSlot(column: string, at: string) {
    this.dispatchEvent(new CustomEvent('slot-chosen', { detail: { column, at } }));
  }

  chooseEntry(id: string) {
    this.moveAnchor(id);
    this.dispatchEvent(new CustomEvent('entry-chosen', { detail: { id } }));
  }

  askMove(id: string, column: string, start: string, end: string) {
    this.elementOf(id)?.classList.add('is-waiting');
    this.dispatchEvent(new CustomEvent('entry-moved', { detail: { id, column, start, end } }));
  }

  // ---- the library

  private build(day: Day) {
    this.board = createCalendar(this, [ResourceTimeGrid, Interaction], {
      ...this.options(day),
      view: 'resourceTimeGridDay',
      events: day.entries.map((entry) => this.toEvent(entry)).concat(this.shades(day)),
      headerToolbar: { start: '', center: '', end: '' },
      height: '100%',
      allDaySlot: false,
      nowIndicator: true,
      editable: true,
      eventLongPressDelay: 400,
      slotHeight: 18,
      slotLabelInterval: '01:00',
      slotEventOverlap: false,
      columnWidth: 'minmax(132px, 1fr)',
      slotLabelFormat: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
      resourceLabelContent: ({ resource }: any) => this.columnHead(resource),
      eventContent: ({ event }: any) => this.content(event),
      eventDidMount: ({ event, el }: any) => this.mark(el, event),
      dateClick: (info: any) => this.chooseSlot(info.resource?.id ?? '', info.dateStr.slice(0, 16)),
      eventClick: (info: any) => this.chooseEntry(info.event.id),
      eventDragStart: () => (this.busy = true),
      eventResizeStart: () => (this.busy = true),
      eventDragStop: () => this.idle(),
      eventResizeStop: () => this.idle(),
      eventDrop: (info: any) => this.dropped(info.event.id, info.delta, info.delta, info.newResource?.id),
      eventResize: (info: any) => this.dropped(info.event.id, info.startDelta, info.endDelta, undefined),
    } as any);
  }

  private update(day: Day, before: Day | undefined) {
    const next = this.options(day) as Record<string, unknown>;
    const last = (before ? this.options(before) : {}) as Record<string, unknown>;
    Object.keys(next)
      .filter((key) => JSON.stringify(next[key]) !== JSON.stringify(last[key]))
      .filter((key) => key !== 'scrollTime' || next.date !== last.date)
      .forEach((key) => this.board.setOption(key, next[key]));
    this.board.setOption('events', day.entries.map((entry) => this.toEvent(entry)).concat(this.shades(day)));
  }

  private options(day: Day) {
    return {
      date: day.date,
      locale: day.locale,
      timeZone: offsetShowing(this.wallNow()),
      slotDuration: { minutes: ROW_MINUTES },
      snapDuration: { minutes: day.stepMinutes },
      slotMinTime: day.from,
      slotMaxTime: day.to,
      scrollTime: day.scrollTo,
      resources: day.columns.map((c) => ({ id: c.id, title: c.name, extendedProps: { detail: c.detail } })),
    };
  }

  private toEvent(entry: Entry, more: string[] = []): any {
    const minutes = minutesBetween(entry.start, entry.end);
    return {
      id: entry.id,
      resourceIds: [entry.column],
      start: entry.start,
      end: entry.end,
      title: entry.title,
      startEditable: entry.movable,
      durationEditable: entry.stretchable,
      classNames: [`st-${entry.tone}`, ...(minutes <= 30 ? ['short'] : []), ...more],
      extendedProps: { entry },
    };
  }

  private shades(day: Day): any[] {
    return day.shades.map((shade, i) => ({
      id: `shade-${i}`,
      resourceIds: [shade.column],
      start: shade.start,
      end: shade.end,
      display: 'background',
    }));
  }

  private content(event: any): any {
    const entry: Entry | undefined = event.extendedProps.entry;
    if (!entry) {
      return { domNodes: [] };
    }
    const minutes = minutesBetween(entry.start, entry.end);
    const title = element('div', 'ec-event-title');
    const name = element('span', 'private', entry.title);
    title.append(icon(entry.icon, entry.status), name);
    if (entry.flags.length) {
      const flags = element('span', 'flags');
      flags.append(...entry.flags.map((flag) => icon(flag.icon, flag.label, `flag-${flag.icon}`)));
      title.append(flags);
    }
    const nodes: Node[] = [title];
    if (minutes <= 30) {
      if (minutes > 15) {
        nodes.push(element('p', '', entry.brief));
      }
    } else {
      const room = Math.floor((minutes / ROW_MINUTES) * 18 - 8) / 17 - 1;
      const lines = entry.lines.map((line) => element('p', '', line));
      if (entry.state) {
        lines.push(element('p', 'state', entry.state));
      }
      nodes.push(...lines.slice(0, Math.max(1, Math.floor(room))));
    }
    nodes.push(element('span', 'sr', entry.spoken));
    return { domNodes: nodes };
  }

  private columnHead(resource: any): any {
    return { domNodes: [element('b', '', resource.title), element('small', '', resource.extendedProps.detail)] };
  }

  private mark(el: HTMLElement, event: any) {
    const entry: Entry | undefined = event.extendedProps?.entry;
    if (entry) {
      el.dataset.entry = entry.id;
      el.setAttribute('aria-haspopup', 'dialog');
    }
  }

  private dropped(id: string, startDelta: any, endDelta: any, column: string | undefined) {
    const entry = this.entries.get(id);
    if (!entry) {
      return;
    }
    // From the server's own times and the difference, because the library's dates pass through the browser's zone.
    const minutes = (delta: any) => (delta.days ?? 0) * 1440 + delta.seconds / 60;
    this.askMove(
      id,
      column ?? entry.column,
      plusMinutes(entry.start, minutes(startDelta)),
      plusMinutes(entry.end, minutes(endDelta)),
    );
  }

  // ---- upkeep

  private onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const id = target.closest<HTMLElement>('.ec-event')?.dataset.entry;
    if (this.mover.handles(event, id) || this.cursor.handles(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  private onScroll = (event: Event) => {
    this.classList.toggle('is-scrolled', (event.target as HTMLElement).scrollLeft > 0);
  };

  private whenIdle(action: () => void) {
    if (this.busy) {
      this.waiting.push(action);
    } else {
      action();
    }
  }

  /** The library tells of the stop before it moves the event, so what came meanwhile waits for the next turn. */
  private idle() {
    setTimeout(() => {
      this.busy = false;
      this.waiting.splice(0).forEach((action) => action());
    });
  }

  private tick() {
    const day = this.shown;
    const root = this.querySelector<HTMLElement>('.ec');
    if (!day || !root || !this.board) {
      return;
    }
    const now = this.wallNow();
    const offset = offsetShowing(now);
    if (this.board.getOption('timeZone') !== offset) {
      this.board.setOption('timeZone', offset);
    }
    const first = day.columns.findIndex((column) => column.now);
    const many = day.columns.filter((column) => column.now).length;
    root.style.setProperty('--now-columns', first < 0 ? 'auto' : `${first + 1} / span ${many}`);
    root.style.setProperty('--now', `'${timeOf(now)}'`);
    const today = now.startsWith(day.date);
    root.querySelectorAll<HTMLElement>('.ec-body .ec-slot').forEach((slot) => {
      const time = slot.querySelector('time')?.getAttribute('datetime') ?? '';
      const at = `${day.date}T${time.slice(-8, -3) || '00:00'}`;
      slot.classList.toggle('near-now', today && Math.abs(minutesBetween(at, now)) < 16);
    });
  }

  private tidy() {
    this.querySelectorAll<HTMLElement>('.ec [role], .ec[role]').forEach((el) => {
      if (TABLE_ROLES.has(el.getAttribute('role') ?? '')) {
        el.removeAttribute('role');
        el.removeAttribute('aria-colindex');
        el.removeAttribute('aria-colspan');
      }
    });
    const root = this.querySelector<HTMLElement>('.ec');
    const day = this.shown;
    if (!root || !day) {
      return;
    }
    setIfOther(root, 'role', 'group');
    setIfOther(root, 'aria-label', day.label);
    const main = root.querySelector<HTMLElement>('.ec-main');
    if (main) {
      main.querySelectorAll('header,aside').forEach((el) => setIfOther(el, 'role', 'presentation'));
      const corner = main.querySelector<HTMLElement>('.ec-header .ec-sidebar');
      if (corner && corner.textContent !== day.zoneName) {
        corner.textContent = day.zoneName;
      }
    }
    const layer = this.eventsLayer();
    if (layer && !this.list.shown && this.anchor.parentElement !== layer) {
      layer.prepend(this.anchor);
    }
    this.cursor.attach();
  }

  private drawList() {
    if (this.shown) {
      this.list.draw(this.shown, [...this.entries.values()]);
    }
  }

  private moveAnchor(id: string) {
    if (this.list.shown) {
      this.elementOf(id)?.after(this.anchor);
      return;
    }
    const style = this.elementOf(id)?.style;
    if (style) {
      this.anchor.style.gridColumn = style.gridColumn;
      this.anchor.style.insetBlockStart = style.insetBlockStart;
      this.anchor.style.blockSize = style.blockSize;
    }
  }

  /** A popover describes what it is tied to; the entry itself says that already, and the anchor is nobody's button. */
  private bareAnchor() {
    ['aria-haspopup', 'aria-expanded', 'aria-controls'].forEach((name) => this.anchor.removeAttribute(name));
  }

  private focusedEntry(): string | undefined {
    return (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('.ec-event')?.dataset.entry;
  }

  /** The library puts another element where one had the focus; whoever is typing goes on typing there. */
  private refocus(id: string | undefined) {
    if (id) {
      this.unfocused = id;
      requestAnimationFrame(() => {
        this.pickUpFocus();
        this.unfocused = undefined;
      });
    }
  }

  private pickUpFocus() {
    if (this.unfocused && (document.activeElement ?? document.body) === document.body) {
      this.elementOf(this.unfocused)?.focus();
    }
  }
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const el = document.createElement(tag);
  if (className) {
    el.className = className;
  }
  el.textContent = text;
  return el;
}

/** A drawing of css/icons.css with a name of its own, because the board never says a status by colour alone. */
function icon(name: string, label: string, extraClass = ''): HTMLElement {
  const drawing = element('span', `icon i-${name} ${extraClass}`.trim());
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', label);
  return drawing;
}

function setIfOther(el: Element, name: string, value: string) {
  if (el.getAttribute(name) !== value) {
    el.setAttribute(name, value);
  }
}

export type { AfCalendar };

if (!customElements.get('af-calendar')) {
  customElements.define('af-calendar', AfCalendar);
}
