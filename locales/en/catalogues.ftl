# Assigning tasks.

assigned-as-lead = lead
assigned-as-coordinating = coordinate
assigned-as-invited = coordinate (invited)

# number: the task's number; title: its short title; role: one of the above
notice-task-assigned = Your unit has been asked to { $role } task { $number }: { $title }.
notice-task-assigned-due = Due: { DAY($due) }.
notice-task-assigned-how = Type { $number } to see the details.
notice-task-assigned-received = Type “{ $number } đã nhận” to say that your unit has received the task.
