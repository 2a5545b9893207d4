/**
 * How much chance a proof is given: `CASES=100000` for the long run, a few hundred else. `SEED` repeats a run whose
 * seed was printed.
 */
export const CASES = Number(process.env.CASES ?? 300);
export const SEED = Number(process.env.SEED ?? Math.trunc(Math.random() * 2 ** 31));

/** Whether this is the long run: everything is tried that the short one draws from. */
export const LONG = CASES >= 100_000;

/** The parameters of a property that gets this share of the cases; each of a name draws in its own order. */
export const fuzzed = (share = 1, name = "") => ({
  numRuns: Math.max(1, Math.ceil(CASES * share)),
  seed: [...name].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) | 0, SEED),
});

/** Printed once a file: what failed by chance comes again by it. */
export const announceFuzzing = (what: string): void => {
  console.info(`${what}: SEED=${SEED} CASES=${CASES}`);
};
