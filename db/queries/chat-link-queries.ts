import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { chatLink, invitation, webSession } from "../schema/members.ts";
import type { TenantTx } from "../scope.ts";
import type { PostRow } from "./appointment-queries.ts";
import { composed } from "./rows.ts";

export type ChatLinkRow = typeof chatLink.$inferSelect;

export const selectChatLink = async (tx: TenantTx, chatLinkId: string): Promise<ChatLinkRow | null> =>
  (
    await tx.db
      .select()
      .from(chatLink)
      .where(
        and(
          eq(chatLink.organizationId, tx.organizationId),
          eq(chatLink.id, chatLinkId),
          isNull(chatLink.revokedAt),
        ),
      )
  )[0] ?? null;

const ofLink = {
  organizationId: sql.placeholder("organizationId"),
  chatLinkId: sql.placeholder("chatLinkId"),
};

export type SpeakerRow = {
  readonly id: string;
  readonly channel: ChatLinkRow["channel"];
  readonly currentAppointmentId: string | null;
  readonly memberId: string;
  readonly name: string | null;
  readonly locale: "vi" | "en";
  readonly timeZone: string;
  /** Past and coming ones too. */
  readonly posts: readonly Omit<PostRow, "memberId" | "memberName" | "memberLocale" | "memberErased">[];
};

const speaker = composed<SpeakerRow>(
  sql`select l.id, l.channel, l.current_appointment_id as "currentAppointmentId", m.id as "memberId", m.name, m.locale,
             o.time_zone as "timeZone",
             (select coalesce(json_agg(json_build_object(
                       'id', a.id, 'role', a.role, 'fromOn', a.from_on, 'toOn', a.to_on,
                       'unitId', u.id, 'unitName', u.name, 'unitKind', u.kind)), '[]')
                from appointment a
                left join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
               where a.organization_id = l.organization_id and a.member_id = l.member_id) as posts
        from chat_link l
        join member m on m.organization_id = l.organization_id and m.id = l.member_id and m.erased_at is null
        join organization o on o.id = l.organization_id
       where l.organization_id = ${ofLink.organizationId}::uuid and l.id = ${ofLink.chatLinkId}::uuid
         and l.revoked_at is null`,
);

/** For whom a chat speaks, in one statement: what every message begins with. Null: for nobody any more. */
export const selectSpeaker = async (tx: TenantTx, chatLinkId: string): Promise<SpeakerRow | null> =>
  (await speaker(tx, { organizationId: tx.organizationId, chatLinkId }))[0] ?? null;

const localeOfLink = composed<{ locale: "vi" | "en" }>(
  sql`select m.locale from chat_link l
        join member m on m.organization_id = l.organization_id and m.id = l.member_id
       where l.organization_id = ${ofLink.organizationId}::uuid and l.id = ${ofLink.chatLinkId}::uuid
         and l.revoked_at is null`,
);

/** The language of the person for whom the chat speaks; null when it speaks for nobody any more. */
export const selectLocaleOfLink = async (tx: TenantTx, chatLinkId: string): Promise<"vi" | "en" | null> =>
  (await localeOfLink(tx, { organizationId: tx.organizationId, chatLinkId }))[0]?.locale ?? null;

/** The chats that speak for a member now. */
export const selectChatLinksOfMember = (tx: TenantTx, memberId: string): Promise<ChatLinkRow[]> =>
  tx.db
    .select()
    .from(chatLink)
    .where(
      and(
        eq(chatLink.organizationId, tx.organizationId),
        eq(chatLink.memberId, memberId),
        isNull(chatLink.revokedAt),
      ),
    )
    .orderBy(asc(chatLink.linkedAt), asc(chatLink.id));

/** False when somebody linked this chat at the same moment. */
export const insertChatLink = async (
  tx: TenantTx,
  row: Omit<typeof chatLink.$inferInsert, "organizationId">,
): Promise<boolean> =>
  (
    await tx.db
      .insert(chatLink)
      .values({ ...row, organizationId: tx.organizationId })
      .onConflictDoNothing()
      .returning({ id: chatLink.id })
  ).length === 1;

