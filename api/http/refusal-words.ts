import { LOCALES, type Locale, translate } from "../../locales/translate.ts";
import type { Refusal } from "../shared/result.ts";

/** Before anybody is known: the first language of the header that this house speaks, else Vietnamese. */
export const localeOf = (acceptLanguage: string | undefined): Locale => {
  const wanted = (acceptLanguage ?? "").split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  for (const language of wanted) {
    const locale = LOCALES.find((known) => known === language);
    if (locale !== undefined) return locale;
  }
  return "vi";
};

export const sentenceOf = (refusal: Refusal, locale: Locale): string =>
  translate(locale, `refusal-${refusal.code.replaceAll("_", "-")}`, refusal.args);
