import assert from "node:assert/strict";
import { test } from "node:test";
import { lacking, polesText, requestOf, type NewStudy } from "./new_study.ts";

const whole: NewStudy = {
  folder: "mongolia",
  focus: ["MNG"],
  poles: [{ name: "", members: ["RUS"] }, { name: "", members: ["CHN"] }, { name: "West, wide", members: ["USA", "GBR"] }, { name: "", members: [] }],
  from: "1991",
  to: "2020",
  comparison: ["KAZ", "NPL"],
  title: "Моңғолия",
  files: ["data/votes.csv"],
  invented: false,
};

test("poles are written as the command line has them", () => {
  assert.equal(polesText(whole.poles), "RUS,CHN,West  wide=USA+GBR");
  assert.equal(polesText([{ name: "", members: ["USA", "FRA"] }]), "POLE1=USA+FRA");
});

test("a form becomes a request", () => {
  assert.deepEqual(requestOf(whole, "kk", false), {
    folder: "mongolia", focus: "MNG", poles: "RUS,CHN,West  wide=USA+GBR", years: "1991-2020", comparison: "KAZ,NPL",
    files: ["data/votes.csv"], title_kk: "Моңғолия", save: false,
  });
  assert.deepEqual(requestOf({ ...whole, invented: true }, "en", true), { folder: "mongolia", invented: true, save: true });
});

test("what is lacking is named, one thing after the other", () => {
  assert.equal(lacking(whole), null);
  assert.equal(lacking({ ...whole, folder: " " }), "serve.lacks_folder");
  assert.equal(lacking({ ...whole, focus: [] }), "serve.lacks_focus");
  assert.equal(lacking({ ...whole, poles: whole.poles.slice(0, 1) }), "serve.lacks_poles");
  assert.equal(lacking({ ...whole, to: "20" }), "serve.lacks_years");
  assert.equal(lacking({ ...whole, files: [] }), "serve.lacks_files");
  assert.equal(lacking({ ...whole, focus: [], invented: true }), null);
});
