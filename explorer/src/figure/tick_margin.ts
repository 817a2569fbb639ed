/** Room left of a vertical axis for the numbers at its ticks, which are as long as those of the ends of what is shown. */
export function tickMargin(ends: readonly number[], format: (value: number) => string): number {
  const perLetter = 7, besides = 12, least = 48;
  // Ticks are round numbers: decimals of the ends are not theirs.
  const round = (value: number): number => (Math.abs(value) < 10 ? Number(value.toPrecision(2)) : Math.round(value));
  return Math.max(least, Math.max(...ends.map((end) => format(round(end)).length)) * perLetter + besides);
}
