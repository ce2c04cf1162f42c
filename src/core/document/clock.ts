import { findDates, type DateOrder } from './dates.ts';

/** A time of day, as a group of a pattern. */
export const clock = '(\\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[ap]\\.? ?m\\b\\.?)?)';

/** A written date and time as ISO 8601 to the minute, or null where the date is none. */
export function moment(date: string, time: string | null, order: DateOrder): string | null {
  const day = findDates(date, order)[0]?.iso;
  if (day === undefined) return null;
  if (time === null) return day;
  const hour = Number.parseInt(time, 10);
  const minute = time.slice(time.indexOf(':') + 1).slice(0, 2);
  const hours = /[ap]/i.test(time) ? (hour % 12) + (/p/i.test(time) ? 12 : 0) : hour;
  return `${day}T${String(hours).padStart(2, '0')}:${minute}`;
}
