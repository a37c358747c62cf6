-- purpose:  What was budgeted and what was spent, by functional subject of level 3, and in total.
-- grain:    one row per body, fiscal year and subject; the total has subject_code 'total'; a subject that was budgeted and that
--           the year's statement does not list is a row with an actual of 0

create or replace table fct_execution as
with general as (
    select * from fct_subjects where fund = 'general_public' and (level = 3 or subject_code = 'total')
),

-- A unit publishes no statements: its only row is the total of its self-evaluation.
units as (
    select
        department_id,
        fiscal_year,
        'total' as subject_code,
        '合计' as subject_name,
        actual,
        alt_actual,
        locator,
        alt_locator
    from fct_measures
    where
        measure = 'expenditure'
        and department_id not in (select department_id from general)
),

-- A statement with data lists all that was spent, so a budgeted subject that it does not list was not spent on.
unspent as (
    select
        budgets.department_id,
        budgets.fiscal_year,
        budgets.subject_code,
        budgets.subject_name,
        cast(0 as decimal(32, 6)) as actual,
        cast(null as decimal(32, 6)) as alt_actual,
        cast(null as varchar) as locator,
        cast(null as varchar) as alt_locator,
        true as is_general
    from fct_subject_budgets as budgets
    inner join (select distinct department_id, fiscal_year from general where level = 3) as listed
        on budgets.department_id = listed.department_id
        and budgets.fiscal_year = listed.fiscal_year
    left join general
        on budgets.department_id = general.department_id
        and budgets.fiscal_year = general.fiscal_year
        and budgets.subject_code = general.subject_code
    where
        general.subject_code is null
        and length(budgets.subject_code) = 7
        and budgets.initial_budget > 0
),

actuals as (
    select
        department_id,
        fiscal_year,
        subject_code,
        subject_name,
        actual,
        alt_actual,
        locator,
        alt_locator,
        true as is_general
    from general
    union all
    select *, false as is_general from units
    union all
    select * from unspent
),

joined as (
    select
        actuals.*,
        -- A budget's subjects are of the general public budget: no base for a unit's spending of all funds.
        case
            when actuals.is_general or budgets.is_stated then budgets.initial_budget
        end as initial_budget,
        case when actuals.is_general then budgets.alt_initial_budget end as alt_initial_budget,
        budgets.revised_budget,
        budgets.stated_execution_pct,
        budgets.budget_locator,
        budgets.alt_budget_locator
    from actuals
    left join fct_subject_budgets as budgets
        on actuals.department_id = budgets.department_id
        and actuals.fiscal_year = budgets.fiscal_year
        and actuals.subject_code = budgets.subject_code
),

based as (
    select
        *,
        coalesce(initial_budget, revised_budget) as budget,
        case
            when initial_budget is not null then 'initial'
            when revised_budget is not null then 'revised'
        end as execution_base,
        alt_actual is not null or alt_initial_budget is not null as contested
    from joined
),

rated as (
    select
        *,
        case when not contested then percent(actual, budget) end as execution_pct
    from based
)

select
    rated.department_id,
    rated.fiscal_year,
    rated.subject_code,
    case when rated.subject_code = 'total' then '合计' else rated.subject_name end as subject_name,
    rated.initial_budget,
    rated.alt_initial_budget,
    rated.revised_budget,
    rated.actual,
    rated.alt_actual,
    rated.contested,
    rated.execution_pct,
    rated.execution_base,
    case
        when not rated.contested then cast(rated.actual - rated.budget as decimal(32, 6))
    end as deviation,
    case
        when rated.contested then 'contested'
        when rated.budget is null or rated.actual is null then 'not_known'
        when rated.budget = 0 and rated.actual > 0 then 'unbudgeted'
        when rated.execution_pct is null then 'not_known'
        when rated.execution_pct < 90 then 'under'
        when rated.execution_pct <= 110 then 'within'
        else 'over'
    end as status,
    rated.stated_execution_pct,
    rated.locator,
    rated.alt_locator,
    rated.budget_locator,
    rated.alt_budget_locator
from rated;
