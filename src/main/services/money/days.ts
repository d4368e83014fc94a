/** The days of this machine's calendar that a span of time touches: when each began, the oldest first. */
export function dayStarts(first: number, last: number): readonly number[] {
  const day = new Date(first);
  const [year, month, date] = [day.getFullYear(), day.getMonth(), day.getDate()];
  const starts: number[] = [];
  // Where a clock changes, a day has no 24 hours, and where it does so at midnight, no midnight.
  for (let index = 0; ; index += 1) {
    const start = new Date(year, month, date + index).getTime();
    if (start > last) return starts;
    starts.push(start);
  }
}

/** The day on which a moment falls here, such as `2026-11-22`. */
export function dayOf(at: number): string {
  const day = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
