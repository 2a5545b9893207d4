import { STATUS_CODES } from "node:http";
import { z } from "@hono/zod-openapi";
import { type Locale, translate } from "../../locales/translate.ts";
import { FAULT_CODES, type RequestFault } from "../shared/fault.ts";
import { statusOfRefusal } from "../shared/refusals.ts";
import type { Refusal } from "../shared/result.ts";
import { sentenceOf } from "./refusal-words.ts";

const faultSchema = z.object({
  in: z.string().openapi({ description: "`path`, `query`, `body`, or the name of a header." }),
  path: z.string().openapi({
    description: "The field, `reporters.0.unit_id`; empty for the whole of it.",
    example: "reporters.0.unit_id",
  }),
  code: z.enum(FAULT_CODES),
  detail: z.string().openapi({ description: "A sentence in the caller's language." }),
  allowed: z
    .array(z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .optional()
    .openapi({ description: "With `not_allowed_value`: what may stand there." }),
});

/** RFC 9457. `code` is for programs, `detail` for people, `request_id` for whoever reads the log. */
export const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    code: z.string(),
    request_id: z.string(),
    errors: z.array(faultSchema).optional(),
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
    ...(asked.errors === undefined
      ? {}
      : { errors: asked.errors.map((fault) => sayFault(fault, asked.locale)) }),
  };
};

const sayFault = (
  { args = {}, allowed, ...fault }: RequestFault,
  locale: Locale,
): z.infer<typeof faultSchema> => ({
  ...fault,
  detail: translate(locale, `fault-${fault.code.replaceAll("_", "-")}`, args),
  ...(allowed === undefined ? {} : { allowed: [...allowed] }),
});
