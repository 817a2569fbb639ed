import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWith, foundIn } from "../../test/sample_data.ts";
import type { Rows } from "../figure/figure_data.ts";
import { gapDomain, openRange, synthetic_control } from "./synthetic_control.ts";

const row = { state: "KAZ", year: 2000, actual: 5, synthetic: 4, gap: 1, lower: null, upper: null, range_low: 4, range_high: 4 } as Rows["synthetic_control"];

test("a range that is rounding is not drawn", () => {
  assert.equal(openRange([row]), false);
  assert.equal(openRange([{ ...row, range_high: 4 + 1e-9 }]), false);
  assert.equal(openRange([row, { ...row, range_high: 4.5 }]), true);
});

test("placebos that leave the frame do not flatten the gap of the state in focus", () => {
  assert.deepEqual(gapDomain([-1, 2], [3, -4, 90]), [-4, 3]);
  assert.deepEqual(gapDomain([1, 2], []), [0, 2]);
});

test("the last gap beyond the placebos or among them is the finding", () => {
  const rows = (gap: number, lower: number | null, upper: number | null) => [{ state: "KAZ", year: 2000, gap: 0 }, { state: "KAZ", year: 2010, gap, lower, upper }, { state: "UZB", year: 2010, gap: -1 }, { state: "UKR", year: 2010, gap: 2 }];
  const found = (...last: Parameters<typeof rows>): string => foundIn(synthetic_control, figureWith("synthetic_control", rows(...last), { from: 2005 }));
  assert.equal(found(3, 1, 4), "Kazakhstan, 2010: the gap lies beyond those of 2 placebos");
  assert.equal(found(-3, -5, 1), "Kazakhstan, 2010: the gap lies beyond those of 2 placebos, but its 90 % interval holds 0");
  assert.equal(found(0.5, null, null), "Kazakhstan, 2010: the gap lies among those of 2 placebos");
  assert.equal(foundIn(synthetic_control, figureWith("synthetic_control", rows(3, 1, 4).slice(0, 2), { from: 2005 })), "");
});
