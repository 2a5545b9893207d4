# One message for each code of api/shared/refusals.ts. Keys and arguments: see vi/refusals.ftl.

refusal-not-allowed = This is outside your authority. If you need it, please contact your office’s administrator.
refusal-post-required = This belongs to a post. A key names the post in the header Acting-Appointment (the appointment’s id).
refusal-not-linked = This chat is not linked yet. Please ask your office’s administrator for a code, then send it here.

## Offices, units

refusal-organization-not-found = This office was not found. Please check the office’s code.
refusal-organization-code-taken = This office code is already in use. Please choose another.
refusal-organization-code-invalid = This office code is not valid. Please use lower-case letters without accents, digits and hyphens, for example hai-an.
refusal-superior-not-found = The superior office was not found. Please check its code.
refusal-unit-not-found = This unit was not found. Please check the unit’s name.
refusal-unit-name-taken = This name already belongs to a unit of the office. Please choose another.
refusal-unit-name-invalid = The unit’s name is empty or too long. Please enter it again.
refusal-unit-required = It is not clear which unit this is for. Please give the unit’s name.
refusal-unit-kind-invalid = This kind of unit is not known. Please choose one of the given kinds.
refusal-unit-ambiguous = This name fits several units: { $candidates }. Please give the full name.
refusal-group-not-found = This group of units was not found. Please check the group’s name.

## Members, linking

