/** What the server says of a day; the records of ResourceCalendar.java, as JSON. Times are the location's wall clock, `YYYY-MM-DDTHH:mm`. */
/** What one row of the board stands for; moves and bookings go by the place's own step. */
export const ROW_MINUTES = 15;

export interface Day {
  date: string;
  zone: string;
  zoneName: string;
  label: string;
  locale: string;
  /** The server's clock when this was sent, in milliseconds: the now-line follows it, not the clock of the desk's computer. */
  serverNow: number;
  from: string;
  to: string;
  stepMinutes: number;
  scrollTo: string;
  columns: Column[];
  entries: Entry[];
  shades: Shade[];
  texts: Texts;
}

export interface Column {
  id: string;
  name: string;
  detail: string;
  /** Whether the now-line runs through it when the day is today; in a week it does through one. */
  now: boolean;
}

export interface Entry {
  id: string;
  column: string;
  start: string;
  end: string;
  /** Names the style `st-…`. */
  tone: string;
  /** Names the drawing `i-…`. */
  icon: string;
  status: string;
  title: string;
  lines: string[];
  state: string;
  brief: string;
  spoken: string;
  flags: { icon: string; label: string }[];
  movable: boolean;
  stretchable: boolean;
}

export interface Shade {
  column: string;
  start: string;
  end: string;
}

/** Sentences with `{time}`, `{end}`, `{who}` and `{what}` to fill in. */
export interface Texts {
  free: string;
  taken: string;
  moving: string;
  moveHint: string;
  moveCancelled: string;
  empty: string;
}
