import { selectPosts } from "../../db/queries/appointment-queries.ts";
import { selectConsolidatingUnit } from "../../db/queries/catalogue-load-queries.ts";
import { selectChatLinksOfMember } from "../../db/queries/chat-link-queries.ts";
import { selectOrganization } from "../../db/queries/organization-queries.ts";
import { selectOrganizationByCode } from "../../db/queries/system-organization-queries.ts";
import { type Database, type TenantTx, tenantScope } from "../../db/scope.ts";
import type { Role } from "../members/member.ts";
import { openWebSession } from "../members/open-web-session.ts";
import { localDateAt } from "../shared/local-date.ts";

/** The office that the demonstration plays in. */
export const DEMONSTRATION_OFFICE = "hai-an";

export type Persona = {
  readonly memberId: string;
  readonly role: Role;
  readonly unitName: string | null;
  /** Of the unit that gathers the reports: the place to begin. */
  readonly begin: boolean;
};

export type DemonstrationOffice = {
  readonly organizationId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly personas: readonly Persona[];
};

const ORDER: readonly Role[] = ["head", "deputy", "focal", "consolidator", "leader", "admin"];

/** Whom a visitor may be: everybody who holds a post in the office; null before the office was made. */
export const findPersonas = async (database: Database, now: Date): Promise<DemonstrationOffice | null> => {
  const found = await database.inSystem((tx) => selectOrganizationByCode(tx, DEMONSTRATION_OFFICE));
  if (found === null) return null;
  return database.inTenant(tenantScope(found.id), async (tx) => {
    const organization = await selectOrganization(tx);
    if (organization === null) return null;
    const today = localDateAt(now, organization.timeZone);
    const consolidating = await selectConsolidatingUnit(tx, today);
    const personas = (await selectPosts(tx, today)).map(({ memberId, role, unitId, unitName }) => ({
      memberId,
      role,
      unitName,
      begin: role === "head" && unitId === consolidating,
    }));
    const rank = (persona: Persona): number => (persona.begin ? -1 : ORDER.indexOf(persona.role));
    personas.sort((one, other) => rank(one) - rank(other));
    const { id, name, timeZone } = organization;
    return { organizationId: id, name, timeZone, personas };
  });
};

export const webLinkOf = async (tx: TenantTx, memberId: string): Promise<string | null> =>
  (await selectChatLinksOfMember(tx, memberId)).find(({ channel }) => channel === "web")?.id ?? null;

/** A visitor becomes that person: a session of the person's web chat, as after a login. Null for nobody. */
export const openPersonaSession = (
  database: Database,
  now: Date,
  office: Pick<DemonstrationOffice, "organizationId">,
  memberId: string,
): Promise<{ readonly token: string; readonly expiresAt: Date } | null> =>
  database.inTenant(tenantScope(office.organizationId), async (tx) => {
    const chatLinkId = await webLinkOf(tx, memberId);
    return chatLinkId === null ? null : openWebSession(tx, now, chatLinkId);
  });
