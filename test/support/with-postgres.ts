import { spawn } from "node:child_process";
import { constants } from "node:os";
import { findPostgres, startPostgres } from "./postgres-server.ts";

/**
 * `node --import tsx test/support/with-postgres.ts -- COMMAND…` runs the command with TEST_DATABASE_URL
 * naming a PostgreSQL of its own and ends with the command's exit code.
 * `--find` only says where PostgreSQL's programs are, and exits with 1 when there are none.
 */
const runWithDatabase = async (command: string, args: readonly string[]): Promise<number> => {
  const server = await startPostgres();
  try {
    return await new Promise<number>((resolve, reject) => {
      const child = spawn(command, args, {
        stdio: "inherit",
        env: { ...process.env, TEST_DATABASE_URL: server.url },
      });
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
      child.once("error", reject);
      child.once("exit", (code, signal) =>
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
      );
    });
  } finally {
    await server.stop();
  }
};

const [mode, command, ...args] = process.argv.slice(2);
if (mode === "--find") {
  const folder = findPostgres();
  if (folder === null) process.exitCode = 1;
  else process.stdout.write(`${folder}\n`);
} else if (mode === "--" && command !== undefined) {
  try {
    process.exitCode = await runWithDatabase(command, args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
} else {
  process.stderr.write("usage: with-postgres.ts --find | -- COMMAND…\n");
  process.exitCode = 2;
}
