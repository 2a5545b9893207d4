import { createFeed } from "../api/calendar-feeds/create-feed.ts";
import { listFeeds } from "../api/calendar-feeds/list-feeds.ts";
import { revokeFeed } from "../api/calendar-feeds/revoke-feed.ts";
import { assignTask } from "../api/catalogues/assign-task.ts";
import { endAssignment } from "../api/catalogues/end-assignment.ts";
import { listUnassigned } from "../api/catalogues/list-unassigned.ts";
import { listImports } from "../api/imports/list-imports.ts";
import { previewPublication } from "../api/imports/preview-publication.ts";
import { publishImport } from "../api/imports/publish-import.ts";
import { reviewField } from "../api/imports/review-field.ts";
import { showImport } from "../api/imports/show-import.ts";
import { withdrawImport } from "../api/imports/withdraw-import.ts";
import { changeMemberSettings } from "../api/members/change-member-settings.ts";
import { handOver } from "../api/members/hand-over.ts";
import { inviteDevice } from "../api/members/invite-device.ts";
import { inviteMember } from "../api/members/invite-member.ts";
import { leaveOffice } from "../api/members/leave-office.ts";
import { listPosts } from "../api/members/list-posts.ts";
import { revokeChat } from "../api/members/revoke-chat.ts";
import { revokeWebSession } from "../api/members/revoke-web-session.ts";
import { showOwnData } from "../api/members/show-own-data.ts";
import { switchPost } from "../api/members/switch-post.ts";
import { listDocuments } from "../api/overviews/list-documents.ts";
import { listDueDates } from "../api/overviews/list-due-dates.ts";
import { listTasks } from "../api/overviews/list-tasks.ts";
import { countUnits } from "../api/overviews/list-unit-counts.ts";
import { searchTasks } from "../api/overviews/search-tasks.ts";
import { showTask } from "../api/overviews/show-task.ts";
import { acknowledgeCatalogue } from "../api/progress/acknowledge-catalogue.ts";
import { acknowledgeTask } from "../api/progress/acknowledge-task.ts";
import { correctMessage } from "../api/progress/correct-message.ts";
import { correctProgressUpdate } from "../api/progress/correct-progress-update.ts";
import { listClaims } from "../api/progress/list-claims.ts";
import { readMessage } from "../api/progress/read-message.ts";
import { settleClaim } from "../api/progress/settle-claim.ts";
import { submitProgressUpdate } from "../api/progress/submit-progress-update.ts";
import { withdrawProgressUpdate } from "../api/progress/withdraw-progress-update.ts";
import type { UseCase } from "../api/shared/work.ts";
import { confirmGroupMembers } from "../api/units/confirm-group-members.ts";
import { findUnits } from "../api/units/find-units.ts";
import { showGroup } from "../api/units/show-group.ts";

/** What a dialogue may ask of the application: its only way to read or change anything. */
export const useCases = {
  "list-tasks": listTasks,
  "count-units": countUnits,
  "show-task": showTask,
  "search-tasks": searchTasks,
  "list-due-dates": listDueDates,
  "create-feed": createFeed,
  "list-feeds": listFeeds,
  "revoke-feed": revokeFeed,
  "list-documents": listDocuments,
  "acknowledge-task": acknowledgeTask,
  "acknowledge-catalogue": acknowledgeCatalogue,
  "read-message": readMessage,
  "submit-progress-update": submitProgressUpdate,
  "correct-progress-update": correctProgressUpdate,
  "correct-message": correctMessage,
  "withdraw-progress-update": withdrawProgressUpdate,
  "list-claims": listClaims,
  "settle-claim": settleClaim,
  "find-units": findUnits,
  "show-group": showGroup,
  "confirm-group-members": confirmGroupMembers,
  "invite-member": inviteMember,
  "list-posts": listPosts,
  "hand-over": handOver,
  "list-unassigned": listUnassigned,
  "assign-task": assignTask,
  "end-assignment": endAssignment,
  "show-own-data": showOwnData,
  "change-member-settings": changeMemberSettings,
  "switch-post": switchPost,
  "invite-device": inviteDevice,
  "revoke-chat": revokeChat,
  "revoke-web-session": revokeWebSession,
  "leave-office": leaveOffice,
  "list-imports": listImports,
  "show-import": showImport,
  "review-field": reviewField,
  "preview-publication": previewPublication,
  "publish-import": publishImport,
  "withdraw-import": withdrawImport,
} as const;

type Cases = typeof useCases;

/** Input and output of each, as dialogues see them. */
export type UseCases = {
  [Name in keyof Cases]: Cases[Name] extends UseCase<infer Input, infer Output>
    ? { readonly input: Input; readonly output: Output }
    : never;
};
