import type { z } from "zod";
import type { BothTx } from "../../db/scope.ts";
import { auditActor, recordAuditEntry } from "../audit/record-audit-entry.ts";
import { createKey } from "../keys/create-key.ts";
import { may } from "../members/permissions.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";
import { beginOrganization, refusalOf } from "./create-organization.ts";
import { openWork } from "./open-work.ts";
import { officeSchema } from "./organization.ts";

export type OrganizationBelow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The new office's first key, an administrating one; shown this once. */
  readonly key: string;
};

const LONGEST_KEY_NAME = 100;

/**
 * An office below the caller's own begins to exist, with the key by which everything else of it is built. From then
 * on it is an office like any other: its superior sees its name and code. Written into both audit chains.
 * Refuses `not_allowed`, `organization_code_invalid`, `request_invalid`, `organization_code_taken`.
 */
export const createOrganizationBelow = async (
  work: Work,
  both: BothTx,
  raw: z.input<typeof officeSchema>,
): Promise<Result<OrganizationBelow>> => {
  if (!may(work.actor, "change-office")) return refuse("not_allowed");
  const parsed = officeSchema.safeParse(raw);
  if (!parsed.success) return refuse(refusalOf(parsed.error));
  const { code, name } = parsed.data;

  const { now, organization } = work;
  const by = { actor: auditActor(work.actor), superiorId: organization.id, now };
  const made = await beginOrganization(both, parsed.data, by, async (tx, id) => {
    // Who made the office holds its first key: the list of keys names them.
    const key = await createKey(await openWork(tx, work.actor, now), {
      scope: "admin",
      name: organization.name.slice(0, LONGEST_KEY_NAME),
    });
    return key.ok ? ok({ id, code, name, key: key.value.key }) : key;
  });
  if (made.ok)
    await recordAuditEntry(work, "organization-created-below", {
      kind: "organization",
      id: made.value.id,
    });
  return made;
};
