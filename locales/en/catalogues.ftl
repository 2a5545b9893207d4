# Assigning tasks.

assigned-as-lead = lead
assigned-as-coordinating = coordinate
assigned-as-invited = coordinate (invited)

# number: the task's number; title: its short title; role: one of the above
notice-task-assigned = Your unit has been asked to { $role } task { $number }: { $title }.
notice-task-assigned-due = Due: { DAY($due) }.
notice-task-assigned-how = Type { $number } to see the details.
notice-task-assigned-received = Type “{ $number } đã nhận” to say that your unit has received the task.

# Publishing a catalogue. document: the document's name; numbers: task numbers
notice-catalogue-published = { CAP($document) } has been published.
notice-catalogue-amended = { CAP($document) } has changed the catalogue of tasks.
notice-catalogue-leads = Your unit leads { $count } tasks: { $numbers }.
notice-catalogue-coordinates = It coordinates { $count } tasks: { $numbers }.
notice-catalogue-first-due = Next due date: task { $number }, { DAY($due) }.
notice-catalogue-gained = Your unit now also leads { $count } tasks: { $numbers }.
notice-catalogue-lost = Your unit no longer leads { $count } tasks: { $numbers }. What was noted stays.
notice-catalogue-due-changed = Task { $number }: the new due date is { DAY($due) }.
notice-catalogue-due-gone = Task { $number }: there is no due date any longer.
notice-catalogue-reworded = Number, wording or targets of { $count } tasks have changed: { $numbers }.
notice-catalogue-how = Type “nhiệm vụ” to see the list.
notice-catalogue-received = Type “received” to confirm that your unit has received them.
catalogue-acknowledged = Noted: your unit has received { $done } tasks of { $document }{ $before ->
    [0] .
   *[other] ; { $before } others it had received before.
}
catalogue-acknowledged-before = Your unit had received all { $count } tasks of { $document } before.
catalogue-acknowledged-none = Your unit leads no task of { $document }, so there is nothing to confirm.
