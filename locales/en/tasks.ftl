# The list of tasks and the card of one task.

tasks-header = { $unit }, { $place }
tasks-summary = { DAY($today, cap: 1) } · leading { $lead } tasks: { $overdue ->
    [0] none overdue
   *[other] { $overdue } overdue
  }, { $month ->
    [0] none due in { MONTH($today) }
   *[other] { $month } due in { MONTH($today) }
  }
tasks-others = { $coordinating } coordinating · { $undetermined } “units concerned”, not yet determined
tasks-round = Report { $label }: by { DAY($due) }, { $left }, { $missing } items missing
tasks-round-met = Report { $label }: by { DAY($due) }, { $left }, every item answered

tasks-keyword = Search “{ $keyword }”: { $count ->
    [one] 1 task
   *[other] { $count } tasks
}
tasks-filter-overdue = Filter: overdue
tasks-filter-due-soon = Filter: due soon
tasks-filter-continuous = Filter: continuous, without a due date
tasks-filter-coordinating = Filter: coordinating
tasks-filter-undetermined = Filter: “units concerned”, not yet determined

tasks-section-overdue = OVERDUE
tasks-section-due-soon = DUE SOON
tasks-section-round = TO REPORT IN THIS ROUND
tasks-section-rest = OTHER TASKS
tasks-section-waiting = WAITING FOR CONFIRMATION
tasks-section-done = DONE

task-line = { $number }  { $title }
task-detail = — { $details }
task-parts = { $done }/{ $all } units done
task-last-note = last note { SHORTDAY($on) }: “{ $text }”
task-phrase = { $phrase }
task-due = due { SHORTDAY($due) }, { $left }
task-due-returned = returned, due { SHORTDAY($due) }, { $left }

tasks-no-catalogue = No catalogue is in force today. Type “văn bản” to see the documents.
tasks-no-lead-units = The catalogue in force names no lead units yet. The administrator will assign them; you will see your tasks here.
tasks-none = There is no task here.

page-first = Page { $page }/{ $pages }. Type “tiếp” for the next page.
page-middle = Page { $page }/{ $pages }. Type “tiếp” for the next page, “trước” for the one before.
page-last = Page { $page }/{ $pages }. Type “trước” for the page before.
pages-none = The list has no other page. Please choose from the list above.
pages-no-next = There is no next page. Type “nhiệm vụ” to see the list from the beginning.
pages-no-previous = There is no page before. Type “nhiệm vụ” to see the list from the beginning.
tasks-number-hint = Type a task’s number to see it, for example: { $number }
tasks-other-lists = Type one of these for another list: { $lists }.
tasks-hint = To write a note, type the number and your words, for example: { $number } done on 20/3

office-header = { CAP($place) }
office-summary = { DAY($today, cap: 1) } · { $tasks } tasks followed, { $units } lead units
office-unit = { $name }
office-unit-detail = — leads { $lead }, done { $done }, { $overdue ->
    [0] none overdue
   *[other] { $overdue } overdue
  }{ $soon ->
    [0] { "" }
   *[other] , { $soon } due soon
  }
office-without-lead = Without a lead unit: { $numbers }
office-undetermined = Units not determined: { $groups }
office-hint = Type “nhiệm vụ” and a unit’s name to see that unit.

card-title = { $number }  { $title }
card-wording = { $text }
card-document = By { $kind } { $number }
card-leads = Lead: { $units }
card-no-lead = Lead: no unit yet
card-children = { $count } sub-items:
card-children-more = … and { $count } more sub-items
card-coordinating = Coordinating: { $units }
card-undetermined = Units not determined: { $groups }
card-time-frame = Time frame: { $phrase }
card-time-frame-none = the document names none
card-targets = Targets: { $targets }
card-status = Your unit is leading · { $status }
card-own-coordinating = Your unit is coordinating
card-due = Last day in time: { DAY($due) }, { $left }
card-due-rolled = Last day in time: { DAY($due) }, moved to the next working day, { $left }
card-claim-waiting = Claimed as done on { DATE($on) }, waiting for confirmation
card-claim-returned = Returned: { $reason }
card-claim-confirmed = Done on { DATE($on) }, confirmed
card-parts = { $done }/{ $all } units have done their part
card-withdrawn = This task has been taken out of the catalogue.
card-closed = This catalogue is outside its time and can only be read.
card-no-history = No notes yet.
card-history = Notes
card-note-standing = { DATE($on) } · { $unit }: “{ $text }”{ $files ->
    [0] { "" }
   *[other] { " " }· { $files } files
  }
card-note-replaced = { DATE($on) } · { $unit } (corrected): “{ $text }”{ $files ->
    [0] { "" }
   *[other] { " " }· { $files } files
  }
card-note-withdrawn = { DATE($on) } · { $unit } (withdrawn): “{ $text }”{ $files ->
    [0] { "" }
   *[other] { " " }· { $files } files
  }
card-history-more = … and { $count } earlier notes
card-hint = To write a note, answer right here or type: { $number } and your words.
card-nothing-new-hint = With nothing new, type “không phát sinh”.
card-acknowledge-hint = Type “received” to say that your unit has received the task.

choice-previous = ‹ Previous page
choice-next = Next page ›
choice-number = { $number }
choice-all = All leading
choice-overdue = Overdue ({ $count })
choice-coordinating = Coordinating ({ $count })
choice-undetermined = Concerned ({ $count })
choice-write-note = Write a note
choice-nothing-new = Nothing new
choice-acknowledge = Received
