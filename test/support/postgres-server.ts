import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export type PostgresServer = {
  /** Owner of the cluster, without a password: the server listens on loopback and lives in a temporary folder. */
  readonly url: string;
  /** Ends it as the loss of its machine would, without a word to its clients; `resume` starts it on what it wrote. */
  readonly crash: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const DEBIAN_FOLDER = "/usr/lib/postgresql";
const READY = "ready to accept connections";
const START_PATIENCE_MS = 60_000;
const ATTEMPTS = 3;

/** Its last words, fit for an error of one line. */
const oneLine = (text: string): string =>
  text
    .trim()
    .replace(/\s*\n\s*/g, " · ")
    .slice(-500);

const runs = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const debianFolders = (): string[] => {
  try {
    return readdirSync(DEBIAN_FOLDER)
      .sort((older, newer) => Number(newer) - Number(older))
      .map((version) => join(DEBIAN_FOLDER, version, "bin"));
  } catch {
    return [];
  }
};

/** The first folder that holds both programs: the PATH, else Debian's, newest first. Null: none. */
export const findPostgres = (): string | null => {
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const complete = (folder: string): boolean =>
    ["initdb", "postgres"].every((program) => runs(join(folder, program)));
  return [...path, ...debianFolders()].find(complete) ?? null;
};

type Account = { readonly uid: number; readonly gid: number };
/** PostgreSQL refuses root: root lends it the account "postgres", else "nobody". Null: we are ordinary already. */
const ordinaryAccount = (): Account | null => {
  if (process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root, and there is no account "postgres" or "nobody" to lend it',
  );
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      if (address === null || typeof address === "string") reject(new Error("no free port"));
      else probe.close(() => resolve(address.port));
    });
  });

/** Its clients wait themselves until it has recovered. */
const listening = async (port: number): Promise<void> => {
  const reached = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.destroy();
        resolve(true);
      });
      socket.once("error", () => resolve(false));
    });
  const begun = Date.now();
  while (!(await reached()))
    if (Date.now() - begun > START_PATIENCE_MS) throw new Error("PostgreSQL did not start again");
};

/** The folder is thrown away, and the suites ask what is committed, not what survives a power cut. */
const NOT_DURABLE = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const SETTINGS = [
  "max_connections=200",
  "listen_addresses=127.0.0.1",
  "lc_messages=C",
  "log_min_messages=log",
  "max_wal_size=4GB",
];

/**
 * Between us and PostgreSQL stands a shell that reads a pipe from us. The kernel closes that pipe however
 * we die, kill -9 included; the shell then stops the server and removes the folder. It lets go of its own
 * stderr, so that the end of that stream is the end of the server. A line in the pipe ends the server, the next one
 * starts it again.
 */
const WATCHDOG = `
folder=$1; shift
"$@" </dev/null &
server=$!
exec 2>/dev/null
while read -r order; do
  if [ "$order" = start ]; then
    "$@" </dev/null &
    server=$!
  else
    kill -QUIT "$server"
    wait "$server"
    echo ended
  fi
done
kill -QUIT "$server"
wait "$server"
rm -rf "$folder"
`;

/** Resolves when the server accepts connections; rejects with its last words when it ended before. */
const accepting = (watchdog: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = "";
    const fail = (why: string): void =>
      reject(new Error(`PostgreSQL did not start: ${why} ${oneLine(said)}`));
    const timer = setTimeout(() => fail(`not ready after ${START_PATIENCE_MS} ms.`), START_PATIENCE_MS);
    watchdog.once("error", (error) => fail(error.message));
    // Read on after the start too: a full pipe would stop the server.
    watchdog.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-2_000);
      if (!said.includes(READY)) return;
      clearTimeout(timer);
      resolve();
    });
    watchdog.stderr?.once("end", () => {
      clearTimeout(timer);
      fail("it ended at once.");
    });
  });

const startOnce = async (
  programs: string,
  account: Account | null,
  durability: readonly string[],
): Promise<PostgresServer> => {
  // Root's own TMPDIR is often closed to the account that PostgreSQL runs under.
  const folder = mkdtempSync(join(account === null ? tmpdir() : "/tmp", "dondoc-postgres-"));
  if (account !== null) chownSync(folder, account.uid, account.gid);
  const as = { cwd: folder, ...(account ?? {}) };
  const data = join(folder, "data");
  // C.UTF-8 knows the case of Vietnamese letters, as plain C does not; only Linux is sure to have it.
  const locale = process.platform === "linux" ? "C.UTF-8" : "C";
  const initdb = spawnSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", `--locale=${locale}`, "--no-sync"],
    { ...as, encoding: "utf8" },
  );
  if (initdb.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${oneLine(initdb.stderr || String(initdb.error))}`);
  }
  const port = await freePort();
  const settings = [...SETTINGS, ...durability].flatMap((setting) => ["-c", setting]);
  const server = [join(programs, "postgres"), "-D", data, "-p", String(port), "-k", folder, ...settings];
  // Detached: a Ctrl-C for the test run must not reach the watchdog before its pipe is closed.
  const watchdog = spawn("/bin/sh", ["-c", WATCHDOG, "watchdog", folder, ...server], {
    ...as,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => watchdog.once("close", () => resolve()));
  const stop = async (): Promise<void> => {
    watchdog.stdin?.end();
    await ended;
  };
  try {
    await accepting(watchdog);
  } catch (error) {
    await stop();
    throw error;
  }
  const crash = async (): Promise<void> => {
    const down = new Promise<void>((resolve) => watchdog.stdout?.once("data", () => resolve()));
    watchdog.stdin?.write("end\n");
    await down;
  };
  const resume = async (): Promise<void> => {
    watchdog.stdin?.write("start\n");
    await listening(port);
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, crash, resume, stop };
};

/**
 * A real PostgreSQL of our own, gone without a trace when it is stopped or when this process dies. `durable`: it waits
 * for the disk at every commit, by PostgreSQL's own defaults, as an office's does, and
 * keeps what it has committed when it is crashed.
 */
export const startPostgres = async (
  { durable }: { readonly durable: boolean } = { durable: false },
): Promise<PostgresServer> => {
  const programs = findPostgres();
  if (programs === null) {
    throw new Error(`PostgreSQL is missing: no initdb and postgres on the PATH or under ${DEBIAN_FOLDER}`);
  }
  const account = ordinaryAccount();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOnce(programs, account, durable ? [] : NOT_DURABLE);
    } catch (error) {
      // Somebody may have taken the free port in the meantime.
      if (attempt === ATTEMPTS) throw error;
    }
  }
};
