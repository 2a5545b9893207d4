import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** Another process works in the folder; two on one embedded database would lose rows without a word. */
export class DataFolderBusyError extends Error {
  constructor(readonly folder: string) {
    super(`data folder in use: ${folder}`);
    this.name = "DataFolderBusyError";
  }
}

export type DataFolderLock = { readonly release: () => Promise<void> };

/**
 * Takes the folder for this process. On Linux the lock is an abstract socket named by the folder's device and
 * inode, which the kernel frees even on kill -9; elsewhere it is a pid file. Containers that share a volume do
 * not see each other's sockets.
 */
export const lockDataFolder = (folder: string): Promise<DataFolderLock> =>
  process.platform === "linux" ? lockBySocket(folder) : Promise.resolve(lockByPidFile(folder));

const lockBySocket = (folder: string): Promise<DataFolderLock> => {
  const { dev, ino } = statSync(folder);
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new DataFolderBusyError(folder) : error),
    );
    server.listen(`\0dondoc-${dev}-${ino}`, () => {
      server.unref();
      resolve({ release: () => new Promise((done) => server.close(() => done())) });
    });
  });
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** For systems without abstract sockets; a number that nobody has any more is taken over. */
export const lockByPidFile = (folder: string): DataFolderLock => {
  const file = join(folder, "dondoc.pid");
  try {
    const held = openSync(file, "wx");
    writeSync(held, String(process.pid));
    closeSync(held);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const owner = Number(readFileSync(file, "utf8"));
    if (Number.isInteger(owner) && owner > 0 && isAlive(owner)) throw new DataFolderBusyError(folder);
    rmSync(file, { force: true });
    return lockByPidFile(folder);
  }
  return {
    release: async () => {
      rmSync(file, { force: true });
    },
  };
};
