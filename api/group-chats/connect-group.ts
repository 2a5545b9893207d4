import { insertGroupChat, lockConnectedGroup } from "../../db/queries/group-chat-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { ConnectedGroup, GroupAddress } from "./group-chat.ts";
import { nextSummaryDay } from "./plan-summaries.ts";

/**
 * The office's group in a messenger hears the week's summary from now on. Asked in that group by an administrator;
 * asked again it changes nothing. Refuses `not_allowed`, `group_connected_elsewhere`.
 */
export const connectGroup: UseCase<GroupAddress, ConnectedGroup> = async (work, group) => {
  const { actor, organization, calendar, now } = work;
  if (!may(actor, "connect-group") || actor.kind !== "member" || actor.current === null)
    return refuse("not_allowed");
  const connected: ConnectedGroup = {
    organizationName: organization.name,
    already: false,
    summaryOn: nextSummaryDay(organization, calendar, now),
    summaryAt: organization.policy.digestAt,
  };
  if ((await lockConnectedGroup(work.tx, group)) !== null) return ok({ ...connected, already: true });

  const id = work.newId();
  const { channel, account, chatKey } = group;
  const inserted = await insertGroupChat(work.tx, {
    id,
    channel,
    account,
    chatKey,
    locale: actor.locale,
    connectedBy: actor.current.id,
    connectedAt: now,
  });
  if (!inserted) return refuse("group_connected_elsewhere");
  await recordAuditEntry(work, "group-connected", { kind: "group_chat", id }, { channel });
  return ok(connected);
};
