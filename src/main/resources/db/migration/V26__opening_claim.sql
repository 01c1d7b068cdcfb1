-- Who is opening the case of somebody unknown: of several that do it at the same moment one gets the claim (R22).
create table opening_claim (
    -- a hash of the person's number, mail address or phone: nobody is told apart by it but whoever asks again
    claim       varchar(64)  primary key,
    title       varchar(200) not null,
    case_number varchar(40)  not null,
    claimed_at  timestamp with time zone not null
);
