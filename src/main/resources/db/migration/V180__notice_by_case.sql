-- Whether somebody was told the same in person is asked of each unread notice to a group.
create index notice_by_case on notice (case_number, at);
