import type { Doubt } from "../../api/imports/draft.ts";
import { DOCUMENT_KINDS } from "../../api/imports/reading.ts";
import type { ShownImport } from "../../api/imports/show-import.ts";
import type { MessageLine } from "../../api/outbox/message.ts";
import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";
import { matchUnit } from "../../api/units/match-unit.ts";
import { describeField } from "../../api/web/documents/describe-field.ts";
import { line } from "../messages/lines.ts";
import { recogniseStop } from "../recognise-stop.ts";

/** What words mean under a doubtful field. */
export type DoubtAnswer =
  | { readonly kind: "right" | "later" | "stop" }
  /** Asked again, with a word on what is missing. */
  | { readonly kind: "unclear"; readonly problem: MessageLine }
  | { readonly kind: "value"; readonly value: string }
  /** Of these names the office and the document have some not. */
  | { readonly kind: "new-units"; readonly value: string; readonly names: readonly string[] };

const bare = (words: RegExp): RegExp =>
  new RegExp(`^(?:da |vang )?(?:${words.source})(?: (?:roi|a|nhe|nha|day|dong chi))*[.!]*$`);

const RIGHT = bare(
  /dung|chinh xac|phai|vang|u|uh|ok|oke|dong y|giu nguyen|giu|dung nhu vay|duoc|co|yes|right/,
);
const WRONG = bare(/khong|sai|chua dung|khong dung|khong phai|nham|no|wrong/);
const LATER = bare(/bo qua|de sau|xem sau|chua ro|chua biet|khong biet|khong ro|skip|later/);
const STOP = bare(/dung lai|thoi|thoat|ket thuc|de luc khac|stop/);
const SEEN = bare(/xem|da xem|xem roi|biet roi|seen/);
const NOTHING = bare(/khong co|khong neu|khong ghi|de trong|bo trong|none|nothing/);

/** An answer to a doubt; what the field takes is judged where it is recorded. */
export const interpretDoubtAnswer = (text: string, shown: ShownImport, doubt: Doubt): DoubtAnswer => {
  const words = text.normalize("NFC").trim();
  const folded = foldVietnamese(words.slice(0, 60));
  const { control } = describeField(shown, doubt.key, doubt.about);
  const isRemark = control.kind === "none";
  if (STOP.test(folded) || recogniseStop(words)) return { kind: "stop" };
  if (LATER.test(folded)) return { kind: "later" };
  if (RIGHT.test(folded) || (isRemark && SEEN.test(folded)))
    return doubt.blocking ? { kind: "unclear", problem: line("doubt-must") } : { kind: "right" };
  if (isRemark) return { kind: "unclear", problem: line("doubt-remark-only") };
  if (WRONG.test(folded)) return { kind: "unclear", problem: line("doubt-type-right") };
  if (words === "") return { kind: "unclear", problem: line("please-write") };
  if (NOTHING.test(folded)) return { kind: "value", value: "" };
  if (control.kind === "choice") {
    const kind = DOCUMENT_KINDS.find((known) => known === folded.replaceAll(" ", "_"));
    return kind === undefined
      ? { kind: "unclear", problem: line("doubt-kind-unclear") }
      : { kind: "value", value: kind };
  }
  if (control.kind !== "units") return { kind: "value", value: words };
  return interpretNames(words, shown);
};

const interpretNames = (words: string, { office, draft }: ShownImport): DoubtAnswer => {
  const ofDraft = new Set(
    draft.reading.units
      .flatMap(({ name, short, aliases }) => [name, short ?? name, ...aliases])
      .map(foldVietnamese),
  );
  const names = new Set<string>();
  for (const name of words.split(/[\n;]/u).map((each) => each.replace(/\s+/gu, " ").trim())) {
    if (name === "" || ofDraft.has(foldVietnamese(name))) continue;
    const match = matchUnit(name, office);
    if (match.kind === "ambiguous")
      return {
        kind: "unclear",
        problem: line("doubt-unit-ambiguous", {
          name,
          candidates: { list: match.candidates.map((unit) => unit.name) },
        }),
      };
    if (match.kind === "unknown") names.add(name);
  }
  return names.size === 0
    ? { kind: "value", value: words }
    : { kind: "new-units", value: words, names: [...names] };
};
