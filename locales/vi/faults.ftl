# Một phần của yêu cầu sai ở chỗ nào: one message for each code of api/shared/fault.ts.
# Arguments: type, form, values are words of the API; min and max are numbers.

fault-missing = Thiếu phần này.
fault-type = Phần này phải thuộc kiểu khác: { $type }.
fault-format = Phần này chưa đúng dạng yêu cầu: { $form }.
fault-not-a-date = Đây không phải là một ngày có trong lịch. Xin ghi dạng YYYY-MM-DD, ví dụ 2026-09-14.
fault-date-out-of-years = Ngày này quá xa: văn bản của cơ quan chỉ nêu ngày trong các năm từ 1900 đến 2199.
fault-not-a-time = Đây không phải là giờ trong ngày. Xin ghi dạng HH:MM, ví dụ 07:30.
fault-too-short = Phần này quá ngắn: ít nhất { $min }.
fault-too-long = Phần này quá dài: nhiều nhất { $max }.
fault-too-small = Số này quá nhỏ: ít nhất { $min }.
fault-too-large = Số này quá lớn: nhiều nhất { $max }.
fault-not-allowed-value = Giá trị này không thuộc các giá trị được phép: { $values }.
fault-unknown-field = Ở đây không có trường này.
fault-repeated = Phần này xuất hiện nhiều hơn một lần.
fault-no-alternative = Phần này không khớp với lựa chọn nào, hoặc khớp nhiều lựa chọn cùng lúc: xin gửi đúng một lựa chọn.
fault-not-text = Trong phần này có ký tự không phải là chữ (ký tự rỗng hoặc nửa cặp mã), không lưu được.
fault-not-json = Nội dung gửi lên không phải là JSON.
fault-rule = Nội dung gửi lên không đi cùng nhau được. Phần mô tả thao tác cho biết thế nào là đúng.
