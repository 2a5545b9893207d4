import {
  endGroupChat,
  lockConnectedGroup,
  withdrawGroupMessages,
} from "../../db/queries/group-chat-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import type { DisconnectedGroup, GroupAddress } from "./group-chat.ts";

/**
 * The group hears nothing more. Refuses `not_allowed`, `group_not_connected` (it is not this office's, whether or
 * not it is another's).
 */
export const disconnectGroup: UseCase<GroupAddress, DisconnectedGroup> = async (work, group) => {
  if (!may(work.actor, "connect-group")) return refuse("not_allowed");
  if (!(await endConnection(work, group, "asked"))) return refuse("group_not_connected");
  return ok({ organizationName: work.organization.name });
};

/** False when the group was not connected to this office. What still waited for it is taken back. */
export const endConnection = async (
  work: Work,
  group: GroupAddress,
  reason: "asked" | "removed" | "unreachable",
): Promise<boolean> => {
  const id = await lockConnectedGroup(work.tx, group);
  if (id === null) return false;
  await endGroupChat(work.tx, id, work.now);
  await withdrawGroupMessages(work.tx, group);
  await recordAuditEntry(work, "group-disconnected", { kind: "group_chat", id }, { reason });
  return true;
};
