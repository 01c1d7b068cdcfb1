-- Completing a step asks for steps below it. The engine has no index for that: each completion read all open tasks.
-- Recourse has none below, so that the index stays empty and costs nothing.
create index if not exists recourse_task_parent on act_ru_task (parent_task_id_) where parent_task_id_ is not null;
