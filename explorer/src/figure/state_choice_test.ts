import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleData, sampleFigure } from "../../test/sample_data.ts";
import { Messages } from "./messages.ts";
import { stateChoice } from "./state_choice.ts";

test("only states that the figure holds can be laid over it, and none is at first", () => {
  const data = sampleData();
  assert.deepEqual(data.study.comparison, ["UZB", "BLR", "UKR"]);
  const choice = stateChoice(sampleFigure("positions"), data, "who");
  assert.deepEqual(choice.values, ["", "BLR"]);
  assert.equal(choice.first, "");
  const names = choice.values.map((value) => choice.name(new Messages(data, "ru"), value));
  assert.equal(names[1], "Беларусь");
  assert.equal(names[0], data.messages.ru["control.none"]);
});
