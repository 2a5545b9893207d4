# Câu do việc gửi tin tự thêm, không thuộc cuộc trò chuyện nào.

choices-hint = Gõ số thứ tự để chọn.
