import { isAdHoc } from "../catalogues/round-position.ts";
import type { LocalDate } from "../shared/local-date.ts";

export type PlacedRound = {
  readonly id: string;
  readonly position: number;
  readonly dueOn: LocalDate | null;
  readonly windowStartOn: LocalDate;
};

/**
 * The first day whose notes count, for each round in the document's rhythm: the due date of the round before it; of
 * the first, where the rounds began. An undated one waits behind the dated. Ad hoc rounds stand beside.
 */
export const planWindows = (
  rounds: readonly PlacedRound[],
  beganOn: LocalDate,
): ReadonlyMap<string, LocalDate> => {
  const inRhythm = rounds.filter(({ position }) => !isAdHoc(position));
  const dated = inRhythm
    .flatMap(({ dueOn, ...round }) => (dueOn === null ? [] : [{ ...round, dueOn }]))
    .toSorted((one, other) =>
      one.dueOn === other.dueOn ? one.position - other.position : one.dueOn < other.dueOn ? -1 : 1,
    );
  const last = dated.at(-1)?.dueOn ?? beganOn;
  return new Map([
    ...dated.map(({ id }, at) => [id, dated[at - 1]?.dueOn ?? beganOn] as const),
    ...inRhythm.filter(({ dueOn }) => dueOn === null).map(({ id }) => [id, last] as const),
  ]);
};
