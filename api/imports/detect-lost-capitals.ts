import type { TypingSlip, Word } from "./typing-slip.ts";
import vocabulary from "./vocabulary/typing.json" with { type: "json" };

const NAMES = vocabulary.names.map((name) => name.split(" "));

/** "Hồ Chí minh", "Bộ chính trị": a name that begins with a capital and goes on without the others. */
export const detectLostCapitals = (words: readonly Word[]): readonly TypingSlip[] =>
  words.flatMap((word, at) =>
    NAMES.filter(([first]) => first === word.text).flatMap((name) => {
      const written = words.slice(at, at + name.length);
      const last = written.at(-1);
      const same =
        written.length === name.length &&
        written.every(
          ({ lower, gap }, index) => lower === name[index]?.toLowerCase() && (index === 0 || gap === " "),
        );
      return last !== undefined &&
        same &&
        written.some(({ text, lower }, index) => text === lower && text !== name[index])
        ? [{ code: "capital-lost", from: word.from, to: last.to }]
        : [];
    }),
  );
