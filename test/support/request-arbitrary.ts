import fc from "fast-check";
import type { Call } from "./api.ts";
import { hostileBody, hostileText, wellFormed } from "./hostile-values.ts";
import { arbitraryOf, type Wishes } from "./schema-arbitrary.ts";

/** One operation as `/openapi.json` describes it. */
export type Described = {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: object }[];
  /** Media type → schema. */
  readonly bodies: Readonly<Record<string, object>>;
};

export type FuzzRequest = {
  readonly method: string;
  /** With the query, as it goes over the wire. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body:
    | string
    | Uint8Array<ArrayBuffer>
    | { readonly name: string; readonly file: Uint8Array<ArrayBuffer> }
    | null;
  /** Who asks: an index into the callers of the proof. */
  readonly caller: number;
};

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "PROPFIND"];
const CONTENT_TYPES = [
  "application/json",
  "application/json; charset=utf-16",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/octet-stream",
  "",
  "x/y; \u00ff",
];
const HEADERS = [
  "acting-appointment",
  "idempotency-key",
  "if-match",
  "if-none-match",
  "accept-language",
  "accept",
  "content-length",
  "content-encoding",
  "transfer-encoding",
  "x-forwarded-for",
  "x-request-id",
  "range",
  "cookie",
  "authorization",
  "x-http-method-override",
];

/** What a header can carry at all: the platform refuses the rest before anybody sends it. */
const headerText = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  }),
  fc.constantFrom(
    "*",
    '"x"',
    'W/"x", *',
    "a".repeat(9_000),
    "vi",
    "EN-us;q=0",
    "Bearer",
    "Bearer ",
    "Bearer x",
    "0",
    "-1",
  ),
  fc.uuid(),
);

/** A segment of a path or a value of a query, as a careless or hostile program writes it. */
const rawText = fc.oneof(
  hostileText.map((text) => encodeURIComponent(wellFormed(text)).slice(0, 8_000)),
  fc.constantFrom("%", "%zz", "%00", "%ff%fe", "..%2f..%2f", "%ED%A0%80", ";", "a%20b", "+"),
);

/** An object may have been drawn that no program can turn into a word by itself. */
const wordOf = (value: unknown): string =>
  typeof value === "object" ? (JSON.stringify(value) ?? "") : String(value);

const unset = Symbol("left out");

export const requestArbitrary = (
  operation: Described,
  known: Call,
  others: (field: string) => readonly unknown[],
  document: unknown,
  callers: number,
): fc.Arbitrary<FuzzRequest> => {
  const parts = (spoilt: number) => {
    const wishes: Wishes = { document, known: others, spoilt };
    const ofPlace = (place: string) =>
      operation.parameters
        .filter((parameter) => parameter.in === place)
        .map(({ name, schema }) => [name, arbitraryOf({ ...schema }, wishes, name)] as const);
    const params = fc.record(Object.fromEntries(ofPlace("path")));
    const query = fc.record(Object.fromEntries(ofPlace("query")), { requiredKeys: [] });
    const json = operation.bodies["application/json"];
    const drawn = json === undefined ? fc.constant<unknown>(unset) : arbitraryOf({ ...json }, wishes);
    const body = known.body === undefined ? drawn : fc.oneof(drawn, fc.constant(known.body));
    return fc.record({ params, query, body });
  };

  const target = (
    params: Readonly<Record<string, unknown>>,
    query: Readonly<Record<string, unknown>>,
    raw: string | null,
  ): string => {
    const path = operation.path.replace(
      /\{(\w+)\}/g,
      (_, name: string) => raw ?? encodeURIComponent(wellFormed(wordOf(params[name]))),
    );
    const search = Object.entries(query)
      .map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(wordOf(value)))}`)
      .join("&");
    return `${path}${search === "" ? "" : `?${search}`}`.slice(0, 20_000);
  };

  const file = fc.oneof(
    fc.constant(known.file?.bytes ?? new Uint8Array()),
    fc.uint8Array({ maxLength: 400 }),
    fc
      .constantFrom("%PDF-1.7\n", "PK\u0003\u0004", "\u0089PNG\r\n", "\0\0", "1.1. Việc")
      .map((text) => new TextEncoder().encode(text)),
  );
  const fileName = fc.oneof(
    fc.constantFrom("a.docx", "a.pdf", "a.xlsx", "a.txt", "a.md", "", "../a.png"),
    hostileText.map((text) => text.slice(0, 300)),
  );
  const upload = fc.tuple(fileName, file).map(([name, bytes]) => ({ name, file: new Uint8Array(bytes) }));
  const isUpload = "multipart/form-data" in operation.bodies;

  const shaped = fc
    .oneof({ weight: 5, arbitrary: parts(0) }, { weight: 4, arbitrary: parts(2) })
    .chain(({ params, query, body }) =>
      (isUpload ? upload : fc.constant(null)).map((sent) => ({
        target: target(params, query, null),
        body: sent ?? (body === unset ? null : JSON.stringify(body ?? null)),
      })),
    );
  const odd = <Value>(usual: Value, strange: fc.Arbitrary<Value>, weight = 1) =>
    fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, { weight, arbitrary: strange });

  return fc
    .record({
      shaped,
      raw: odd<string | null>(null, rawText),
      search: odd<string | null>(
        null,
        fc
          .tuple(fc.constantFrom("limit", "cursor", "q", "from", "x"), rawText)
          .map(([name, value]) => `${name}=${value}&${name}=1`),
      ),
      method: odd(operation.method.toUpperCase(), fc.constantFrom(...METHODS)),
      type: odd(isUpload ? null : "application/json", fc.constantFrom<string | null>(...CONTENT_TYPES)),
      body: odd<FuzzRequest["body"] | undefined>(undefined, hostileBody, 2),
      headers: odd<Record<string, string>>(
        {},
        fc.dictionary(fc.constantFrom(...HEADERS), headerText, { maxKeys: 3 }),
        3,
      ),
      caller: fc.oneof(
        { weight: 5, arbitrary: fc.constant(0) },
        { weight: 5, arbitrary: fc.nat({ max: callers - 1 }) },
      ),
    })
    .map(({ shaped: usual, raw, search, method, type, body, headers, caller }) => {
      const path = raw === null ? usual.target : target({}, {}, raw);
      const sent = body === undefined ? usual.body : body;
      const bare = method === "GET" || method === "HEAD" || sent === null;
      return {
        method,
        target: search === null ? path : `${path}${path.includes("?") ? "&" : "?"}${search}`,
        headers: { ...(bare || type === null ? {} : { "content-type": type }), ...headers },
        body: bare ? null : sent,
        caller,
      };
    });
};
