import assert from "node:assert/strict";
import { test } from "node:test";
import { claimRows } from "./claim_search.ts";

test("a row is found by its own words and by the heading of its group", () => {
  const rows = claimRows('<table><thead><tr><th>Claim</th></tr></thead><tbody><tr class="claim-group"><th>Kappa</th></tr><tr id="claim-a"><td>0.1</td></tr></tbody><tbody><tr class="claim-group"><th>Share</th></tr><tr id="claim-b"><td>R&amp;D</td></tr></tbody></table>');
  assert.deepEqual(rows.map((row) => row.id), ["claim-a", "claim-b"]);
  assert.match(rows[0]!.text, /0\.1.*kappa/);
  assert.match(rows[1]!.text, /r&d.*share/);
});
