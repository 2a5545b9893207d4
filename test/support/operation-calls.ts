import { SMALLEST_CATALOGUE } from "../../api/catalogues/catalogue-body.ts";
import type { Call } from "./api.ts";
import type { Known } from "./two-offices.ts";

/** What `twoOffices` knows of an office, and what only the API's own doors make. */
export type Ids = Known & {
  readonly attachmentId: string;
  /** `roundId` is closed. */
  readonly openRoundId: string;
};

const DAY = "2026-10-20";
const page = { limit: 5 };
const photo = {
  name: "anh.png",
  bytes: new Uint8Array(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
      "base64",
    ),
  ),
};
const decision = {
  name: "ke-hoach.txt",
  bytes: new TextEncoder().encode(
    "KẾ HOẠCH\n\n1.1. Tổ chức hội nghị đối thoại. Phòng Kinh tế chủ trì. Trước ngày 15/10/2026\n",
  ),
};

/**
 * Every operation of the API, called with the ids of `known`: at home it does something, in another's office it must
 * find and change nothing. By name; the proofs refuse an operation that has no entry here, and an entry that leaves
 * out an id which the operation takes.
 */
export const OPERATION_CALLS: Readonly<Record<string, (known: Ids) => Call>> = {
  "show-organization": () => ({}),
  "change-organization": () => ({ body: { policy: { repeat_days: 5 } } }),
  "list-organizations": () => ({ query: page }),
  "create-organization": () => ({ body: { code: "duoi-mot", name: "Ủy ban nhân dân phường Mới" } }),

  "list-units": () => ({ query: page }),
  "add-unit": () => ({ body: { name: "Đội xung kích", aliases: ["Tổ xung kích"] } }),
  "show-unit": (k) => ({ params: { unit_id: k.unitId } }),
  "change-unit": (k) => ({ params: { unit_id: k.unitId }, body: { name: "Phòng đổi tên" } }),
  "list-groups": () => ({ query: page }),
  "add-group": () => ({ body: { name: "Các tổ tự quản", aliases: [] } }),
  "show-group": (k) => ({ params: { group_id: k.groupId } }),
  "change-group": (k) => ({ params: { group_id: k.groupId }, body: { name: "Nhóm đổi tên" } }),
  "confirm-group-members": (k) => ({ params: { group_id: k.groupId }, body: { unit_ids: [k.unitId] } }),

  "list-members": (k) => ({ query: { ...page, unit_id: k.unitId } }),
  "invite-member": (k) => ({ body: { name: "Bùi Văn Nam", role: "focal", unit_id: k.unitId } }),
  "show-member": (k) => ({ params: { member_id: k.memberId } }),
  "change-member-name": (k) => ({ params: { member_id: k.memberId }, body: { name: "Bùi Văn Nam" } }),
  "remove-member": (k) => ({ params: { member_id: k.memberId } }),
  "invite-again": (k) => ({ params: { member_id: k.memberId } }),
  "revoke-invitation": (k) => ({ params: { member_id: k.invitedMemberId } }),
  "list-appointments": (k) => ({ query: { ...page, unit_id: k.unitId } }),
  "appoint-member": (k) => ({
    body: { member_id: k.otherMemberId, role: "consolidator", unit_id: k.unitId },
  }),
  "show-appointment": (k) => ({ params: { appointment_id: k.appointmentId } }),
  "hand-over": (k) => ({
    params: { appointment_id: k.appointmentId },
    body: { successor_name: "Bùi Văn Nam" },
  }),
  "end-appointment": (k) => ({ params: { appointment_id: k.appointmentId } }),

  login: () => ({ body: { code: "AAAAA-11111" } }),
  logout: () => ({}),
  "show-caller": () => ({}),
  "show-own-data": () => ({}),
  "change-member-settings": () => ({ body: { locale: "en" } }),
  "invite-device": () => ({}),
  "revoke-chat": (k) => ({ params: { chat_id: k.chatLinkId } }),
  "revoke-session": (k) => ({ params: { session_id: k.sessionId } }),
  "switch-post": (k) => ({ body: { appointment_id: k.appointmentId } }),
  "leave-office": () => ({}),

  "list-documents": () => ({ query: page }),
  "show-document": (k) => ({ params: { document_id: k.documentId } }),
  "list-imports": () => ({ query: page }),
  "import-document": () => ({ file: decision }),
  "show-import": (k) => ({ params: { import_id: k.importId } }),
  "review-field": (k) => ({ params: { import_id: k.importId }, body: { key: "rest", answer: null } }),
  "preview-publication": (k) => ({ params: { import_id: k.importId } }),
  "publish-import": (k) => ({ params: { import_id: k.importId }, body: {} }),
  "withdraw-import": (k) => ({ params: { import_id: k.importId } }),

  "list-catalogues": () => ({ query: page }),
  "load-catalogue": (k) => ({ query: { amends: k.catalogueId }, body: SMALLEST_CATALOGUE }),
  "show-catalogue": (k) => ({ params: { catalogue_id: k.catalogueId } }),
  "list-versions": (k) => ({ params: { catalogue_id: k.catalogueId } }),
  "show-version": (k) => ({ params: { catalogue_id: k.catalogueId, number: "1" } }),
  "compare-versions": (k) => ({ params: { catalogue_id: k.catalogueId }, query: { from: 1, to: 1 } }),
  "acknowledge-catalogue": (k) => ({ params: { catalogue_id: k.catalogueId } }),

  "list-tasks": (k) => ({ query: { ...page, catalogue_id: k.catalogueId, unit_id: k.unitId } }),
  "list-unassigned": () => ({}),
  "show-task": (k) => ({ params: { task_id: k.taskId } }),
  "acknowledge-task": (k) => ({ params: { task_id: k.taskId } }),
  "list-unit-tasks": (k) => ({ params: { unit_id: k.unitId } }),
  "count-units": () => ({}),
  "list-due-dates": () => ({}),
  "search-tasks": () => ({ query: { q: "ke hoach" } }),
  "list-assignments": (k) => ({ params: { task_id: k.taskId } }),
  "assign-task": (k) => ({ params: { task_id: k.taskId }, body: { role: "coordinating", unit: k.unitId } }),
  "end-assignment": (k) => ({ params: { assignment_id: k.assignmentId } }),

  "list-progress-updates": (k) => ({ query: { ...page, task_id: k.taskId, unit_id: k.unitId } }),
  "submit-progress-update": (k) => ({ body: { task_id: k.taskId, text: "đang lấy ý kiến các đơn vị" } }),
  "show-progress-update": (k) => ({ params: { note_id: k.noteId } }),
  "correct-progress-update": (k) => ({ params: { note_id: k.noteId }, body: { text: "đang làm" } }),
  "withdraw-progress-update": (k) => ({ params: { note_id: k.noteId } }),
  "preview-message": () => ({ body: { text: "2.4 đã xong" } }),
  "list-claims": (k) => ({ query: { ...page, task_id: k.taskId, unit_id: k.unitId } }),
  "settle-claim": (k) => ({ params: { claim_id: k.claimId }, body: { decision: "confirm" } }),
  "list-attachments": (k) => ({ query: { ...page, note_id: k.noteId, task_id: k.taskId } }),
  "read-attachment": (k) => ({ params: { attachment_id: k.attachmentId } }),
  "add-evidence": (k) => ({ params: { note_id: k.noteId }, file: photo }),

  "list-rounds": (k) => ({ query: { ...page, catalogue_id: k.catalogueId } }),
  "open-round": (k) => ({
    body: {
      catalogue_id: k.catalogueId,
      label: "đột xuất",
      due_on: "2026-09-30",
      reporters: [{ unit_id: k.unitId }, { group_id: k.groupId }],
    },
  }),
  "show-round": (k) => ({ params: { round_id: k.roundId } }),
  "change-round": (k) => ({
    params: { round_id: k.openRoundId },
    body: { reporters: [{ unit_id: k.unitId }, { group_id: k.groupId }] },
  }),
  "close-round": (k) => ({ params: { round_id: k.openRoundId } }),
  "list-obligations": (k) => ({ params: { round_id: k.openRoundId } }),
  "exclude-unit": (k) => ({
    params: { round_id: k.openRoundId, unit_id: k.unitId },
    body: { reason: "Đơn vị mới thành lập" },
  }),
  "end-exclusion": (k) => ({ params: { round_id: k.openRoundId, unit_id: k.unitId } }),

  "list-nudges": (k) => ({
    query: { ...page, unit_id: k.unitId, member_id: k.memberId, task_id: k.taskId, round_id: k.roundId },
  }),
  "forecast-nudges": (k) => ({ query: { from: "2026-09-16", to: "2026-09-18", unit_id: k.unitId } }),
  "list-messages": (k) => ({ query: { ...page, member_id: k.memberId } }),
  "show-message": (k) => ({ params: { message_id: k.messageId } }),
  "retry-message": (k) => ({ params: { message_id: k.messageId } }),
  "list-delivery-failures": () => ({ query: page }),

  "list-calendar-days": () => ({ query: { from: "2026-12-01", to: "2026-12-31" } }),
  "show-calendar-day": () => ({ params: { date: DAY } }),
  "set-calendar-day": () => ({
    params: { date: DAY },
    body: { kind: "day_off", name: "Nghỉ bù", source: "Thông báo 12" },
  }),
  "remove-calendar-day": () => ({ params: { date: "2026-12-24" } }),

  "list-audit-entries": (k) => ({ query: { ...page, subject_id: k.taskId } }),
  "verify-audit-chain": () => ({}),
  "list-keys": () => ({ query: page }),
  "create-key": () => ({ body: { scope: "read", name: "Cổng thông tin" } }),
  "revoke-key": (k) => ({ params: { key_id: k.keyId } }),
  "list-subscriptions": () => ({ query: page }),
  "create-subscription": () => ({ body: { url: "https://tiep-nhan.example.vn/dondoc" } }),
  "show-subscription": (k) => ({ params: { subscription_id: k.subscriptionId } }),
  "change-subscription": (k) => ({
    params: { subscription_id: k.subscriptionId },
    body: { actions: ["unit-added"] },
  }),
  "end-subscription": (k) => ({ params: { subscription_id: k.subscriptionId } }),
  "rotate-webhook-secret": (k) => ({ params: { subscription_id: k.subscriptionId } }),
  "queue-trial-event": (k) => ({ params: { subscription_id: k.subscriptionId } }),
  "list-event-deliveries": (k) => ({ params: { subscription_id: k.subscriptionId } }),
  "retry-event-delivery": (k) => ({ params: { delivery_id: k.deliveryId } }),
  "list-calendar-feeds": () => ({ query: page }),
  "create-calendar-feed": (k) => ({ body: { unit_id: k.unitId } }),
  "revoke-calendar-feed": (k) => ({ params: { feed_id: k.feedId } }),
};

/** Nothing is sent to an operation that has no entry: the proofs name it. */
export const callOf = (name: string, known: Ids): Call => {
  const entries: Readonly<Record<string, ((known: Ids) => Call) | undefined>> = OPERATION_CALLS;
  return entries[name]?.(known) ?? {};
};
