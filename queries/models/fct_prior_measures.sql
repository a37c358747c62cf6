-- purpose:  Last year's figure of each measure, from every source that has one: published by the body itself, implied by
--           this year's stated change (actual less change), or the sum of what the body's units published.
-- grain:    fct_stated_changes: one row per body, year and measure, the change as its own section states it
--           fct_prior_candidates: one row per body, year (the later one), measure and source
--           fct_prior_measures: one row per body, year (the later one) and measure

create or replace table fct_stated_changes as
with stated as (
    select
        claim.department_id,
        claim.fiscal_year,
        claim.measure,
        claim.claim_kind,
        claim.stated_value,
        claim.half_width,
        claim.locator,
        claim.document_id,
        row_number() over (
            partition by claim.department_id, claim.fiscal_year, claim.measure, claim.claim_kind
            order by claim.source_rank, claim.is_detail, claim.document_id desc, claim.ordinal
        ) as position
    from account_claims as claim
    inner join seed_measures as measure on claim.measure = measure.measure
    where
        claim.claim_kind in ('change', 'change_pct')
        and claim.base = 'prior_actual'
        and (claim.subject_code is null or claim.subject_code = 'total')
        and (measure.any_fund or coalesce(claim.fund, measure.fund) = measure.fund)
)

select
    coalesce(amount.department_id, rate.department_id) as department_id,
    coalesce(amount.fiscal_year, rate.fiscal_year) as fiscal_year,
    coalesce(amount.measure, rate.measure) as measure,
    amount.stated_value as claimed_change,
    amount.half_width as claimed_change_half_width,
    rate.stated_value as claimed_change_pct,
    coalesce(amount.locator, rate.locator) as locator,
    coalesce(amount.document_id, rate.document_id) as document_id
from (select * from stated where claim_kind = 'change' and position = 1) as amount
full outer join (select * from stated where claim_kind = 'change_pct' and position = 1) as rate
    on amount.department_id = rate.department_id
    and amount.fiscal_year = rate.fiscal_year
    and amount.measure = rate.measure;

create or replace table fct_unit_sums as
select
    unit.parent_id as department_id,
    measures.fiscal_year,
    measures.measure,
    cast(sum(measures.actual) as decimal(32, 6)) as actual,
    cast(sum(measures.half_width) as decimal(32, 8)) as half_width,
    string_agg(
        unit.department_name || ' ' || measures.locator, '；' order by unit.department_id
    ) as locator,
    max(measures.document_id) as document_id
from fct_measures as measures
inner join dim_bodies as unit on measures.department_id = unit.department_id
where unit.body_level = 'unit'
group by unit.parent_id, measures.fiscal_year, measures.measure
having count(*) = (
    select count(*) from dim_bodies as sibling where sibling.parent_id = unit.parent_id
);

-- A body has no figure of a year before it was founded, whatever is stated or implied.
create or replace table fct_prior_candidates as
with published as (
    select
        department_id,
        fiscal_year + 1 as fiscal_year,
        measure,
        actual as prior_actual,
        half_width,
        'published' as prior_basis,
        1 as preference,
        true as same_scope,
        locator,
        document_id
    from fct_measures
    union all
    select
        department_id,
        fiscal_year + 1 as fiscal_year,
        measure,
        alt_actual as prior_actual,
        alt_half_width as half_width,
        'published' as prior_basis,
        4 as preference,
        true as same_scope,
        alt_locator as locator,
        alt_document_id as document_id
    from fct_measures
    where alt_actual is not null
),

implied as (
    select
        stated.department_id,
        stated.fiscal_year,
        stated.measure,
        cast(measures.actual - stated.claimed_change as decimal(32, 6)) as prior_actual,
        implied_half_width(measures.half_width, stated.claimed_change_half_width) as half_width,
        'implied' as prior_basis,
        2 as preference,
        true as same_scope,
        stated.locator,
        stated.document_id
    from fct_stated_changes as stated
    inner join fct_measures as measures
        on stated.department_id = measures.department_id
        and stated.fiscal_year = measures.fiscal_year
        and stated.measure = measures.measure
    where stated.claimed_change is not null
),

-- The units' sum is the department's figure only where it is so this year too.
units as (
    select
        prior.department_id,
        prior.fiscal_year + 1 as fiscal_year,
        prior.measure,
        prior.actual as prior_actual,
        prior.half_width,
        'published' as prior_basis,
        3 as preference,
        coalesce(
            agree(current.actual, current.half_width, units.actual, units.half_width),
            false
        ) as same_scope,
        prior.locator,
        prior.document_id
    from fct_unit_sums as prior
    inner join fct_measures as current
        on prior.department_id = current.department_id
        and prior.fiscal_year + 1 = current.fiscal_year
        and prior.measure = current.measure
    left join fct_unit_sums as units
        on prior.department_id = units.department_id
        and prior.fiscal_year + 1 = units.fiscal_year
        and prior.measure = units.measure
)

select candidates.*
from (
    select * from published
    union all
    select * from implied
    union all
    select * from units
) as candidates
inner join dim_bodies as bodies on candidates.department_id = bodies.department_id
where bodies.founded_year is null or candidates.fiscal_year > bodies.founded_year;

create or replace table fct_prior_measures as
with ranked as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year, measure
            order by preference
        ) as position
    from fct_prior_candidates
    where same_scope
),

main as (
    select * from ranked where position = 1
),

others as (
    select
        main.department_id,
        main.fiscal_year,
        main.measure,
        other.prior_actual,
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
    where not agree(main.prior_actual, main.half_width, other.prior_actual, other.half_width)
),

other_scope as (
    select distinct
        department_id,
        fiscal_year,
        measure
    from fct_prior_candidates
    where not same_scope
)

select
    coalesce(main.department_id, other_scope.department_id) as department_id,
    coalesce(main.fiscal_year, other_scope.fiscal_year) as fiscal_year,
    coalesce(main.measure, other_scope.measure) as measure,
    main.prior_actual,
    main.half_width,
    main.prior_basis,
    main.locator as prior_locator,
    main.document_id as prior_document_id,
    others.prior_actual as alt_prior_actual,
    others.locator as alt_prior_locator,
    others.document_id as alt_prior_document_id,
    other_scope.department_id is not null and main.department_id is null as other_scope_only
from main
left join others
    on main.department_id = others.department_id
    and main.fiscal_year = others.fiscal_year
    and main.measure = others.measure
    and others.position = 1
full outer join other_scope
    on main.department_id = other_scope.department_id
    and main.fiscal_year = other_scope.fiscal_year
    and main.measure = other_scope.measure;
