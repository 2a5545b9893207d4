import { STATUS_CODES } from "node:http";
import { z } from "@hono/zod-openapi";
import type { Locale } from "../../locales/translate.ts";
import { statusOfRefusal } from "../shared/refusals.ts";
import type { Refusal } from "../shared/result.ts";
import { sentenceOf } from "../web/answer-refusal.ts";

/** Which part of a request is wrong, and the schema's code for how. */
export type RequestFault = { readonly in: string; readonly path: string; readonly code: string };

/** RFC 9457. `code` is for programs, `detail` for people, `request_id` for whoever reads the log. */
export const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    code: z.string(),
    request_id: z.string(),
    errors: z.array(z.object({ in: z.string(), path: z.string(), code: z.string() })).optional(),
  })
  .openapi("Problem");
export type Problem = z.infer<typeof problemSchema>;

export const problemOf = (
  refusal: Refusal,
  asked: { readonly locale: Locale; readonly requestId: string; readonly errors?: readonly RequestFault[] },
): Problem => {
  const status = statusOfRefusal(refusal.code);
  return {
    type: "about:blank",
    status,
    title: STATUS_CODES[status] ?? "",
    detail: sentenceOf(refusal, asked.locale),
    code: refusal.code,
    request_id: asked.requestId,
    ...(asked.errors === undefined ? {} : { errors: [...asked.errors] }),
  };
};
