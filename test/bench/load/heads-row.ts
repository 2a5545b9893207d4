import type postgres from "postgres";
import { noteOrder } from "./api-rows.ts";
import { type Child, type Generator, residentOf } from "./child-process.ts";
import { medianOf } from "./load-order.ts";
import type { LoadSize } from "./load-size.ts";
import type { Figure } from "./load-table.ts";

const SAMPLE_MS = 1_000;
const FIRST_NUMBER = 500_000_000;

/** All heads at once, each with a note under way all the time. Throws on an error or a lost note. */
export const headsRow = async (
  size: LoadSize,
  around: {
    readonly ours: string;
    readonly product: Child;
    readonly generator: Generator;
    readonly owner: postgres.Sql;
  },
): Promise<Figure> => {
  const count = async (): Promise<number> => {
    const [row] = await around.owner<{ notes: number }[]>`select count(*)::int as notes from progress_update`;
    return row?.notes ?? 0;
  };
  const before = await count();
  const memory: number[] = [];
  const sampling = setInterval(() => memory.push(residentOf(around.product.pid)), SAMPLE_MS);
  const report = await around.generator.run({
    ...noteOrder(size, around.ours),
    connections: size.heads,
    seconds: size.headSeconds,
    firstNumber: FIRST_NUMBER,
  });
  clearInterval(sampling);
  const written = (await count()) - before;
  if (report.errors > 0) throw new Error(`heads writing at once: ${report.errors} errors, ${report.wrong}`);
  if (written !== report.answers)
    throw new Error(`heads writing at once: ${report.answers} answers, ${written} notes`);
  const half = Math.floor(memory.length / 2);
  const first = medianOf(memory.slice(Math.floor(half / 2), half));
  const last = medianOf(memory.slice(-Math.max(1, Math.floor(half / 2))));
  return {
    name: `${size.heads} heads writing at once for ${size.headSeconds} s, memory at the end`,
    value: last / first,
    unit: "of the beginning",
    bound: 1.25,
    within: "at most",
    made: `${written} notes, none lost, no error; ${first.toFixed(0)} MB, then ${last.toFixed(0)} MB`,
  };
};
