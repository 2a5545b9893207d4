import words from "../../vocabulary/document-words.json" with { type: "json" };
import { isReportDuty, isReportHeading } from "../reporting/judge-report-duty.ts";
import type { ItemNumber, NumberStyle } from "../tasks/catalogue-entry.ts";
import type { BlockView } from "./describe-block.ts";
import { splitItemNumber } from "./parse-item-number.ts";
import type { PartHeading } from "./parse-part-heading.ts";

export type PartName = "head" | "body" | "tasks" | "organisation" | "recipients" | "signature";

type Annex = {
  readonly label: string | null;
  readonly title: readonly string[];
  /** Whether "(Kèm theo Quyết định số …)" was met; "open" until its bracket closes. */
  readonly attached: "no" | "open" | "done";
  /** A form to be filled in: it holds no tasks. */
  readonly form: boolean;
};

/** One run of tasks; told from the next by identity. */
export type CatalogueMark = { readonly annex: string | null; readonly title: string | null };

/** Where the reading of the blocks stands, and where the last one went. */
export type Cursor = {
  readonly state: PartName | "annex";
  readonly into: PartName;
  readonly annex: Annex | null;
  readonly catalogue: CatalogueMark | null;
  readonly kindSeen: boolean;
  /** The sentence that opens the content ("… như sau:") was read. */
  readonly opened: boolean;
  readonly afterTable: boolean;
  /** Tasks without a heading above them, as in an official letter. */
  readonly unheaded: boolean;
  /** Among tasks, how deep the item stands that says who reports when; what is deeper is of it. */
  readonly aside: number | null;
};

export const START: Cursor = {
  state: "head",
  into: "head",
  annex: null,
  catalogue: null,
  kindSeen: false,
  opened: false,
  afterTable: false,
  unheaded: false,
  aside: null,
};

const OPENING = new RegExp(`\\b(?:${words.opening_ends.join("|")}) ?:$|\\bnhu sau ?[:.]?$`);
const BASIS = /^(?:[-+*•] ?)?(?:can cu|xet|theo de nghi|thuc hien|theo|tren co so|kinh gui|v\/v)\b/;
/** What follows the tasks where no heading says so. */
const AFTER_TASKS =
  /^(?:\* ?)?(?:ghi chu|trong qua trinh|nhan duoc|yeu cau (?:cac|thu truong)|giao (?:phong|van phong|ban|cong chuc|trung tam)|dinh ky|(?:de nghi |cac (?:phong|ban|don vi|co quan|bo phan)).{0,120}bao cao|bao cao ket qua|ket qua thuc hien .{0,60}(?:gui|bao cao)|can cu (?:cac )?nhiem vu)/;
const PLACE = /^(?:phuong|xa|thi tran|dac khu|quan|huyen|thi xa|thanh pho|tinh) /;
const PLACE_AND_DATE = /^.{0,60}, ?ngay [\d…._ ]{0,12} ?thang/;

const stay = (cursor: Cursor, state: Cursor["state"] = cursor.state): Cursor => ({
  ...cursor,
  state,
  into: state === "annex" ? "head" : state,
  aside: null,
});

const openCatalogue = (cursor: Cursor, title: string | null = null): Cursor => ({
  ...cursor,
  state: "tasks",
  into: "tasks",
  afterTable: false,
  aside: null,
  catalogue: {
    annex: cursor.annex?.label ?? null,
    title: title ?? (cursor.annex?.title.join(" ") || null),
  },
});

/** `next`: the blocks that follow, for what only the following line tells. */
export const placeBlock = (
  cursor: Cursor,
  view: BlockView,
  heading: PartHeading | null,
  next: readonly BlockView[],
): Cursor => {
  const { line, role } = view;
  if (line === null) return stay(cursor);
  const seen = { ...cursor, kindSeen: cursor.kindSeen || (role === "kind" && cursor.state === "head") };
  if (startsAnnex(seen, view, next)) return enterAnnex(seen, view);
  if (role === "recipients") return stay(seen, "recipients");
  if (role === "signature" && (seen.state !== "head" || /^(?:tm|kt|tl)/.test(line.folded)))
    return stay(seen, "signature");
  if (role === "task_table" || role === "table") return placeTable(seen, role);
  if (role === "article" && seen.state !== "tasks") return stay(seen, "body");
  if (heading !== null && opensPart(seen, heading)) return openPart(seen, heading);
  if (role === "closing" && (seen.state === "tasks" || seen.state === "body"))
    return stay(seen, "organisation");
  return placeText(seen, view);
};

