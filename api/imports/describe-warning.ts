import type { MessageLine } from "../outbox/message.ts";
import type { ReadWarning } from "./reading.ts";

/** Of a quotation; the document itself stands beside it. */
const LONGEST_QUOTE = 200;

const quoted = (text: string): string => {
  const line = text.replace(/\s+/gu, " ").trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1).trimEnd()}…`;
};

/** The sentence for a warning. Number and line are for the place where it is shown. */
export const describeWarning = ({ code, text }: ReadWarning): MessageLine => ({
  key: `import-warning-${code}`,
  args: { text: quoted(text) },
});
