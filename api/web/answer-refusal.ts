import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { LOCALES, type Locale, translate } from "../../locales/translate.ts";
import { REFUSALS } from "../shared/refusals.ts";
import type { Refusal } from "../shared/result.ts";

/** Before anybody is known: the browser's first language that this house speaks, else Vietnamese. */
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

export const statusOf = (refusal: Refusal): ContentfulStatusCode => REFUSALS[refusal.code];

/** For the page's script: a code and the sentence to show. */
export const answerRefusal = (c: Context, refusal: Refusal, locale?: Locale): Response =>
  c.json(
    {
      code: refusal.code,
      message: sentenceOf(refusal, locale ?? localeOf(c.req.header("accept-language"))),
    },
    statusOf(refusal),
  );

export const refusalOf = (code: Refusal["code"], args: Refusal["args"] = {}): Refusal => ({ code, args });