/** In a head and in an annex's heading a line of capitals without a label is the title. */
const opensPart = ({ state, opened }: Cursor, { style }: PartHeading): boolean =>
  style !== "none" || (state !== "annex" && (state !== "head" || opened));

const openPart = (cursor: Cursor, { holds, title }: PartHeading): Cursor => {
  const headed = { ...cursor, unheaded: false };
  if (holds === "organisation") return stay(headed, "organisation");
  if (holds === "aims") return stay(headed, "body");
  // The heading itself is no section of the catalogue.
  if (holds === "tasks")
    return { ...openCatalogue(headed, cursor.annex === null ? title : null), into: "body" };
  if (cursor.state === "organisation" || cursor.state === "tasks") return stay(headed);
  return openCatalogue(headed);
};

const placeTable = (cursor: Cursor, role: "task_table" | "table"): Cursor => {
  const { state } = cursor;
  if (state === "annex" && cursor.annex?.form === true) return stay(cursor, "body");
  if (state === "tasks") return { ...stay(cursor), afterTable: true };
  const closed = state === "annex" || state === "signature" || state === "recipients";
  if (role === "table" && !closed) return stay(cursor);
  const placed = { ...openCatalogue(cursor), afterTable: true };
  // A table of tasks inside another part leaves that part open.
  return state === "body" || state === "organisation" ? { ...placed, state } : placed;
};

const placeText = (cursor: Cursor, view: BlockView): Cursor => {
  const { line } = view;
  if (line === null) return stay(cursor);
  const { folded, text } = line;
  switch (cursor.state) {
    case "annex":
      return placeAnnexText(cursor, view);
    case "head": {
      const item =
        view.numbered && !BASIS.test(folded) && (cursor.opened || (cursor.kindSeen && /^\d/.test(text)));
      if (item) return { ...openCatalogue(cursor), unheaded: true };
      return {
        ...stay(cursor),
        opened: cursor.opened || (!/^can cu\b/.test(folded) && OPENING.test(folded)),
      };
    }
    case "tasks":
      return placeAmongTasks(cursor, text, folded);
    case "recipients":
    case "signature":
      return view.numbered && !/^[-+*•–]/.test(text) && text.length > 40
        ? openCatalogue(cursor)
        : stay(cursor);
    default:
      return stay(cursor);
  }
};

const placeAmongTasks = (cursor: Cursor, text: string, folded: string): Cursor => {
  const unnumbered = folded.replace(/^\d{1,2}[.)] ?/, "");
  const follows = AFTER_TASKS.test(cursor.afterTable ? unnumbered : folded);
  if (follows && (cursor.afterTable || cursor.unheaded)) return stay(cursor, "organisation");
  const split = splitItemNumber(text);
  const depth = split === null ? LOOSE : depthOf(split.number);
  if (cursor.aside !== null && depth > cursor.aside)
    return { ...stay(cursor), into: "organisation", aside: cursor.aside };
  const body = split?.rest ?? text;
  const reports =
    folded.includes("bao cao") && (isReportDuty(body) || (split !== null && isReportHeading(body)));
  return reports ? { ...stay(cursor), into: "organisation", aside: depth } : stay(cursor);
};

const DEPTHS: readonly NumberStyle[] = ["capital", "roman", "arabic", "letter", "small_roman", "bullet"];
const LOOSE = 100;
/** "1.2" stands under "1", a letter under both. */
const depthOf = ({ style, path }: ItemNumber): number =>
  DEPTHS.indexOf(style) * 10 + (style === "arabic" ? path.length : 0);

/** An annex's title has no more lines. */
const TITLE_LINES = 12;

const isForm = (folded: string): boolean => words.forms.some((form) => folded.includes(form));

