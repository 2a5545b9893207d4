import type { Block } from "../../outline.ts";

/** The document cut at its joints. Each block stands in exactly one part; order is kept inside a part. */
export type DocumentParts = {
  /** Letterhead, number, place and date, kind, title; bases and the sentence that opens. */
  readonly head: readonly Block[];
  /** "Điều 1 …" of a decision, or the parts of a plan that hold no tasks (MỤC ĐÍCH, YÊU CẦU). */
  readonly body: readonly Block[];
  /**
   * Where tasks stand, in order: the table(s) or numbered text of a catalogue, an annex or the "NỘI DUNG" of a plan.
   * `annex` is null in the body, else the annex's own label ("PHỤ LỤC", "PHỤ LỤC II", "DANH MỤC").
   */
  readonly catalogues: readonly {
    readonly annex: string | null;
    readonly title: string | null;
    readonly blocks: readonly Block[];
  }[];
  /** "TỔ CHỨC THỰC HIỆN": who reports to whom and when, duties, routes; the closing sentence. */
  readonly organisation: readonly Block[];
  readonly recipients: readonly Block[];
  readonly signature: readonly Block[];
};
