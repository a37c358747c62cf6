-- purpose:  Every measure and functional subject over the years: its amount, as an index of its first year, and as a share.
-- grain:    one row per body, measure or subject, fund, kind of amount and fiscal year; years before a body was founded are not its own
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amount
-- returns:  item VARCHAR  measure, or code of a functional subject
-- returns:  item_name VARCHAR  its name
-- returns:  item_kind VARCHAR  measure or subject
-- returns:  level INTEGER  of a subject: 1 类, 2 款, 3 项; else null
-- returns:  fund VARCHAR  all, fiscal or general_public
-- returns:  amount_kind VARCHAR  actual or initial_budget
-- returns:  amount DECIMAL(32,6)  万元
-- returns:  basis VARCHAR  published, or implied by a later document
-- returns:  alt_amount DECIMAL(32,6)  万元; a second, different figure
-- returns:  contested BOOLEAN  there is a second, different figure
-- returns:  first_year INTEGER  year that the index starts from: the first that is known
-- returns:  first_amount DECIMAL(32,6)  万元; its amount
-- returns:  index_pct DECIMAL(32,4)  percent of the amount of first_year; null where that was 0
-- returns:  share_base VARCHAR  measure that share_pct is a share of; null where the measure is no part of another
-- returns:  base_amount DECIMAL(32,6)  万元; its amount, of the same year and kind
-- returns:  share_pct DECIMAL(32,4)  percent of base_amount
-- returns:  locator VARCHAR  place of amount
-- returns:  document_id VARCHAR  document the amount was read from
-- returns:  first_basis VARCHAR  basis of first_amount
-- returns:  first_locator VARCHAR  its place
-- returns:  first_document_id VARCHAR  document it was read from
-- returns:  base_basis VARCHAR  basis of base_amount
-- returns:  base_locator VARCHAR  its place
-- returns:  base_document_id VARCHAR  document it was read from

with measure_amounts as (
    select
        own.department_id,
        own.fiscal_year,
        own.measure,
        'actual' as amount_kind,
        own.actual as amount,
        own.actual_basis as basis,
        -- A later document may say otherwise of this year.
        coalesce(own.alt_actual, nullif(later.alt_prior_actual, own.actual)) as alt_amount,
        own.locator,
        own.document_id
    from fct_measure_changes as own
    left join fct_measure_changes as later
        on own.department_id = later.department_id
        and own.fiscal_year + 1 = later.fiscal_year
        and own.measure = later.measure
    where own.actual is not null
    union all
    select
        department_id,
        fiscal_year,
        measure,
        'initial_budget' as amount_kind,
        initial_budget as amount,
        initial_budget_basis as basis,
        alt_initial_budget as alt_amount,
        locator,
        document_id
    from fct_budget_changes
    where initial_budget is not null
),

subject_amounts as (
    select
        department_id,
        fiscal_year,
        fund,
        subject_code,
        subject_name,
        level,
        'actual' as amount_kind,
        actual as amount,
        'published' as basis,
        alt_actual as alt_amount,
        locator,
        document_id
    from fct_subjects
    where actual is not null
    union all
    -- A year that has no statement of its own is known as far as the next year's text tells.
    select
        implied.department_id,
        cast(implied.fiscal_year - 1 as integer) as fiscal_year,
        implied.fund,
        implied.subject_code,
        this_year.subject_name,
        this_year.level,
        'actual' as amount_kind,
        implied.prior_actual as amount,
        implied.prior_basis as basis,
        implied.alt_prior_actual as alt_amount,
        implied.prior_locator as locator,
        this_year.document_id
    from fct_prior_subjects as implied
    inner join fct_subjects as this_year
        on implied.department_id = this_year.department_id
        and implied.fiscal_year = this_year.fiscal_year
        and implied.fund = this_year.fund
        and implied.subject_code = this_year.subject_code
    where implied.prior_basis = 'implied'
    union all
    select
        department_id,
        fiscal_year,
        fund,
        subject_code,
        subject_name,
        level,
        'initial_budget' as amount_kind,
        initial_budget as amount,
        'published' as basis,
        cast(null as decimal(32, 6)) as alt_amount,
        locator,
        document_id
    from fct_budget_subjects
    where initial_budget is not null
),

