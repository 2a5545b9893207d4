import { type Node, propertiesOf, type Source, stringOf } from "./source-imports.ts";

/** A place in the code where a sentence is asked for. */
export type Saying = {
  readonly path: string;
  readonly key: string;
  /** Names of the arguments handed over; null where the code computes them. */
  readonly given: ReadonlySet<string> | null;
};

const argumentNames = (node: Node | null | undefined): ReadonlySet<string> | null => {
  if (node === undefined) return new Set();
  const properties = propertiesOf(node);
  return properties === null || properties.has("...") ? null : new Set(properties.keys());
};

/** `"a"` and both sides of `late ? "a" : "b"`; a template with placeholders makes a key of a family. */
const keysOf = (node: Node | null | undefined): readonly string[] => {
  if (!node) return [];
  const sides = node.type === "ConditionalExpression" ? [node.consequent, node.alternate] : [node];
  return sides.map(stringOf).filter((key) => key !== null);
};

const LINE = new Set(["key", "args", "style", "shown", "picks", "..."]);
const TERM = new Set(["term", "args", "..."]);

/** Object literals of the shapes `{ key, args?, style? }` and `{ term, args? }` of api/outbox/message.ts. */
export const sayingsIn = (source: Source): readonly Saying[] =>
  source.objects.flatMap((object) => {
    const names = [...object.keys()];
    const name = names.every((each) => LINE.has(each)) ? "key" : "term";
    if (name === "term" && !names.every((each) => TERM.has(each))) return [];
    const given = object.has("...") ? null : argumentNames(object.get("args"));
    return keysOf(object.get(name)).map((key) => ({ path: source.path, key, given }));
  });

export const refusalKey = (code: string): string => `refusal-${code.replaceAll("_", "-")}`;

/** `refuse("task_not_found", { number })` says `refusal-task-not-found`, where `refuse` is that of result.ts. */
export const refusalsIn = (source: Source): readonly Saying[] =>
  source.imports.some(({ target, typeOnly }) => target === "api/shared/result.ts" && !typeOnly)
    ? source.calls
        .filter((call) => call.name === "refuse")
        .flatMap((call) =>
          keysOf(call.arguments[0]).map((code) => ({
            path: source.path,
            key: refusalKey(code),
            given: argumentNames(call.arguments[1]),
          })),
        )
    : [];
