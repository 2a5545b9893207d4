import { z } from "zod";
import { selectPosts, selectPostsOfMember } from "../../db/queries/appointment-queries.ts";
import { type PersonRow, selectPeople, selectPerson } from "../../db/queries/people-queries.ts";
import { foldMatches } from "../shared/normalise-vietnamese.ts";
import {
  idCursorSchema,
  LONGEST_PAGE,
  type Page,
  pageOf,
  pageQuerySchema,
  readCursor,
} from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type Appointment, type ChannelName, ROLES } from "./member.ts";
import { may } from "./permissions.ts";
import { describePost, rankPosts } from "./rank-posts.ts";

export type ShownMember = {
  readonly id: string;
  readonly name: string | null;
  readonly locale: "vi" | "en";
  /** Held today. */
  readonly posts: readonly Appointment[];
  /** The messengers that are linked, by name: where a chat is found is nobody's to see. */
  readonly channels: readonly ChannelName[];
  /** Until when an unused code opens; null without one. */
  readonly invitedUntil: Date | null;
};

export const memberFilterSchema = pageQuerySchema.extend({
  unit_id: z.uuid().optional(),
  role: z.enum(ROLES).optional(),
  /** Words of the name, without diacritics. */
  q: z.string().max(200).optional(),
});

/**
 * The office's people in the order in which they came; whoever left is in no list. Refuses `not_allowed`,
 * `request_invalid`, `cursor_invalid`.
 */
export const listMembers: UseCase<z.input<typeof memberFilterSchema>, Page<ShownMember>> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "see-people")) return refuse("not_allowed");
  const parsed = memberFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { unit_id: unitId = null, role = null, q, limit, cursor } = parsed.data;
  const begin = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && begin === null) return refuse("cursor_invalid");

  // Names are stored as they are written and compared folded here: with a word asked for, page after page is read
  // until enough of them fit.
  const step = q === undefined ? limit + 1 : LONGEST_PAGE;
  const found: PersonRow[] = [];
  let after = begin?.[0] ?? null;
  for (;;) {
    const read = await selectPeople(work.tx, { on: work.today, unitId, role, after, limit: step }, work.now);
    found.push(...read.filter(({ name }) => q === undefined || foldMatches(name ?? "", q)));
    after = read.at(-1)?.id ?? null;
    if (found.length > limit || read.length < step) break;
  }
  const page = pageOf(found, limit, ({ id }) => [id]);
  const posts = page.items.length === 0 ? [] : await selectPosts(work.tx, work.today);
  return ok({
    ...page,
    items: page.items.map((person) =>
      describePerson(
        person,
        posts.filter(({ memberId }) => memberId === person.id),
      ),
    ),
  });
};

/** Refuses `not_allowed`, `member_not_found`. */
export const showMember: UseCase<{ readonly memberId: string }, ShownMember> = async (work, { memberId }) => {
  if (!may(work.actor, "see-people")) return refuse("not_allowed");
  const person = await selectPerson(work.tx, memberId, work.now);
  return person === null
    ? refuse("member_not_found")
    : ok(describePerson(person, await selectPostsOfMember(work.tx, memberId, work.today)));
};

const describePerson = (
  { id, name, locale, channels, invitedUntil }: PersonRow,
  posts: readonly Parameters<typeof describePost>[0][],
): ShownMember => ({
  id,
  name,
  locale,
  posts: rankPosts(posts.map(describePost)),
  channels,
  invitedUntil: invitedUntil === null ? null : new Date(invitedUntil),
});
