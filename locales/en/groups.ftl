# The office's group: connecting, disconnecting, the weekly summary.

group-admin-only = Only your office’s administrator, linked with Đôn Đốc in a private chat, can connect or disconnect this group.
group-connected = This group is now connected to { $place }
group-connected-already = This group is already connected to { $place }
group-what-comes = Once a week, on the first working day, the group gets a summary: how many tasks are followed, what falls due in the week, and how reporting stands.
group-next-summary = Next summary: { $time }, { DAY($on) }.
group-only-summary = Đôn Đốc takes no reports in the group. Please see your tasks and report in a private chat with Đôn Đốc.
group-how-to-end = To end it, the administrator mentions Đôn Đốc (@) in the group and types “ngắt kết nối”.
group-disconnected = This group is no longer connected to { $place } and gets no more summaries.
group-how-to-connect = To have your office’s group get the weekly summary: add Đôn Đốc to the group, mention it there (@) and type “kết nối”. To end it, do the same with “ngắt kết nối”.

## The summary: counts, numbers and short titles of tasks, units, due dates, and nothing else

summary-title = The week · { $place }
summary-week = { SHORTDAY($from) } to { DAY($to) }
summary-counts = { $followed ->
    [one] 1 task
   *[other] { $followed } tasks
} followed: { $done ->
    [0] none done yet
   *[other] { $done } done
}, { $overdue ->
    [0] none overdue
   *[other] { $overdue } overdue
}.
summary-nothing-due = No task falls due this week.
summary-due-heading = DUE THIS WEEK
summary-task = { $number }  { $title }
summary-task-lead = { "     " }{ $units } · due { DAY($due) }
summary-task-without-lead = { "     " }no lead unit yet · due { DAY($due) }
summary-other-units = and { $count } more
summary-more = … and { $count ->
    [one] 1 more task
   *[other] { $count } more tasks
}
summary-round = Report { $label }: due { DAY($due) }, { $when }; { $complete } of { $asked } units have reported everything.
summary-round-late = Report { $label }: was due { DAY($due) }; { $complete } of { $asked } units have reported everything.
summary-in-private = Units see their tasks and report in a private chat with Đôn Đốc.
