import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { KILOBYTE } from "../shared/byte-sizes.ts";
import { refusalOf } from "../shared/result.ts";
import { answerRefusal } from "./answer-refusal.ts";

/** What a page's script sends, files aside. */
export const limitPageBody = (maxSize: number): MiddlewareHandler =>
  bodyLimit({
    maxSize,
    onError: (c) => answerRefusal(c, refusalOf("request_too_large", { max: maxSize / KILOBYTE })),
  });
