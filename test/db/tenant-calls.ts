import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import * as answeredRequests from "../../db/queries/answered-request-queries.ts";
import * as appointments from "../../db/queries/appointment-queries.ts";
import * as assignments from "../../db/queries/assignment-queries.ts";
import * as audit from "../../db/queries/audit-queries.ts";
import * as calendarDays from "../../db/queries/calendar-day-queries.ts";
import * as calendarFeeds from "../../db/queries/calendar-feed-queries.ts";
import * as catalogueLoads from "../../db/queries/catalogue-load-queries.ts";
import * as catalogues from "../../db/queries/catalogue-queries.ts";
import * as catalogueVersions from "../../db/queries/catalogue-version-queries.ts";
import * as chatLinks from "../../db/queries/chat-link-queries.ts";
import * as claimPages from "../../db/queries/claim-page-queries.ts";
import * as confirmers from "../../db/queries/confirmer-queries.ts";
import * as conversations from "../../db/queries/conversation-queries.ts";
import * as demonstrations from "../../db/queries/demonstration-queries.ts";
import * as documents from "../../db/queries/document-queries.ts";
import * as eventDeliveries from "../../db/queries/event-delivery-queries.ts";
import * as groupChats from "../../db/queries/group-chat-queries.ts";
import * as imports from "../../db/queries/import-queries.ts";
import * as keys from "../../db/queries/key-queries.ts";
import * as members from "../../db/queries/member-queries.ts";
import * as notePages from "../../db/queries/note-page-queries.ts";
import * as nudges from "../../db/queries/nudge-queries.ts";
import * as organizations from "../../db/queries/organization-queries.ts";
import * as outboxPages from "../../db/queries/outbox-page-queries.ts";
import * as outbox from "../../db/queries/outbox-queries.ts";
import * as people from "../../db/queries/people-queries.ts";
import * as progress from "../../db/queries/progress-queries.ts";
import * as roundPages from "../../db/queries/round-page-queries.ts";
import * as rounds from "../../db/queries/round-queries.ts";
import * as subscriptions from "../../db/queries/subscription-queries.ts";
import * as taskPages from "../../db/queries/task-page-queries.ts";
import * as tasks from "../../db/queries/task-queries.ts";
import * as unitGroups from "../../db/queries/unit-group-queries.ts";
import * as units from "../../db/queries/unit-queries.ts";
import * as webChats from "../../db/queries/web-chat-queries.ts";
import * as webSessions from "../../db/queries/web-session-queries.ts";
import type { TenantTx } from "../../db/scope.ts";
import type { Known } from "../support/two-offices.ts";

export type TenantCall = (tx: TenantTx, known: Known) => Promise<unknown>;

/** Within the catalogue's scope, after everything that `twoOffices` lets happen. */
const ON = "2026-09-15";
const AT = new Date("2026-09-15T08:00:00+07:00");
/** When all that any clock of a test has let wait is due. */
const LATER = new Date("2100-01-01T00:00:00Z");
const ZONE = "Asia/Ho_Chi_Minh";

const note = (known: Known): progress.NewProgressUpdate => ({
  id: randomUUID(),
  taskId: known.taskId,
  unitId: known.unitId,
  appointmentId: known.appointmentId,
  channel: "telegram",
  chatLinkId: known.chatLinkId,
  messageKey: known.messageKey,
  text: "một ghi chú",
  understood: {},
  notedAt: AT,
  notedOn: ON,
});

/**
 * Every query of an office, called with the ids of `known`: in its own office it finds or changes something, in
 * another's scope it must find and change nothing. By file, then by function; the tenant test refuses a query
 * that has no entry here.
 */
