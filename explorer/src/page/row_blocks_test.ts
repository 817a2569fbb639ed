import assert from "node:assert/strict";
import { test } from "node:test";
import { partsOf, shownText } from "./row_blocks.ts";

test("blocks of rows take their columns in turn, what stands around them stays", () => {
  const pack =
    '<table>\x1c\x1a2<tr id="claim-\x1a0"><th>\x1a0</th><td>\x1a1</td></tr>\x1c</table>\x1e<p>x</p>\x1e\x1c<tr><td>\x1a0</td></tr>\x1c' +
    "\x04a\x1fb\x1dz\x1e1\x1f\x1e<i>$&</i>\x1f";
  assert.deepEqual(partsOf(pack), [
    '<table><i>$&</i><tr id="claim-a"><th>a</th><td>1</td></tr><tr id="claim-b"><th>b</th><td></td></tr></table>',
    "<p>x</p>",
    "<tr><td>z</td></tr>",
  ]);
});

test("texts that occur more than once stand behind the columns", () => {
  assert.deepEqual(partsOf("<p>\x1b0;</p>\x1e\x1c\x1b1;<i>\x1a0</i>\x1c\x04\x1b1;\x1f\x1b0;\x04<b>$&</b>\x1e<u>u</u>"), [
    "<p><b>$&</b></p>",
    "<u>u</u><i><u>u</u></i><u>u</u><i><b>$&</b></i>",
  ]);
});

test("a pack without rows holds its parts", () => {
  assert.deepEqual(partsOf("<p>x</p>\x04"), ["<p>x</p>"]);
});

test("the text of markup is what a reader sees", () => {
  assert.equal(shownText("<td>1 &lt; 2 &amp;amp; &#39;3&#39;</td>").trim(), "1 < 2 &amp; '3'");
});
