import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";

/** One type for both databases and for a transaction of either. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>;

declare const madeAtADoor: unique symbol;
/** Which organization's rows may be seen. Made only where somebody was identified (HTTP door, chat link, job, operator). */
export type TenantScope = { readonly organizationId: string; readonly [madeAtADoor]: true };

export const tenantScope = (organizationId: string): TenantScope =>
  ({ organizationId }) as unknown as TenantScope;

/** A transaction under `dondoc_app`, bound to one organization by row-level security. */
export type TenantTx = { readonly kind: "tenant"; readonly db: Db; readonly organizationId: string };

/** A transaction under `dondoc_system`: for the queries in `db/queries/system-*` alone. */
export type SystemTx = { readonly kind: "system"; readonly db: Db };

export type Database = {
  readonly engine: "embedded" | "postgres";
  readonly inTenant: <T>(scope: TenantScope, work: (tx: TenantTx) => Promise<T>) => Promise<T>;
  readonly inSystem: <T>(work: (tx: SystemTx) => Promise<T>) => Promise<T>;
  /**
   * One transaction that needs both: what was found across organizations (an incoming update) and one
   * organization's rows change together or not at all.
   */
  readonly inBoth: <T>(work: (both: BothTx) => Promise<T>) => Promise<T>;
  /** As the connecting role: migrations, backup. */
  readonly asOwner: <T>(work: (db: Db) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

/**
 * Changes the role and the organization inside one transaction; begins as the system. What is opened inside another
 * comes back to it: an office's work may look for what only the system finds, or begin another office.
 */
export type BothTx = {
  /** For the steps outside every office; within one, `asSystem`. */
  readonly system: SystemTx;
  readonly asSystem: <T>(work: (tx: SystemTx) => Promise<T>) => Promise<T>;
  readonly asTenant: <T>(scope: TenantScope, work: (tx: TenantTx) => Promise<T>) => Promise<T>;
};
