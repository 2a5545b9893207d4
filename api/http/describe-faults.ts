import type { z } from "zod";
import { FAULT_CODES, type FaultCode, type RequestFault } from "../shared/fault.ts";

type Issue = z.core.$ZodIssue;
type Fault = Omit<RequestFault, "in" | "path"> & { readonly path: readonly PropertyKey[] };

const MOST_FAULTS = 20;
/** A name that nobody knows is the caller's own, as long as they like. */
const LONGEST_PATH = 200;

/** Where a value does not fit its schema, in the API's own codes. */
export const describeFaults = (where: string, error: z.ZodError, value: unknown): RequestFault[] =>
  error.issues
    .flatMap((issue) => faultsOf(issue, issue.path, value))
    .slice(0, MOST_FAULTS)
    .map(({ path, ...fault }) => ({
      in: where,
      path: path.map(String).join(".").slice(0, LONGEST_PATH),
      ...fault,
    }));

const faultsOf = (issue: Issue, path: readonly PropertyKey[], value: unknown): readonly Fault[] => {
  switch (issue.code) {
    case "invalid_type":
      return standsAt(value, path)
        ? [{ path, code: "type", args: { type: issue.expected === "int" ? "integer" : issue.expected } }]
        : [{ path, code: "missing" }];
    case "too_big":
    case "too_small":
      return [boundOf(issue, path)];
    case "invalid_format":
      return [{ path, ...formOf(issue) }];
    case "invalid_value":
      return [standsAt(value, path) ? notAllowed(path, issue.values) : { path, code: "missing" }];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: [...path, key], code: "unknown_field" }));
    case "invalid_union":
      return alternativesOf(issue, path, value);
    case "custom":
      return [{ path, code: namedFault(issue.params?.fault) }];
    default:
      return [{ path, code: "rule" }];
  }
};

/** A schema of ours may say which fault its rule is: `.refine(…, { params: { fault: "not_a_date" } })`. */
const namedFault = (named: unknown): FaultCode => FAULT_CODES.find((code) => code === named) ?? "rule";

const boundOf = (
  issue: Extract<Issue, { code: "too_big" | "too_small" }>,
  path: readonly PropertyKey[],
): Fault => {
  const counts = issue.origin !== "number" && issue.origin !== "int";
  return issue.code === "too_big"
    ? { path, code: counts ? "too_long" : "too_large", args: { max: Number(issue.maximum) } }
    : { path, code: counts ? "too_short" : "too_small", args: { min: Number(issue.minimum) } };
};

/** A pattern is shown as the description has it: that it is one would tell nobody what to write. */
const formOf = ({
  format,
  pattern,
}: Extract<Issue, { code: "invalid_format" }>): Pick<Fault, "code" | "args"> =>
  format === "date"
    ? { code: "not_a_date" }
    : { code: "format", args: { form: format === "regex" ? (pattern ?? "pattern") : format } };

const notAllowed = (path: readonly PropertyKey[], values: readonly unknown[]): Fault => {
  const allowed = values.filter(
    (value) => value === null || ["string", "number", "boolean"].includes(typeof value),
  ) as NonNullable<RequestFault["allowed"]>;
  return { path, code: "not_allowed_value", allowed, args: { values: allowed.map(String).join(", ") } };
};

/** Of several forms: the faults of the one that was clearly meant, else that none of them fits. */
const alternativesOf = (
  issue: Extract<Issue, { code: "invalid_union" }>,
  path: readonly PropertyKey[],
  value: unknown,
): readonly Fault[] => {
  const { options } = issue as { readonly options?: unknown };
  if (Array.isArray(options))
    return [standsAt(value, path) ? notAllowed(path, options) : { path, code: "missing" }];
  const [first, second] = issue.errors
    .map((issues) => ({ issues, far: issues.reduce((sum, one) => sum + farness(one), 0) }))
    .sort((one, other) => one.far - other.far);
  return first === undefined || first.far === second?.far
    ? [{ path, code: "no_alternative" }]
    : first.issues.flatMap((one) => faultsOf(one, [...path, ...one.path], value));
};

/** Another kind of value, or a field that the form does not have, was hardly meant for it. */
const farness = (issue: Issue): number =>
  issue.path.length === 0 && issue.code === "invalid_type"
    ? 100
    : issue.code === "unrecognized_keys"
      ? 10 * issue.keys.length
      : 1;

const standsAt = (value: unknown, path: readonly PropertyKey[]): boolean => {
  let found = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return false;
    found = (found as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return found !== undefined;
};
