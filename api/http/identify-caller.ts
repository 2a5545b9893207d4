import { selectPost } from "../../db/queries/appointment-queries.ts";
import { selectKeyByHash, touchKey } from "../../db/queries/key-queries.ts";
import type { OfficeRow } from "../../db/queries/organization-queries.ts";
import { type BothTx, type TenantTx, tenantScope } from "../../db/scope.ts";
import { KEY_PREFIX } from "../keys/api-key.ts";
import { findWebSession } from "../members/find-web-session.ts";
import { hashSecret } from "../members/hash-secret.ts";
import { describePostActor } from "../members/load-member-actor.ts";
import type { Actor, KeyScope } from "../members/member.ts";
import { localDateAt } from "../shared/local-date.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { FindKeyOffice } from "./find-key-office.ts";

export type Caller = {
  readonly organizationId: string;
  readonly actor: Actor;
  /** Of a key; null for a person, whose post says what is allowed. */
  readonly scope: KeyScope | null;
  /** Names the caller where answers are remembered and rates are counted. */
  readonly key: string;
  /** The session that asks; null for a key. */
  readonly sessionId: string | null;
  /** Its office, where it was read together with the key. */
  readonly office: OfficeRow | null;
};

/** "Last used" is for the office's own list: to the minute is enough, and spares a write per request. */
const USED_STEP_MS = 60_000;
const LONGEST_TOKEN = 200;

/**
 * Who asks with this token: a key, or a person's session. A key may act in a post (`appointmentId`), and then does
 * there what that post may. Refuses `key_invalid`, `session_invalid`, `appointment_not_found`, `not_allowed`.
 */
export const identifyCaller = async (
  both: BothTx,
  findKeyOffice: FindKeyOffice,
  token: string,
  appointmentId: string | null,
  now: Date,
): Promise<Result<Caller>> => {
  if (token.length > LONGEST_TOKEN) return refuse("key_invalid");
  if (!token.startsWith(KEY_PREFIX)) return personOf(both, token, appointmentId, now);

  const keyHash = hashSecret(token);
  const organizationId = await findKeyOffice(both, keyHash);
  return organizationId === null
    ? refuse("key_invalid")
    : both.asTenant(tenantScope(organizationId), (tx) => keyHolderOf(tx, keyHash, appointmentId, now));
};

const keyHolderOf = async (
  tx: TenantTx,
  keyHash: string,
  appointmentId: string | null,
  now: Date,
): Promise<Result<Caller>> => {
  const [key, post] = await Promise.all([
    selectKeyByHash(tx, keyHash),
    appointmentId === null ? null : selectPost(tx, appointmentId),
  ]);
  if (key === null || key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now))
    return refuse("key_invalid");
  const { id: keyId, scope, office } = key;
  if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() >= USED_STEP_MS)
    await touchKey(tx, keyId, now);
  const actor: Actor | null =
    appointmentId === null
      ? { kind: "key", keyId, scope }
      : describePostActor(post, keyId, localDateAt(now, office.organization.timeZone));
  if (actor === null) return refuse("appointment_not_found");
  // The administrator's post would give a lesser key what only an administering one may.
  if (actor.kind === "member" && actor.current?.role === "admin" && scope !== "admin")
    return refuse("not_allowed");
  const { organizationId } = tx;
  return ok({ organizationId, actor, scope, key: `key:${keyId}`, sessionId: null, office });
};

const personOf = async (
  both: BothTx,
  token: string,
  appointmentId: string | null,
  now: Date,
): Promise<Result<Caller>> => {
  const session = await findWebSession(both, token, now);
  if (session === null) return refuse("session_invalid");
  const { organizationId, actor, sessionId } = session;
  const key = `member:${actor.memberId}`;
  const caller = { organizationId, scope: null, key, sessionId, office: null };
  if (appointmentId === null) return ok({ ...caller, actor });
  const post = actor.appointments.find(({ id }) => id === appointmentId);
  return post === undefined
    ? refuse("appointment_not_found")
    : ok({ ...caller, actor: { ...actor, current: post } });
};
