-- purpose:  The bodies that have figures: departments and their units.
-- grain:    one row per body

create or replace table dim_bodies as
with ranked as (
    select
        department_id,
        body_name as department_name,
        body_level,
        parent_id,
        region,
        row_number() over (partition by department_id order by document_id desc) as position
    from stg_bodies
)

select
    department_id,
    department_name,
    body_level,
    parent_id,
    region
from ranked
where position = 1;
