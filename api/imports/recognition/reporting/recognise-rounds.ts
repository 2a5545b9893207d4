import { foldWithOffsets } from "../../../shared/normalise-vietnamese.ts";
import type { Reading, ReadWarning } from "../../reading.ts";
import {
  findBodies,
  type NamedBody,
  type OwnOffice,
  type Recipients,
  recogniseRecipients,
} from "../head/recognise-recipients.ts";
import { clipText } from "../shorten-text.ts";
import { pairRounds, type RoundPair } from "./match-round-days.ts";
import { recogniseSender, type Sender, withoutLabel } from "./recognise-senders.ts";
import { type ResolvedRound, type RoundContext, resolveRound } from "./resolve-round.ts";
import type { RoundLabel } from "./round-words.ts";
import type { Duty } from "./segment-duties.ts";
import { tokeniseRounds } from "./tokenise-rounds.ts";

type Round = Reading["report_rounds"][number];
export type FoundRounds = { readonly rounds: readonly Round[]; readonly warnings: readonly ReadWarning[] };

/** A paragraph about reports is never longer. */
const LONGEST = 5_000;
const NOTHING: FoundRounds = { rounds: [], warnings: [] };

const REPORT = /\bbao cao\b/;
const RHYTHM =
  /\b(?:dinh ky|hang (?:thang|quy|nam|tuan)|moi (?:thang|quy)|che do (?:thong tin,? )?bao cao|(?:\d{1,2}|sau) thang(?:,| va)? (?:mot |01 |1 )?nam)\b/;
/** What an undated label must stand near to: "báo cáo … 06 tháng và 01 năm". */
const NEAR = 140;

type Sentence = { readonly text: string; readonly at: number };

/** Sentences, and what a sentence says of the next report upward ("… để tổng hợp, báo cáo Sở … trước ngày …"). */
const sentences = (text: string): readonly Sentence[] => {
  const found: Sentence[] = [];
  let start = 0;
  const cuts =
    /(?:[;]|\.(?=\s+\p{Lu}))\s*|,?\s(?=(?:để|và|rồi)\s(?:kịp thời\s)?tổng hợp[^;.]{0,40}\sbáo cáo\s[^;.]{0,160}(?:trước|chậm nhất|muộn nhất|ngày \d))|,?\s(?=(?:Phòng|Văn phòng|Ban|Bộ phận|Trung tâm)\s[^;.]{3,80}\stổng hợp[^;.]{0,60}\sbáo cáo\s[^;.]{0,160}(?:trước|chậm nhất|muộn nhất|ngày \d))/gu;
  for (const cut of text.matchAll(cuts)) {
    if (/^(?:TM|TP|Tp|KT|\d{1,2})$/.test(text.slice(start, cut.index).trim())) continue;
    found.push({ text: text.slice(start, cut.index), at: start });
    start = cut.index + cut[0].length;
  }
  found.push({ text: text.slice(start), at: start });
  return found.filter(({ text: sentence }) => sentence.trim() !== "");
};

/** An undated label counts where the sentence speaks of periodic reports right before it. */
const announces = (folded: string, label: RoundLabel): boolean => {
  const before = folded.slice(Math.max(0, label.from - NEAR), label.from);
  const report = before.lastIndexOf("bao cao");
  if (
    /\b(?:so ket|tong ket|nhiem vu|ke hoach|giai doan) $/.test(before) ||
    /^ (?:thuc hien|trien khai)/.test(folded.slice(label.to))
  )
    return false;
  if (label.kind === "ordinal" || label.kind === "quarter") return false;
  return RHYTHM.test(folded)
    ? report >= 0 || /dinh ky|che do/.test(before) || REPORT.test(folded.slice(label.to, label.to + NEAR))
    : report >= 0 && before.length - report < 30;
};

const keeps = (folded: string, { label, day }: RoundPair): boolean => {
  if (day !== null) return day.exclusive !== null || (label !== null && day.from - label.to < 40);
  return label !== null && announces(folded, label);
};

export type RoundSource = { readonly duty: Duty; readonly own: OwnOffice; readonly context: RoundContext };

/**
 * The rounds that one paragraph names. `carried`: the paragraph above it announced a list of reports, so that its own
 * sentences need not say "báo cáo".
 */
