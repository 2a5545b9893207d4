import type { z } from "@hono/zod-openapi";
import type { BothTx } from "../../db/scope.ts";
import type { Locale } from "../../locales/translate.ts";
import type { KeyScope } from "../members/member.ts";
import type { RefusalCode } from "../shared/refusals.ts";
import type { Result } from "../shared/result.ts";
import type { InWork, Work } from "../shared/work.ts";
import { withBoundCursor } from "./bound-cursor.ts";

export type UploadedFile = { readonly bytes: Uint8Array; readonly name: string };

/** A file as an answer, under the name that it is saved by. */
export type FileAnswer = { readonly bytes: Uint8Array; readonly kind: string; readonly name: string };

/** What a request asks for, parsed by its route's schemas. */
export type Asked<P, Q, B> = {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Of a route that takes a file; else null. */
  readonly file: UploadedFile | null;
};

/** What only the door knows, for the few operations that need it. */
export type Doorway = {
  /** Reaches beyond the caller's office, in the same transaction. */
  readonly both: BothTx;
  /** The session that asks; null for a key. */
  readonly sessionId: string | null;
  /** The address people open; undefined where the product was not told. */
  readonly publicUrl: string | undefined;
  /** Where evidence files lie. */
  readonly dataDir: string;
  /** What the route's `ahead` answered; null without. */
  readonly ahead: unknown;
};

type Method = "get" | "post" | "put" | "patch" | "delete";
type Shape = z.ZodObject;

type Described = {
  readonly method: Method;
  /** Under `/api/v1`, with parameters as OpenAPI writes them: "/units/{unit_id}". */
  readonly path: string;
  /** The operation's name in the document and in tests: "list-units". */
  readonly name: string;
  /** The room it belongs to. */
  readonly room: string;
  readonly summary: string;
  /** More than fits a line: what a stranger has to know before the first call. */
  readonly description?: string;
  readonly status: 200 | 201 | 202 | 204;
  /** Refusals of its own; those of the door (key, limits, body) every route has. */
  readonly refusals: readonly RefusalCode[];
};

/**
 * One operation of the API as data: from it come the door's checks, the OpenAPI document, the reference page and the
 * generated tests. `run` works in one transaction of the caller's office; a refusal of it changes nothing.
 */
export type ApiRoute<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends z.ZodType = z.ZodType,
  A extends z.ZodType = z.ZodType,
> = Described & {
  /** The least that a key must be allowed; a person may what their post may. */
  readonly scope: KeyScope;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Takes `multipart/form-data` with one `file` of at most so many bytes. */
  readonly upload?: { readonly maxBytes: number };
  /** The answer's schema, in the API's own spelling; "file" for bytes, null for none. */
  readonly answer: A | "file" | null;
  /**
   * What `If-Match` is compared with: the representation that `GET` of the same path answers, read under the
   * office's lock. Without it the header is refused.
   */
  readonly current?: (
    work: Work,
    asked: Asked<z.output<P>, z.output<Q>, unknown>,
  ) => Promise<Result<unknown>>;
  /**
   * What takes long, done before the transaction of `run` in such as it opens itself, so that nobody waits for it.
   * Done twice it changes nothing more.
   */
  readonly ahead?: (
    inWork: InWork,
    asked: Asked<z.output<P>, z.output<Q>, z.output<B>>,
    place: Pick<Doorway, "dataDir">,
  ) => Promise<Result<unknown>>;
  readonly run: (
    work: Work,
    asked: Asked<z.output<P>, z.output<Q>, z.output<B>>,
    doorway: Doorway,
  ) => Promise<Result<unknown>>;
};

/** A route that needs no caller, or more than the caller's office: it opens its own scope. */
export type OpenRoute<B extends z.ZodType = z.ZodType, A extends z.ZodType = z.ZodType> = Described & {
  readonly scope: "open";
  readonly body?: B;
  readonly answer: A | null;
  readonly open: (
    both: BothTx,
    asked: {
      readonly body: z.output<B>;
      readonly now: Date;
      readonly locale: Locale;
      readonly address: string;
    },
  ) => Promise<Result<unknown>>;
};

export type AnyRoute = ApiRoute | OpenRoute;

/** Keeps the types of the schemas for `run`; the list of routes knows only that they fit. */
export const apiRoute = <
  P extends Shape = z.ZodObject<Record<never, never>>,
  Q extends Shape = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType = z.ZodType,
>(
  route: ApiRoute<P, Q, B, A>,
): ApiRoute => withBoundCursor(route as unknown as ApiRoute);

export const openRoute = <B extends z.ZodType, A extends z.ZodType>(route: OpenRoute<B, A>): OpenRoute =>
  route as unknown as OpenRoute;
