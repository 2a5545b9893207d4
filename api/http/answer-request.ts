import { createHash } from "node:crypto";
import { z } from "zod";
import {
  lockRequest,
  saveAnsweredRequest,
  selectAnsweredRequest,
} from "../../db/queries/answered-request-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { snakeKeys } from "../shared/key-case.ts";
import type { Refusal, Result } from "../shared/result.ts";
import { ok, refuse } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";
import type { ApiRoute, Asked, Doorway, FileAnswer } from "./api-route.ts";
import { namesRevision, revisionOf } from "./revision.ts";
import { openAnswer, sealAnswer } from "./seal-answer.ts";

export type Answer =
  | {
      readonly kind: "json";
      readonly status: number;
      /** Bytes where a long text was made into them already. */
      readonly body: string | Buffer<ArrayBuffer>;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: "file"; readonly file: FileAnswer }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** An answer is said again for a day; then the same key is a new request. */
export const REMEMBERED_MS = 24 * 3_600_000;

const headersSchema = z.record(z.string(), z.string());

type Conditions = {
  readonly ifMatch: string | null;
  readonly ifNoneMatch: string | null;
  readonly idempotencyKey: string | null;
};

/** Who asks for what: the same again is answered again. */
type Repeatable = { readonly caller: string; readonly token: string; readonly hash: () => string };

/** What identifies a request that comes again: not its headers, which proxies change. */
export const hashRequest = (method: string, path: string, body: string | Uint8Array): string =>
  createHash("sha256").update(`${method} ${path}\n`).update(body).digest("hex");

/**
 * Runs a route in the caller's transaction: an answer given before is given again, a revision that is gone refuses
 * (`revision_conflict`), what was written is remembered together with its answer.
 */
export const answerRequest = async (
  work: Work,
  route: ApiRoute,
  asked: Asked<Record<string, unknown>, Record<string, unknown>, unknown>,
  request: Conditions & Repeatable,
  doorway: Doorway,
): Promise<Answer> => {
  const key = request.idempotencyKey;
  if (key !== null) {
    await lockRequest(work.tx, request.caller, key);
    const before = await findAnswer(work, request);
    if (before !== null) return before;
  }
  const stands = await checkRevision(work, route, asked, request.ifMatch);
  if (!stands.ok) return { kind: "refused", refusal: stands.refusal };

  const result = await route.run(work, asked, doorway);
  if (!result.ok) return { kind: "refused", refusal: result.refusal };
  if (route.answer === "file") return { kind: "file", file: result.value as FileAnswer };
  const answer = await describeAnswer(work, route, asked, result.value, request.ifNoneMatch);
  if (key !== null)
    await saveAnsweredRequest(work.tx, {
      caller: request.caller,
      idempotencyKey: key,
      requestHash: request.hash(),
      status: answer.status,
      headers: answer.headers,
      body: sealAnswer(answer.body.toString(), request.token, key),
      answeredAt: work.now,
    });
  return answer;
};

/** What this request was answered before, or the refusal of its key for another one; null for a new request. */
export const findAnswer = async (
  work: Work,
  request: Repeatable & Pick<Conditions, "idempotencyKey">,
): Promise<Answer | null> => {
  const key = request.idempotencyKey;
  if (key === null) return null;
  const before = await selectAnsweredRequest(work.tx, request.caller, key);
  if (before === null || work.now.getTime() - before.answeredAt.getTime() >= REMEMBERED_MS) return null;
  const body = before.requestHash === request.hash() ? openAnswer(before.body, request.token, key) : null;
  if (body === null) return { kind: "refused", refusal: { code: "idempotency_key_reused", args: {} } };
  const headers = { ...headersSchema.parse(before.headers), "idempotency-replayed": "true" };
  return { kind: "json", status: before.status, body, headers };
};

const checkRevision = async (
  work: Work,
  route: ApiRoute,
  asked: Parameters<ApiRoute["run"]>[1],
  ifMatch: string | null,
): Promise<Result<null>> => {
  if (ifMatch === null || route.method === "get") return ok(null);
  if (route.current === undefined) return refuse("revision_unsupported");
  await lockOrganization(work.tx);
  const current = await route.current(work, asked);
  if (!current.ok) return current;
  return namesRevision(ifMatch, revisionOf(JSON.stringify(snakeKeys(current.value))))
    ? ok(null)
    : refuse("revision_conflict");
};

/** A `GET` has the tag of what it shows; a write that has a revision, that of what stands now. */
const describeAnswer = async (
  work: Work,
  route: ApiRoute,
  asked: Parameters<ApiRoute["run"]>[1],
  value: unknown,
  ifNoneMatch: string | null,
) => {
  const body = route.answer === null ? "" : JSON.stringify(snakeKeys(value));
  if (route.method === "get") {
    // Once for the tag and for the way.
    const bytes = Buffer.from(body);
    const etag = revisionOf(bytes);
    return ifNoneMatch !== null && namesRevision(ifNoneMatch, etag)
      ? ({ kind: "json", status: 304, body: "", headers: { etag } } as const)
      : ({ kind: "json", status: route.status, body: bytes, headers: { etag } } as const);
  }
  const after = route.current === undefined ? null : await route.current(work, asked);
  const headers: Record<string, string> =
    after?.ok === true ? { etag: revisionOf(JSON.stringify(snakeKeys(after.value))) } : {};
  return { kind: "json", status: route.status, body, headers } as const;
};
