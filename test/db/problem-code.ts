import { databaseProblem } from "../../bot/commands/open-database.ts";

/** What the program makes of what became of it; null when all went well. */
export const problemCode = (asking: Promise<unknown>): Promise<string | null> =>
  asking.then(
    () => null,
    (error: unknown) => databaseProblem(error)?.code ?? "not recognised",
  );
