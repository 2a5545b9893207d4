# Command menus of the messengers, and what the start says.

menu-start = Begin, link with an invitation code
menu-trogiup = Help for my role
menu-nhiemvu = My tasks
menu-lich = Due and report dates
menu-tim = Search tasks
menu-vanban = Documents
menu-duyet = Confirm completions
menu-phancong = Assign tasks
menu-moi = Invite to a post
menu-bangiao = Hand a post over
menu-ketnoi = Connect the group to the weekly summary
menu-ngatketnoi = Disconnect the group
menu-hoantac = Take the last note back
menu-huy = Cancel what is under way
menu-caidat = Language, reminder hour, channel
menu-dulieucuatoi = What is kept about me

start-ready = Đôn Đốc is ready: { $url }
start-port-taken = Port { $port } is in use by another program. Please set another PORT and start again.
