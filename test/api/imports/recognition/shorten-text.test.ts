import { expect, it } from "vitest";
import { clipText, LONGEST_TEXT, shortenText } from "../../../../api/imports/recognition/shorten-text.ts";

it("a sign that is written as two characters is kept whole or left out", () => {
  expect(clipText("việc 🌾 đồng", 6)).toBe("việc ");
  expect(clipText("việc 🌾 đồng", 7)).toBe("việc 🌾");
  expect(clipText("việc", 7)).toBe("việc");
  const long = shortenText(`${"a".repeat(LONGEST_TEXT - 2)}🌾🌾`);
  expect(long).toBe(`${"a".repeat(LONGEST_TEXT - 2)}…`);
});

it("what is quoted in part ends with a whole word and shows that it goes on", () => {
  expect(shortenText("Quy chế giám sát và phản biện", 18)).toBe("Quy chế giám sát…");
  expect(shortenText("Quy chế giám sát và phản biện", 19)).toBe("Quy chế giám sát…");
  expect(shortenText("Quy chế", 7)).toBe("Quy chế");
});
