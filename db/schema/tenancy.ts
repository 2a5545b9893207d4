import { sql } from "drizzle-orm";
import { date, pgPolicy, pgRole, timestamp, uuid } from "drizzle-orm/pg-core";

/** Bound to one organization by row-level security: what every use case works under. */
export const appRole = pgRole("dondoc_app").existing();
/** May read across organizations what must be found before one is known, or planned in sets (`system-*` queries). */
export const systemRole = pgRole("dondoc_system").existing();

/** The organization that the transaction was opened for; null outside a tenant scope, so that nothing matches. */
export const currentOrganization = sql`nullif(current_setting('dondoc.organization_id', true), '')::uuid`;

const onlyOwnRows = sql`organization_id = nullif(current_setting('dondoc.organization_id', true), '')::uuid`;
const everyRow = sql`true`;

/** Rows of one organization only, whatever the code above the database does. */
export const tenantPolicies = (table: string) => [
  pgPolicy(`${table}_of_organization`, { to: appRole, using: onlyOwnRows, withCheck: onlyOwnRows }),
  pgPolicy(`${table}_for_system`, { to: systemRole, using: everyRow, withCheck: everyRow }),
];

/** Rows that belong to no organization yet, or to the installation: the application role sees none. */
export const systemPolicy = (table: string) => [
  pgPolicy(`${table}_for_system`, { to: systemRole, using: everyRow, withCheck: everyRow }),
];

export const organizationId = () => uuid("organization_id").notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const day = (name: string) => date(name, { mode: "string" });
