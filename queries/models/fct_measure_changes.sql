-- purpose:  Each measure's amount beside last year's, with the reason where they cannot be compared.
-- grain:    one row per body, fiscal year and measure; years known only through a later document's comparison included

create or replace table fct_measure_changes as
with actuals as (
    select
        department_id,
        fiscal_year,
        measure,
        actual,
        'published' as actual_basis,
        locator,
        document_id,
        alt_actual,
        alt_locator,
        alt_document_id
    from fct_measures
    union all
    select
        prior.department_id,
        prior.fiscal_year - 1 as fiscal_year,
        prior.measure,
        prior.prior_actual as actual,
        prior.prior_basis as actual_basis,
        prior.prior_locator as locator,
        prior.prior_document_id as document_id,
        prior.alt_prior_actual as alt_actual,
        prior.alt_prior_locator as alt_locator,
        prior.alt_prior_document_id as alt_document_id
    from fct_prior_measures as prior
    left join fct_measures as own
        on prior.department_id = own.department_id
        and prior.fiscal_year - 1 = own.fiscal_year
        and prior.measure = own.measure
    where own.department_id is null and prior.prior_actual is not null
),

joined as (
    select
        actuals.*,
        prior.prior_actual,
        prior.prior_basis,
        prior.prior_locator,
        prior.alt_prior_actual,
        prior.alt_prior_locator,
        prior.alt_prior_document_id,
        case
            when actuals.fiscal_year <= bodies.founded_year then 'scope_differs'
            when prior.prior_actual is null and prior.other_scope_only then 'scope_differs'
            when prior.prior_actual is null then 'no_prior'
            when prior.prior_actual = 0 then 'zero_base'
            else 'comparable'
        end as comparability
    from actuals
    inner join dim_bodies as bodies on actuals.department_id = bodies.department_id
    left join fct_prior_measures as prior
        on actuals.department_id = prior.department_id
        and actuals.fiscal_year = prior.fiscal_year
        and actuals.measure = prior.measure
)

select
    joined.department_id,
    joined.fiscal_year,
    joined.measure,
    joined.actual,
    joined.actual_basis,
    joined.locator,
    joined.document_id,
    joined.alt_actual,
    joined.alt_locator,
    joined.alt_document_id,
    joined.prior_actual,
    joined.prior_basis,
    joined.prior_locator,
    joined.alt_prior_actual,
    joined.alt_prior_locator,
    joined.alt_prior_document_id,
    joined.alt_actual is not null or joined.alt_prior_actual is not null as contested,
    joined.comparability,
    case
        when joined.comparability = 'comparable'
            then cast(joined.actual - joined.prior_actual as decimal(32, 6))
    end as change,
    case
        when joined.comparability = 'comparable'
            then percent(joined.actual - joined.prior_actual, joined.prior_actual)
    end as change_pct
from joined;
