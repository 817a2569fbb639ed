import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf } from "./packs.ts";

test("digits are read as Python and the C++ side write them", () => {
  const text = (digits: string): string => String.fromCharCode(...bytesOf(digits));
  assert.equal(text(""), "");
  assert.equal(text("W&"), "f");
  assert.equal(text("W^V"), "fo");
  assert.equal(text("W^Zo"), "foo");
  assert.equal(text("W^Zp|VR8"), "foobar");
  assert.equal(text("|NsC0"), "\xff\xff\xff\xff");
});
