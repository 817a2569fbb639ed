import assert from "node:assert/strict";
import { test } from "node:test";
import { shownText, writtenOut } from "./row_blocks.ts";

test("a block of rows is written out, what stands around it stays", () => {
  const part = "<table>\x1c\x1a2<tr id=\"claim-\x1a0\"><th>\x1a0</th><td>\x1a1</td></tr>\x1da\x1fb\x1d1\x1f\x1d<i>$&</i>\x1f\x1c</table>";
  assert.equal(writtenOut(part), '<table><i>$&</i><tr id="claim-a"><th>a</th><td>1</td></tr><tr id="claim-b"><th>b</th><td></td></tr></table>');
});

test("a part without rows stays as it is", () => {
  assert.equal(writtenOut("<p>x</p>"), "<p>x</p>");
});

test("the text of markup is what a reader sees", () => {
  assert.equal(shownText("<td>1 &lt; 2 &amp;amp; &#39;3&#39;</td>").trim(), "1 < 2 &amp; '3'");
});
