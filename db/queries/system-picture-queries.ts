import { and, eq, gt, lte } from "drizzle-orm";
import { publishedPicture } from "../schema/pictures.ts";
import type { SystemTx } from "../scope.ts";

export type PublishedPicture = { readonly kind: string; readonly bytes: Uint8Array };

export const insertPublishedPicture = async (
  tx: SystemTx,
  picture: PublishedPicture & {
    readonly keyHash: string;
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> => {
  await tx.db.insert(publishedPicture).values(picture);
};

export const selectPublishedPicture = async (
  tx: SystemTx,
  keyHash: string,
  now: Date,
): Promise<PublishedPicture | null> =>
  (
    await tx.db
      .select({ kind: publishedPicture.kind, bytes: publishedPicture.bytes })
      .from(publishedPicture)
      .where(and(eq(publishedPicture.keyHash, keyHash), gt(publishedPicture.expiresAt, now)))
  )[0] ?? null;

export const deleteExpiredPictures = async (tx: SystemTx, now: Date): Promise<number> =>
  (
    await tx.db
      .delete(publishedPicture)
      .where(lte(publishedPicture.expiresAt, now))
      .returning({ keyHash: publishedPicture.keyHash })
  ).length;
