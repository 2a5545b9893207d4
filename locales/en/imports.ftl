# What should be looked at when a document was read: what was not read for certain, what is not right in the document.
#
# Arguments: text: the document's words that the sentence is about (of repeated work: number and title of the earlier
# task; of a crowded week: the unit and the task numbers; of two places that disagree: both). Number and line are
# written in front of it where it is shown.

## The document

import-warning-document-kind-unsure = The kind of document is not certain. Please choose it.
import-warning-document-number-missing = The document’s number was not found. Please add it.
import-warning-issued-on-missing = The date of issue was not found. Please add it.
import-warning-issued-on-impossible = The date of issue “{ $text }” is not in the calendar. Please check it.
import-warning-issuer-missing = The issuing office was not found. Please add it.
import-warning-issuer-another-office = This document was issued by “{ $text }”, not by your office. Please check that it is the right file before you go on.
import-warning-issuer-unnamed = The document says only “{ $text }”, not of which commune. Please name the issuing office.
import-warning-issuer-disagrees = The issuing office is written in two ways; “{ $text }” was taken. Please check it.
import-warning-issuer-is-a-unit = The letterhead names a division; “{ $text }” was taken as the issuing office. Please check it.
import-warning-title-missing = The document’s subject was not found. Please add it.
import-warning-parent-number-missing = The superior document is named without a number: “{ $text }”. Please add it if there is one.
import-warning-parent-document-unsure = Which superior document this one carries out is not certain; { $text } was taken. Please check it.
import-warning-scope-missing = The year or period of the document was not found. Please add it.
import-warning-scope-unsure = The period was understood from “{ $text }”. Please check it.
import-warning-date-not-understood = “{ $text }” is no date with day, month and year. Please write it again, for example 15/6/2026.
import-warning-answer-not-understood = The answer “{ $text }” was not understood. Please choose Có (yes) or Không (no).

## The file

import-warning-macros-ignored = The file holds a program (macro). It was neither run nor read.
import-warning-external-ignored = The file holds a link to the outside ({ $text }). It was not opened.
import-warning-embedded-ignored = The file holds an embedded object ({ $text }). What is in it was not read.
import-warning-page-without-text = A page is a picture without text: { $text }. Please compare it with the paper.
import-warning-hidden-sheet = The hidden sheet “{ $text }” was not read. If it should be, please show it and send the file again.
import-warning-sheet-left-out = The sheet “{ $text }” is none of the template’s and was not read.
import-warning-tracked-changes = The file has tracked changes. It was read as if all were accepted; please check it.
import-warning-encoding-converted = The text was in { $text } and has been converted to Unicode. Please look at the letters with marks.
import-warning-number-shortened = The sheet dropped the zero at the end of a number; { $text } was taken. Please check it.
import-warning-columns-scrambled = The table in this text was not copied row by row, so which cell belongs to which row is lost. Please send the original .docx or .pdf, or check every task.
import-warning-words-torn = Words in this text are torn apart (for example “{ $text }”), as happens when text is copied out of a PDF. Please send the original .pdf or .docx, or check every entry.

## The catalogue

import-warning-no-tasks = No task was found in the document. Please check the file, or use the .xlsx template.
import-warning-table-not-understood = A table was not read because its columns are not clear: “{ $text }”.
import-warning-column-unknown = The column “{ $text }” was not understood; nothing of it is in the catalogue.
import-warning-row-left-out = This row was taken for a total and left out: “{ $text }”.
import-warning-row-without-task = This row has no task and was left out: “{ $text }”.
import-warning-text-left-out = This passage was left out: “{ $text }”. If it is a task, please add it.
import-warning-more-left-out = { $text } more passages were left out. Please look through the document.
import-warning-title-short = The task’s wording is very short: “{ $text }”. It may have been cut; please check it.
import-warning-section-number-missing = The first section bears no number; its number was inferred from those after it: “{ $text }”. Please check it.
import-warning-number-twice = This number stands twice. Please check it.
import-warning-numbering-gap = The numbering leaves a gap before this item; one may be missing. The document’s number was kept.
import-warning-numbering-backwards = This item’s number is lower than the one before it. The document’s number was kept.
import-warning-task-repeated = The same work as task { $text }. Both were kept; please see whether one should go.
import-warning-task-repeated-at-another-time = The same work as task { $text }, at another time. Both were kept; please decide which time is right.

## Units