export const recogniseRounds = ({ duty, own, context }: RoundSource, carried: boolean): FoundRounds => {
  const text = duty.text.slice(0, LONGEST);
  if (!carried && !/báo\s+cáo/iu.test(text.normalize("NFC"))) return NOTHING;
  let active = carried;
  const rounds: Round[] = [];
  const warnings: ReadWarning[] = [];
  const bodies = findBodies(text, own);
  const whole: Surroundings = {
    recipients: recogniseRecipients(text, bodies),
    sender: recogniseSender(text, bodies, duty),
    context: {
      ...context,
      yearly: context.yearly || /(?:hằng|hàng|mỗi)\s+năm/iu.test(text.normalize("NFC")),
    },
  };
  let earlier: readonly (RoundLabel | null)[] = [];
  for (const { text: sentence } of sentences(text)) {
    const { folded } = foldWithOffsets(sentence);
    const says = REPORT.test(folded);
    if (!says && !active) continue;
    active ||= says;
    if (/\bso lieu\b/.test(folded) && /\d/.test(folded))
      warnings.push(warning("round-cut-off", duty, sentence));
    const all = pairRounds(folded, tokeniseRounds(folded));
    const pairs = all.filter((pair) => keeps(folded, pair));
    if (says && all.some((pair) => pair.day !== null && !pairs.includes(pair)))
      warnings.push(warning("round-unread", duty, sentence));
    if (pairs.length === 0) continue;
    const read = roundsOf(
      sentence,
      pairs,
      pairs.length === earlier.length ? earlier : [],
      { duty, own },
      whole,
    );
    rounds.push(...read.rounds);
    warnings.push(...read.warnings);
    earlier = pairs.map(({ label }) => label);
  }
  return { rounds, warnings };
};

/** What the paragraph says where its sentence says nothing. */
type Surroundings = {
  readonly recipients: Recipients;
  readonly sender: Sender;
  readonly context: RoundContext;
};

const roundsOf = (
  sentence: string,
  pairs: readonly RoundPair[],
  earlier: readonly (RoundLabel | null)[],
  { duty, own }: Pick<RoundSource, "duty" | "own">,
  whole: Surroundings,
): FoundRounds => {
  const { offsets } = foldWithOffsets(sentence);
  const bodies = findBodies(sentence, own);
  const recipients = recogniseRecipients(sentence, bodies);
  const upward = isUpward(recipients, bodies, duty);
  const sender = recogniseSender(sentence, bodies, duty);
  const quote = (from: number, to: number): string =>
    tidy(sentence.slice(offsets[from] ?? 0, offsets[to] ?? sentence.length));
  const read = pairs.map((pair, index) => {
    const label = pair.label ?? earlier[index] ?? null;
    const resolved = resolveRound({ ...pair, label }, whole.context);
    // "hoàn thành báo cáo … trước ngày": perhaps the deadline of one paper, not a round.
    const alone = pairs.length === 1 && label === null && nobody(recipients) && nobody(whole.recipients);
    const unsure = alone && resolved.doubt === null;
    const from = Math.min(pair.label?.from ?? Infinity, pair.day?.from ?? Infinity);
    const words =
      pair.day === null
        ? tidy(withoutLabel(sentence))
        : closeBracket(quote(from, Math.max(pair.label?.to ?? 0, pair.day.to)));
    const doubt = unsure ? "round-unsure" : resolved.doubt;
    return {
      round: composeRound(unsure ? { ...resolved, confidence: 0.7 } : resolved, {
        label: pair.label === null ? unlabelled(label, pairs, index) : quote(pair.label.from, pair.label.to),
        text: words,
        upward,
        recipients: nobody(recipients) && !upward ? whole.recipients : recipients,
        sender: sender.from === null ? whole.sender : sender,
        duty,
      }),
      warnings: doubt === null ? [] : [warning(doubt, duty, words)],
    };
  });
  return {
    rounds: read.map(({ round }) => round),
    warnings: read.flatMap(({ warnings }) => warnings),
  };
};

const nobody = ({ to, via }: Recipients): boolean => to === null && via === null;
const tidy = (text: string): string => text.replace(/\s+/gu, " ").trim();
/** "6 tháng (trước ngày 15/6" */
const closeBracket = (text: string): string =>
  text.includes("(") && !text.includes(")") ? `${text})` : text;

const warning = (code: string, { from }: Duty, text: string): ReadWarning => ({
  code,
  number: null,
  field: "report_rounds",
  line: from,
  text: clipText(text.trim(), 400),
});

const unlabelled = (label: RoundLabel | null, pairs: readonly RoundPair[], index: number): string => {
  if (label?.kind === "months") return `${label.count} tháng`;
  if (label?.kind === "year") return "năm";
  return pairs.length > 1 ? `lần ${index + 1}` : "báo cáo";
};

/** The consolidated report that goes to an office above. */
const isUpward = ({ to, explicit }: Recipients, bodies: readonly NamedBody[], duty: Duty): boolean =>
  to?.is === "superior" &&
  (explicit || bodies.every(({ is }) => is !== "own") || /tổng hợp|tham mưu/iu.test(duty.text));

type RoundFacts = {
  readonly label: string;
  readonly text: string;
  readonly upward: boolean;
  readonly recipients: Recipients;
  readonly sender: Sender;
  readonly duty: Duty;
};

const composeRound = (
  { doubt: _doubt, ...resolved }: ResolvedRound,
  { label, text, upward, recipients, sender, duty }: RoundFacts,
): Round => ({
  label,
  ...resolved,
  ...(upward && { level: "outgoing" as const }),
  from: sender.from,
  ...(sender.units.length > 1 && { from_units: [...sender.units] }),
  to_unit: recipients.to?.name ?? null,
  via_unit: recipients.via?.name ?? null,
  text,
  source_lines: [duty.from, duty.to],
});
