import { findDates, type DateOrder } from './dates.ts';

/** A time of day: groups are the hour, the minute and the a or p of a.m. and p.m. */
export const clock = '(\\d{1,2}):(\\d\\d)(?::\\d\\d)?(?: ?([ap])\\.? ?m\\b\\.?)?';

/** A written date and time as ISO 8601 to the minute, or null where the date is none. */
export function moment(
  date: string,
  time: readonly (string | undefined)[],
  order: DateOrder,
): string | null {
  const day = findDates(date, order)[0]?.iso;
  if (day === undefined) return null;
  const [hour, minute, half] = time;
  if (hour === undefined) return day;
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + afternoon;
  return `${day}T${String(hours).padStart(2, '0')}:${minute ?? '00'}`;
}
