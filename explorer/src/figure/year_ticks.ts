/** Round years for the axis, as many as there is room for. */
export function yearTicks(first: number, last: number, width: number): number[] {
  const step = width / (last - first) < 12 ? 10 : 5;
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}
