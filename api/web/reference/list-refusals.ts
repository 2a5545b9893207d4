import { type Locale, readSentenceFiles, translate } from "../../../locales/translate.ts";
import { FAULT_CODES } from "../../shared/fault.ts";
import { REFUSALS } from "../../shared/refusals.ts";

export type ListedRefusal = { readonly code: string; readonly status: number; readonly sentence: string };

/** Stands where a sentence is filled in. */
const BLANK = "…";

/** Every refusal of the API, and every fault of a request, with status and sentence, the arguments left open. */
export const listRefusals = (
  locale: Locale,
): {
  readonly refusals: readonly ListedRefusal[];
  readonly faults: readonly { readonly code: string; readonly meaning: string }[];
} => {
  const source = [...readSentenceFiles(locale).values()].join("\n");
  /** The sentence with its arguments left open. */
  const opened = (key: string): string => {
    const own = new RegExp(`^${key} =(.*(?:\\n[ }].*)*)`, "m").exec(source)?.[1] ?? "";
    const names = [...own.matchAll(/\$(\w+)/g)].map(([, name = ""]) => name);
    const args = Object.fromEntries(names.map((name) => [name, BLANK]));
    return translate(locale, key, args);
  };
  const keyed = (family: string, code: string): string => `${family}-${code.replaceAll("_", "-")}`;
  return {
    refusals: Object.entries(REFUSALS)
      .map(([code, status]) => ({ code, status, sentence: opened(keyed("refusal", code)) }))
      .sort((one, other) => (one.code < other.code ? -1 : 1)),
    faults: FAULT_CODES.map((code) => ({ code, meaning: opened(keyed("fault", code)) })),
  };
};
