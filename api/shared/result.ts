import type { RefusalCode } from "./refusals.ts";

/** An expected outcome: a value, or a refusal that has a code, an HTTP status and a sentence in every language. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** `args` fill the sentence `refusal-CODE` in `locales/`; they never hold a person's name or a secret. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly args: Readonly<Record<string, string | number>>;
};

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refusalOf = (code: RefusalCode, args: Refusal["args"] = {}): Refusal => ({ code, args });

export const refuse = (code: RefusalCode, args?: Refusal["args"]): Result<never> => ({
  ok: false,
  refusal: refusalOf(code, args),
});
