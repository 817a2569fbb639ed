import assert from "node:assert/strict";
import { test } from "node:test";
import { figureCsv } from "./figure_csv.ts";

const csv = (...rows: (string | number | boolean | null | string[])[][]): string[] => figureCsv({ columns: ["a", "b"], rows }).split("\r\n");

test("missing cells are empty, numbers keep all digits", () => {
  assert.deepEqual(csv([null, 0.1 + 0.2], ["", true]), ["a,b", ",0.30000000000000004", ",true", ""]);
});

test("commas, quotes and line breaks are quoted", () => {
  assert.equal(csv(["Korea, Rep.", 'the "West"'])[1], '"Korea, Rep.","the ""West"""');
  assert.equal(figureCsv({ columns: ["a"], rows: [["two\nlines"]] }), 'a\r\n"two\nlines"\r\n');
});

test("lists are written as the tables of a run write them", () => {
  assert.equal(csv([["KAZ", "UZB"], []])[1], "KAZ; UZB,");
  assert.equal(csv([["a;b"], [" c"]])[1], '"""a;b""",""" c"""');
  assert.equal(csv([["", 'd"'], null])[1], '"""""; ""d""""""",');
});
