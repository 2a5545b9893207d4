import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parseAst } from "vitest/node";

/** One `import`, `export … from`, `import(…)` or `import("…").Type`. */
export type SourceImport = {
  /** As written. */
  readonly specifier: string;
  /** Path from the root for files of ours, null for packages. */
  readonly target: string | null;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
};

/** What a file reaches for without importing it. */
export type Reach = "process.env" | "the clock" | "chance" | "console";

export type ObjectLiteral = ReadonlyMap<string, Node | null>;

export type Source = {
  readonly path: string;
  readonly imports: readonly SourceImport[];
  readonly reaches: ReadonlySet<Reach>;
  /** Every string without placeholders. */
  readonly strings: ReadonlySet<string>;
  /** What stands before the first placeholder of a template: `help-command-${command}`. */
  readonly beginnings: ReadonlySet<string>;
  /** Every object literal: its properties by name; null where a `...spread` hides names. */
  readonly objects: readonly ObjectLiteral[];
  /** Calls of plainly named functions: `refuse("note_empty")`. */
  readonly calls: readonly { readonly name: string; readonly arguments: readonly Node[] }[];
};

export type Node = { readonly type: string; readonly [property: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

const nodesOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

/** Every node, parents first. */
const walk = function* (node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    if (isNode(value)) yield* walk(value);
    else for (const child of nodesOf(value)) yield* walk(child);
  }
};

/** The text of a string literal or of a template without placeholders. */
export const stringOf = (node: unknown): string | null => {
  if (!isNode(node)) return null;
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateLiteral" && nodesOf(node.expressions).length === 0) {
    const cooked = nodesOf(node.quasis)
      .map((quasi) => quasi.value)
      .map((value) =>
        typeof value === "object" && value !== null && "cooked" in value ? value.cooked : null,
      );
    return cooked.every((text) => typeof text === "string") ? cooked.join("") : null;
  }
  return null;
};

/** A name, a quoted name, or `[name]` when it is not computed. */
const nameOf = (node: unknown): string | null =>
  isNode(node) && node.type === "Identifier" && typeof node.name === "string" ? node.name : stringOf(node);

/** The properties of an object literal, null for any other expression. */
export const propertiesOf = (node: unknown): ObjectLiteral | null => {
  if (!isNode(node) || node.type !== "ObjectExpression") return null;
  return new Map(
    nodesOf(node.properties).map((property): [string, Node | null] => {
      const name = property.type === "Property" && property.computed !== true ? nameOf(property.key) : null;
      return name === null || !isNode(property.value) ? ["...", null] : [name, property.value];
    }),
  );
};

const everySpecifierIsType = (node: Node, kind: "importKind" | "exportKind"): boolean => {
  const specifiers = nodesOf(node.specifiers);
  return specifiers.length > 0 && specifiers.every((specifier) => specifier[kind] === "type");
};

const importOf = (node: Node, path: string): SourceImport | null => {
  const specifier = stringOf(node.source);
  if (specifier === null) return null;
  const target = specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : null;
  const found = (typeOnly: boolean): SourceImport => ({ specifier, target, typeOnly });
  switch (node.type) {
    case "ImportDeclaration":
      return found(node.importKind === "type" || everySpecifierIsType(node, "importKind"));
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return found(node.exportKind === "type" || everySpecifierIsType(node, "exportKind"));
    case "ImportExpression":
      return found(false);
    case "TSImportType":
      return found(true);
    default:
      return null;
  }
};

const isNamed = (node: unknown, name: string): boolean =>
  isNode(node) && node.type === "Identifier" && node.name === name;

/** `name.property`, `globalThis.name.property`, `name["property"]`. */
const isMember = (node: unknown, name: string, property: string): boolean =>
  isNode(node) &&
  node.type === "MemberExpression" &&
  nameOf(node.property) === property &&
  (isNamed(node.object, name) || isMember(node.object, "globalThis", name));

const reachOf = (node: Node): Reach | null => {
  const takesNothing = nodesOf(node.arguments).length === 0;
  if (isMember(node, "process", "env")) return "process.env";
  // `const { env } = process` and `import { env } from "node:process"`.
  if (node.type === "VariableDeclarator" && isNamed(node.init, "process")) return "process.env";
  if (node.type === "ImportDeclaration" && /^(node:)?process$/.test(stringOf(node.source) ?? "")) {
    if (nodesOf(node.specifiers).some((specifier) => nameOf(specifier.imported) === "env"))
      return "process.env";
  }
  if ((node.type === "NewExpression" || node.type === "CallExpression") && isNamed(node.callee, "Date")) {
    if (takesNothing) return "the clock";
  }
  if (isMember(node, "Date", "now") || isMember(node, "Temporal", "Now")) return "the clock";
  if (isMember(node, "Math", "random")) return "chance";
  if (node.type === "MemberExpression" && isNamed(node.object, "console")) return "console";
  return null;
};

export const scanSource = (path: string, text: string): Source => {
  const program: unknown = parseAst(text, { lang: path.endsWith(".tsx") ? "tsx" : "ts" }, path);
  if (!isNode(program)) throw new Error(`cannot parse ${path}`);
  const nodes = [...walk(program)];
  const present = <T>(value: T | null): value is T => value !== null;
  return {
    path,
    imports: nodes.map((node) => importOf(node, path)).filter(present),
    reaches: new Set(nodes.map(reachOf).filter(present)),
    strings: new Set(nodes.map(stringOf).filter(present)),
    beginnings: new Set([...text.matchAll(/`([a-z]+-(?:[a-z]+-)*)\$\{/g)].map((match) => match[1] ?? "")),
    objects: nodes.map(propertiesOf).filter(present),
    calls: nodes
      .filter((node) => node.type === "CallExpression")
      .map((node) => ({ name: nameOf(node.callee) ?? "", arguments: nodesOf(node.arguments) })),
  };
};

/** Paths of all files under `folder`, from the root, with "/" on every system. */
export const filesUnder = (root: string, folder: string): readonly string[] => {
  // A folder may not have been started yet.
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return entries.map((entry) => posix.join(folder, entry.replaceAll("\\", "/"))).sort();
};

export const readSources = (root: string, folders: readonly string[]): readonly Source[] =>
  folders
    .flatMap((folder) => filesUnder(root, folder))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
    .map((path) => scanSource(path, readFileSync(join(root, path), "utf8")));
