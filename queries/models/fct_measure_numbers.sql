-- purpose:  The published numbers that state a measure, each with its number_id, so that a check can say which numbers it
--           compared: amounts spent, initial budgets, and people in post or on the establishment.
-- grain:    fct_measure_numbers: one row per number and kind; position 1 is the one to believe of its body and year,
--           document_position 1 of its body and year within its document
--           fct_listed_units: one row per document of a department and unit that it names

create or replace table fct_measure_numbers as
with sources as (
    select
        *,
        'actual' as kind
    from fct_measure_sources
    union all
    select
        *,
        'initial_budget' as kind
    from fct_initial_budget_sources
),

placed as (
    select
        numbers.number_id,
        sources.kind,
        sources.measure,
        sources.department_id,
        sources.fiscal_year,
        sources.source_rank,
        sources.place,
        numbers.document_id,
        numbers.document_kind,
        numbers.document_body,
        numbers.document_year,
        numbers.statement,
        numbers.ordinal,
        numbers.fund,
        numbers.unit,
        numbers.sentence,
        numbers.amount,
        numbers.half_width,
        numbers.locator
    from sources
    inner join fct_numbers as numbers
        on sources.document_id = numbers.document_id
        and sources.ordinal = numbers.ordinal
    where numbers.record in ('figure', 'claim')
),

people as (
    select
        number_id,
        'count' as kind,
        coalesce(measure, row_code) as measure,
        department_id,
        fiscal_year,
        case when document_body = department_id then 1 else 2 end as source_rank,
        case when record = 'figure' then 1 else 10 end as place,
        document_id,
        document_kind,
        document_body,
        document_year,
        statement,
        ordinal,
        fund,
        unit,
        sentence,
        amount,
        half_width,
        locator
    from fct_numbers
    where
        unit = '人'
        and document_kind = 'final_accounts'
        and coalesce(measure, row_code) in ('staff', 'staff_quota')
        and not coalesce(is_detail, false)
        and (column_key is null or column_key = 'actual')
)

select
    *,
    row_number() over (
        partition by department_id, fiscal_year, measure, kind
        order by source_rank, document_id desc, place, ordinal
    ) as position,
    row_number() over (
        partition by document_id, department_id, fiscal_year, measure, kind
        order by place, ordinal
    ) as document_position
from (select * from placed union all select * from people) as every_number;

create or replace table fct_listed_units as
with listed as (
    select distinct
        documents.document_id,
        documents.department_id,
        bodies.department_id as unit_id
    from stg_bodies as bodies
    inner join dim_documents as documents
        on bodies.document_id = documents.document_id
        and bodies.parent_id = documents.department_id
    where bodies.body_level = 'unit'
)

select
    *,
    count(*) over (partition by document_id) as unit_count
from listed;