points as (
    select
        amounts.department_id,
        amounts.fiscal_year,
        amounts.measure as item,
        measures.measure_name as item_name,
        'measure' as item_kind,
        cast(null as integer) as level,
        measures.fund,
        measures.position,
        amounts.amount_kind,
        amounts.amount,
        amounts.basis,
        amounts.alt_amount,
        case
            when amounts.measure = 'total' then null
            when
                amounts.measure in (
                    'revenue', 'expenditure', 'fiscal_total', 'general_public_expenditure',
                    'opening_carryover', 'closing_carryover'
                )
                then 'total'
            when measures.fund = 'general_public' then 'general_public_expenditure'
            else 'expenditure'
        end as share_base,
        base.amount as base_amount,
        base.basis as base_basis,
        base.locator as base_locator,
        base.document_id as base_document_id,
        amounts.locator,
        amounts.document_id
    from measure_amounts as amounts
    inner join seed_measures as measures on amounts.measure = measures.measure
    left join measure_amounts as base
        on amounts.department_id = base.department_id
        and amounts.fiscal_year = base.fiscal_year
        and amounts.amount_kind = base.amount_kind
        and base.measure = case
            when amounts.measure = 'total' then null
            when
                amounts.measure in (
                    'revenue', 'expenditure', 'fiscal_total', 'general_public_expenditure',
                    'opening_carryover', 'closing_carryover'
                )
                then 'total'
            when measures.fund = 'general_public' then 'general_public_expenditure'
            else 'expenditure'
        end
    union all
    select
        amounts.department_id,
        amounts.fiscal_year,
        amounts.subject_code as item,
        amounts.subject_name as item_name,
        'subject' as item_kind,
        amounts.level,
        amounts.fund,
        100 as position,
        amounts.amount_kind,
        amounts.amount,
        amounts.basis,
        amounts.alt_amount,
        case amounts.fund when 'all' then 'expenditure' else 'general_public_expenditure' end as share_base,
        base.amount as base_amount,
        base.basis as base_basis,
        base.locator as base_locator,
        base.document_id as base_document_id,
        amounts.locator,
        amounts.document_id
    from subject_amounts as amounts
    left join subject_amounts as base
        on amounts.department_id = base.department_id
        and amounts.fiscal_year = base.fiscal_year
        and amounts.fund = base.fund
        and amounts.amount_kind = base.amount_kind
        and base.subject_code = 'total'
    where amounts.subject_code <> 'total'
),

own_years as (
    select
        points.*,
        bodies.department_name,
        row_number() over (
            partition by
                points.department_id, points.item, points.item_kind, points.fund, points.amount_kind, points.fiscal_year
            order by points.basis desc, points.locator
        ) as preference
    from points
    inner join dim_bodies as bodies on points.department_id = bodies.department_id
    where bodies.founded_year is null or points.fiscal_year >= bodies.founded_year
),

indexed as (
    select
        own_years.*,
        first_value(fiscal_year) over series as first_year,
        first_value(amount) over series as first_amount,
        first_value(basis) over series as first_basis,
        first_value(locator) over series as first_locator,
        first_value(document_id) over series as first_document_id
    from own_years
    where preference = 1
    window series as (
        partition by department_id, item, item_kind, fund, amount_kind
        order by fiscal_year
    )
)

select
    department_id,
    department_name,
    fiscal_year,
    item,
    item_name,
    item_kind,
    level,
    fund,
    amount_kind,
    amount,
    basis,
    alt_amount,
    alt_amount is not null as contested,
    first_year,
    first_amount,
    percent(amount, first_amount) as index_pct,
    share_base,
    base_amount,
    percent(amount, base_amount) as share_pct,
    locator,
    document_id,
    first_basis,
    first_locator,
    first_document_id,
    base_basis,
    base_locator,
    base_document_id
from indexed
where
    (cast($department as varchar) is null or department_id = $department)
    and (cast($year as integer) is null or fiscal_year = $year)
order by
    department_id,
    item_kind,
    position,
    item,
    fund,
    amount_kind,
    fiscal_year
