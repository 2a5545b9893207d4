import { sql } from "drizzle-orm";
import type { apiKey } from "../schema/access.ts";
import type { SystemTx } from "../scope.ts";
import type { OfficeRow } from "./organization-queries.ts";
import { composed } from "./rows.ts";

export type FoundKey = Pick<
  typeof apiKey.$inferSelect,
  "id" | "scope" | "expiresAt" | "lastUsedAt" | "revokedAt"
> & { readonly office: OfficeRow };

type Row = Pick<FoundKey, "id" | "scope"> & {
  readonly expires_ms: number | null;
  readonly used_ms: number | null;
  readonly revoked_ms: number | null;
} & OfficeRow;

const instantOf = (ms: number | null): Date | null => (ms === null ? null : new Date(ms));

const keyWithOffice = composed<Row>(
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
         where k.key_hash = ${sql.placeholder("keyHash")}`,
);

/** A key with the office that it opens: what every request of another system begins with. */
export const findKeyByHash = async (tx: SystemTx, keyHash: string): Promise<FoundKey | null> => {
  const [found] = await keyWithOffice(tx, { keyHash });
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
