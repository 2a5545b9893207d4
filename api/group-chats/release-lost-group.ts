import { findOfficeOfGroup } from "../../db/queries/system-group-chat-queries.ts";
import { type BothTx, tenantScope } from "../../db/scope.ts";
import { openWork } from "../organizations/open-work.ts";
import { endConnection } from "./disconnect-group.ts";
import type { GroupAddress } from "./group-chat.ts";

/**
 * The bot was taken out of a group, or the messenger says that it can no longer write there: the group's office, if
 * there is one, sends nothing more to it. Nobody of the office asked for that.
 */
export const releaseLostGroup = async (
  both: BothTx,
  group: GroupAddress,
  reason: "removed" | "unreachable",
  now: Date,
): Promise<void> => {
  const organizationId = await findOfficeOfGroup(both.system, group);
  if (organizationId === null) return;
  await both.asTenant(tenantScope(organizationId), async (tx) =>
    endConnection(await openWork(tx, { kind: "tick" }, now), group, reason),
  );
};
