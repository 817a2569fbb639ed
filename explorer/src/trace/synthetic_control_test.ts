import assert from "node:assert/strict";
import { test } from "node:test";
import type { Rows } from "../figure/figure_data.ts";
import { gapDomain, openRange } from "./synthetic_control.ts";

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
