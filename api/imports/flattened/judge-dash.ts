import { foldVietnamese } from "../../shared/normalise-vietnamese.ts";
import starts from "../vocabulary/cell-starts.json" with { type: "json" };
import domains from "../vocabulary/unit-domains.json" with { type: "json" };
import { judgeStart } from "./judge-start.ts";

const DASH = /^[-–—]\s?/u;
const FINISHED = /[.;:,!?…][”"’)]*$/u;
const compoundStarts: ReadonlySet<string> = new Set(starts.compoundStarts.map(foldVietnamese));
const listStarts: readonly string[] = starts.listStarts.map(foldVietnamese);
const lastWords = (text: string, count: number): string =>
  foldVietnamese(
    text
      .split(" ")
      .slice(-count)
      .join(" ")
      .replace(/^[("“]/u, ""),
  );

const DOMAINS: ReadonlySet<string> = new Set(domains.map(foldVietnamese));
const LONGEST_DOMAIN = 4;
const NOTHING_KNOWN: ReadonlySet<string> = new Set();

/** "Địa chính - Xây dựng": a name made of what its unit sees to, which may see to more. */
const ENDS_IN_NAME = /(?:^|\s)(\p{Lu}[\p{L} ]{1,40}?) [-–] (\p{Lu}[\p{L} ]{1,40})$/u;

const isDomain = (words: string): boolean => DOMAINS.has(foldVietnamese(words));
const startsWithDomain = (text: string): boolean => {
  const words = text.split(/[\s,;.:]+/u, LONGEST_DOMAIN);
  return words.some((_, at) => isDomain(words.slice(0, at + 1).join(" ")));
};

/** Such a name before the dash, and behind it more of the kind that begins no name by itself. */
const isNameOfMore = (before: string, rest: string): boolean => {
  const name = DASH.test(before) ? null : ENDS_IN_NAME.exec(before.slice(-LONGEST_NAME));
  if (name === null || !isDomain(name[2] ?? "")) return false;
  const words = (name[1] ?? "").split(" ");
  return (
    words.some((_, at) => isDomain(words.slice(at).join(" "))) &&
    startsWithDomain(rest) &&
    !judgeStart(rest, NOTHING_KNOWN).unit
  );
};
const LONGEST_NAME = 80;

/**
 * Whether a line that begins with a dash goes on with the line before: "chính trị" – "- xã hội", "(qua Phòng Văn hóa" –
 * "– Xã hội)". Any other dash begins an item of a list.
 */
export const goesOnWithDash = (before: string, line: string): boolean => {
  if (!DASH.test(line) || FINISHED.test(before)) return false;
  if (
    listStarts.some((start) =>
      foldVietnamese(line.replace(DASH, "").slice(0, 20)).concat(" ").startsWith(`${start} `),
    )
  )
    return false;
  const open = before.split("(").length > before.split(")").length;
  return (
    open ||
    /^\p{Ll}/u.test(line.replace(DASH, "")) ||
    compoundStarts.has(lastWords(before, 2)) ||
    compoundStarts.has(lastWords(before, 1)) ||
    isNameOfMore(before, line.replace(DASH, ""))
  );
};
