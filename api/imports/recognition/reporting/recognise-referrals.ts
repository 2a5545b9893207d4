import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { Reading } from "../../reading.ts";
import { findBodies, type OwnOffice, recogniseRecipients } from "../head/recognise-recipients.ts";
import type { Duty } from "./segment-duties.ts";

type Route = NonNullable<Reading["adjustment_route"]>;
export type Routes = { readonly adjustment: Route | null; readonly difficulty: Route | null };

const ASKS = /\b(?:bao cao|phan anh|kien nghi|de xuat|de nghi|lien he|trao doi|thong tin|gui)\b/;
const ADJUSTMENT = /\b(?:dieu chinh|sua doi|bo sung|thay doi|gia han)\b/;
const DIFFICULTY = /\b(?:kho khan|vuong mac|phat sinh|bat cap)\b/;
/** A duty such as "tháo gỡ khó khăn của Nhân dân" is no route. */
const CONDITION =
  /\b(?:trong qua trinh|qua trinh (?:to chuc |trien khai )?thuc hien|neu co|neu phat sinh|neu gap|khi co|truong hop|neu can|phat sinh (?:kho khan|vuong mac|nhung))\b/;
const DECIDES =
  /(?:để|kịp thời)[^;.]{0,60}?(?:xem xét|quyết định|giải quyết|chỉ đạo|điều chỉnh)|xem xét,? (?:quyết định|giải quyết|chỉ đạo)/iu;

const routeOf = (duty: Duty, own: OwnOffice): Route | null => {
  const text = duty.text.slice(0, 5_000);
  const bodies = findBodies(text, own);
  const { to, via } = recogniseRecipients(text, bodies);
  const higher = /cấp có thẩm quyền/iu.test(text) ? "cấp có thẩm quyền" : null;
  if (to === null && via === null) return null;
  const after = /(?:báo cáo|trình|tham mưu)[^;.]{0,80}?(?:xem xét|quyết định|giải quyết|chỉ đạo)/iu.exec(
    text,
  );
  // "về Phòng … tổng hợp, báo cáo Chủ tịch UBND xem xét, quyết định": the one who decides is named last.
  const last = bodies.findLast(
    ({ is, from }) =>
      is !== "unit" && after !== null && from > after.index && from < after.index + after[0].length,
  );
  const decider = last?.name ?? (to?.is === "unit" ? null : to?.name) ?? own.issuer;
  return {
    text: duty.text,
    to: to?.name ?? own.issuer,
    via: via?.name ?? null,
    decides: DECIDES.test(text)
      ? [decider, higher].filter((name) => name !== null).join(" hoặc ") || null
      : null,
    source_lines: [duty.from, duty.to],
  };
};

/** To whom a unit turns when a task has to be changed, and when it meets difficulties; one sentence may say both. */
export const recogniseReferrals = (duties: readonly Duty[], own: OwnOffice): Routes => {
  let adjustment: Route | null = null;
  let difficulty: Route | null = null;
  for (const duty of duties) {
    const folded = foldVietnamese(duty.text.slice(0, 5_000));
    if (!ASKS.test(folded) || !CONDITION.test(folded)) continue;
    const route = routeOf(duty, own);
    if (route === null) continue;
    if (ADJUSTMENT.test(folded)) adjustment ??= route;
    if (DIFFICULTY.test(folded)) difficulty ??= route;
  }
  return { adjustment, difficulty };
};