refusal-member-name-invalid = The name is empty or too long. Please enter the full name again.
refusal-role-invalid = This role is not known. Please choose one of the given roles.
refusal-invitation-unknown = The code is not right. Please check it, or ask your office’s administrator for a new one.
refusal-invitation-expired = The code has expired. Please ask your office’s administrator for a new one.
refusal-invitation-used = This code has been used. Please ask your office’s administrator for a new one.
refusal-invitation-locked = Wrong codes were entered here too often, so no code is taken for a while. Please try again in { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
refusal-chat-linked-elsewhere = This chat is linked to another member. To move it, please contact your office’s administrator.
refusal-group-connected-elsewhere = This group is connected to another office. That office’s administrator has to disconnect it first.
refusal-group-not-connected = This group is not connected to your office.
refusal-member-not-found = This member was not found. Please check the name or the unit.
refusal-appointment-not-found = This post does not exist or has ended. Please check the member and the unit.
refusal-appointment-to-self = A post cannot be given to the person who is giving it or who already holds it. Please choose someone else.
refusal-last-administrator = An office always needs at least one administrator. Please appoint another before this change.

## Catalogues, tasks

refusal-catalogue-not-found = This catalogue was not found. Type “văn bản” to see the documents.
refusal-catalogue-invalid = The catalogue still has entries that are not valid. Please review the warnings and try again.
refusal-catalogue-exists = This document already has a catalogue. For changes, please make a new version.
refusal-catalogue-closed = This catalogue is closed and can only be read. Please choose one that is in force.
refusal-catalogue-wrong-at = The catalogue is not valid at { $path }: { $problem ->
    [twice] “{ $name }” stands twice
    [means-another] “{ $name }” already means another unit or group
    [section-unknown] there is no section “{ $name }”
    [parent-unknown] no task “{ $name }” stands before it
    [parent-elsewhere] task “{ $name }” stands in another section
    [heading-with-units] a heading row has no units
    [name-unknown] no unit or group is named “{ $name }”
    [group-empty] a group without members cannot be confirmed
    [ends-before-start] it ends before it starts
    [day-of-no-paper] { $name } is not a day of the years 1900 to 2199
    [round-order] the round “{ $name }” falls due before the document is issued, or goes upward before the units’ own day
   *[form] the value is missing or not in the right form
  }. Please correct that place and send it again; nothing was written.
refusal-version-not-found = This catalogue has no version { $number }. Please look at the list of its versions.
refusal-document-not-found = This document was not found in the office.
refusal-catalogue-of-other-post = This notice is for { $unit }, another of your posts. Type “cài đặt” to change your role, then confirm again.
refusal-task-not-found = { $number ->
    [none] This task was not found.
   *[other] There is no task { $number }. Type “nhiệm vụ” to see the list.
  }
refusal-task-number-ambiguous = More than one catalogue in force has a task { $number }. Please name the task by its id.
refusal-task-withdrawn = This task was withdrawn from the catalogue. Type “nhiệm vụ” to see the current list.
refusal-task-has-children = This task has several sub-items. Please name a sub-item, for example 2.4.a.
refusal-task-not-of-unit = This task is not assigned to your unit. Type “nhiệm vụ” to see your unit’s tasks.
refusal-task-of-other-post = Task { $number } belongs to { $unit }, another post of yours. Type “cài đặt” to change your role, then write it again.
refusal-assignment-exists = This unit already has that task; nothing more needs to be done.
refusal-assignment-not-found = This unit does not have that task. Please check the task’s number and the unit’s name.

## Progress, confirmation

refusal-note-empty = There is no text. Please type the task’s number and what was done, for example: 2.4 đã xong.
refusal-note-too-long = The text is too long. Please shorten it to { $max } characters.
refusal-note-not-found = This note was not found. Please open the task again to see its notes.
refusal-note-withdrawn = This note was withdrawn. If needed, please send a new one.
refusal-note-replaced = This was replaced by newer words. Please correct or withdraw the newest.
refusal-note-confirmed = The completion of this task was confirmed, so this can no longer be corrected or withdrawn. If need be, send a further note.
refusal-note-of-several-tasks = The words speak of task { $number } as well. Please send the words of each task on their own; nothing was recorded.
refusal-note-locked = The figures of the reporting round are closed, so this note can no longer be corrected or withdrawn. If needed, please send an additional note.
refusal-note-of-other-unit = This note was written by another unit; only that unit may correct or withdraw it.
refusal-date-invalid = This date is not valid. Please write it as day/month/year, for example 20/03/2026.
refusal-date-in-future = This date is after today. Please enter a date not later than today.
refusal-claim-not-found = This claim of completion was not found. Type “duyệt” to see what is waiting.
refusal-claim-decided = This claim has been decided. Type “duyệt” to see what is waiting.
refusal-claim-of-own-unit = A unit does not confirm its own work. Please wait for the competent authority to confirm it.
refusal-reason-required = A reason is needed. Please give the reason.
refusal-reason-too-long = The reason is too long. Please shorten it to { $max } characters.
refusal-round-not-found = This reporting round was not found. Please check the round.
refusal-round-date-invalid = The dates of the round do not fit. Please keep this order: cut-off, due date for units, due date upward.
refusal-round-date-past = The due date of the round has passed. Please set today or a later day.
refusal-round-closed = This reporting round is closed and can no longer be changed.
refusal-round-not-begun = This round has not begun and cannot be closed yet.
refusal-round-undated = This reporting round has no due date yet. Please set it first.

## Files

refusal-attachment-not-found = This attachment was not found.
refusal-file-too-large = The file is too large. Please send a file of at most { $max } MB.
refusal-file-kind-forbidden = This kind of file is not accepted. Please send a photo or a PDF.
refusal-file-empty = The file is empty. Please check it and send it again.
refusal-file-missing = This file was not found. Please check, or send the file again.
refusal-file-kind-unknown = This kind of file cannot be read. Please send the document as .docx, .pdf, .xlsx, .txt or .md.
refusal-file-encoding-unknown = The encoding of this text file was not recognised. Please open it, save it as UTF-8 and send it again.
refusal-file-kind-old = The file is saved in an old format (.doc, .xls). Please open it, save it as .docx or .xlsx, and send it again.
refusal-file-damaged = The file is damaged or incomplete and cannot be read. Please open the original, save a new copy and send it again.
refusal-file-protected = The file is protected by a password and cannot be read. Please remove the password and send it again.
refusal-file-scanned = The file holds only pictures of pages, no text to read. Please send the original as .docx, or a PDF exported from the word processor.
refusal-file-too-long = The file holds too much to be read. Please send only the document with the catalogue, without other annexes and attachments.
refusal-file-reading-too-slow = Reading the file took too long and was stopped; nothing was recorded. Please try again in a few minutes, or send the original as .docx.

## Other

refusal-nothing-to-undo = There is nothing left to undo.
refusal-query-empty = There is no keyword. Please type what to look for, for example: tìm hòa giải.
refusal-setting-invalid = This value is not valid. Type “cài đặt” to see the choices.
refusal-time-invalid = This time is not valid. Please write it as hours:minutes, for example 07:30.
refusal-date-out-of-years = The date is too far away. It must lie between { $first } and { $last }.
refusal-period-invalid = This period is not valid. Please set a first day that is not later than the last day.
refusal-period-too-long = The period is too long. Please choose at most { $most } days at a time.
refusal-tick-in-past = This moment lies before the latest run. Please choose a later one.
refusal-tick-in-future = This moment lies in the future. Please choose one that is not later than now.
refusal-session-invalid = Your session is no longer valid. Please get a new login link.
refusal-session-not-found = This session was not found. It may have ended.
refusal-key-missing = The request needs a key or a session (Authorization: Bearer …).
refusal-key-invalid = The key is wrong, has expired or was revoked.
refusal-key-not-found = There is no such key, or it was revoked already.
refusal-scope-too-small = The key may not do this: it needs the scope “{ $scope }”.
refusal-scope-unknown = The scope of a key is one of read, write, admin.
refusal-webhook-url-invalid = The address is not right. Please give a whole https address without name and password and without a part behind #.
refusal-webhook-url-insecure = An address outside the office’s own network has to begin with https.
refusal-webhook-url-forbidden = Nothing is sent to this address. Please use the address of a system of the office.
refusal-subscription-not-found = There is no such subscription.
refusal-subscription-ended = This subscription has ended. Please make a new one.
refusal-subscription-paused = This subscription is paused. Please let it go on first.
refusal-subscriptions-too-many = The office has { $most } subscriptions already. Please end one that is no longer used first.
refusal-event-delivered = This event has arrived; it is not sent again.
refusal-event-delivery-not-found = There is no such delivery; old ones are deleted after 30 days.
refusal-calendar-feed-not-found = There is no such calendar address, or it was revoked.
refusal-calendar-feeds-too-many = There are { $most } calendar addresses already. Please revoke one that is no longer used first.
refusal-revision-conflict = Somebody else has changed this meanwhile. Please read the latest version and change that one.
refusal-revision-unsupported = This operation does not go with If-Match.
refusal-idempotency-key-reused = This Idempotency-Key was used for another request already. Please use a new key for a new request.
refusal-cursor-invalid = The page cursor is not valid. Please begin with the first page.
refusal-request-invalid = The request is not valid. Please check what was entered.
refusal-request-too-large = The request is too large. Please send at most { $max } KB.
refusal-too-many-requests = There were too many requests in a short time. Please wait a few minutes and try again.
refusal-method-not-allowed = This address does not go with that method. The header Allow names those that it takes.
refusal-not-found = This was not found. Please check the address.
refusal-database-unavailable = The data cannot be reached at the moment. Please try again in a few minutes.

# Documents that are read in. count: number of places; text: the words typed; words: what was not understood
refusal-import-not-found = This document is not there; somebody may have thrown it away. Type “documents” for the list, or send the file again.
refusal-import-published = This document has been published; its reading can no longer be changed. Send the amending document, or use “assign”.
refusal-import-changed = Somebody else has just changed this reading. Please reload the page and go on; their change is kept.
refusal-import-without-tasks = No task was found in the document. See whether the file holds the annex with the catalogue; if need be, use the .xlsx template.
refusal-import-not-ready = It cannot be published yet: { $count } necessary places are missing or stand twice (period, task numbers). Please fill them in first.
refusal-import-doubts-left = { $count } uncertain places have not been looked at. Look at each, or accept them all and publish.
refusal-import-amends-undecided = This document resembles a catalogue that is there. Please choose: it amends that one, or it is a new one.
refusal-date-not-understood = { $number ->
    [none] { "" }
   *[other] Task { $number }:{" "}
  }The date “{ $text }” was not understood. Please write it like 15/9/2026.
refusal-time-frame-not-understood = { $number ->
    [none] { "" }
   *[other] Task { $number }:{" "}
  }“{ $words }” in the time “{ $text }” was not understood. For example: trước ngày 15/9/2026; Quý IV/2026; Thường xuyên; Năm 2026.
refusal-task-number-invalid = A task number is letters and digits with dots between, such as 3.5.a.
refusal-title-empty = The text must not be empty.
refusal-internal-error = The program failed and nothing was changed. Please try again later; if it goes on, tell the operator the request’s id (request_id).

## Working days, delivery

refusal-calendar-day-not-found = The office has no day of its own on this date, so there is nothing to remove.
refusal-message-not-found = This message was not found.
refusal-message-not-failed = This message has not failed, so it need not be sent again.
refusal-message-outdated = This message is too old to be sent again. What still holds will be in the next reminder.
