import { selectCalendarFeedPage } from "../../db/queries/calendar-feed-queries.ts";
import { selectChatLinksOfMember } from "../../db/queries/chat-link-queries.ts";
import { countNotesOfMember, selectMember } from "../../db/queries/member-queries.ts";
import { selectWebSessionsOfMember } from "../../db/queries/web-session-queries.ts";
import { type LocalDate, type LocalTime, localDateAt, localTimeAt } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { MemberSettings } from "./change-member-settings.ts";
import { type Appointment, type ChannelName, isPerson } from "./member.ts";
import { resolveChannels } from "./resolve-channels.ts";

export type OwnData = {
  readonly name: string | null;
  readonly organizationName: string;
  readonly posts: readonly Appointment[];
  readonly chats: readonly {
    readonly id: string;
    readonly channel: ChannelName;
    readonly linkedOn: LocalDate;
    /** The chat that asks. */
    readonly here: boolean;
  }[];
  readonly sessions: readonly {
    readonly id: string;
    /** When this browser logged in: what tells several of them apart. */
    readonly openedOn: LocalDate;
    readonly openedAt: LocalTime;
    readonly lastSeenOn: LocalDate;
  }[];
  /** Standing addresses of the person's calendar, without their secrets. */
  readonly calendarFeeds: readonly {
    readonly id: string;
    readonly madeOn: LocalDate;
    /** Null: no program has read it yet. */
    readonly lastReadOn: LocalDate | null;
  }[];
  /** As they work now: a wish for a channel that is not linked is none. */
  readonly settings: MemberSettings;
  /** Notes written from this person's posts: they belong to the unit and stay. */
  readonly notes: number;
};

/** Nobody may have as many standing addresses. */
const MORE_THAN_FEEDS = 100;

/** Everything that is held on the person who asks. Refuses `not_allowed`, `member_not_found`. */
export const showOwnData: UseCase<Record<string, never>, OwnData> = async (work) => {
  const { actor, organization, tx } = work;
  if (!isPerson(actor)) return refuse("not_allowed");
  const member = await selectMember(tx, actor.memberId);
  if (member === null) return refuse("member_not_found");
  const links = await selectChatLinksOfMember(tx, member.id);
  const feeds = await selectCalendarFeedPage(tx, {
    memberId: member.id,
    after: null,
    limit: MORE_THAN_FEEDS,
  });
  const dayOf = (instant: Date) => localDateAt(instant, organization.timeZone);
  return ok({
    name: member.name,
    organizationName: organization.name,
    posts: actor.appointments,
    chats: links.map(({ id, channel, linkedAt }) => ({
      id,
      channel,
      linkedOn: dayOf(linkedAt),
      here: id === actor.chatLinkId,
    })),
    sessions: (await selectWebSessionsOfMember(tx, member.id)).map(({ id, createdAt, lastSeenAt }) => ({
      id,
      openedOn: dayOf(createdAt),
      openedAt: localTimeAt(createdAt, organization.timeZone),
      lastSeenOn: dayOf(lastSeenAt),
    })),
    calendarFeeds: feeds.map(({ id, createdAt, lastReadAt }) => ({
      id,
      madeOn: dayOf(createdAt),
      lastReadOn: lastReadAt === null ? null : dayOf(lastReadAt),
    })),
    settings: {
      locale: member.locale,
      digestAt: member.digestAt,
      ...resolveChannels(
        member,
        links.map(({ channel }) => channel),
      ),
    },
    notes: await countNotesOfMember(tx, member.id),
  });
};
