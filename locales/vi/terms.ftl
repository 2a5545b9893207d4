# Từ ngữ dùng chung trong mọi câu. Viết chữ thường ở đầu; đứng đầu dòng thì câu tự dùng CAP($tên).

## Vai trò

role-head = thủ trưởng đơn vị
role-deputy = cấp phó của thủ trưởng đơn vị
role-focal = chuyên viên đầu mối
role-consolidator = cán bộ tổng hợp
role-leader = lãnh đạo Ủy ban nhân dân
role-admin = quản trị

## Loại đơn vị

unit-kind-department = phòng chuyên môn
unit-kind-service-unit = đơn vị sự nghiệp
unit-kind-armed-force = lực lượng vũ trang
unit-kind-residential-group = tổ dân phố, thôn
unit-kind-front = Mặt trận Tổ quốc
unit-kind-party = cơ quan Đảng
unit-kind-mass-organization = đoàn thể
unit-kind-other = đơn vị khác

## Tình trạng nhiệm vụ

status-done = đã hoàn thành
status-done-on-time = hoàn thành đúng hạn
status-done-late = hoàn thành quá hạn
status-open-in-time = đang thực hiện trong hạn
status-open-overdue = đang thực hiện quá hạn
status-no-due-date = không có thời hạn

overlay-unacknowledged = chưa tiếp nhận
overlay-due-soon = sắp đến hạn
overlay-difficulty = có vướng mắc
overlay-adjustment = đang xin điều chỉnh
overlay-returned = bị trả lại
overlay-claimed = chờ xác nhận hoàn thành

## Nội dung đã ghi

note-state-completed = đã hoàn thành
note-state-in-progress = đang thực hiện
note-state-not-started = chưa thực hiện
note-state-nothing-new = không phát sinh
note-state-no-change = giữ nguyên

## Loại văn bản

document-kind-decision = quyết định
document-kind-plan = kế hoạch
document-kind-programme = chương trình
document-kind-other = văn bản

## Kênh liên lạc

channel-name = { $channel ->
    [web] trò chuyện trên web
   *[other] { CAP($channel) }
}

## Ngày làm việc còn lại ($days từ 0 trở lên) và đã quá ($days từ 1 trở lên)

days-left = { $days ->
    [0] hôm nay là ngày cuối
   *[other] còn { $days } ngày làm việc
}
days-late = quá { $days } ngày làm việc

## Ngày tháng: DAY, SHORTDAY, DATE, MONTH của translate.ts. $day, $month là số; $weekday, $year là chữ.

weekday-1 = thứ Hai
weekday-2 = thứ Ba
weekday-3 = thứ Tư
weekday-4 = thứ Năm
weekday-5 = thứ Sáu
weekday-6 = thứ Bảy
weekday-7 = Chủ nhật

month-name = { NUMBER($month, minimumIntegerDigits: 2) }

date-day = { $weekday } { date-date }
date-shortday = { $weekday } { NUMBER($day, minimumIntegerDigits: 2) }/{ month-name }
date-date = { NUMBER($day, minimumIntegerDigits: 2) }/{ month-name }/{ $year }
date-month = { $month }/{ $year }