const LABEL =
  /^(?:phụ\s+lục|phụ\s+biểu|biểu)(?:\s+số)?(?:\s+(?:[IVX]{1,5}|\d{1,2}|[A-H])(?![\p{L}\p{N}]))?|^danh\s+mục/iu;

/** "PHỤ LỤC II" of "PHỤ LỤC II. NHIỆM VỤ TRỌNG TÂM". */
const annexLabel = (text: string): string => LABEL.exec(text)?.[0] ?? text.split(" ").slice(0, 3).join(" ");

const annexTitle = (text: string): readonly string[] => {
  const rest = text.slice(annexLabel(text).length).replace(/^[\s.:–-]+/u, "");
  return rest === "" ? [] : [rest];
};

const attachedState = (text: string, before: Annex["attached"]): Annex["attached"] =>
  /\)[\s.;]*$/u.test(text) || (!text.includes("(") && before === "no") ? "done" : "open";

const enterAnnex = (cursor: Cursor, { line, role }: BlockView): Cursor => {
  const text = line?.text ?? "";
  const inside = cursor.state === "annex" ? cursor.annex : null;
  const named = role === "annex";
  const annex: Annex = {
    label: inside?.label ?? (named ? annexLabel(text) : null),
    // "PHỤ LỤC" with "DANH MỤC NHIỆM VỤ" below it: the second is the title.
    title: [
      ...(inside?.title ?? []).slice(0, TITLE_LINES),
      ...(named ? ((inside?.label ?? null) === null ? annexTitle(text) : [text]) : []),
      ...(role === "text" ? [text] : []),
    ],
    attached: role === "attached" ? attachedState(text, "no") : (inside?.attached ?? "no"),
    form: (inside?.form ?? false) || isForm(line?.folded ?? ""),
  };
  return { ...stay(cursor, "annex"), annex, catalogue: null, unheaded: false, afterTable: false };
};

const placeAnnexText = (cursor: Cursor, view: BlockView): Cursor => {
  const { line, role } = view;
  const { annex } = cursor;
  if (annex === null || line === null) return stay(cursor);
  if (annexEnds(view, annex)) return annex.form ? stay(cursor, "body") : openCatalogue(cursor);
  if (role === "attached" || annex.attached === "open")
    return { ...stay(cursor), annex: { ...annex, attached: attachedState(line.text, annex.attached) } };
  if (role !== "text" || PLACE_AND_DATE.test(line.folded)) return stay(cursor);
  // Before its label stands the letterhead once more: "ỦY BAN NHÂN DÂN / PHƯỜNG …".
  if (annex.label === null && line.capitals && PLACE.test(line.folded)) return stay(cursor);
  if (annex.title.length >= TITLE_LINES) return stay(cursor);
  return { ...stay(cursor), annex: { ...annex, title: [...annex.title, line.text] } };
};

/** In an annex: the first block that is none of its heading. */
const annexEnds = ({ role, line, numbered }: BlockView, annex: Annex): boolean => {
  if (line === null || annex.attached === "open" || role !== "text") return false;
  if (numbered) return true;
  if (PLACE_AND_DATE.test(line.folded) || /^[([]/.test(line.text)) return false;
  const length = annex.title.join(" ").length;
  if (annex.attached === "done") return !line.capitals || length > 0;
  return length > 600 || (length > 0 && /[.;:]$/.test(line.text));
};

const startsAnnex = (cursor: Cursor, { role, line }: BlockView, next: readonly BlockView[]): boolean => {
  const { state, kindSeen } = cursor;
  if (state === "head") return !kindSeen && (role === "annex" || role === "attached");
  if (state === "annex") return role === "annex" || role === "letterhead_table";
  if (role === "annex" || role === "attached" || role === "letterhead_table") return true;
  const signed = state === "signature" || state === "recipients";
  const announced = next.some((view) => ["annex", "attached", "motto"].includes(view.role));
  if (role === "motto" || role === "office") return announced || signed;
  return (
    signed && announced && role === "text" && line?.capitals === true && line.text.split(" ").length >= 4
  );
};
