/** Days and years of events, and where they stand on the axis of the timeline. */

/** Days since 1970 of `YYYY-MM-DD`; nothing for `open`, `unknown` and years beyond four digits. */
export function dayNumber(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 : null;
}

export function yearOf(day: number): number {
  return 1970 + day / 365.2425;
}

/** The densest years get most of the room: what lies before `knee` is pressed into the first sixth. */
export class TimeScale {
  readonly first: number;
  readonly last: number;
  readonly knee: number;
  readonly width: number;

  constructor(years: readonly number[], width: number) {
    const sorted = [...years].sort((a, b) => a - b);
    this.first = Math.floor(sorted[0] ?? 1990);
    this.last = Math.ceil((sorted[sorted.length - 1] ?? 2025) + 0.3);
    const tenth = sorted[Math.floor(sorted.length / 10)] ?? this.first;
    this.knee = tenth - this.first > 15 ? Math.floor(tenth) : this.first;
    this.width = width;
  }

  /** Share of the width that lies before the knee. */
  get early(): number {
    return this.knee > this.first ? 0.16 : 0;
  }

  at(year: number): number {
    if (year < this.knee) return (this.width * this.early * (year - this.first)) / (this.knee - this.first);
    return this.width * (this.early + ((1 - this.early) * (year - this.knee)) / (this.last - this.knee));
  }

  ticks(): number[] {
    const ticks: number[] = [];
    const step = this.width < 600 ? 10 : 5;
    for (let year = Math.ceil(this.first / 20) * 20; year < this.knee - 5; year += 20) ticks.push(year);
    for (let year = Math.ceil(this.knee / step) * step; year <= this.last; year += step) ticks.push(year);
    // Pressed together the early years have no room for every label: the later ones stay.
    return ticks.filter((year, i) => i === ticks.length - 1 || this.at(ticks[i + 1]!) - this.at(year) >= 34);
  }
}
