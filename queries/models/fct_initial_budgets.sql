-- purpose:  The initial budget of each measure, from every place that has one: the year's own budget, final accounts that
--           repeat it, a later budget that compares with it; where two differ, both. Then last year's beside this year's.
--           What a year was expected to come to (execution_estimate) is no budget and is joined to nothing here.
-- grain:    fct_initial_budget_sources: one row per body, year, measure and place or sentence
--           fct_initial_budgets: one row per body, year and measure
--           fct_budget_changes: one row per body, year and measure; years known only as implied included

create or replace table fct_initial_budget_sources as
with figures as (
    select *, 1 as kind_rank from budget_figures
    union all
    select *, 2 as kind_rank from account_figures
),

tabled as (
    select
        figures.department_id,
        figures.fiscal_year,
        figures.document_id,
        place.measure,
        figures.amount,
        figures.half_width,
        figures.locator,
        -- A later document's column of this year comes last, whichever kind of document it stands in.
        figures.kind_rank + 2 * figures.source_rank as source_rank,
        place.place,
        figures.ordinal
    from figures
    inner join seed_budget_places as place
        on figures.statement = place.statement
        and figures.row_code = place.row_code
        and case
            when figures.column_key = 'budget' and figures.budget_kind = 'initial' then 'initial_budget'
            else figures.column_key
        end = place.column_key
    inner join seed_measures as measure on place.measure = measure.measure
    where
        figures.amount is not null
        and (
            measure.any_fund
            or figures.fund = measure.fund
            or figures.statement in ('performance_base', 'overall_evaluation')
        )
),

claims as (
    select *, 1 as kind_rank from budget_claims
    union all
    select *, 2 as kind_rank from account_claims
),

stated as (
    select
        claims.department_id,
        claims.fiscal_year - case when claims.column_key = 'prior_initial_budget' then 1 else 0 end
            as fiscal_year,
        claims.document_id,
        claims.measure,
        claims.stated_value as amount,
        claims.half_width,
        claims.locator,
        claims.kind_rank
        + 2 * (
            claims.source_rank
            + case when claims.column_key = 'prior_initial_budget' then 2 else 0 end
        ) as source_rank,
        10 as place,
        claims.ordinal
    from claims
    inner join seed_measures as measure on claims.measure = measure.measure
    where
        claims.claim_kind = 'amount'
        and claims.column_key in ('initial_budget', 'prior_initial_budget')
        and claims.unit = '万元'
        and not claims.is_detail
        and (claims.subject_code is null or claims.subject_code = 'total')
        and (measure.any_fund or coalesce(claims.fund, measure.fund) = measure.fund)
)

select every_source.*
from (
    select * from tabled
    union all
    select * from stated
) as every_source
inner join dim_bodies as bodies on every_source.department_id = bodies.department_id
where bodies.founded_year is null or every_source.fiscal_year >= bodies.founded_year;

create or replace table fct_initial_budgets as
with ranked as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year, measure
            order by source_rank, document_id desc, place, ordinal
        ) as position
    from fct_initial_budget_sources
),

main as (
    select * from ranked where position = 1
),

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
    main.amount as initial_budget,
    main.half_width,
    main.locator,
    main.document_id,
    others.amount as alt_initial_budget,
    others.half_width as alt_half_width,
    others.locator as alt_locator,
    others.document_id as alt_document_id
from main
left join others
    on main.department_id = others.department_id
    and main.fiscal_year = others.fiscal_year
    and main.measure = others.measure
    and others.position = 1;

create or replace table fct_prior_initial_budgets as
with stated as (
    select
        claims.department_id,
        claims.fiscal_year,
        claims.measure,
        claims.stated_value,
        claims.half_width,
        claims.locator,
        claims.document_id,
        row_number() over (
            partition by claims.department_id, claims.fiscal_year, claims.measure
            order by claims.source_rank, claims.is_detail, claims.document_id desc, claims.ordinal
        ) as position
    from budget_claims as claims
    inner join seed_measures as measure on claims.measure = measure.measure
    where
        claims.claim_kind = 'change'
        and claims.base = 'prior_initial_budget'
        and claims.unit = '万元'
        and (claims.subject_code is null or claims.subject_code = 'total')
        and (measure.any_fund or coalesce(claims.fund, measure.fund) = measure.fund)
),

