/** Splits rows sorted by year into runs without a gap, so that a missing year is drawn as a gap and never bridged. */
export function runs<Row extends { year: number }>(rows: readonly Row[], keep: (row: Row) => boolean = () => true): Row[][] {
  const found: Row[][] = [];
  let current: Row[] = [];
  for (const row of rows) {
    const last = current[current.length - 1];
    if (!keep(row) || (last && row.year !== last.year + 1)) {
      if (current.length > 0) found.push(current);
      current = [];
    }
    if (keep(row)) current.push(row);
  }
  if (current.length > 0) found.push(current);
  return found;
}

/** Neighbouring years of which at least one is flagged: drawn apart from the comparable ones. */
export function flaggedSteps<Row extends { year: number; flag: string }>(rows: readonly Row[]): [Row, Row][] {
  const steps: [Row, Row][] = [];
  for (let i = 1; i < rows.length; i += 1) {
    const before = rows[i - 1]!;
    const after = rows[i]!;
    if (after.year === before.year + 1 && (before.flag !== "" || after.flag !== "")) steps.push([before, after]);
  }
  return steps;
}
