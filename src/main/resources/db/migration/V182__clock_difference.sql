-- Whether a difference was reported already is asked of each that is found again, every hour.
create index clock_difference_of on clock_difference (case_number, number);
