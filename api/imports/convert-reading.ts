import type { CatalogueFile } from "../catalogues/catalogue-file.ts";
import { convertRounds, convertRoute } from "./conversion/convert-rounds.ts";
import { convertSections } from "./conversion/convert-sections.ts";
import { convertTask } from "./conversion/convert-task.ts";
import { convertUnits, namesInUse } from "./conversion/convert-units.ts";
import { orderTasks } from "./conversion/order-tasks.ts";
import type { Draft } from "./draft.ts";
import type { Reading } from "./reading.ts";
import { shortenTitle } from "./shorten-title.ts";

const KINDS: Readonly<Record<Reading["document"]["kind"], CatalogueFile["document"]["kind"]>> = {
  quyet_dinh: "decision",
  ke_hoach: "plan",
  chuong_trinh: "programme",
  cong_van: "other",
  thong_bao: "other",
  khac: "other",
};

/**
 * A draft as the catalogue file that is published: the document's words kept whole as wording, names in place of ids.
 * What the schema of a catalogue file demands beyond this is checked by it; a draft without a period has none here.
 */
export const convertReading = (
  draft: Draft,
  organization: { readonly code: string; readonly name: string },
): unknown => {
  const { reading } = draft;
  const { document } = reading;
  const issuer = document.issuer ?? organization.name;
  const needed = namesInUse(reading);
  const { units, groups } = convertUnits(reading.units.filter(({ name }) => needed.has(name)));
  const unitNames = new Set(units.map(({ name }) => name));
  const bodies = new Set([...needed, organization.name, issuer]);
  const names = {
    isNeeded: (name: string) => needed.has(name),
    unitOr: (name: string | null) => (name !== null && unitNames.has(name) ? name : null),
    bodyOr: (name: string | null) => (name !== null && bodies.has(name) ? name : organization.name),
  };
  const sections = convertSections(reading);
  return {
    organization: { ...organization, level: "commune", superior: null },
    units,
    groups,
    document: {
      kind: KINDS[document.kind],
      number: document.number,
      issued_on: document.issued_on,
      issuer,
      title: document.title.slice(0, 1000),
      short_title: shortenTitle(document.title),
      signer_position: document.signer_position?.slice(0, 200) ?? null,
      restricted: draft.restricted,
      parent_documents: document.parent_documents.slice(0, 20).map(namedDocument),
      basis_documents: document.basis_documents.slice(0, 50).map(namedDocument),
    },
    catalogue: {
      scope: document.scope_period && {
        ...document.scope_period,
        text:
          document.scope_period.text.trim() ||
          `${document.scope_period.start_on} – ${document.scope_period.end_on}`,
      },
      consolidating_unit: names.unitOr(reading.consolidating_unit),
      ad_hoc_reports: reading.ad_hoc_reports,
      adjustment_route: convertRoute(reading.adjustment_route, names),
      difficulty_route: convertRoute(reading.difficulty_route, names),
      sections,
      tasks: orderTasks(reading.tasks).map((task) => convertTask(task, sections[0]?.number ?? "1")),
      report_rounds: convertRounds(reading.report_rounds, names),
    },
  };
};

const namedDocument = (named: Reading["document"]["parent_documents"][number]) => ({
  number: named.number?.slice(0, 60) ?? null,
  date: named.date,
  issuer: named.issuer?.slice(0, 200) ?? null,
  text: named.text?.slice(0, 500) ?? null,
});