/** Who can be reached again is told what is still true: planning judges the whole office again. */
export const clearUnreachable = async (tx: TenantTx, chatLinkId: string): Promise<void> => {
  await tx.db.execute(
    sql`with back as (
          update chat_link set unreachable_since = null
           where organization_id = ${tx.organizationId} and id = ${chatLinkId} and unreachable_since is not null
          returning organization_id, linked_at)
        update organization set look_again_on = (back.linked_at at time zone 'UTC')::date from back
         where organization.id = back.organization_id`,
  );
};

export const markUnreachable = async (tx: TenantTx, chatLinkId: string, since: Date): Promise<void> => {
  await tx.db
    .update(chatLink)
    .set({ unreachableSince: since })
    .where(and(eq(chatLink.organizationId, tx.organizationId), eq(chatLink.id, chatLinkId)));
};

export const updateCurrentAppointment = async (
  tx: TenantTx,
  chatLinkId: string,
  appointmentId: string,
): Promise<void> => {
  await tx.db
    .update(chatLink)
    .set({ currentAppointmentId: appointmentId })
    .where(and(eq(chatLink.organizationId, tx.organizationId), eq(chatLink.id, chatLinkId)));
};

/** Every chat and browser of a member ends; the keys stay so that a later hint "linked until …" is possible. */
export const revokeChatLinks = async (tx: TenantTx, memberId: string, at: Date): Promise<void> => {
  await tx.db
    .update(webSession)
    .set({ revokedAt: at })
    .where(
      and(
        eq(webSession.organizationId, tx.organizationId),
        isNull(webSession.revokedAt),
        sql`${webSession.chatLinkId} in (select ${chatLink.id} from ${chatLink} where ${chatLink.organizationId} = ${tx.organizationId}::uuid and ${chatLink.memberId} = ${memberId}::uuid)`,
      ),
    );
  await tx.db
    .update(chatLink)
    .set({ revokedAt: at })
    .where(
      and(
        eq(chatLink.organizationId, tx.organizationId),
        eq(chatLink.memberId, memberId),
        isNull(chatLink.revokedAt),
      ),
    );
};

export const insertInvitation = async (
  tx: TenantTx,
  row: Omit<typeof invitation.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(invitation).values({ ...row, organizationId: tx.organizationId });
};

/** Codes that were handed out and not used: a new code makes them worthless. */
export const revokeInvitations = async (tx: TenantTx, memberId: string, at: Date): Promise<void> => {
  await tx.db
    .update(invitation)
    .set({ revokedAt: at })
    .where(
      and(
        eq(invitation.organizationId, tx.organizationId),
        eq(invitation.memberId, memberId),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
      ),
    );
};

/** False when the code was used at the same moment. */
export const useInvitation = async (tx: TenantTx, invitationId: string, at: Date): Promise<boolean> =>
  (
    await tx.db
      .update(invitation)
      .set({ usedAt: at })
      .where(
        and(
          eq(invitation.organizationId, tx.organizationId),
          eq(invitation.id, invitationId),
          isNull(invitation.usedAt),
        ),
      )
      .returning({ id: invitation.id })
  ).length === 1;

/** One chat ends, with the browsers that speak for it; false when it had ended. */
export const revokeChatLink = async (tx: TenantTx, chatLinkId: string, at: Date): Promise<boolean> => {
  await tx.db
    .update(webSession)
    .set({ revokedAt: at })
    .where(
      and(
        eq(webSession.organizationId, tx.organizationId),
        eq(webSession.chatLinkId, chatLinkId),
        isNull(webSession.revokedAt),
      ),
    );
  return (
    (
      await tx.db
        .update(chatLink)
        .set({ revokedAt: at })
        .where(
          and(
            eq(chatLink.organizationId, tx.organizationId),
            eq(chatLink.id, chatLinkId),
            isNull(chatLink.revokedAt),
          ),
        )
        .returning({ id: chatLink.id })
    ).length === 1
  );
};
