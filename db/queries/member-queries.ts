import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { conversation, outboxMessage } from "../schema/conversations.ts";
import { appointment, chatLink, invitation, member, webSession } from "../schema/members.ts";
import { progressUpdate } from "../schema/progress.ts";
import type { TenantTx } from "../scope.ts";
import { composed } from "./rows.ts";

export type MemberRow = typeof member.$inferSelect;

export const selectMember = async (tx: TenantTx, memberId: string): Promise<MemberRow | null> =>
  (
    await tx.db
      .select()
      .from(member)
      .where(and(eq(member.organizationId, tx.organizationId), eq(member.id, memberId)))
  )[0] ?? null;

const lockedMember = composed(
  sql`select id from member
       where organization_id = ${sql.placeholder("organizationId")}::uuid and id = ${sql.placeholder("memberId")}::uuid
         for no key update`,
);

/** What this person does in two chats at the very same moment happens one after the other. */
export const lockMember = async (tx: TenantTx, memberId: string): Promise<void> => {
  await lockedMember(tx, { organizationId: tx.organizationId, memberId });
};

export const insertMember = async (
  tx: TenantTx,
  row: Omit<typeof member.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(member).values({ ...row, organizationId: tx.organizationId });
};

export const updateMember = async (
  tx: TenantTx,
  memberId: string,
  change: Partial<Pick<MemberRow, "name" | "locale" | "digestAt" | "preferredChannel" | "fallbackChannel">>,
): Promise<void> => {
  await tx.db
    .update(member)
    .set(change)
    .where(and(eq(member.organizationId, tx.organizationId), eq(member.id, memberId)));
};

/** Standing notes that were written from the member's posts. */
export const countNotesOfMember = async (tx: TenantTx, memberId: string): Promise<number> =>
  (
    await tx.db
      .select({ notes: count() })
      .from(progressUpdate)
      .innerJoin(
        appointment,
        and(
          eq(appointment.organizationId, progressUpdate.organizationId),
          eq(appointment.id, progressUpdate.appointmentId),
        ),
      )
      .where(
        and(
          eq(progressUpdate.organizationId, tx.organizationId),
          eq(appointment.memberId, memberId),
          isNull(progressUpdate.replacedById),
        ),
      )
  )[0]?.notes ?? 0;

/** Name and chat keys are blanked; sessions, codes, dialogue states and waiting messages end with them. */
export const eraseMember = async (tx: TenantTx, memberId: string, at: Date): Promise<void> => {
  const { organizationId } = tx;
  const links = sql`(select ${chatLink.id} from ${chatLink} where ${chatLink.organizationId} = ${organizationId}::uuid and ${chatLink.memberId} = ${memberId}::uuid)`;
  await tx.db
    .update(webSession)
    .set({ revokedAt: at })
    .where(
      and(
        eq(webSession.organizationId, organizationId),
        isNull(webSession.revokedAt),
        sql`${webSession.chatLinkId} in ${links}`,
      ),
    );
  await tx.db
    .delete(conversation)
    .where(and(eq(conversation.organizationId, organizationId), sql`${conversation.chatLinkId} in ${links}`));
  await tx.db
    .update(chatLink)
    .set({ chatKey: null, revokedAt: sql`coalesce(${chatLink.revokedAt}, ${at.toISOString()}::timestamptz)` })
    .where(and(eq(chatLink.organizationId, organizationId), eq(chatLink.memberId, memberId)));
  await tx.db
    .update(invitation)
    .set({ revokedAt: at })
    .where(
      and(
        eq(invitation.organizationId, organizationId),
        eq(invitation.memberId, memberId),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
      ),
    );
  await tx.db
    .update(outboxMessage)
    .set({ state: "withdrawn" })
    .where(
      and(
        eq(outboxMessage.organizationId, organizationId),
        eq(outboxMessage.memberId, memberId),
        eq(outboxMessage.state, "queued"),
      ),
    );
  // Greetings hold the name, echoes the person's words; that something was said stays.
  await tx.db
    .update(outboxMessage)
    .set({ message: { paragraphs: [] } })
    .where(and(eq(outboxMessage.organizationId, organizationId), eq(outboxMessage.memberId, memberId)));
  await tx.db
    .update(member)
    .set({ name: null, digestAt: null, preferredChannel: null, fallbackChannel: null, erasedAt: at })
    .where(and(eq(member.organizationId, organizationId), eq(member.id, memberId)));
};

export type Recipient = { readonly memberId: string; readonly locale: "vi" | "en" };

/**
 * Who of a unit is told on that day: its head and focal officers with a linked chat; the deputy when no head
 * has one. Empty when nobody can be written to.
 */
export const selectRecipientsOfUnit = async (
  tx: TenantTx,
  unitId: string,
  on: string,
): Promise<Recipient[]> => {
  const linked = await tx.db
    .selectDistinct({ memberId: member.id, locale: member.locale, role: appointment.role })
    .from(appointment)
    .innerJoin(
      member,
      and(eq(member.organizationId, appointment.organizationId), eq(member.id, appointment.memberId)),
    )
    .innerJoin(
      chatLink,
      and(eq(chatLink.organizationId, member.organizationId), eq(chatLink.memberId, member.id)),
    )
    .where(
      and(
        eq(appointment.organizationId, tx.organizationId),
        eq(appointment.unitId, unitId),
        isNull(chatLink.revokedAt),
        sql`${appointment.fromOn} <= ${on}::date and (${appointment.toOn} is null or ${appointment.toOn} >= ${on}::date)`,
      ),
    )
    .orderBy(asc(member.id));
  const stands = linked.some(({ role }) => role === "head") ? "head" : "deputy";
  const told = linked.filter(({ role }) => role === stands || role === "focal");
  return [...new Map(told.map(({ memberId, locale }) => [memberId, { memberId, locale }])).values()];
};

/** Members with a chat that speaks for them now. */
export const selectLinkedMemberIds = async (tx: TenantTx): Promise<string[]> =>
  (
    await tx.db
      .selectDistinct({ memberId: chatLink.memberId })
      .from(chatLink)
      .where(and(eq(chatLink.organizationId, tx.organizationId), isNull(chatLink.revokedAt)))
  ).map((row) => row.memberId);
