# Biểu mẫu .xlsx để cơ quan tự nhập danh mục: lời nhắc khi chọn ô, cột “Cách ghi” và trang tính “Hướng dẫn”.
# Tên trang tính, tên cột, tên mục là nhãn của biểu mẫu và không nằm ở đây.

template-prompt-choose = Chọn trong danh sách.
template-prompt-units = Chọn một đơn vị trong danh sách, hoặc ghi nhiều đơn vị cách nhau bằng dấu chấm phẩy.

## Cột “Cách ghi” của trang tính “Văn bản”

template-hint-kind = Chọn trong danh sách.
template-hint-number = Ví dụ: 12/KH-UBND. Chưa có số thì để trống.
template-hint-issued-on = Ngày/tháng/năm, ví dụ: 05/01/2026.
template-hint-issuer = Ghi đầy đủ, ví dụ: Ủy ban nhân dân xã Tân Lập.
template-hint-title = Nội dung trích yếu của văn bản, không ghi loại văn bản.
template-hint-signer-position = Ví dụ: KT. CHỦ TỊCH - PHÓ CHỦ TỊCH. Không ghi họ tên.
template-hint-parent-number = Số, ký hiệu văn bản của cấp trên mà văn bản này triển khai; không có thì để trống.
template-hint-parent-date = Ngày/tháng/năm.
template-hint-parent-issuer = Ví dụ: Ủy ban nhân dân tỉnh Thái Nguyên.
template-hint-scope-from = Ngày/tháng/năm, ví dụ: 01/01/2026.
template-hint-scope-to = Ngày/tháng/năm, ví dụ: 31/12/2026.
template-hint-round = Ngày ghi trong văn bản sau chữ “trước ngày”, ví dụ: 15/6/2026.
template-hint-ad-hoc = Chọn Có hoặc Không.
template-hint-consolidating-unit = Đơn vị nhận báo cáo của các đơn vị và tổng hợp.

## Trang tính “Hướng dẫn”

template-guide-title = Cách ghi biểu mẫu danh mục nhiệm vụ công tác dân vận
template-guide-1 = 1. Ghi lần lượt ba trang tính “Văn bản”, “Đơn vị”, “Danh mục”. Không đổi tên trang tính, tên cột và tên mục; mục nào không có thì để trống.
template-guide-2 = 2. Ở trang tính “Đơn vị”, mỗi dòng ghi một đơn vị hoặc một nhóm đơn vị; cột “Cách gọi khác” ghi các tên khác đã dùng trong danh mục, cách nhau bằng dấu chấm phẩy.
template-guide-3 = 3. Ở trang tính “Danh mục”, mỗi dòng ghi một nhiệm vụ; cột “STT” ghi đúng số của văn bản: 1, 1.1, 1.10, a, b, đ.
template-guide-4 = 4. Tên phần, tên mục của danh mục ghi số vào cột “STT” và tên vào cột “Nhiệm vụ”, các cột còn lại để trống.
template-guide-5 = 5. Cột “Cơ quan chủ trì” và “Cơ quan phối hợp”: chọn đơn vị trong danh sách; nếu có nhiều đơn vị thì ghi tên các đơn vị, cách nhau bằng dấu chấm phẩy.
template-guide-6 = 6. Cột “Thời gian thực hiện” ghi như trong văn bản: Trước ngày 15/3/2026; Quý II/2026; Tháng 9/2026; Cả năm 2026; Thường xuyên.
template-guide-7 = 7. Cột “Chỉ tiêu/Sản phẩm” ghi kết quả cần đạt, ví dụ: 100%; ít nhất 02 mô hình; Kế hoạch của Ủy ban nhân dân xã.
template-guide-8 = 8. Các ô để ở dạng văn bản để số và ngày giữ đúng như khi gõ; nếu chép từ tệp khác thì dán giá trị, không dán định dạng.
template-guide-9 = 9. Trang tính này chỉ để tham khảo, nội dung ở đây không được đưa vào danh mục.
template-example-title = Ví dụ cách ghi trang tính “Danh mục”

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