export const TENANT_CALLS: Readonly<Record<string, Readonly<Record<string, TenantCall>>>> = {
  "answered-request-queries.ts": {
    lockRequest: (tx) => answeredRequests.lockRequest(tx, "key:1", "một"),
    selectAnsweredRequest: (tx) => answeredRequests.selectAnsweredRequest(tx, "key:1", "một"),
    saveAnsweredRequest: (tx) =>
      answeredRequests.saveAnsweredRequest(tx, {
        caller: "key:1",
        idempotencyKey: "hai",
        requestHash: "hash",
        status: 201,
        headers: {},
        body: "",
        answeredAt: AT,
      }),
  },
  "key-queries.ts": {
    insertKey: (tx) =>
      keys.insertKey(tx, {
        id: randomUUID(),
        name: "Cổng",
        scope: "read",
        keyHash: randomUUID(),
        hint: "dondoc_",
        createdAt: AT,
      }),
    selectKeyPage: (tx) => keys.selectKeyPage(tx, { after: null, limit: 50 }),
    selectKey: (tx, b) => keys.selectKey(tx, b.keyId),
    selectKeyByHash: (tx, b) => keys.selectKeyByHash(tx, b.keyHash),
    markKeyRevoked: (tx, b) => keys.markKeyRevoked(tx, b.keyId, AT),
    touchKey: (tx, b) => keys.touchKey(tx, b.keyId, AT),
  },
  "appointment-queries.ts": {
    selectPostsOfMember: (tx, b) => appointments.selectPostsOfMember(tx, b.memberId, ON),
    selectPosts: (tx) => appointments.selectPosts(tx, ON),
    selectPost: (tx, b) => appointments.selectPost(tx, b.appointmentId),
    selectPostPage: (tx, b) =>
      appointments.selectPostPage(tx, { on: ON, unitId: b.unitId, role: null, after: null, limit: 50 }),
    insertAppointment: (tx, b) =>
      appointments.insertAppointment(tx, {
        id: randomUUID(),
        memberId: b.memberId,
        unitId: b.unitId,
        role: "deputy",
        fromOn: ON,
      }),
    endAppointment: (tx, b) => appointments.endAppointment(tx, b.appointmentId, ON),
    moveLeaderCharges: (tx, b) => appointments.moveLeaderCharges(tx, b.leaderAppointmentId, b.appointmentId),
    moveAppointments: (tx, b) => appointments.moveAppointments(tx, b.memberId, b.otherMemberId),
  },
  "assignment-queries.ts": {
    selectAssignableTask: (tx, b) => assignments.selectAssignableTask(tx, b.taskId),
    selectStandingAssignments: (tx, b) => assignments.selectStandingAssignments(tx, b.taskId, ON),
    selectAssignmentsOfTask: (tx, b) => assignments.selectAssignmentsOfTask(tx, b.taskId),
    selectAssignment: (tx, b) => assignments.selectAssignment(tx, b.assignmentId),
    insertAssignment: (tx, b) =>
      assignments.insertAssignment(tx, {
        id: randomUUID(),
        taskId: b.taskId,
        unitId: b.unitId,
        role: "invited",
        fromOn: ON,
      }),
    endAssignments: (tx, b) => assignments.endAssignments(tx, [b.assignmentId], ON),
    insertNextVersion: (tx, b) =>
      assignments.insertNextVersion(tx, {
        catalogueId: b.catalogueId,
        number: 2,
        publishedAt: AT,
        reason: "sửa đổi",
      }),
  },
  "audit-queries.ts": {
    insertAuditEntry: (tx, b) =>
      audit.insertAuditEntry(tx, {
        at: AT,
        actor: b.appointmentId,
        action: "looked",
        subjectKind: "task",
        subjectId: b.taskId,
        details: {},
      }),
    selectAuditEntries: (tx) => audit.selectAuditEntries(tx, { rising: true, limit: 500 }),
    countUnchained: (tx) => audit.countUnchained(tx),
  },
  "calendar-day-queries.ts": {
    saveCalendarDay: (tx) =>
      calendarDays.saveCalendarDay(tx, {
        date: "2026-12-24",
        kind: "pending",
        name: "Nghỉ",
        source: "Thông báo",
      }),
    deleteCalendarDay: (tx) => calendarDays.deleteCalendarDay(tx, "2026-12-24"),
  },
  "catalogue-load-queries.ts": {
    insertCatalogue: (tx, b) => {
      const document = {
        id: randomUUID(),
        kind: "plan",
        issuer: "UBND",
        title: "Kế hoạch",
        superiors: [],
        restricted: false,
        createdAt: AT,
      };
      const catalogue = {
        id: randomUUID(),
        documentId: document.id,
        scopeStartOn: ON,
        scopeEndOn: ON,
        currentVersion: 1,
        publishedAt: AT,
        consolidatingUnitId: b.unitId,
        adHocReports: false,
      };
      return catalogueLoads.insertCatalogue(tx, {
        document,
        catalogue,
        version: { catalogueId: catalogue.id, number: 1, publishedAt: AT, reason: "ban hành" },
        sections: [],
        tasks: [],
        revisions: [],
        timeFrames: [],
        targets: [],
        assignments: [],
        rounds: [],
        reporters: [],
      });
    },
    selectDocumentNames: (tx) => catalogueLoads.selectDocumentNames(tx),
    selectConsolidatingUnit: (tx) => catalogueLoads.selectConsolidatingUnit(tx, ON),
  },
  "catalogue-version-queries.ts": {
    selectCataloguesToAmend: (tx) => catalogueVersions.selectCataloguesToAmend(tx),
    selectVersionTasks: (tx, b) => catalogueVersions.selectVersionTasks(tx, b.catalogueId),
    selectSections: (tx, b) => catalogueVersions.selectSections(tx, b.catalogueId),
    selectRoundsOfCatalogue: (tx, b) => catalogueVersions.selectRoundsOfCatalogue(tx, b.catalogueId),
    writeNextVersion: (tx, b) => {
      const documentId = randomUUID();
      const catalogueId = b.catalogueId;
      return catalogueVersions.writeNextVersion(
        tx,
        {
          document: {
            id: documentId,
            kind: "plan",
            issuer: "UBND",
            title: "Kế hoạch sửa đổi",
            superiors: [],
            restricted: false,
            createdAt: AT,
          },
          catalogue: {
            id: catalogueId,
            documentId,
            scopeStartOn: ON,
            scopeEndOn: ON,
            currentVersion: 2,
            publishedAt: AT,
            adHocReports: false,
          },
          version: { catalogueId, number: 2, publishedAt: AT, reason: "amended", documentId },
          sections: {
            added: [],
            kept: [{ id: b.sectionId, catalogueId, number: "1", title: "Mục mới", position: 1 }],
          },
          tasks: { added: [], kept: [], withdrawn: [b.taskId] },
          revisions: [],
          timeFrames: [],
          targets: [],
          assignments: {
            added: [],
            ended: [{ taskId: b.taskId, lead: true, unitId: b.unitId, groupId: null }],
            lastOn: ON,
          },
          rounds: { added: [], kept: [], closed: [b.roundId] },
          reporters: [],
        },
        AT,
      );
    },
  },
  "catalogue-queries.ts": {
    selectConsolidatingUnitId: (tx, b) => catalogues.selectConsolidatingUnitId(tx, b.catalogueId),
    selectCatalogues: (tx, b) =>
      catalogues.selectCatalogues(tx, { catalogueId: b.catalogueId, beforeId: null, limit: 10 }),
    selectCatalogueSections: (tx, b) => catalogues.selectCatalogueSections(tx, b.catalogueId),
    selectCatalogueVersions: (tx, b) =>
      catalogues.selectCatalogueVersions(tx, b.catalogueId, { number: null, below: null, limit: 10 }),
    selectTasksOfVersion: (tx, b) => catalogues.selectTasksOfVersion(tx, b.catalogueId, 1),
  },
  "chat-link-queries.ts": {
    selectLocaleOfLink: (tx, b) => chatLinks.selectLocaleOfLink(tx, b.chatLinkId),
    selectChatLink: (tx, b) => chatLinks.selectChatLink(tx, b.chatLinkId),
    selectSpeaker: (tx, b) => chatLinks.selectSpeaker(tx, b.chatLinkId),
    selectChatLinksOfMember: (tx, b) => chatLinks.selectChatLinksOfMember(tx, b.memberId),
    insertChatLink: (tx, b) =>
      chatLinks.insertChatLink(tx, {
        id: randomUUID(),
        memberId: b.memberId,
        channel: "zalo",
        account: "test",
        chatKey: "new",
        linkedAt: AT,
      }),
    clearUnreachable: (tx, b) => chatLinks.clearUnreachable(tx, b.chatLinkId),
    markUnreachable: (tx, b) => chatLinks.markUnreachable(tx, b.chatLinkId, AT),
    updateCurrentAppointment: (tx, b) =>
      chatLinks.updateCurrentAppointment(tx, b.chatLinkId, b.appointmentId),
    revokeChatLinks: (tx, b) => chatLinks.revokeChatLinks(tx, b.memberId, AT),
    insertInvitation: (tx, b) =>
      chatLinks.insertInvitation(tx, {
        id: randomUUID(),
        codeHash: "f".repeat(64),
        memberId: b.memberId,
        createdAt: AT,
        expiresAt: AT,
      }),
    revokeInvitations: (tx, b) => chatLinks.revokeInvitations(tx, b.invitedMemberId, AT),
    useInvitation: (tx, b) => chatLinks.useInvitation(tx, b.invitationId, AT),
    revokeChatLink: (tx, b) => chatLinks.revokeChatLink(tx, b.chatLinkId, AT),
  },
  "confirmer-queries.ts": {
    selectConfirmers: (tx, b) => confirmers.selectConfirmers(tx, b.unitId, ON),
    wasToldToday: (tx, b) =>
      confirmers.wasToldToday(tx, b.memberId, "notice-claim-returned", new Date("2026-09-01T00:00:00Z")),
  },
  "conversation-queries.ts": {
    lockConversation: (tx, b) => conversations.lockConversation(tx, b.chatLinkId),
    saveConversation: (tx, b) => conversations.saveConversation(tx, b.chatLinkId, {}, AT),
    selectSubjectOfSentMessage: (tx, b) =>
      conversations.selectSubjectOfSentMessage(tx, b.chatLinkId, b.sentMessageKey),
    selectLastArrived: (tx, b) => conversations.selectLastArrived(tx, b.chatLinkId, 10),
  },
  "demonstration-queries.ts": {
    countReminders: (tx, b) => demonstrations.countReminders(tx, b.chatLinkId),
  },
  "document-queries.ts": {
    selectDocuments: (tx) => documents.selectDocuments(tx),
    selectAllDocuments: (tx, b) =>
      documents.selectAllDocuments(tx, { documentId: b.documentId, beforeId: null, limit: 10 }),
  },
  "group-chat-queries.ts": {
    lockConnectedGroup: (tx, b) => groupChats.lockConnectedGroup(tx, b.group),
    insertGroupChat: (tx, b) =>
      groupChats.insertGroupChat(tx, {
        ...b.group,
        chatKey: "new",
        id: randomUUID(),
        locale: "vi",
        connectedBy: b.leaderAppointmentId,
        connectedAt: AT,
      }),
    moveGroupChat: (tx, b) => groupChats.moveGroupChat(tx, b.groupChatId, b.group, "-100177"),
    endGroupChat: (tx, b) => groupChats.endGroupChat(tx, b.groupChatId, AT),
    insertGroupSummary: (tx, b) =>
      groupChats.insertGroupSummary(tx, { groupChatId: b.groupChatId, weekOf: "2026-09-14", queuedAt: AT }),
    withdrawGroupMessages: (tx, b) => groupChats.withdrawGroupMessages(tx, b.group),
  },
  "import-queries.ts": {
    selectImports: (tx) => imports.selectImports(tx, 10),
    selectImport: (tx, b) => imports.selectImport(tx, b.importId),
    selectOpenImportOfFile: (tx) => imports.selectOpenImportOfFile(tx, "tệp"),
    insertImport: (tx) =>
      imports.insertImport(tx, {
        id: randomUUID(),
        fileName: "danh mục.xlsx",
        fileHash: "khác",
        format: "xlsx",
        lines: [],
        reading: {},
        decisions: {},
        revision: 1,
        state: "open",
        catalogueId: null,
        createdAt: AT,
        createdBy: null,
        changedAt: AT,
      }),
    updateImport: (tx, b) => imports.updateImport(tx, b.importId, 1, { decisions: {}, changedAt: AT }),
  },
  "member-queries.ts": {
    selectMember: (tx, b) => members.selectMember(tx, b.memberId),
    lockMember: (tx, b) => members.lockMember(tx, b.memberId),
    insertMember: (tx) =>
      members.insertMember(tx, { id: randomUUID(), name: "Ai đó", locale: "vi", createdAt: AT }),
    updateMember: (tx, b) => members.updateMember(tx, b.memberId, { digestAt: "06:00" }),
    countNotesOfMember: (tx, b) => members.countNotesOfMember(tx, b.memberId),
    eraseMember: (tx, b) => members.eraseMember(tx, b.memberId, AT),
    selectRecipientsOfUnit: (tx, b) => members.selectRecipientsOfUnit(tx, b.unitId, ON),
    selectLinkedMemberIds: (tx) => members.selectLinkedMemberIds(tx),
  },
  "nudge-queries.ts": {
    selectMemberNames: (tx) => nudges.selectMemberNames(tx),
    selectNudges: async (tx, b) => [
      await nudges.selectNudges(tx, { after: null, limit: 500 }),
      await nudges.selectNudges(tx, { unitId: b.unitId, memberId: b.memberId, after: null, limit: 500 }),
    ],
    selectOwnLedger: (tx) => nudges.selectOwnLedger(tx),
  },
  "outbox-page-queries.ts": {
    selectMessages: async (tx, b) => [
      await outboxPages.selectMessages(tx, { on: ON, limit: 500 }),
      await outboxPages.selectMessages(tx, { on: ON, messageId: b.messageId, limit: 1 }),
    ],
    lockMessage: (tx, b) => outboxPages.lockMessage(tx, b.messageId),
    requeueFailedMessage: (tx, b) => outboxPages.requeueFailedMessage(tx, b.messageId, AT),
    selectUnreachedPosts: async (tx, b) => {
      await chatLinks.revokeChatLinks(tx, b.memberId, AT);
      return outboxPages.selectUnreachedPosts(tx, ON, AT);
    },
  },
  "organization-queries.ts": {
    selectOrganization: (tx) => organizations.selectOrganization(tx),
    lockOrganization: (tx) => organizations.lockOrganization(tx),
    insertOrganization: (tx, b) =>
      organizations.insertOrganization(tx, {
        code: b.code,
        name: "UBND",
        level: "commune",
        superiorId: b.organizationId,
        timeZone: ZONE,
        policy: {},
        createdAt: AT,
      }),
    selectCalendarDays: (tx) => organizations.selectCalendarDays(tx),
    updateOrganization: (tx) => organizations.updateOrganization(tx, { name: "UBND khác" }),
  },
  "outbox-queries.ts": {
    insertAddressedMessage: (tx, b) =>
      outbox.insertAddressedMessage(tx, b.group, { id: randomUUID(), locale: "vi", message: {}, now: AT }),
    insertOutboxMessage: (tx, b) =>
      outbox.insertOutboxMessage(tx, {
        id: randomUUID(),
        memberId: b.memberId,
        chatLinkId: b.chatLinkId,
        locale: "vi",
        purpose: "notice",
        message: {},
        subject: null,
        editsMessageKey: null,
        createdAt: AT,
        notBefore: AT,
      }),
  },
  "progress-queries.ts": {
    insertProgressUpdate: (tx, b) => progress.insertProgressUpdate(tx, note(b)),
    selectProgressUpdate: (tx, b) => progress.selectProgressUpdate(tx, b.noteId),
    selectStandingUpdatesOfMessage: (tx, b) =>
      progress.selectStandingUpdatesOfMessage(tx, b.chatLinkId, b.messageKey),
    selectStandingOfDay: async (tx, b) => {
      const { notes, claim } = await progress.selectStandingOfDay(tx, b.taskId, b.unitId, "2026-09-08");
      return [...notes, ...(claim === null ? [] : [claim])];
    },
    selectAttachmentHashes: (tx, b) => progress.selectAttachmentHashes(tx, b.noteId),
    replaceProgressUpdate: (tx, b) => progress.replaceProgressUpdate(tx, b.noteId, b.correctedNoteId),
    markProgressUpdateWithdrawn: (tx, b) =>
      progress.markProgressUpdateWithdrawn(tx, b.noteId, AT, b.appointmentId),
    moveAttachments: (tx, b) => progress.moveAttachments(tx, b.noteId, b.correctedNoteId),
    insertAttachment: (tx, b) =>
      progress.insertAttachment(tx, {
        id: randomUUID(),
        progressUpdateId: b.noteId,
        sha256: "b".repeat(64),
        kind: "image/png",
        size: 1,
        name: "anh.png",
        receivedAt: AT,
      }),
    insertAcknowledgement: (tx, b) =>
      progress.insertAcknowledgement(tx, {
        taskId: b.taskId,
        unitId: b.unitId,
        appointmentId: b.appointmentId,
        acknowledgedAt: AT,
      }),
    insertClaim: (tx, b) =>
      progress.insertClaim(tx, {
        id: randomUUID(),
        taskId: b.taskId,
        unitId: b.unitId,
        progressUpdateId: b.noteId,
        claimedAt: AT,
        completedOn: ON,
        state: "waiting",
      }),
    selectClaim: (tx, b) => progress.selectClaim(tx, b.claimId),
    selectLastClaim: (tx, b) => progress.selectLastClaim(tx, b.taskId, b.unitId),
    updateClaim: (tx, b) => progress.updateClaim(tx, b.claimId, { state: "confirmed" }),
    selectTaskHistory: (tx, b) => progress.selectTaskHistory(tx, b.taskId, 100),
    isNoteLocked: (tx, b) => progress.isNoteLocked(tx, b.taskId, b.roundStart),
  },
  "note-page-queries.ts": {
    selectNotePage: async (tx, b) => [
      await notePages.selectNotePage(tx, { viewer: null, standing: false, noteId: b.noteId, limit: 50 }),
      await notePages.selectNotePage(tx, {
        viewer: { unitId: b.unitId, tasks: [] },
        standing: true,
        taskId: b.taskId,
        words: ["da"],
        limit: 50,
      }),
    ],
    selectEvidencePage: (tx, b) =>
      notePages.selectEvidencePage(tx, { viewer: null, noteId: b.noteId, limit: 50 }),
  },
  "claim-page-queries.ts": {
    selectClaimPage: async (tx, b) => [
      await claimPages.selectClaimPage(tx, { state: "waiting", limit: 50 }),
      await claimPages.selectClaimPage(tx, { claimId: b.claimId, limit: 50 }),
    ],
  },
  "round-page-queries.ts": {
    selectRoundPage: (tx, b) => roundPages.selectRoundPage(tx, { roundId: b.roundId, limit: 10 }),
    selectRoundCatalogue: (tx, b) => roundPages.selectRoundCatalogue(tx, b.catalogueId),
    insertRound: (tx, b) => {
      const roundId = randomUUID();
      return roundPages.insertRound(
        tx,
        {
          id: roundId,
          catalogueId: b.catalogueId,
          label: "đột xuất",
          phrase: "đột xuất",
          position: -1,
          windowStartOn: ON,
          dueOn: ON,
        },
        [{ id: randomUUID(), roundId, unitId: b.unitId }],
      );
    },
    updateRound: (tx, b) => roundPages.updateRound(tx, b.roundId, { label: "đổi tên" }),
    replaceReporters: (tx, b) =>
      roundPages.replaceReporters(tx, b.roundId, [
        { id: randomUUID(), roundId: b.roundId, unitId: b.unitId },
      ]),
    saveExclusion: (tx, b) =>
      roundPages.saveExclusion(tx, { roundId: b.roundId, unitId: b.unitId, reason: "lý do", changedAt: AT }),
    selectReported: (tx, b) => roundPages.selectReported(tx, b.catalogueId, "2026-01-01", ZONE),
  },
  "round-queries.ts": {
    selectRoundsInForce: (tx) => rounds.selectRoundsInForce(tx, ON),
    selectNotedDays: (tx, b) => rounds.selectNotedDays(tx, b.unitId, "2026-01-01"),
    selectStandingClaims: (tx, b) => rounds.selectStandingClaims(tx, b.unitId, ZONE),
  },
  "task-page-queries.ts": {
    selectTaskPage: (tx, b) => taskPages.selectTaskPage(tx, { on: ON, taskId: b.taskId, limit: 10 }),
  },
  "task-queries.ts": {
    selectTasksInForce: (tx) => tasks.selectTasksInForce(tx, ON),
    selectTasksOfNewestCatalogue: (tx) => tasks.selectTasksOfNewestCatalogue(tx),
    selectTasksByNumber: (tx, b) => tasks.selectTasksByNumber(tx, b.taskNumber, ON),
    selectTasksOfCatalogue: (tx, b) => tasks.selectTasksOfCatalogue(tx, b.catalogueId),
    selectTaskWithGroups: (tx, b) => tasks.selectTaskWithGroups(tx, b.taskId),
    selectChildTasks: (tx, b) => tasks.selectChildTasks(tx, b.headingTaskId),
    selectUnitProgress: async (tx, b) => [
      await tasks.selectUnitProgress(tx, [b.taskId], null),
      await tasks.selectUnitProgress(tx, [b.taskId], b.unitId),
    ],
  },
  "people-queries.ts": {
    selectPeople: (tx, b) =>
      people.selectPeople(tx, { on: ON, unitId: b.unitId, role: null, after: null, limit: 50 }, AT),
    selectPerson: (tx, b) => people.selectPerson(tx, b.memberId, AT),
  },
  "calendar-feed-queries.ts": {
    insertCalendarFeed: (tx, b) =>
      calendarFeeds.insertCalendarFeed(tx, {
        id: randomUUID(),
        memberId: b.memberId,
        tokenHash: randomUUID(),
        createdAt: AT,
      }),
    selectCalendarFeed: (tx, b) => calendarFeeds.selectCalendarFeed(tx, b.feedId),
    selectCalendarFeedPage: (tx, b) =>
      calendarFeeds.selectCalendarFeedPage(tx, { memberId: b.memberId, after: null, limit: 50 }),
    countCalendarFeeds: (tx, b) => calendarFeeds.countCalendarFeeds(tx, { memberId: b.memberId }),
    markCalendarFeedRevoked: (tx, b) => calendarFeeds.markCalendarFeedRevoked(tx, b.feedId, AT),
    touchCalendarFeed: (tx, b) => calendarFeeds.touchCalendarFeed(tx, b.feedId, AT),
    selectWithdrawnTasks: async (tx, b) => {
      await tx.db.execute(
        sql`update task set withdrawn_at = now() where id = ${b.roundTaskId} and due_on is not null`,
      );
      return calendarFeeds.selectWithdrawnTasks(tx, ON, ZONE);
    },
    selectTaskChanges: (tx) => calendarFeeds.selectTaskChanges(tx, ON),
    selectRoundChanges: (tx, b) => calendarFeeds.selectRoundChanges(tx, ON, [b.unitId]),
  },
  "subscription-queries.ts": {
    insertSubscription: (tx) =>
      subscriptions.insertSubscription(tx, {
        id: randomUUID(),
        url: "https://example.vn",
        secret: "whsec_",
        actions: [],
        followedTo: 0,
        createdAt: AT,
      }),
    selectSubscription: (tx, b) => subscriptions.selectSubscription(tx, b.subscriptionId),
    selectSubscriptionPage: (tx) => subscriptions.selectSubscriptionPage(tx, { after: null, limit: 50 }),
    countSubscriptions: async (tx, b) => {
      await subscriptions.updateSubscription(tx, b.subscriptionId, { endedAt: AT });
      return subscriptions.countSubscriptions(tx);
    },
    updateSubscription: (tx, b) => subscriptions.updateSubscription(tx, b.subscriptionId, { pausedAt: AT }),
    lockSubscription: (tx, b) => subscriptions.lockSubscription(tx, b.subscriptionId),
    selectSigning: (tx, b) => subscriptions.selectSigning(tx, b.subscriptionId),
    lockFollowers: (tx) => subscriptions.lockFollowers(tx),
    selectChainEnd: (tx) => subscriptions.selectChainEnd(tx),
    selectLinksAfter: (tx) => subscriptions.selectLinksAfter(tx, 0, 50),
    selectLink: (tx) => subscriptions.selectLink(tx, 1),
    selectActionsAt: (tx) =>
      subscriptions.selectActionsAt(
        tx,
        Array.from({ length: 200 }, (_, at) => at + 1),
      ),
  },
  "event-delivery-queries.ts": {
    insertEventDeliveries: (tx, b) =>
      eventDeliveries.insertEventDeliveries(tx, [
        {
          id: randomUUID(),
          subscriptionId: b.subscriptionId,
          chainPosition: 2,
          createdAt: AT,
          notBefore: AT,
        },
      ]),
    selectEventDelivery: (tx, b) => eventDeliveries.selectEventDelivery(tx, b.deliveryId),
    selectEventDeliveryPage: (tx, b) =>
      eventDeliveries.selectEventDeliveryPage(tx, {
        subscriptionId: b.subscriptionId,
        state: "waiting",
        before: null,
        limit: 50,
      }),
    claimEventDelivery: (tx, b) =>
      eventDeliveries.claimEventDelivery(tx, { id: b.deliveryId, now: LATER, until: LATER }),
    settleEventDelivery: (tx, b) =>
      eventDeliveries.settleEventDelivery(tx, { id: b.deliveryId, attempts: 0 }, { state: "delivered" }),
    requeueEventDelivery: (tx, b) => eventDeliveries.requeueEventDelivery(tx, b.deliveryId, AT),
    hastenEventDeliveries: (tx, b) => eventDeliveries.hastenEventDeliveries(tx, b.subscriptionId, AT),
    failEventDeliveries: (tx, b) =>
      eventDeliveries.failEventDeliveries(tx, b.subscriptionId, AT, "subscription_ended"),
    hasDeliveredSince: async (tx, b) => {
      await eventDeliveries.settleEventDelivery(
        tx,
        { id: b.deliveryId, attempts: 0 },
        { state: "delivered", settledAt: AT },
      );
      return eventDeliveries.hasDeliveredSince(tx, b.subscriptionId, AT);
    },
    deleteSettledDeliveries: async (tx, b) => {
      await eventDeliveries.failEventDeliveries(tx, b.subscriptionId, AT, "subscription_ended");
      return eventDeliveries.deleteSettledDeliveries(tx, "ffffffff-ffff-7fff-bfff-ffffffffffff");
    },
  },
  "unit-group-queries.ts": {
    selectUnitGroups: (tx) => unitGroups.selectUnitGroups(tx),
    updateGroup: (tx, b) => unitGroups.updateGroup(tx, b.groupId, { name: "Các tổ", foldedName: "cac to" }),
    deleteGroupAliases: (tx, b) => unitGroups.deleteGroupAliases(tx, b.groupId),
  },
  "unit-queries.ts": {
    updateUnit: (tx, b) => units.updateUnit(tx, b.unitId, { kind: "other" }),
    deleteAliases: (tx, b) => units.deleteAliases(tx, b.unitId),
    selectUnits: (tx) => units.selectUnits(tx),
    selectGroups: (tx) => units.selectGroups(tx),
    selectAliases: (tx) => units.selectAliases(tx),
    insertUnits: (tx) =>
      units.insertUnits(tx, [
        { id: randomUUID(), name: "Tổ", foldedName: "to", kind: "other", position: 99, createdAt: AT },
      ]),
    insertGroups: (tx) =>
      units.insertGroups(tx, [{ id: randomUUID(), name: "Các tổ", foldedName: "cac to", createdAt: AT }]),
    insertAliases: (tx, b) =>
      units.insertAliases(tx, [
        { id: randomUUID(), unitId: b.unitId, groupId: null, alias: "Mới", foldedAlias: "moi" },
      ]),
    insertGroupMembers: (tx, b) =>
      units.insertGroupMembers(tx, [{ groupId: b.groupId, unitId: b.unitId, fromOn: ON, toOn: null }]),
    selectGroupMembersOn: (tx, b) => units.selectGroupMembersOn(tx, b.groupId, ON),
    endGroupMembership: (tx, b) => units.endGroupMembership(tx, b.groupId, b.groupMemberId, ON),
    confirmGroup: (tx, b) => units.confirmGroup(tx, b.groupId, AT),
  },
  "web-chat-queries.ts": {
    selectLastSaid: (tx, b) => webChats.selectLastSaid(tx, b.chatLinkId, AT, 50),
  },
  "web-session-queries.ts": {
    insertWebSession: (tx, b) =>
      webSessions.insertWebSession(tx, {
        id: randomUUID(),
        chatLinkId: b.webChatLinkId,
        tokenHash: "e".repeat(64),
        createdAt: AT,
        expiresAt: AT,
        lastSeenAt: AT,
      }),
    touchWebSession: (tx, b) => webSessions.touchWebSession(tx, b.sessionId, AT),
    selectWebSessionsOfMember: (tx, b) => webSessions.selectWebSessionsOfMember(tx, b.memberId),
    revokeSession: (tx, b) => webSessions.revokeSession(tx, b.sessionId, AT),
  },
};
