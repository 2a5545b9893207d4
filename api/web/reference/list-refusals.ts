import { type Locale, readSentenceFiles, translate } from "../../../locales/translate.ts";
import { REFUSALS } from "../../shared/refusals.ts";

export type ListedRefusal = { readonly code: string; readonly status: number; readonly sentence: string };

/** Stands where a sentence is filled in. */
const BLANK = "…";

/** Every refusal of the API with its status and its sentence, the arguments left open. */
export const listRefusals = (locale: Locale): readonly ListedRefusal[] => {
  const source = [...readSentenceFiles(locale).values()].join("\n");
  return Object.entries(REFUSALS)
    .map(([code, status]) => {
      const key = `refusal-${code.replaceAll("_", "-")}`;
      const own = new RegExp(`^${key} =(.*(?:\\n[ }].*)*)`, "m").exec(source)?.[1] ?? "";
      const names = [...own.matchAll(/\$(\w+)/g)].map(([, name = ""]) => name);
      const args = Object.fromEntries(names.map((name) => [name, BLANK]));
      return { code, status, sentence: translate(locale, `refusal-${code.replaceAll("_", "-")}`, args) };
    })
    .sort((one, other) => (one.code < other.code ? -1 : 1));
};
