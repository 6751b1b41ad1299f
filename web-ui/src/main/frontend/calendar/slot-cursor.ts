import { minutesBetween, plusMinutes, timeOf } from './clock';
import type { AfCalendar } from './af-calendar';
import { ROW_MINUTES } from './types';

/**
 * Reaches every slot by keyboard: one tab stop, arrows by step and by column, Page Up and Page Down by hour. Enter
 * books an empty slot or opens what stands there.
 */
export class SlotCursor {
  private readonly button = document.createElement('button');
  private column = '';
  private at = '';

  constructor(private readonly calendar: AfCalendar) {
    this.button.type = 'button';
    this.button.className = 'af-slot';
    this.button.addEventListener('focus', () => this.place());
    this.button.addEventListener('click', () => this.choose());
  }

  /** Puts the cursor into the layer of the entries, which the library makes anew now and then. */
  attach() {
    const layer = this.calendar.eventsLayer();
    if (layer && this.button.parentElement !== layer) {
      layer.prepend(this.button);
      this.place();
    }
  }

  focusAt(column: string, at: string) {
    this.column = column;
    this.at = at;
    this.button.focus();
    this.place();
  }

  handles(event: KeyboardEvent): boolean {
    if (event.target !== this.button || event.altKey || event.ctrlKey || event.metaKey) {
      return false;
    }
    const day = this.calendar.day;
    if (!day) {
      return false;
    }
    const step = day.stepMinutes;
    const end = plusMinutes(`${day.date}T${day.to === '24:00' ? '23:59' : day.to}`, day.to === '24:00' ? 1 : 0);
    switch (event.key) {
      case 'ArrowDown':
        return this.go(0, step);
      case 'ArrowUp':
        return this.go(0, -step);
      case 'ArrowRight':
        return this.go(1, 0);
      case 'ArrowLeft':
        return this.go(-1, 0);
      case 'PageDown':
        return this.go(0, 60);
      case 'PageUp':
        return this.go(0, -60);
      case 'Home':
        return this.go(0, minutesBetween(this.at, `${day.date}T${day.from}`));
      case 'End':
        return this.go(0, minutesBetween(this.at, end) - step);
      default:
        return false;
    }
  }

  private go(columns: number, minutes: number): boolean {
    const day = this.calendar.day!;
    const index = Math.max(0, day.columns.findIndex((c) => c.id === this.column));
    const next = Math.min(day.columns.length - 1, Math.max(0, index + columns));
    this.column = day.columns[next].id;
    const first = `${day.date}T${day.from}`;
    const last = plusMinutes(`${day.date}T${day.to}`, -day.stepMinutes);
    const wanted = plusMinutes(this.at, minutes);
    this.at = wanted < first ? first : wanted > last ? last : wanted;
    this.place();
    this.calendar.announce(this.button.getAttribute('aria-label') ?? '');
    return true;
  }

  private choose() {
    const entry = this.calendar.entryAt(this.column, this.at);
    if (entry) {
      this.calendar.chooseEntry(entry.id);
    } else {
      this.calendar.chooseSlot(this.column, this.at);
    }
  }

  private place() {
    const day = this.calendar.day;
    if (!day?.columns.length) {
      this.button.hidden = true;
      return;
    }
    this.button.hidden = false;
    if (!day.columns.some((c) => c.id === this.column)) {
      this.column = day.columns[0].id;
    }
    if (!this.at.startsWith(day.date)) {
      this.at = this.start();
    }
    const who = day.columns.find((c) => c.id === this.column)?.name ?? '';
    const entry = this.calendar.entryAt(this.column, this.at);
    const text = (entry ? day.texts.taken : day.texts.free)
      .replace('{time}', timeOf(this.at))
      .replace('{who}', who)
      .replace('{what}', entry?.title ?? '');
    this.button.setAttribute('aria-label', text);
    this.button.textContent = timeOf(this.at);
    const rows = minutesBetween(`${day.date}T${day.from}`, this.at) / ROW_MINUTES;
    this.button.style.gridColumn = String(day.columns.findIndex((c) => c.id === this.column) + 1);
    this.button.style.insetBlockStart = `calc(var(--ec-slot-height) * ${rows})`;
    if (document.activeElement === this.button) {
      this.button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }

  /** The next slot from now on, or the first of the day. */
  private start(): string {
    const day = this.calendar.day!;
    const first = `${day.date}T${day.from}`;
    const now = this.calendar.wallNow();
    const last = plusMinutes(`${day.date}T${day.to}`, -day.stepMinutes);
    if (!now.startsWith(day.date) || now < first || now > last) {
      return first;
    }
    return plusMinutes(first, Math.ceil(minutesBetween(first, now) / day.stepMinutes) * day.stepMinutes);
  }
}
