import { z } from "zod";
import {
  MESSAGE_STATES,
  type MessageRow,
  type MessageState,
  selectMessages,
  selectUnreachedPosts,
} from "../../db/queries/outbox-page-queries.ts";
import { may } from "../members/permissions.ts";
import { type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

export const MESSAGE_PURPOSES = ["reply", "notice", "nudge"] as const;

export const messageFilterSchema = pageQuerySchema.extend({
  state: z.enum(MESSAGE_STATES).optional(),
  purpose: z.enum(MESSAGE_PURPOSES).optional(),
  memberId: z.uuid().optional(),
});

const cursorSchema = z.tuple([z.int().min(0)]);

export type ShownPost = {
  readonly role: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
};

/**
 * A message and what became of it. Its words are nobody's but the reader's: an answer may hold what one person asked
 * for, and whoever watches over delivery needs to know that it arrived, not what it said.
 */
export type ShownMessage = {
  readonly id: string;
  readonly purpose: (typeof MESSAGE_PURPOSES)[number];
  readonly state: MessageState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly notBefore: Date;
  readonly sentAt: Date | null;
  readonly failure: string | null;
  readonly channel: string | null;
  /** Null for a group, and for the chat of somebody who has left. */
  readonly recipient: {
    readonly memberId: string;
    readonly name: string | null;
    readonly posts: readonly ShownPost[];
  } | null;
};

/**
 * What is to be said and what was, newest first. Refuses `not_allowed`, `request_invalid`, `cursor_invalid`.
 */
export const listMessages: UseCase<z.input<typeof messageFilterSchema>, Page<ShownMessage>> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "see-outbox")) return refuse("not_allowed");
  const parsed = messageFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { cursor, limit, ...filter } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, cursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const found = await selectMessages(work.tx, {
    ...filter,
    on: work.today,
    after: after?.[0] ?? null,
    limit: limit + 1,
  });
  const page = pageOf(found, limit, ({ sequence }) => [sequence]);
  const named = may(work.actor, "see-people");
  return ok({ items: page.items.map((row) => describeMessage(row, named)), nextCursor: page.nextCursor });
};

/** Refuses `not_allowed`, `message_not_found`. */
export const showMessage: UseCase<{ readonly messageId: string }, ShownMessage> = async (
  work,
  { messageId },
) => {
  if (!may(work.actor, "see-outbox")) return refuse("not_allowed");
  const [row] = await selectMessages(work.tx, { on: work.today, messageId, limit: 1 });
  return row === undefined
    ? refuse("message_not_found")
    : ok(describeMessage(row, may(work.actor, "see-people")));
};

/** A post whose holder no message reaches today. */
export type UnreachedPost = ShownPost & {
  readonly appointmentId: string;
  readonly memberId: string;
  readonly name: string | null;
  readonly why: "never_linked" | "chat_closed";
  /** Since when the last of the person's chats is closed. */
  readonly since: Date | null;
  /** An invitation that may still be used. */
  readonly invitedUntil: Date | null;
};

export type DeliveryFailures = Page<ShownMessage> & { readonly unreached: readonly UnreachedPost[] };

/**
 * What did not arrive, newest first, and the posts of today that nothing reaches. Refuses `not_allowed`,
 * `request_invalid`, `cursor_invalid`.
 */
export const listDeliveryFailures: UseCase<z.input<typeof pageQuerySchema>, DeliveryFailures> = async (
  work,
  raw,
) => {
  const failed = await listMessages(work, { ...raw, state: "failed" });
  if (!failed.ok) return failed;
  const named = may(work.actor, "see-people");
  const posts = await selectUnreachedPosts(work.tx, work.today, work.now);
  return ok({
    ...failed.value,
    unreached: posts.map((row) => ({
      appointmentId: row.appointment_id,
      role: row.role,
      unitId: row.unit_id,
      unitName: row.unit,
      memberId: row.member_id,
      name: named ? row.member_name : null,
      why: row.closed_since === null ? "never_linked" : "chat_closed",
      since: instantOf(row.closed_since),
      invitedUntil: instantOf(row.invitation_expires_at),
    })),
  });
};

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const describeMessage = (row: MessageRow, named: boolean): ShownMessage => ({
  id: row.id,
  purpose: row.purpose,
  state: row.state === "queued" || row.state === "sending" ? "waiting" : row.state,
  attempts: row.attempts,
  createdAt: new Date(row.created_at),
  notBefore: new Date(row.not_before),
  sentAt: instantOf(row.sent_at),
  failure: row.failure,
  channel: row.channel,
  recipient:
    row.member_id === null
      ? null
      : {
          memberId: row.member_id,
          name: named ? row.member_name : null,
          posts: (row.posts ?? []).map(({ role, unit_id, unit }) => ({
            role,
            unitId: unit_id,
            unitName: unit,
          })),
        },
});
