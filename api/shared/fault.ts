/** How a part of a request can be wrong; each has a sentence, the Fluent message `fault-CODE`. */
export const FAULT_CODES = [
  "missing",
  "type",
  "format",
  "not_a_date",
  "date_out_of_years",
  "not_a_time",
  "too_short",
  "too_long",
  "too_small",
  "too_large",
  "not_allowed_value",
  "unknown_field",
  "repeated",
  "no_alternative",
  "not_json",
  "not_text",
  "rule",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** Which part of a request is wrong, and how; never what stood there. */
export type RequestFault = {
  /** "path", "query", "body", or the header's name. */
  readonly in: string;
  /** The field within it, "reporters.0.unit_id"; empty for the whole of it. */
  readonly path: string;
  readonly code: FaultCode;
  /** Of `not_allowed_value`. */
  readonly allowed?: readonly (string | number | boolean | null)[];
  /** What the sentence says beside: a bound, a type. */
  readonly args?: Readonly<Record<string, string | number>>;
};
