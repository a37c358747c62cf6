-- purpose:  What each body published of each measure in a year's own document, and last year's published figures that
--           the same document carries; where a table and the text differ, both.
-- grain:    fct_measure_sources: one row per body, year, measure and place or sentence
--           fct_measures: one row per body, year and measure

create or replace table fct_measure_sources as
with figures as (
    select
        figure.department_id,
        figure.fiscal_year,
        figure.document_id,
        place.measure,
        figure.amount,
        figure.half_width,
        figure.locator,
        figure.source_rank,
        place.place,
        figure.ordinal
    from account_figures as figure
    inner join seed_measure_places as place
        on figure.statement = place.statement
        and figure.row_code = place.row_code
        and figure.column_key = place.column_key
    inner join seed_measures as measure on place.measure = measure.measure
    where
        figure.amount is not null
        and (
            figure.fund = measure.fund
            or figure.statement in ('performance_base', 'overall_evaluation')
        )
),

-- A subject's own amount in the text is the subject's, not the measure's.
claims as (
    select
        claim.department_id,
        claim.fiscal_year,
        claim.document_id,
        claim.measure,
        claim.stated_value as amount,
        claim.half_width,
        claim.locator,
        claim.source_rank,
        10 as place,
        claim.ordinal
    from account_claims as claim
    inner join seed_measures as measure on claim.measure = measure.measure
    where
        claim.claim_kind = 'amount'
        and claim.column_key = 'actual'
        and claim.unit = '万元'
        and not claim.is_detail
        and (claim.subject_code is null or claim.subject_code = 'total')
        and (measure.any_fund or coalesce(claim.fund, measure.fund) = measure.fund)
)

select * from figures
union all
select * from claims;

create or replace table fct_measures as
with ranked as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year, measure
            order by source_rank, document_id desc, place, ordinal
        ) as position
    from fct_measure_sources
),

main as (
    select * from ranked where position = 1
),

-- The first other place whose figure cannot be the same number, in this document or another.
others as (
    select
        main.department_id,
        main.fiscal_year,
        main.measure,
        other.amount,
        other.half_width,
        other.locator,
        other.document_id,
        row_number() over (
            partition by main.department_id, main.fiscal_year, main.measure
            order by other.position
        ) as position
    from main
    inner join ranked as other
        on main.department_id = other.department_id
        and main.fiscal_year = other.fiscal_year
        and main.measure = other.measure
    where not agree(main.amount, main.half_width, other.amount, other.half_width)
)

select
    main.department_id,
    main.fiscal_year,
    main.measure,
    main.document_id,
    main.amount as actual,
    main.half_width,
    main.locator,
    others.amount as alt_actual,
    others.half_width as alt_half_width,
    others.locator as alt_locator,
    others.document_id as alt_document_id
from main
left join others
    on main.department_id = others.department_id
    and main.fiscal_year = others.fiscal_year
    and main.measure = others.measure
    and others.position = 1;
