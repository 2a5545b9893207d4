import { hash } from "node:crypto";
import { ok, refuse } from "../shared/result.ts";
import type { ApiRoute } from "./api-route.ts";

/** Of the list and everything that was asked for but the page itself. */
const markOf = (name: string, params: object, query: Readonly<Record<string, unknown>>): string => {
  const { limit: _limit, cursor: _cursor, ...filters } = query;
  return hash("sha256", JSON.stringify([name, params, filters]), "base64url").slice(0, 12);
};

/** A list's cursors carry the mark of its filters: under others one is refused (`cursor_invalid`). */
export const withBoundCursor = (route: ApiRoute): ApiRoute => {
  if (route.query === undefined || !Object.hasOwn(route.query.shape, "cursor")) return route;
  return {
    ...route,
    run: async (work, asked, doorway) => {
      const { cursor } = asked.query;
      const mark = (): string => `${markOf(route.name, asked.params, asked.query)}.`;
      if (typeof cursor === "string" && !cursor.startsWith(mark())) return refuse("cursor_invalid");
      const query =
        typeof cursor === "string" ? { ...asked.query, cursor: cursor.slice(mark().length) } : asked.query;
      const page = await route.run(work, { ...asked, query }, doorway);
      if (!page.ok) return page;
      const value = page.value as { readonly nextCursor: string | null };
      return value.nextCursor === null ? page : ok({ ...value, nextCursor: `${mark()}${value.nextCursor}` });
    },
  };
};
