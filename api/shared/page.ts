import { z } from "zod";

export const PAGE_LIMIT = 50;
export const LONGEST_PAGE = 200;

/** `cursor` is what the page before answered as its next one; it is nobody's to build. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(LONGEST_PAGE).default(PAGE_LIMIT),
  cursor: z.string().min(1).max(2_000).optional(),
});
export type PageQuery = z.output<typeof pageQuerySchema>;

export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

/** Where the next page begins: behind the item with that key. */
export const cursorAfter = (key: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/** The key of a cursor, read by the schema of whoever wrote it; null when it is none of theirs. */
export const readCursor = <Key>(cursor: string, schema: z.ZodType<Key>): Key | null => {
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

/** The key of a row in a list that is paged by its id. */
export const idCursorSchema = z.tuple([z.uuid()]);

/** One item more than was asked for tells that there is a next page. */
export const pageOf = <Item>(
  found: readonly Item[],
  limit: number,
  keyOf: (item: Item) => readonly (string | number | null)[],
): Page<Item> => {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: found.length > limit && last !== undefined ? cursorAfter(keyOf(last)) : null };
};
