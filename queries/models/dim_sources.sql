-- purpose:  The document that speaks of a body in a year: its own, else the one of the year after that compares with it.
-- grain:    one row per body and fiscal year

create or replace table dim_sources as
with spoken_of as (
    select distinct
        body.department_id,
        document.document_id,
        document.fiscal_year as document_year
    from stg_bodies as body
    inner join stg_documents as document on body.document_id = document.document_id
),

candidates as (
    select department_id, document_id, document_year as fiscal_year, 1 as preference from spoken_of
    union all
    select department_id, document_id, document_year - 1 as fiscal_year, 2 as preference from spoken_of
),

ranked as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year order by preference, document_id desc
        ) as position
    from candidates
)

select department_id, fiscal_year, document_id from ranked where position = 1;
