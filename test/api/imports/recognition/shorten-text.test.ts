import { expect, it } from "vitest";
import { clipText, LONGEST_TEXT, shortenText } from "../../../../api/imports/recognition/shorten-text.ts";

it("a sign that is written as two characters is kept whole or left out", () => {
  expect(clipText("việc 🌾 đồng", 6)).toBe("việc ");
  expect(clipText("việc 🌾 đồng", 7)).toBe("việc 🌾");
  expect(clipText("việc", 7)).toBe("việc");
  const long = shortenText(`${"a".repeat(LONGEST_TEXT - 2)}🌾🌾`);
  expect(long).toBe(`${"a".repeat(LONGEST_TEXT - 2)}…`);
});
