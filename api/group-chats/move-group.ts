import { lockConnectedGroup, moveGroupChat } from "../../db/queries/group-chat-queries.ts";
import { findOfficeOfGroup } from "../../db/queries/system-group-chat-queries.ts";
import { type BothTx, tenantScope } from "../../db/scope.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { openWork } from "../organizations/open-work.ts";
import { endConnection } from "./disconnect-group.ts";
import type { GroupAddress } from "./group-chat.ts";

/**
 * The messenger goes on with a group under another key (Telegram's supergroups): the connection and what waits to be
 * said go with it. Where that place is connected already, the old connection ends.
 */
export const moveGroup = async (
  both: BothTx,
  group: GroupAddress,
  toChatKey: string,
  now: Date,
): Promise<void> => {
  const organizationId = await findOfficeOfGroup(both.system, group);
  if (organizationId === null) return;
  const taken = await findOfficeOfGroup(both.system, { ...group, chatKey: toChatKey });
  await both.asTenant(tenantScope(organizationId), async (tx) => {
    const work = await openWork(tx, { kind: "tick" }, now);
    if (taken !== null) return endConnection(work, group, "removed");
    const id = await lockConnectedGroup(tx, group);
    if (id === null) return;
    await moveGroupChat(tx, id, group, toChatKey);
    await recordAuditEntry(work, "group-moved", { kind: "group_chat", id }, { channel: group.channel });
  });
};
