/**
 * What kind of file a name announces: its first word is a pure verb, an effect verb, or else a noun.
 * A new verb is added here, on the side where it belongs.
 */
export type FileKind = "pure verb" | "effect verb" | "either" | "noun" | "routes" | "queries";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const PURE_VERBS = words(`
  arrange assess calculate choose classify combine compare compose compute consolidate convert count
  decide decode derive describe detect divide encode escape estimate evaluate expand explain extract filter fit
  flatten fold format group guess infer interpret judge label layout lint map measure merge normalise
  order outline pack paginate parse pick place plan predict project propose quote rank recognise reduce render
  replay resolve round route score segment select shape shorten simulate sort split step suggest summarise
  tabulate tally tokenise truncate understand unpack validate
`);

const EFFECT_VERBS = words(`
  accept acknowledge activate add anonymise append appoint approve archive ask assign authenticate
  authorise backup blank broadcast cancel change claim clean close complete configure confirm connect consume
  correct create deactivate decline delete deliver disable disconnect dispatch download drain edit enable end enqueue ensure
  erase escalate exclude execute expire export extend fetch finish forecast forget forward give grant greet guard hand handle
  identify import install invite issue keep launch leave limit link list listen load lock log login logout migrate
  move mute notify open persist poll post process provide publish purge push put queue raise read receive
  record recover redeem refresh refuse register rehearse reject release reload relay remember remove rename reopen repair
  reply request require reserve reset restore resume retry return review revise revoke rotate run save schedule seal
  search seed send serve set settle sign snooze start stop store stream submit subscribe suspend sweep switch sync take tell
  tick transfer trigger unassign undo unlink unlock update upload upsert use verify wait watch withdraw write
`);

/** Verbs that can mean a value or a deed ("apply a comparison", "apply an import"): judged by what they import. */
const EITHER = words(
  "adjust answer apply attach build check collect draw find hash join make mark match prepare present preview show",
);

/** "write" is I/O, except where what is written is a value: the canonical words of a time frame. */
const PURE_NAMES = [/^write-(time-frame|number|date|phrase)/];

/** The last part of the path without its ending. */
export const stemOf = (path: string): string =>
  (path.split("/").at(-1) ?? path).replace(/((\.postgres)?\.test)?\.tsx?$/, "");

export const kindOf = (path: string): FileKind => {
  const stem = stemOf(path);
  if (/(^|-)routes$/.test(stem)) return "routes";
  if (/(^|-)queries$/.test(stem)) return "queries";
  if (PURE_NAMES.some((name) => name.test(stem))) return "pure verb";
  const [first = "", ...object] = stem.split("-");
  // A verb alone is a noun: `claim.ts`, `round.ts`, `draft.ts` hold the words of their room.
  if (object.length === 0) return "noun";
  if (PURE_VERBS.has(first)) return "pure verb";
  if (EFFECT_VERBS.has(first)) return "effect verb";
  return EITHER.has(first) ? "either" : "noun";
};
