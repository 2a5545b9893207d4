import type { Outline } from "./outline.ts";

/** NUL and halves of surrogate pairs: escapes and damaged files can make them, and no database takes them. */
const UNKEPT = /[\0\p{Surrogate}]/gu;
const NO_LETTER = "\ufffd";

/** With the sign for "no letter" in place of what is none. */
export const normaliseOutline = (outline: Outline): Outline => {
  const said = [...outline.lines.map(({ text }) => text), ...outline.remarks.map(({ detail }) => detail)];
  if (said.every((text) => text.search(UNKEPT) === -1)) return outline;
  return JSON.parse(JSON.stringify(outline), (_, value: unknown) =>
    typeof value === "string" ? value.replace(UNKEPT, NO_LETTER) : value,
  );
};
