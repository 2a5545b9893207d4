import { SMALLEST_CATALOGUE } from "../../catalogues/catalogue-body.ts";

/** One call of the story that a stranger begins with; `$UNIT` is put in by the shell. */
export type FirstStep = {
  readonly title: string;
  /** The operation of the API that it calls. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  /** What to keep of the answer. */
  readonly keep?: string;
};

const [task] = SMALLEST_CATALOGUE.catalogue.tasks;

export const FIRST_STEPS: readonly FirstStep[] = [
  { title: "reference-step-office", operation: "show-organization", method: "GET", path: "/organization" },
  {
    title: "reference-step-unit",
    operation: "add-unit",
    method: "POST",
    path: "/units",
    body: { name: task.lead_units[0] },
    keep: "UNIT",
  },
  {
    title: "reference-step-person",
    operation: "invite-member",
    method: "POST",
    path: "/members",
    body: { name: "Trần Thị B", role: "head", unit_id: "$UNIT" },
  },
  {
    title: "reference-step-catalogue",
    operation: "load-catalogue",
    method: "POST",
    path: "/catalogues",
    body: SMALLEST_CATALOGUE,
  },
  {
    title: "reference-step-forecast",
    operation: "forecast-nudges",
    method: "GET",
    path: `/nudges/forecast?from=${SMALLEST_CATALOGUE.catalogue.scope.start_on}&to=${SMALLEST_CATALOGUE.catalogue.scope.end_on}`,
  },
];

/** The step as it is typed. Quotes leave `$` alone but in a body that names what an earlier step has kept. */
export const writeCurl = ({ method, path, body, keep }: FirstStep): string => {
  const short = JSON.stringify(body ?? {});
  const data = short.length < 80 ? short : JSON.stringify(body, null, 2);
  const quoted = data.includes("$") ? `"${data.replaceAll('"', '\\"')}"` : `'${data}'`;
  const call = [
    `curl -s "$DONDOC/api/v1${path}"`,
    '-H "Authorization: Bearer $KEY"',
    ...(body === undefined ? [] : [`-H "Content-Type: application/json" -d ${quoted}`]),
    ...(method === (body === undefined ? "GET" : "POST") ? [] : [`-X ${method}`]),
  ].join(" \\\n  ");
  return keep === undefined
    ? call
    : `${keep}=$(${call} \\\n  | grep -o '"id":"[^"]*"' | head -n 1 | cut -d '"' -f 4); echo "$${keep}"`;
};

/** What comes before the first call. */
export const KEY_COMMANDS = `npm run --silent dondoc -- key create --organization hai-an --scope admin --json
DONDOC=https://dondoc.phuong-hai-an.example
KEY=dondoc_…`;
