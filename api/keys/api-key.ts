import type { KeyScope } from "../members/member.ts";

/** Begins every key, so that one that got lost is found by whoever looks for secrets. */
export const KEY_PREFIX = "dondoc_";
export const KEY_BYTES = 32;
const HINT_LENGTH = KEY_PREFIX.length + 4;

/** 256 random bits, written for a header. */
export const keyFrom = (random: Uint8Array): string =>
  `${KEY_PREFIX}${Buffer.from(random).toString("base64url")}`;

/** What may be shown of it afterwards. */
export const hintOf = (key: string): string => `${key.slice(0, HINT_LENGTH)}…`;

const RANK: Readonly<Record<KeyScope, number>> = { read: 0, write: 1, admin: 2 };

/** Whether a key of that scope reaches what asks for the other. */
export const reaches = (scope: KeyScope, asked: KeyScope): boolean => RANK[scope] >= RANK[asked];
