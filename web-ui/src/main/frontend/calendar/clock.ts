/** Wall-clock arithmetic on `YYYY-MM-DDTHH:mm` texts. A text is never read in the zone of the browser. */

const MINUTE = 60_000;

export function toMillis(wall: string): number {
  return Date.parse(`${wall.slice(0, 16)}:00Z`);
}

export function toWall(millis: number): string {
  return new Date(millis).toISOString().slice(0, 16);
}

export function plusMinutes(wall: string, minutes: number): string {
  return toWall(toMillis(wall) + minutes * MINUTE);
}

export function minutesBetween(from: string, to: string): number {
  return (toMillis(to) - toMillis(from)) / MINUTE;
}

export function timeOf(wall: string): string {
  return wall.slice(11, 16);
}

/** The wall clock of a zone at an instant. */
export function wallAt(instant: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/**
 * The offset, as `+HH:MM`, that makes the browser's own clock show `wall`. Besides the zone it takes in how far the
 * browser's clock is off.
 */
export function offsetShowing(wall: string): string {
  const minutes = Math.round((toMillis(wall) - Math.floor(Date.now() / MINUTE) * MINUTE) / MINUTE);
  const size = Math.min(Math.abs(minutes), 99 * 60 + 59);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
