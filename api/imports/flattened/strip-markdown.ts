const TAGS = /<\/?[a-z][a-z0-9]{0,12}(?:\s[^<>]{0,200})?\/?>/giu;
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!|>~])/g;
const LINK = /!?\[([^[\]]{0,400})\]\([^()\s]{0,400}\)/g;

/** Without emphasis, code marks, links and tags, dangling ones too. */
export const stripMarkdown = (text: string): string =>
  text
    .replace(TAGS, " ")
    .replace(LINK, "$1")
    .replace(/\*+|`+|~~/g, (marks, at: number, whole: string) =>
      // "5 * 3" and a lone star between spaces are the writer's own.
      marks === "*" && whole[at - 1] === " " && whole[at + 1] === " " ? marks : "",
    )
    .replace(/(?<![\p{L}\p{N}])__|__(?![\p{L}\p{N}])/gu, "")
    .replace(ESCAPED, "$1")
    .replace(/&nbsp;/g, " ")
    .replace(/&amp;/g, "&")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/\s+/gu, " ")
    .trim();

/** An italic run that begins here and ends in another paragraph. */
export const leavesEmphasisOpen = (text: string): boolean =>
  (text.replace(/\*{2,}/g, "").match(/\*/g)?.length ?? 0) % 2 === 1;

export const isWhollyBold = (text: string): boolean => /^\s*(?:\*\*|__).*(?:\*\*|__)\s*$/u.test(text);
