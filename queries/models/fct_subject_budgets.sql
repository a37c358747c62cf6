-- purpose:  Budgets of functional subjects: as a final account's text states them, and as a budget document's tables do.
-- grain:    one row per body, fiscal year and subject; the total has subject_code 'total'

create or replace table fct_subject_budgets as
with stated as (
    select
        department_id,
        fiscal_year,
        subject_code,
        column_key,
        stated_value as amount,
        half_width,
        locator,
        ordinal
    from stg_claims
    where
        claim_kind = 'amount'
        and column_key in ('initial_budget', 'revised_budget')
        and subject_code is not null
        and not is_detail
),

tabled as (
    select
        department_id,
        fiscal_year,
        row_code as subject_code,
        case
            when column_key = 'initial_budget' or budget_kind = 'initial' then 'initial_budget'
            else 'revised_budget'
        end as column_key,
        amount,
        half_width,
        locator,
        ordinal
    from stg_figures
    where
        row_code is not null
        and statement in ('expenditure', 'general_public_expenditure', 'overall_evaluation')
        and (
            column_key in ('initial_budget', 'revised_budget')
            or (column_key = 'budget' and budget_kind in ('initial', 'revised'))
        )
        and (level is not null or row_code = 'total')
),

ranked as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year, subject_code, column_key
            order by ordinal
        ) as position
    from (select * from tabled union all select * from stated) as every_budget
),

every_rate as (
    select
        department_id,
        fiscal_year,
        subject_code,
        stated_value,
        locator,
        ordinal
    from stg_claims
    where claim_kind = 'execution_pct' and subject_code is not null and not is_detail
    union all
    select
        department_id,
        fiscal_year,
        row_code as subject_code,
        amount as stated_value,
        locator,
        ordinal
    from stg_figures
    where
        statement = 'overall_evaluation'
        and column_key = 'execution_pct'
        and row_code = 'total'
        and amount is not null
),

rates as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year, subject_code order by ordinal
        ) as position
    from every_rate
),

budgets as (
    select
        department_id,
        fiscal_year,
        subject_code,
        max(amount) filter (where column_key = 'initial_budget') as initial_budget,
        max(amount) filter (where column_key = 'revised_budget') as revised_budget,
        max(half_width) as half_width,
        min(locator) as budget_locator
    from ranked
    where position = 1
    group by department_id, fiscal_year, subject_code
)

select
    coalesce(budgets.department_id, rates.department_id) as department_id,
    coalesce(budgets.fiscal_year, rates.fiscal_year) as fiscal_year,
    coalesce(budgets.subject_code, rates.subject_code) as subject_code,
    budgets.initial_budget,
    budgets.revised_budget,
    budgets.half_width,
    coalesce(budgets.budget_locator, rates.locator) as budget_locator,
    rates.stated_value as stated_execution_pct
from budgets
full outer join (select * from rates where position = 1) as rates
    on budgets.department_id = rates.department_id
    and budgets.fiscal_year = rates.fiscal_year
    and budgets.subject_code = rates.subject_code;
