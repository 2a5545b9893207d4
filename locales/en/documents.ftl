# The documents' pages: reading a file, reviewing what was read, publishing the catalogue.
#
# Arguments: count, percent, line: numbers; number: a document's or a task's number (text); date, from, to, last: dates;
# label, title, text, name: words of the document; kind: a kind of unit of terms.ftl.

web-documents = Documents
web-page-title = { $page } - Đôn Đốc

## The list, and sending a file

web-documents-nav = Other pages
web-documents-list = All documents
web-documents-chat = Chat
web-documents-title = Documents and task catalogues
web-documents-upload = Read a document
web-documents-upload-how = Send a decision or plan with its task catalogue. The program reads every task and points at what it is not sure of; nothing is published before you have looked at it and decide so.
web-documents-file = Document
web-documents-file-hint = .docx, .pdf (with text, not a scan), .xlsx, .txt, .md; at most { $max } MB. Reading usually takes a few seconds.
web-documents-read = Read the document
web-documents-template-how = No document yet?
web-documents-template = Download the .xlsx template
web-documents-read-before = Documents read
web-documents-none = No documents yet.
web-documents-read-on = Read on { DATE($date) }
web-documents-open = Under review
web-documents-published = Published
web-documents-withdrawn = The draft was discarded. Nothing was published from it.
web-documents-not-allowed = For administrators
web-documents-not-allowed-how = Documents are read and published by the office's administrator. You find your unit's tasks in the chat.

## Reviewing a draft

review-title = Review { $number }
review-title-unnumbered = Review the document
review-again = This file was read before. Here is the draft under review, with what was corrected.
review-document = Document
review-file = File
review-source = The document's words
review-sheet = Page { $number }
review-line = Line { $line }
review-lines = Lines { $from }–{ $to }
review-yes = Yes
review-no = No
review-nothing = None
review-typed = What you typed was not saved: { $text }

review-kind-quyet-dinh = Decision
review-kind-ke-hoach = Plan
review-kind-chuong-trinh = Programme
review-kind-cong-van = Official letter
review-kind-thong-bao = Notice
review-kind-khac = Other document

review-field-document-kind = Kind of document
review-field-document-number = Number
review-field-document-issued-on = Date of issue
review-field-document-issuer = Issuer
review-field-document-title = Title
review-field-document-scope-start-on = In force from
review-field-document-scope-end-on = In force through
review-field-document-restricted = Restricted
review-field-catalogue-consolidating-unit = Consolidating unit
review-field-catalogue-ad-hoc-reports = Ad hoc reports
review-field-catalogue-amends = Catalogue amended
review-field-task-number = Number
review-field-task-title = Wording
review-field-task-lead-units = Lead
review-field-task-coordinating-units = Coordinating
review-field-task-time-frame = Time
review-field-task-targets = Targets
review-field-task-out = In the catalogue
review-field-round-label = Name of the round
review-field-round-before = Report before
review-field-round-out = In the catalogue
review-field-unit = Which unit it is
review-field-remark = Remark on the reading

review-hint-date = For example 15/9/2026. Leave empty if the document has none.
review-hint-time = As the document says it, for example: Trước ngày 15/9/2026; Quý IV/2026; Thường xuyên.
review-hint-targets = One target a line.
review-hint-units = One unit a box; empty a box to remove its unit.
review-unit-more = Another unit
review-save = Save
review-edit = Edit
review-edit-done = Done
review-as-read = Back to what was read

## What is doubtful

review-doubts = To be looked at
review-doubts-none = Nothing is left to look at.
review-doubts-how = Compare the document's words with what was read: accept what is right, correct what is not.
review-of-task = Task { $number }
review-of-document = Document
review-of-round = Round “{ $label }”
review-must = Required
review-unsure = The program is not sure of this (about { $percent }%).
review-remark-unknown = There is something to look at in “{ $text }”.
review-quote-more = { $count ->
    [one] { $count } more line
   *[other] { $count } more lines
}
review-read-as = Read as:
review-accept = Accept
review-seen = Seen
review-correct = Correct
review-settled = Seen
review-undo = Look at it again
review-tag-unsure = Not sure
review-tag-changed = Corrected
review-rest-accepted = Everything that was left was accepted at once.
review-rest-undo = Look at each of them
review-said = Saved. { $count ->
    [0] Nothing is left to look at.
   *[other] { $count } left to look at.
}
review-said-undone = Taken back. { $count } left to look at.

## What looks wrong in the document; rounds, tasks, units