import-warning-units-not-understood = No unit was recognised in “{ $text }”.
import-warning-units-unread-words = Words among the units were not understood: “{ $text }”.
import-warning-lead-missing = The task has no lead unit: “{ $text }”. Please assign one.
import-warning-leads-missing = The document names no lead unit for any task. Please assign them.
import-warning-group-leads = A group leads: { $text }. Each of its units answers for its own part; please confirm which they are.
import-warning-related-units-open = “{ $text }”: the document does not say which units are concerned. Please name them.

## Time frames

import-warning-time-frame-not-understood = The time frame “{ $text }” was not understood. Please write it again.
import-warning-time-frame-either = “{ $text }” leaves a choice of two time frames; the first was taken. Please say which.
import-warning-time-frame-unread-words = Words of the time frame were not understood: “{ $text }”.
import-warning-time-frame-missing = The task has no time frame while the others have one: “{ $text }”.
import-warning-date-impossible = “{ $text }”: this day is not in the calendar. Please give the right one.
import-warning-due-before-signing = The due date “{ $text }” lies before the date of issue.
import-warning-due-soon-after-signing = The due date “{ $text }” is at most three days after the date of issue.
import-warning-due-on-day-off = Due date “{ $text }”: the last day in time is a day off, so that the work has to be done by the working day before it.
import-warning-due-outside-scope = The due date “{ $text }” lies outside the document’s period.
import-warning-week-crowded = Several tasks of one unit fall due in one week. { $text }.

## Reports

import-warning-report-rounds-missing = The document names no reporting round.
import-warning-round-undated = A reporting round has no date: “{ $text }”. Please set one.
import-warning-round-year-filled = A reporting round has no year: “{ $text }”. It was taken from the document’s period.
import-warning-round-day-unsaid = “{ $text }” names only a month. Its last day was taken as the last day in time; please confirm.
import-warning-round-date-impossible = The day of a reporting round is not in the calendar: “{ $text }”. Please give the right one.
import-warning-round-unread = The sentence on a reporting round was not understood in full: “{ $text }”.
import-warning-round-unsure = “{ $text }” may be the deadline of a single paper and not a reporting round. Please confirm.
import-warning-round-bound-unsaid = “{ $text }”: the document does not say “before” or “at the latest”; taken as before that day.
import-warning-round-among-tasks = A reporting round stands among the tasks: “{ $text }”. Please confirm that it is one for all.
import-warning-round-cut-off = The document names a day on which figures are closed: “{ $text }”. Please tell it from the day to report.
import-warning-organisation-too-long = The part on organisation is very long and was not read from “{ $text }” on. Please check the reporting rounds.
import-warning-round-before-document = The reporting round “{ $text }” is not later than the date of issue.
import-warning-round-outside-scope = The reporting round “{ $text }” lies outside the document’s period.
import-warning-round-on-day-off = Reporting round “{ $text }”: the last day to report is a day off.
import-warning-round-twice = The reporting round “{ $text }” has the day of an earlier one.
import-warning-consolidating-unit-unclear = Two units may be the one that consolidates: { $text }. Please choose one.

## The wording of the document

import-warning-syllable-repeated = A word may have been typed twice: “{ $text }”.
import-warning-syllable-impossible = A word may be mistyped: “{ $text }”.
import-warning-capital-lost = A capital letter of a name may be missing: “{ $text }”.
import-warning-quotation-unpaired = A quotation mark may be missing or one too many: “{ $text }”.
import-warning-bracket-unpaired = A bracket may be missing or one too many: “{ $text }”.
import-warning-punctuation-unspaced = A blank may be missing after a punctuation mark: “{ $text }”.
import-warning-punctuation-spaced = There may be a blank too many before a punctuation mark: “{ $text }”.
import-warning-punctuation-doubled = A punctuation mark may be one too many: “{ $text }”.
import-warning-punctuation-dangling = The comma at the end may be one too many, or something is missing: “{ $text }”.
import-warning-text-date-impossible = The sentence has a day that is not in the calendar: “{ $text }”. Please check it.
import-warning-year-far-off = The sentence has a year far from today that may be mistyped: “{ $text }”. Please check it.
import-warning-citation-disagrees = This may be one document cited in two ways: { $text }. Please check number, sign and date.
import-warning-citation-sign-of-another = The document’s sign may not be that of the office named as its issuer: “{ $text }”. Please check it.
import-warning-superior-words = “{ $text }”: the wording may come from a superior office’s document. Please see whether it fits the level of this one.
