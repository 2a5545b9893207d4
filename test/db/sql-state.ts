/** PostgreSQL's code of what went wrong, wherever drizzle has put it; null for an error of another kind. */
export const sqlStateOf = (error: unknown): string | null => {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && typeof cause.code === "string" && /^[0-9A-Z]{5}$/.test(cause.code))
      return cause.code;
  return null;
};
