import assert from "node:assert/strict";
import { test } from "vitest";
import { png } from "../../src/cli/png.ts";

const picture = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40">${inside}</svg>`;

const letters = (attributes: string): string => picture(`<text x="4" y="28" font-size="24" ${attributes}>mean</text>`);

test("a picture becomes a PNG of twice its size", async () => {
  const image = Buffer.from((await png(picture("")))!);
  assert.deepEqual([...image.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.deepEqual([image.readUInt32BE(16), image.readUInt32BE(20)], [240, 80]);
});

test("letters are drawn, in two weights, whatever fonts the machine has", async () => {
  const drawings = [
    picture(""),
    letters('font-family="Inter, system-ui"'),
    letters('font-family="Inter" font-weight="600"'),
  ];
  const images = await Promise.all(drawings.map(async (svg) => Buffer.from((await png(svg))!).toString("base64")));
  assert.equal(new Set(images).size, 3);
});

test("what cannot be drawn is null", async () => assert.equal(await png("no picture"), null));

test("a picture that ends the drawing library's process does not end ours", async () => {
  const outside = '<text x="4000" y="20" font-family="Inter" font-size="12" opacity="0">20</text>';
  assert.equal(await png(picture(outside)), null);
});
