import type { CalendarFeedRow } from "../../db/queries/calendar-feed-queries.ts";

/** Of an address's secret: 256 random bits. */
export const TOKEN_BYTES = 32;
export const FEED_TOKEN = /^[\w-]{43}$/;

export const tokenFrom = (random: Uint8Array): string => Buffer.from(random).toString("base64url");

/** The address within the product; what stands before it is the office's public address. */
export const feedPath = (token: string): string => `/feed/${token}.ics`;

/** Standing addresses of one person, or of one unit: a telephone, a computer, one that was mislaid. */
export const MOST_FEEDS = 5;

export type ShownFeed = Omit<CalendarFeedRow, "revokedAt">;

export const shownFeed = ({ revokedAt: _revoked, ...row }: CalendarFeedRow): ShownFeed => row;
