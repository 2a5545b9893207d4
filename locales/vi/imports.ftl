# Những điều cần xem lại khi đọc một văn bản: điểm chưa đọc chắc, điểm chưa ổn của chính văn bản.
#
# Arguments: text: lời của văn bản mà câu nói đến (với nhiệm vụ trùng: số và tên nhiệm vụ trước; với tuần dồn hạn:
# đơn vị và số các nhiệm vụ; với hai nơi nói khác nhau: cả hai). Số nhiệm vụ và dòng do nơi hiển thị ghi ở đầu câu.

## Văn bản

import-warning-document-kind-unsure = Chưa xác định chắc loại văn bản. Xin chọn loại văn bản.
import-warning-document-number-missing = Chưa thấy số, ký hiệu của văn bản. Xin bổ sung.
import-warning-issued-on-missing = Chưa thấy ngày ban hành. Xin bổ sung.
import-warning-issued-on-impossible = Ngày ban hành “{ $text }” không có trong lịch. Xin kiểm tra lại.
import-warning-issuer-missing = Chưa thấy cơ quan ban hành. Xin bổ sung.
import-warning-issuer-another-office = Văn bản này do “{ $text }” ban hành, không phải cơ quan của đồng chí. Xin kiểm tra xem có gửi nhầm tệp không trước khi xem tiếp.
import-warning-issuer-unnamed = Văn bản chỉ ghi “{ $text }”, chưa rõ của xã, phường nào. Xin xác định cơ quan ban hành.
import-warning-issuer-disagrees = Cơ quan ban hành được ghi ở hai nơi không giống nhau; tạm lấy “{ $text }”. Xin kiểm tra lại.
import-warning-issuer-is-a-unit = Phần tên cơ quan có ghi tên một phòng, ban; tạm lấy “{ $text }” là cơ quan ban hành. Xin kiểm tra lại.
import-warning-title-missing = Chưa thấy trích yếu của văn bản. Xin bổ sung.
import-warning-parent-number-missing = Văn bản cấp trên chỉ được nêu tên, không có số: “{ $text }”. Xin bổ sung nếu có.
import-warning-parent-document-unsure = Chưa chắc văn bản này triển khai văn bản cấp trên nào; tạm lấy { $text }. Xin kiểm tra lại.
import-warning-scope-missing = Chưa thấy năm hoặc thời gian áp dụng của văn bản. Xin bổ sung.
import-warning-scope-unsure = Thời gian áp dụng tạm hiểu theo “{ $text }”. Xin kiểm tra lại.
import-warning-date-not-understood = “{ $text }” chưa phải là một ngày đủ ngày, tháng, năm. Xin ghi lại, ví dụ 15/6/2026.
import-warning-answer-not-understood = Chưa hiểu câu trả lời “{ $text }”. Xin chọn Có hoặc Không.

## Tệp

import-warning-macros-ignored = Tệp có chương trình tự động (macro). Phần này không được chạy và không được đọc.
import-warning-external-ignored = Tệp có liên kết ra bên ngoài ({ $text }). Liên kết không được mở.
import-warning-embedded-ignored = Tệp có đối tượng nhúng ({ $text }). Nội dung trong đối tượng nhúng không được đọc.
import-warning-page-without-text = Có trang chỉ là ảnh, không đọc được chữ: { $text }. Xin đối chiếu với bản giấy.
import-warning-hidden-sheet = Trang tính bị ẩn “{ $text }” không được đọc. Nếu cần đọc, xin bỏ ẩn rồi gửi lại.
import-warning-sheet-left-out = Trang tính “{ $text }” không thuộc biểu mẫu nên không được đọc.
import-warning-tracked-changes = Tệp còn dấu vết sửa đổi chưa chấp nhận. Nội dung được đọc như đã chấp nhận mọi sửa đổi; xin kiểm tra lại.
import-warning-encoding-converted = Văn bản dùng bảng mã { $text } và đã được chuyển sang Unicode. Xin xem lại chữ có dấu.
import-warning-number-shortened = Bảng tính làm mất số 0 ở cuối số thứ tự; tạm hiểu là { $text }. Xin kiểm tra lại.
import-warning-columns-scrambled = Bảng trong văn bản này không được chép theo từng hàng nên không rõ ô nào thuộc hàng nào. Xin gửi tệp .docx hoặc .pdf gốc, hoặc kiểm tra lại từng nhiệm vụ.
import-warning-words-torn = Chữ trong văn bản này bị tách rời (ví dụ “{ $text }”), thường do chép từ tệp PDF. Xin gửi tệp .pdf hoặc .docx gốc, hoặc kiểm tra lại từng mục.

