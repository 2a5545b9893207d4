/** Where a person was going when the login came between; nothing but a page of ours, so that no link leads away. */
export const wayBack = (wanted: unknown): string | null =>
  typeof wanted === "string" && /^\/documents(\/[0-9a-f-]{36})?$/.test(wanted) ? wanted : null;
