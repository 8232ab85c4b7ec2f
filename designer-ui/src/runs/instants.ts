/** The instant at which the clocks of a time zone show a date and time such as 2026-11-22T10:00. */
export function instantIn(zone: string, clock: string): Date {
  const wanted = Date.parse(`${clock}:00Z`)
  // The zone may be ahead or behind otherwise at the instant found first: look twice.
  const first = wanted - ahead(zone, wanted)
  return new Date(wanted - ahead(zone, first))
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function ahead(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return (
    Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    ) -
    Math.floor(instant / 1000) * 1000
  )
}
