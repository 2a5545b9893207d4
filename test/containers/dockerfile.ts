/** One instruction of a Dockerfile, its continued lines joined. */
export type Instruction = { readonly name: string; readonly text: string };
export type Stage = {
  readonly name: string;
  readonly base: string;
  readonly instructions: readonly Instruction[];
};

const instructionsOf = (text: string): readonly Instruction[] =>
  text
    .split("\n")
    .filter((line) => !line.trimStart().startsWith("#"))
    .join("\n")
    .replaceAll(/\\\n/g, " ")
    .split("\n")
    .map((line) => /^([A-Z]+)\s+(.+)$/.exec(line.trim()))
    .flatMap((found) => (found === null ? [] : [{ name: found[1] ?? "", text: found[2] ?? "" }]));

/** The stages in their order; the last one is the image, and is called "image" where it has no name. */
export const parseDockerfile = (text: string): readonly Stage[] => {
  const stages: { name: string; base: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(text)) {
    if (instruction.name !== "FROM") {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const [base = "", , name = "image"] = instruction.text.split(/\s+/);
    stages.push({ name, base, instructions: [] });
  }
  return stages;
};

/** `COPY [--from=STAGE] WHAT… WHERE`. */
export const parseCopy = (text: string) => {
  const words = text.split(/\s+/);
  const from = words[0]?.startsWith("--from=") ? words[0].slice("--from=".length) : null;
  const places = words.slice(from === null ? 0 : 1);
  return { from, sources: places.slice(0, -1), target: places.at(-1) ?? "" };
};

/** The words of `CMD [...]`, also behind the options of a HEALTHCHECK. */
export const parseCommand = (text: string): readonly string[] => {
  const listed: unknown = JSON.parse(text.slice(text.indexOf("[")));
  if (!Array.isArray(listed)) throw new Error(`no list of words: ${text}`);
  return listed.map(String);
};

/** `ENV A=1 B=2`. */
export const parseEnvironment = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split(/\s+/).map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
