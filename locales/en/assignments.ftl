# The administrator's command for assigning.

assign-title = Assigning tasks
assign-out-of-force = This catalogue is outside its time and can only be read; assignments are still recorded.
assign-no-task = There is no catalogue of tasks yet.
assign-without-lead = { $count } tasks without a lead unit: { $numbers }
assign-all-led = Every task has a lead unit.
assign-groups-waiting = { $count } groups whose units are not confirmed.
assign-all-groups-confirmed = The units of every group are confirmed.
assign-how = How to type it:
assign-how-lead = phân công 1.2 lead Văn phòng
assign-how-coordinating = phân công 1.2 coordinating Công an phường
assign-how-end = phân công 1.2 bỏ chủ trì Văn phòng
assign-how-group = phân công nhóm Các phòng chức năng: Văn phòng; Phòng Văn hóa - Xã hội
assign-unclear = The assignment is not clear. Please choose, or type it as below.
choice-task = { $number }  { $title }
choice-group = Group: { $name }
choice-lead = Lead
choice-coordinate = Coordinate
assigned-take-back = Type “hoàn tác” if this is wrong.
choice-take-back = Undo

assign-ask-role = { $number }  { $title }: to lead or to coordinate?
assign-ask-ended-role = { $number }  { $title }: end the lead or the coordination?
assign-ask-unit = { $number }  { $title }: which unit is { $role }?
assign-ask-ended-unit = { $number }  { $title }: which unit is no longer { $role }?

assigned = Assigned { $number }  { $title }
assigned-to = { CAP($role) }: { $unit }
assigned-from = From { DAY($today) }
assigned-told = { $count } people of the unit will be told in working hours.
assigned-nobody-told = Nobody could be told: the unit has nobody linked, or the group’s units are not confirmed. Type “mời” to invite.

assignment-ended = Assignment ended: { $number }  { $title }
assignment-ended-of = No longer { $role }: { $unit }
assignment-ended-from = From { DAY($today) }
assignment-ended-notes-stay = What the unit recorded is kept. To assign again, type “phân công”.

group-title = Group “{ $name }”
group-empty = No unit yet.
group-proposed-units = Not confirmed. Proposed by kind of unit:
group-confirmed-units = Confirmed, at present:
group-unit = – { $name }
group-how = To confirm the group, type the names of its units, set apart by semicolons.
choice-confirm-group = Confirm as above
group-confirmed = Group “{ $name }” is confirmed: { $count } units, from { DAY($today) }
group-confirmed-after = To change it, type: phân công nhóm { $name }: names of the units
groups-none = The office’s documents name no group of units.