candidates as (
    select
        department_id,
        fiscal_year + 1 as fiscal_year,
        measure,
        initial_budget as amount,
        half_width,
        'published' as basis,
        1 as preference,
        locator,
        document_id
    from fct_initial_budgets
    union all
    select
        department_id,
        fiscal_year + 1 as fiscal_year,
        measure,
        alt_initial_budget as amount,
        alt_half_width as half_width,
        'published' as basis,
        2 as preference,
        alt_locator as locator,
        alt_document_id as document_id
    from fct_initial_budgets
    where alt_initial_budget is not null
    union all
    select
        stated.department_id,
        stated.fiscal_year,
        stated.measure,
        cast(budgets.initial_budget - stated.stated_value as decimal(32, 6)) as amount,
        implied_half_width(budgets.half_width, stated.half_width) as half_width,
        'implied' as basis,
        3 as preference,
        stated.locator,
        stated.document_id
    from stated
    inner join fct_initial_budgets as budgets
        on stated.department_id = budgets.department_id
        and stated.fiscal_year = budgets.fiscal_year
        and stated.measure = budgets.measure
    where stated.position = 1
),

ranked as (
    select
        candidates.*,
        row_number() over (
            partition by candidates.department_id, candidates.fiscal_year, candidates.measure
            order by candidates.preference
        ) as position
    from candidates
    inner join dim_bodies as bodies on candidates.department_id = bodies.department_id
    where bodies.founded_year is null or candidates.fiscal_year > bodies.founded_year
),

main as (
    select * from ranked where position = 1
),

others as (
    select
        main.department_id,
        main.fiscal_year,
        main.measure,
        other.amount,
        other.locator,
        other.document_id,
        row_number() over (
            partition by main.department_id, main.fiscal_year, main.measure
            order by other.preference
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
    main.amount as prior_initial_budget,
    main.basis as prior_initial_budget_basis,
    main.locator as prior_initial_budget_locator,
    main.document_id as prior_initial_budget_document_id,
    others.amount as alt_prior_initial_budget,
    others.locator as alt_prior_initial_budget_locator,
    others.document_id as alt_prior_initial_budget_document_id
from main
left join others
    on main.department_id = others.department_id
    and main.fiscal_year = others.fiscal_year
    and main.measure = others.measure
    and others.position = 1;

create or replace table fct_budget_changes as
with budgets as (
    select
        department_id,
        fiscal_year,
        measure,
        initial_budget,
        'published' as initial_budget_basis,
        locator,
        document_id,
        alt_initial_budget,
        alt_locator as alt_initial_budget_locator,
        alt_document_id as alt_initial_budget_document_id
    from fct_initial_budgets
    union all
    select
        prior.department_id,
        prior.fiscal_year - 1 as fiscal_year,
        prior.measure,
        prior.prior_initial_budget as initial_budget,
        prior.prior_initial_budget_basis as initial_budget_basis,
        prior.prior_initial_budget_locator as locator,
        prior.prior_initial_budget_document_id as document_id,
        cast(null as decimal(32, 6)) as alt_initial_budget,
        cast(null as varchar) as alt_initial_budget_locator,
        cast(null as varchar) as alt_initial_budget_document_id
    from fct_prior_initial_budgets as prior
    where prior.prior_initial_budget_basis = 'implied'
),

compared as (
    select
        budgets.*,
        prior.prior_initial_budget,
        prior.prior_initial_budget_basis,
        prior.prior_initial_budget_locator,
        prior.prior_initial_budget_document_id,
        prior.alt_prior_initial_budget,
        prior.alt_prior_initial_budget_locator,
        prior.alt_prior_initial_budget_document_id,
        case
            when budgets.fiscal_year <= bodies.founded_year then 'scope_differs'
            when prior.prior_initial_budget is null then 'no_prior'
            when prior.prior_initial_budget = 0 then 'zero_base'
            else 'comparable'
        end as budget_comparability
    from budgets
    inner join dim_bodies as bodies on budgets.department_id = bodies.department_id
    left join fct_prior_initial_budgets as prior
        on budgets.department_id = prior.department_id
        and budgets.fiscal_year = prior.fiscal_year
        and budgets.measure = prior.measure
)

select
    *,
    case
        when budget_comparability = 'comparable'
            then cast(initial_budget - prior_initial_budget as decimal(32, 6))
    end as budget_change,
    case
        when budget_comparability = 'comparable'
            then percent(initial_budget - prior_initial_budget, prior_initial_budget)
    end as budget_change_pct
from compared;
