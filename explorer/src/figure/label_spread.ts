/** Moves labels apart that would cover one another, keeping their order. */
export function spread<Label extends { y: number }>(labels: readonly Label[], distance: number): Label[] {
  const sorted = labels.map((label) => ({ ...label })).sort((a, b) => a.y - b.y);
  for (let pass = 0; pass < 60; pass += 1) {
    let moved = false;
    for (let i = 1; i < sorted.length; i += 1) {
      const lower = sorted[i - 1]!;
      const upper = sorted[i]!;
      const lack = distance - (upper.y - lower.y);
      if (lack > 1e-9) {
        lower.y -= lack / 2;
        upper.y += lack / 2;
        moved = true;
      }
    }
    if (!moved) break;
  }
  return sorted;
}
