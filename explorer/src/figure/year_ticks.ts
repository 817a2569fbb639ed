/** Round years for the axis, as many as there is room for. */
export function yearTicks(first: number, last: number, width: number): number[] {
  const pixels = width / Math.max(1, last - first);
  const step = pixels >= 12 ? 5 : ([10, 20, 50].find((years) => years * pixels >= 38) ?? 100);
  const ticks: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) ticks.push(year);
  return ticks;
}
