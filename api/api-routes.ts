import { ATTACHMENT_ROUTES } from "./attachments/attachment-routes.ts";
import { CALENDAR_ROUTES } from "./calendar/calendar-routes.ts";
import { CALENDAR_FEED_ROUTES } from "./calendar-feeds/calendar-feed-routes.ts";
import { ASSIGNMENT_ROUTES } from "./catalogues/assignment-routes.ts";
import { CATALOGUE_ROUTES } from "./catalogues/catalogue-routes.ts";
import type { AnyRoute } from "./http/api-route.ts";
import { IMPORT_ROUTES } from "./imports/import-routes.ts";
import { KEY_ROUTES } from "./keys/key-routes.ts";
import { APPOINTMENT_ROUTES } from "./members/appointment-routes.ts";
import { MEMBER_ROUTES } from "./members/member-routes.ts";
import { SESSION_ROUTES } from "./members/session-routes.ts";
import { NUDGE_ROUTES } from "./nudges/nudge-routes.ts";
import { ORGANIZATION_ROUTES } from "./organizations/organization-routes.ts";
import { AUDIT_ROUTES } from "./oversight/audit-routes.ts";
import { OUTBOX_ROUTES } from "./oversight/outbox-routes.ts";
import { DOCUMENT_ROUTES } from "./overviews/document-routes.ts";
import { OVERVIEW_ROUTES } from "./overviews/overview-routes.ts";
import { TASK_ROUTES } from "./overviews/task-routes.ts";
import { CLAIM_ROUTES } from "./progress/claim-routes.ts";
import { PROGRESS_ROUTES } from "./progress/progress-routes.ts";
import { ROUND_ROUTES } from "./reporting/round-routes.ts";
import { SUBSCRIPTION_ROUTES } from "./subscriptions/subscription-routes.ts";
import { GROUP_ROUTES } from "./units/group-routes.ts";
import { UNIT_ROUTES } from "./units/unit-routes.ts";

/** Every operation of the API, room by room, as the reference shows them. */
export const API_ROUTES: readonly AnyRoute[] = [
  ...ORGANIZATION_ROUTES,
  ...UNIT_ROUTES,
  ...GROUP_ROUTES,
  ...MEMBER_ROUTES,
  ...APPOINTMENT_ROUTES,
  ...SESSION_ROUTES,
  ...DOCUMENT_ROUTES,
  ...IMPORT_ROUTES,
  ...CATALOGUE_ROUTES,
  ...TASK_ROUTES,
  ...OVERVIEW_ROUTES,
  ...ASSIGNMENT_ROUTES,
  ...PROGRESS_ROUTES,
  ...CLAIM_ROUTES,
  ...ATTACHMENT_ROUTES,
  ...ROUND_ROUTES,
  ...NUDGE_ROUTES,
  ...OUTBOX_ROUTES,
  ...CALENDAR_ROUTES,
  ...AUDIT_ROUTES,
  ...KEY_ROUTES,
  ...SUBSCRIPTION_ROUTES,
  ...CALENDAR_FEED_ROUTES,
];