review-findings = Points to reconsider in the document itself ({ $count })
review-findings-how = These are remarks on the document; they do not hinder the publication. The draft keeps the document's words.
review-rounds = Reporting rounds
review-rounds-none = The document names no reporting round.
review-round-before = Before { DATE($date) }
review-round-undated = No date yet; nobody is reminded until it is set.
review-round-out = Left out
review-round-leave = Leave this round out
review-round-back = Take this round back
review-quoted = “{ $text }”
review-tasks = Tasks ({ $count })
review-task-out = Left out
review-task-leave = Leave this task out of the catalogue
review-task-back = Take this task back
review-units = Units in the document
review-units-how = { $known } units and groups are the office's already, { $fresh } are new. If a “new” one is a unit that you have, choose it; the document's spelling is remembered.
review-unit-tag-new = New
review-unit-tag-known = Known
review-unit-group = group of units
review-unit-kind = { $kind }
review-unit-new = New unit: { $kind }
review-unit-new-group = New group of units
review-unit-spellings = Other spellings: { $names }

## Amending a catalogue

review-amends = A new catalogue, or an amendment?
review-amends-undecided = This document resembles a catalogue that is there. Choose before you publish.
review-amends-new = A new catalogue
review-amends-one = Amends the catalogue of { $number }: { $title }
review-amends-unnumbered = Amends the catalogue: { $title }
review-amends-scope = In force { DATE($from) } – { DATE($to) }
review-amends-likely = Much alike
review-amends-choose = Choose
review-compare-added = { $count } added
review-compare-changed = { $count } changed
review-compare-removed = { $count } removed
review-compare-same = { $count } unchanged. Notes stay with their tasks.
review-change-number = was { $number }
review-change-place = moved
review-change-wording = wording
review-change-lead = lead
review-change-coordinating = coordinating
review-change-time-frame = time
review-change-targets = targets

## The end

review-finish = Publish
review-rest = Accept all { $count } that are left
review-rest-how = Only after you have compared them with the document: everything left is taken as it was read.
review-publish = Publish
review-not-without-tasks = Cannot be published: no task is left.
review-not-must = Cannot be published: { $count } required places have to be filled in or corrected.
review-not-doubts = Cannot be published: nobody has looked at { $count } places.
review-not-amends = Cannot be published: choose whether it is new or amends a catalogue.
review-withdraw = Discard this draft
review-withdraw-how = What was corrected is lost. Your file is not touched.
review-withdraw-sure = Discard
review-left = { $count } to look at
review-left-none = All looked at
review-counts = { $tasks } tasks · { $sections } sections · { $units } units · { $rounds } rounds
review-next = Next

publish-title = Publish the catalogue
publish-new = Publish as a new catalogue?
publish-next-version = Publish as the next version of the catalogue that is there?
publish-tasks = { $count } tasks
publish-units = { $groups ->
    [0] Given to { $units } units
   *[other] Given to { $units } units and { $groups } groups of units
}
publish-rounds = { $undated ->
    [0] { $count } reporting rounds
   *[other] { $count } reporting rounds, { $undated } without a date
}
publish-told-all = Then the head and the focal officer of every unit are told within working hours, each unit its own part.
publish-told-changed = Then only the units for which something changes are told, within working hours.
publish-past = The period is over: the catalogue is there to be looked up, nobody is reminded.
publish-sure = Publish
publish-back = Back to the review
publish-shares = What each unit gets
publish-unit = Unit
publish-leads = Lead
publish-coordinates = Coordinating
publish-reader = Readers
publish-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
publish-nobody = Nobody yet
publish-unit-new = New unit, nobody yet
publish-group = Group: by its confirmed units

published-title = Published
published-told = { $count ->
    [one] { $count } person is told within working hours.
   *[other] { $count } people are told within working hours.
}
published-told-nobody = Nobody was told: nobody is linked yet, or the period is over.
published-invite = Some lead units have no reader yet. Invite people with “mời” in the chat.
published-groups = Some tasks are given to groups of units. Confirm a group's units with “phân công” in the chat.
published-undated = A round without a date is not reminded of.
published-chat = To the chat

## What a time frame means

time-means-before = { DAY($last) } at the latest (before { DATE($date) })
time-means-not-after = { DAY($last) } at the latest
time-means-within = From { DATE($from) } through { DATE($to) }
time-means-onward = From { DATE($from) } and the years after
time-means-no-end = No last day yet
time-means-event = Counted from something else, no day yet
time-means-continuous = Continuously, without a due date
time-means-on-direction = On direction, no due date yet
time-means-none = The document gives no time
time-means-impossible = The date in the document is not in the calendar
time-recurs-yearly = Every year
time-recurs-half-yearly = Every six months
time-recurs-quarterly = Every quarter
time-recurs-monthly = Every month
time-recurs-weekly = Every week
