import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Locale } from "../../locales/translate.ts";
import { localeOf, sentenceOf } from "../http/refusal-words.ts";
import { REFUSALS } from "../shared/refusals.ts";
import type { Refusal } from "../shared/result.ts";

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
