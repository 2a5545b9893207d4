import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { apiKey } from "../schema/access.ts";
import type { TenantTx } from "../scope.ts";
import type { OfficeRow } from "./organization-queries.ts";
import { composed } from "./rows.ts";

export type KeyRow = Omit<typeof apiKey.$inferSelect, "organizationId" | "keyHash">;

export const insertKey = async (
  tx: TenantTx,
  row: Omit<typeof apiKey.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(apiKey).values({ ...row, organizationId: tx.organizationId });
};

const columns = {
  id: apiKey.id,
  name: apiKey.name,
  scope: apiKey.scope,
  hint: apiKey.hint,
  createdAt: apiKey.createdAt,
  expiresAt: apiKey.expiresAt,
  lastUsedAt: apiKey.lastUsedAt,
  revokedAt: apiKey.revokedAt,
};

export const selectKeyPage = (
  tx: TenantTx,
  page: { readonly after: string | null; readonly limit: number },
): Promise<KeyRow[]> =>
  tx.db
    .select(columns)
    .from(apiKey)
    .where(
      and(
        eq(apiKey.organizationId, tx.organizationId),
        page.after === null ? undefined : gt(apiKey.id, page.after),
      ),
    )
    .orderBy(asc(apiKey.id))
    .limit(page.limit);

export const selectKey = async (tx: TenantTx, keyId: string): Promise<KeyRow | null> =>
  (
    await tx.db
      .select(columns)
      .from(apiKey)
      .where(and(eq(apiKey.organizationId, tx.organizationId), eq(apiKey.id, keyId)))
  )[0] ?? null;

export type FoundKey = Pick<KeyRow, "id" | "scope" | "expiresAt" | "lastUsedAt" | "revokedAt"> & {
  readonly office: OfficeRow;
};

type KeyWithOffice = Pick<FoundKey, "id" | "scope"> & {
  readonly expires_ms: number | null;
  readonly used_ms: number | null;
  readonly revoked_ms: number | null;
} & OfficeRow;

const instantOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

const keyWithOffice = composed<KeyWithOffice>(
  sql`select k.id, k.scope,
               (extract(epoch from k.expires_at) * 1000)::float8 as expires_ms,
               (extract(epoch from k.last_used_at) * 1000)::float8 as used_ms,
               (extract(epoch from k.revoked_at) * 1000)::float8 as revoked_ms,
               json_build_object('id', o.id, 'code', o.code, 'name', o.name, 'timeZone', o.time_zone,
                                 'policy', o.policy, 'liveOn', o.live_on) as organization,
               (select coalesce(json_agg(json_build_object('date', d.date, 'kind', d.kind, 'name', d.name,
                                                           'source', d.source)), '[]')
                  from calendar_day d where d.organization_id = k.organization_id) as days
          from api_key k
          join organization o on o.id = k.organization_id
         where k.organization_id = ${sql.placeholder("organizationId")}::uuid and k.key_hash = ${sql.placeholder("keyHash")}`,
);

/** A key with the office that it opens: what every request of another system begins with. */
export const selectKeyByHash = async (tx: TenantTx, keyHash: string): Promise<FoundKey | null> => {
  const [found] = await keyWithOffice(tx, { organizationId: tx.organizationId, keyHash });
  if (found === undefined) return null;
  const { id, scope, organization, days } = found;
  return {
    id,
    scope,
    expiresAt: instantOf(found.expires_ms),
    lastUsedAt: instantOf(found.used_ms),
    revokedAt: instantOf(found.revoked_ms),
    office: { organization, days },
  };
};

/** False when there is no such key in force. */
export const markKeyRevoked = async (tx: TenantTx, keyId: string, at: Date): Promise<boolean> =>
  (
    await tx.db
      .update(apiKey)
      .set({ revokedAt: at })
      .where(
        and(eq(apiKey.organizationId, tx.organizationId), eq(apiKey.id, keyId), isNull(apiKey.revokedAt)),
      )
      .returning({ id: apiKey.id })
  ).length === 1;

/** Requests of one key come together: one of them notes the use, the others do not wait for its end. */
export const touchKey = async (tx: TenantTx, keyId: string, at: Date): Promise<void> => {
  const free = tx.db
    .select({ id: apiKey.id })
    .from(apiKey)
    .where(and(eq(apiKey.organizationId, tx.organizationId), eq(apiKey.id, keyId)))
    .for("no key update", { skipLocked: true });
  await tx.db
    .update(apiKey)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKey.organizationId, tx.organizationId), inArray(apiKey.id, free)));
};
