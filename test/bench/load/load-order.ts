/** What the generator is told to do: `{name}` in path, headers and body is filled from a choice, `{n}` is a number. */
export type LoadOrder = {
  readonly port: number;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly choices: readonly Readonly<Record<string, string>>[];
  /** No two orders of one run say the same thing. */
  readonly firstNumber: number;
  readonly expects: number;
  readonly connections: number;
  /** Null: as fast as the answers come. */
  readonly perSecond: number | null;
  readonly seconds: number;
};

export type LoadReport = {
  readonly answers: number;
  readonly errors: number;
  /** Statuses that were not expected, "429 × 3". */
  readonly wrong: string;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
};

export const summariseLoad = (
  latencies: readonly number[],
  errors: number,
  seconds: number,
  wrong: ReadonlyMap<number, number>,
): LoadReport => {
  const sorted = [...latencies].sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    answers: sorted.length,
    errors,
    wrong: [...wrong].map(([status, count]) => `${status} × ${count}`).join(", "),
    perSecond: sorted.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
  };
};

export const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};

/** People who write to the bot and wait for its words. */
export type TalkOrder = {
  readonly url: string;
  readonly text: string;
  readonly chatKeys: readonly string[];
  readonly people: number;
  readonly perSecond: number | null;
  readonly seconds: number;
};
