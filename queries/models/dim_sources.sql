-- purpose:  The document that speaks of a body in a year: its own final accounts, else its own budget, else a document of
--           the year after, which compares with it. A unit's own document goes before its department's.
-- grain:    one row per body and fiscal year

create or replace table dim_sources as
with spoken_of as (
    select distinct
        body.department_id,
        documents.document_id,
        documents.fiscal_year as document_year,
        documents.document_kind,
        documents.department_id = body.department_id as is_own
    from stg_bodies as body
    inner join dim_documents as documents on body.document_id = documents.document_id
),

candidates as (
    select
        department_id,
        document_id,
        document_kind,
        is_own,
        document_year as fiscal_year,
        case when document_kind = 'budget' then 2 else 1 end as preference
    from spoken_of
    union all
    select
        department_id,
        document_id,
        document_kind,
        is_own,
        document_year - 1 as fiscal_year,
        case when document_kind = 'budget' then 4 else 3 end as preference
    from spoken_of
),

ranked as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year
            order by preference, is_own desc, document_id desc
        ) as position
    from candidates
)

select
    ranked.department_id,
    ranked.fiscal_year,
    ranked.document_id,
    ranked.document_kind
from ranked
inner join dim_bodies as bodies on ranked.department_id = bodies.department_id
where
    ranked.position = 1
    and (bodies.founded_year is null or ranked.fiscal_year >= bodies.founded_year);
