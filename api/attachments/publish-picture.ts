import { createHash, randomBytes } from "node:crypto";
import {
  deleteExpiredPictures,
  insertPublishedPicture,
  type PublishedPicture,
  selectPublishedPicture,
} from "../../db/queries/system-picture-queries.ts";
import type { Database } from "../../db/scope.ts";

/** A messenger may fetch a picture late and again; nobody needs its address the day after. */
const LIFE_MS = 24 * 3_600_000;
const KEY_BYTES = 24;

const PICTURE_KEY = /^[\w-]{32}$/;

const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex");

/**
 * For messengers that take no bytes: lays a picture under an address that cannot be guessed (192 random bits), may be
 * fetched again and again, and ends after a day. Null where the installation has no public address.
 */
export const picturePublisher =
  (database: Database, publicUrl: string | undefined, now: () => Date) =>
  async (picture: PublishedPicture): Promise<string | null> => {
    if (publicUrl === undefined) return null;
    const key = randomBytes(KEY_BYTES).toString("base64url");
    const createdAt = now();
    await database.inSystem((tx) =>
      insertPublishedPicture(tx, {
        ...picture,
        keyHash: hashOf(key),
        createdAt,
        expiresAt: new Date(createdAt.getTime() + LIFE_MS),
      }),
    );
    return `${publicUrl}/pictures/${key}`;
  };

/** Null: never published, or expired. */
export const findPublishedPicture = async (
  database: Database,
  key: string,
  now: Date,
): Promise<PublishedPicture | null> =>
  PICTURE_KEY.test(key) ? database.inSystem((tx) => selectPublishedPicture(tx, hashOf(key), now)) : null;

/** Returns how many had expired. */
export const sweepPictures = (database: Database, now: Date): Promise<number> =>
  database.inSystem((tx) => deleteExpiredPictures(tx, now));
