import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { csvMetadata, originLine, originOf, svgMetadata } from "./origin.ts";
import { figureCsv } from "./figure_csv.ts";
import { svgFile } from "./svg_text.ts";

const text = (en: string) => ({ en, kk: en, ru: en });
const figure = { id: "balance", title: text('Balance <of> "powers" & \u0001more'), description: text("What is seen"), columns: ["year", "share", "who"], rows: [[1992, 0.5, ["KAZ"]], [1993, null, []]] };
const data = {
  study: { id: "small", focus: "KAZ", version: "0.1.0", title: text("Small"), comparison: [] },
  origins: {
    balance: {
      commands: ["tarazy study run 'my study'"],
      files: [{ path: "data/votes.csv", sha256: "0123456789abcdef".repeat(4) }],
      sources: [
        { short: "Voeten 2021", citation: "Voeten, Erik (2021). Votes. Dataverse", url: "https://a.example/?x=1&y=2", coverage: "1946-2020", licence: "CC0 1.0" },
        { short: "Қазақстан 2024", citation: "Қазақстан (2024). Деректер" },
      ],
    },
  },
};

test("a row says sources with coverage and licence, data with digest, and the command", () => {
  assert.equal(
    originLine(data.origins.balance, data),
    "Voeten 2021 [1946-2020; licence: CC0 1.0]; Қазақстан 2024; data/votes.csv sha256 0123456789abcdef; tarazy study run 'my study'; study small, tarazy 0.1.0",
  );
  const lines = figureCsv(figure, originLine(data.origins.balance, data)).split("\r\n");
  assert.equal(lines[0], "year,share,who,origin");
  assert.ok(lines[1]!.startsWith(`1992,0.5,KAZ,"Voeten 2021`));
  assert.equal(figureCsv(figure).split("\r\n")[0], "year,share,who", "without an origin the columns are those of the figure");
});

test("an SVG carries citation, licence, digest and command, and stays well-formed", () => {
  const metadata = svgMetadata(figure, data);
  const file = svgFile("<svg><title>T</title><desc>D</desc><path/></svg>", 1, 1, metadata);
  assert.ok(file.includes("</desc><metadata>"));
  for (const part of ["Voeten, Erik (2021). Votes. Dataverse [1946-2020; licence: CC0 1.0] https://a.example/?x=1&amp;y=2", "<dc:rights>CC0 1.0</dc:rights>", data.origins.balance.files[0]!.sha256, "tarazy study run 'my study'", 'Balance &lt;of&gt; "powers" &amp; more'])
    assert.ok(file.includes(part), part);
  assert.equal(parseHTML(file).document.querySelectorAll("metadata").length, 1);
  assert.equal(svgMetadata({ ...figure, id: "other" }, data), "");
});

test("the file beside a table names its columns and types", () => {
  const metadata = JSON.parse(csvMetadata(figure, data)) as { url: string; "dc:rights": string[]; tableSchema: { columns: { name: string; datatype: string; separator?: string }[] } };
  assert.equal(metadata.url, "balance.csv");
  assert.deepEqual(metadata["dc:rights"], ["Voeten 2021: CC0 1.0"]);
  assert.deepEqual(metadata.tableSchema.columns.map(({ name, datatype, separator }) => [name, datatype, separator]), [
    ["year", "integer", undefined],
    ["share", "double", undefined],
    ["who", "string", "; "],
    ["origin", "string", undefined],
  ]);
  assert.equal(originOf({ id: "none" }, data), null);
});