## Danh mục

import-warning-no-tasks = Chưa tìm thấy nhiệm vụ nào trong văn bản. Xin kiểm tra lại tệp, hoặc dùng biểu mẫu .xlsx.
import-warning-table-not-understood = Có một bảng chưa đọc được vì không rõ các cột: “{ $text }”.
import-warning-column-unknown = Cột “{ $text }” chưa được hiểu nên nội dung cột này không đưa vào danh mục.
import-warning-row-left-out = Dòng này được xem là dòng cộng, không đưa vào danh mục: “{ $text }”.
import-warning-row-without-task = Dòng này không có nội dung nhiệm vụ nên không đưa vào danh mục: “{ $text }”.
import-warning-text-left-out = Đoạn này không đưa vào danh mục: “{ $text }”. Nếu là nhiệm vụ, xin bổ sung.
import-warning-more-left-out = Còn { $text } đoạn khác không đưa vào danh mục. Xin xem lại văn bản.
import-warning-title-short = Nội dung nhiệm vụ quá ngắn: “{ $text }”. Có thể đã bị cắt; xin kiểm tra lại.
import-warning-section-number-missing = Phần đầu tiên không có số trong văn bản; số được suy ra từ các phần sau: “{ $text }”. Xin kiểm tra lại.
import-warning-number-twice = Số thứ tự này được ghi hai lần. Xin kiểm tra lại.
import-warning-numbering-gap = Số thứ tự bị nhảy cách trước mục này; có thể thiếu một mục. Số của văn bản được giữ nguyên.
import-warning-numbering-backwards = Số thứ tự của mục này nhỏ hơn mục trước. Số của văn bản được giữ nguyên.
import-warning-task-repeated = Nội dung trùng với nhiệm vụ { $text }. Cả hai được giữ; xin xem có cần bỏ bớt.
import-warning-task-repeated-at-another-time = Nội dung trùng với nhiệm vụ { $text } nhưng thời gian thực hiện khác. Cả hai được giữ; xin xác định thời gian đúng.

## Đơn vị

import-warning-units-not-understood = Chưa xác định được đơn vị nào trong “{ $text }”.
import-warning-units-unread-words = Trong ô đơn vị còn phần chưa hiểu: “{ $text }”.
import-warning-lead-missing = Nhiệm vụ chưa có cơ quan chủ trì: “{ $text }”. Xin phân công.
import-warning-leads-missing = Văn bản không nêu cơ quan chủ trì cho nhiệm vụ nào. Xin phân công.
import-warning-group-leads = Chủ trì là một nhóm đơn vị: { $text }. Mỗi đơn vị trong nhóm tự chịu trách nhiệm phần của mình; xin xác nhận danh sách đơn vị.
import-warning-related-units-open = “{ $text }”: văn bản không nêu rõ đơn vị nào có liên quan. Xin xác định từng đơn vị.

## Thời gian thực hiện

import-warning-time-frame-not-understood = Chưa hiểu thời gian thực hiện “{ $text }”. Xin ghi lại.
import-warning-time-frame-either = “{ $text }” cho chọn một trong hai thời hạn; tạm lấy thời hạn ghi trước. Xin xác định thời hạn.
import-warning-time-frame-unread-words = Trong thời gian thực hiện còn phần chưa hiểu: “{ $text }”.
import-warning-time-frame-missing = Nhiệm vụ chưa có thời gian thực hiện trong khi các nhiệm vụ khác đều có: “{ $text }”.
import-warning-date-impossible = “{ $text }”: ngày này không có trong lịch. Xin xác định ngày đúng.
import-warning-due-before-signing = Hạn “{ $text }” trước ngày ban hành văn bản.
import-warning-due-soon-after-signing = Hạn “{ $text }” chỉ sau ngày ban hành không quá ba ngày.
import-warning-due-on-day-off = Hạn “{ $text }”: ngày cuối cùng còn trong hạn là ngày nghỉ, nên thực tế phải xong từ ngày làm việc trước đó.
import-warning-due-outside-scope = Hạn “{ $text }” nằm ngoài thời gian áp dụng của văn bản.
import-warning-week-crowded = Nhiều nhiệm vụ của một đơn vị cùng đến hạn trong một tuần. { $text }.

