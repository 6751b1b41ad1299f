import { minutesBetween, plusMinutes, timeOf } from './clock';
import type { AfCalendar } from './af-calendar';
import type { Entry } from './types';

/**
 * Moves an entry without a mouse: M on it takes it up, arrows carry it (with Shift they draw its end), Enter puts it
 * down, Escape leaves it where it was.
 */
export class KeyboardMove {
  private from: Entry | undefined;
  private to: Entry | undefined;

  constructor(private readonly calendar: AfCalendar) {}

  /**
   * The day was drawn anew, perhaps because of a change elsewhere: what is being carried is carried on if it still stands
   * where it was taken up, and let go otherwise.
   */
  carryOn() {
    const { from, to } = this;
    if (!from || !to) {
      return;
    }
    const now = this.calendar.entry(from.id);
    if (now?.movable && now.start === from.start && now.end === from.end && now.column === from.column) {
      this.from = now;
      this.to = { ...now, start: to.start, end: to.end, column: to.column };
      this.preview();
    } else {
      this.from = this.to = undefined;
    }
  }

  handles(event: KeyboardEvent, id: string | undefined): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return false;
    }
    if (!this.from || !this.to) {
      return event.key.toLowerCase() === 'm' && id !== undefined && this.takeUp(id);
    }
    if (event.key === 'Tab' || id !== this.from.id) {
      this.cancel();
      return false;
    }
    const step = this.calendar.day?.stepMinutes ?? 15;
    switch (event.key) {
      case 'Escape':
        return this.cancel();
      case 'Enter':
      case ' ':
        return this.putDown();
      case 'ArrowDown':
        return event.shiftKey ? this.stretch(step) : this.carry(0, step);
      case 'ArrowUp':
        return event.shiftKey ? this.stretch(-step) : this.carry(0, -step);
      case 'ArrowRight':
        return this.carry(1, 0);
      case 'ArrowLeft':
        return this.carry(-1, 0);
      default:
        return true;
    }
  }

  takeUp(id: string): boolean {
    const entry = this.calendar.entry(id);
    if (!entry?.movable) {
      return false;
    }
    this.from = entry;
    this.to = { ...entry };
    this.show(this.calendar.day?.texts.moveHint ?? '');
    return true;
  }

  private carry(columns: number, minutes: number): boolean {
    const all = this.calendar.day?.columns ?? [];
    const index = all.findIndex((c) => c.id === this.to!.column) + columns;
    if (index >= 0 && index < all.length) {
      this.to = {
        ...this.to!,
        column: all[index].id,
        start: plusMinutes(this.to!.start, minutes),
        end: plusMinutes(this.to!.end, minutes),
      };
    }
    return this.tell();
  }

  private stretch(minutes: number): boolean {
    const end = plusMinutes(this.to!.end, minutes);
    if (this.from!.stretchable && minutesBetween(this.to!.start, end) > 0) {
      this.to = { ...this.to!, end };
    }
    return this.tell();
  }

  private tell(): boolean {
    const day = this.calendar.day;
    const who = day?.columns.find((c) => c.id === this.to!.column)?.name ?? '';
    const text = (day?.texts.moving ?? '')
      .replace('{time}', timeOf(this.to!.start))
      .replace('{end}', timeOf(this.to!.end))
      .replace('{who}', who);
    this.show(text);
    return true;
  }

  private show(text: string) {
    this.preview();
    this.calendar.announce(text);
  }

  private preview() {
    const to = this.to!;
    const time = `${timeOf(to.start)}–${timeOf(to.end)}`;
    this.calendar.preview({ ...to, lines: [time, ...to.lines.slice(1)], brief: time });
  }

  private putDown(): boolean {
    const { from, to } = this;
    this.from = this.to = undefined;
    if (from && to && (from.start !== to.start || from.end !== to.end || from.column !== to.column)) {
      this.calendar.askMove(to.id, to.column, to.start, to.end);
    } else if (from) {
      this.calendar.putBack(from.id);
    }
    return true;
  }

  private cancel(): boolean {
    const from = this.from;
    this.from = this.to = undefined;
    if (from) {
      this.calendar.putBack(from.id);
      this.calendar.announce(this.calendar.day?.texts.moveCancelled ?? '');
    }
    return true;
  }
}
