-- purpose:  The bodies that have figures: departments and their units, as the newest document that says it names them.
-- grain:    one row per body

create or replace table dim_bodies as
with spoken_of as (
    select
        body.*,
        documents.published_order
    from stg_bodies as body
    inner join dim_documents as documents on body.document_id = documents.document_id
),

named as (
    select
        *,
        row_number() over (
            partition by department_id order by published_order desc, document_id desc
        ) as position
    from spoken_of
),

-- A document that says nothing of the founding does not take back what an older one says.
founded as (
    select
        department_id,
        founded_year,
        founded_evidence,
        row_number() over (
            partition by department_id order by published_order desc, document_id desc
        ) as position
    from spoken_of
    where founded_year is not null
),

levels as (
    select
        department_id,
        administrative_level,
        row_number() over (
            partition by department_id order by published_order desc, document_id desc
        ) as position
    from spoken_of
    where administrative_level is not null
)

select
    named.department_id,
    named.body_name as department_name,
    named.body_level,
    named.parent_id,
    named.region,
    levels.administrative_level,
    founded.founded_year,
    founded.founded_evidence
from named
left join levels
    on named.department_id = levels.department_id
    and levels.position = 1
left join founded
    on named.department_id = founded.department_id
    and founded.position = 1
where named.position = 1;
