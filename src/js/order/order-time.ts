/** Make a formatter for a time zone. A browser that is older than the zone's name shows UTC. */
function formatIn(
  timeZone: string,
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone })
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  }
}

/**
 * The day in a time zone: "20261125".
 *
 * @param timeZone - IANA, such as "America/Los_Angeles"
 */
export function dayIn(timeZone: string, now: Date): string {
  const format = formatIn(timeZone, 'en-US', { year: 'numeric', month: '2-digit', day: '2-digit' })
  const parts = new Map(format.formatToParts(now).map(({ type, value }) => [type, value]))
  return ['year', 'month', 'day']
    .map((type) => parts.get(type as Intl.DateTimeFormatPartTypes) ?? '')
    .join('')
}

/** Say when something was in a time zone, and name the zone: "Nov 26, 2026, 5:05 AM PST". */
export function timeIn(timeZone: string, at: Date, locale: string): string {
  return formatIn(timeZone, locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at)
}
