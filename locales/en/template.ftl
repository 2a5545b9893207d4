# The .xlsx template in which an office enters a catalogue by hand: prompts, the column of hints, the guidance.
# Names of sheets, columns and entries are the template's labels, Vietnamese in every language; examples likewise.

template-prompt-choose = Choose from the list.
template-prompt-units = Choose a unit from the list, or write several units with semicolons between them.

## The hints of the sheet “Văn bản”

template-hint-kind = Choose from the list.
template-hint-number = For example 12/KH-UBND. Leave it empty while there is no number.
template-hint-issued-on = Day/month/year, for example 05/01/2026.
template-hint-issuer = In full, for example Ủy ban nhân dân xã Tân Lập.
template-hint-title = What the document is about, without its kind.
template-hint-signer-position = For example KT. CHỦ TỊCH - PHÓ CHỦ TỊCH. No name.
template-hint-parent-number = Number of the superior document that this one carries out; empty where there is none.
template-hint-parent-date = Day/month/year.
template-hint-parent-issuer = For example Ủy ban nhân dân tỉnh Thái Nguyên.
template-hint-scope-from = Day/month/year, for example 01/01/2026.
template-hint-scope-to = Day/month/year, for example 31/12/2026.
template-hint-round = The day that the document has after “trước ngày”, for example 15/6/2026.
template-hint-ad-hoc = Choose Có (yes) or Không (no).
template-hint-consolidating-unit = The unit that receives the reports of the units and consolidates them.

## The sheet “Hướng dẫn”

template-guide-title = How to fill in the catalogue of mass-mobilisation tasks
template-guide-1 = 1. Fill in the sheets “Văn bản”, “Đơn vị” and “Danh mục” in this order. Keep the names of sheets, columns and entries; leave empty what there is not.
template-guide-2 = 2. In “Đơn vị” a row is a unit or a group of units; “Cách gọi khác” takes the other names that the catalogue uses, with semicolons between them.
template-guide-3 = 3. In “Danh mục” a row is a task; “STT” takes the document's own number: 1, 1.1, 1.10, a, b, đ.
template-guide-4 = 4. The heading of a part or section has its number in “STT” and its name in “Nhiệm vụ”; its other columns stay empty.
template-guide-5 = 5. “Cơ quan chủ trì” and “Cơ quan phối hợp”: choose a unit from the list; write several units with semicolons between them.
template-guide-6 = 6. “Thời gian thực hiện” is written as in the document: Trước ngày 15/3/2026; Quý II/2026; Tháng 9/2026; Cả năm 2026; Thường xuyên.
template-guide-7 = 7. “Chỉ tiêu/Sản phẩm” takes what is to be reached, for example 100%; ít nhất 02 mô hình; Kế hoạch của Ủy ban nhân dân xã.
template-guide-8 = 8. Cells are text so that numbers and dates stay as typed; when copying from another file paste values, not formats.
template-guide-9 = 9. This sheet is for reference; nothing of it enters the catalogue.
template-example-title = An example of the sheet “Danh mục”

template-example-1-number = 1
template-example-1-task = CÔNG TÁC TUYÊN TRUYỀN, VẬN ĐỘNG
template-example-2-number = 1.1
template-example-2-task = Ban hành kế hoạch tuyên truyền về cải cách hành chính và dịch vụ công trực tuyến
template-example-2-lead = Phòng Văn hóa - Xã hội
template-example-2-coordinating = Văn phòng HĐND và UBND; Công an xã
template-example-2-time-frame = Trước ngày 15/3/2026
template-example-2-product = Kế hoạch của Ủy ban nhân dân xã
template-example-3-number = 1.2
template-example-3-task = Tiếp công dân, giải quyết kịp thời đơn thư của Nhân dân
template-example-3-lead = Văn phòng HĐND và UBND
template-example-3-time-frame = Thường xuyên
template-example-3-remarks = Theo Luật Tiếp công dân
template-example-4-number = 1.3
template-example-4-task = Thực hiện quy chế dân chủ ở cơ sở:
template-example-5-number = a
template-example-5-task = Tổ chức hội nghị đối thoại giữa người đứng đầu chính quyền với Nhân dân
template-example-5-lead = Văn phòng HĐND và UBND
template-example-5-coordinating = Ủy ban Mặt trận Tổ quốc Việt Nam xã
template-example-5-time-frame = Quý III/2026
template-example-6-number = b
template-example-6-task = Kiểm tra việc công khai các khoản đóng góp của Nhân dân
template-example-6-lead = Phòng Kinh tế
template-example-6-time-frame = Tháng 10/2026
