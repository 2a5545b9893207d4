/** Kind, code and place of an error: a database error's own message would hold people's words. */
export const describeError = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { error: "unknown" };
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause ? cause.code : undefined;
  const own = error.stack
    ?.split("\n")
    .find((line) => /\/(?:api|bot|db|locales)\//.test(line) && !line.includes("node_modules"));
  return {
    error: error.name,
    cause: cause.name,
    code,
    at: own?.trim().replace(/^.*\/((?:api|bot|db|locales)\/)/, "$1"),
  };
};