## Báo cáo

import-warning-report-rounds-missing = Văn bản không nêu kỳ báo cáo nào.
import-warning-round-undated = Kỳ báo cáo chưa có ngày: “{ $text }”. Xin định ngày.
import-warning-round-year-filled = Kỳ báo cáo không ghi năm: “{ $text }”. Năm được lấy theo thời gian áp dụng của văn bản.
import-warning-round-day-unsaid = Kỳ báo cáo chỉ ghi tháng: “{ $text }”. Tạm lấy ngày cuối tháng là ngày cuối cùng còn trong hạn; xin xác nhận.
import-warning-round-date-impossible = Ngày của kỳ báo cáo không có trong lịch: “{ $text }”. Xin xác định ngày đúng.
import-warning-round-unread = Chưa hiểu hết câu nói về kỳ báo cáo: “{ $text }”.
import-warning-round-unsure = “{ $text }” có thể chỉ là thời hạn của một văn bản, không phải kỳ báo cáo chung. Xin xác nhận.
import-warning-round-bound-unsaid = “{ $text }”: văn bản không ghi rõ “trước ngày” hay “chậm nhất”; tạm hiểu là trước ngày đó.
import-warning-round-among-tasks = Kỳ báo cáo được nêu ngay giữa các nhiệm vụ: “{ $text }”. Xin xác nhận là kỳ báo cáo chung.
import-warning-round-cut-off = Văn bản nêu mốc chốt số liệu: “{ $text }”. Xin phân biệt với ngày nộp báo cáo.
import-warning-organisation-too-long = Phần tổ chức thực hiện quá dài, chưa đọc kể từ “{ $text }”. Xin kiểm tra các kỳ báo cáo.
import-warning-round-before-document = Kỳ báo cáo “{ $text }” không muộn hơn ngày ban hành văn bản.
import-warning-round-outside-scope = Kỳ báo cáo “{ $text }” nằm ngoài thời gian áp dụng của văn bản.
import-warning-round-on-day-off = Kỳ báo cáo “{ $text }”: ngày cuối cùng để báo cáo là ngày nghỉ.
import-warning-round-twice = Kỳ báo cáo “{ $text }” trùng ngày với một kỳ trước.
import-warning-consolidating-unit-unclear = Có hai đơn vị có thể là đơn vị tổng hợp: { $text }. Xin chọn một.

## Câu chữ của văn bản

import-warning-syllable-repeated = Có thể gõ lặp chữ: “{ $text }”.
import-warning-syllable-impossible = Có chữ có thể gõ sai: “{ $text }”.
import-warning-capital-lost = Tên riêng có thể thiếu chữ viết hoa: “{ $text }”.
import-warning-quotation-unpaired = Dấu ngoặc kép có thể thừa hoặc thiếu: “{ $text }”.
import-warning-bracket-unpaired = Dấu ngoặc đơn có thể thừa hoặc thiếu: “{ $text }”.
import-warning-punctuation-unspaced = Có thể thiếu dấu cách sau dấu câu: “{ $text }”.
import-warning-punctuation-spaced = Có thể thừa dấu cách trước dấu câu: “{ $text }”.
import-warning-punctuation-doubled = Có thể gõ thừa dấu câu: “{ $text }”.
import-warning-punctuation-dangling = Dấu phẩy ở cuối có thể thừa, hoặc nội dung còn thiếu: “{ $text }”.
import-warning-text-date-impossible = Trong câu có ngày không có trong lịch: “{ $text }”. Xin kiểm tra lại.
import-warning-year-far-off = Trong câu có năm cách xa hiện nay, có thể gõ nhầm: “{ $text }”. Xin kiểm tra lại.
import-warning-citation-disagrees = Có thể là một văn bản nhưng được viện dẫn theo hai cách: { $text }. Xin kiểm tra số, ký hiệu và ngày.
import-warning-citation-sign-of-another = Ký hiệu văn bản có thể không đúng với cơ quan ban hành được nêu: “{ $text }”. Xin kiểm tra lại.
import-warning-superior-words = “{ $text }”: lời văn có thể lấy từ văn bản của cấp trên. Xin xem có đúng với cấp ban hành văn bản này không.
