-- purpose:  Budgets of functional subjects: as final accounts state them, else as the year's budget does; where the two
--           cannot be the same number, both.
-- grain:    one row per body, fiscal year and subject; the total has subject_code 'total'

create or replace table fct_subject_budgets as
with stated as (
    select
        department_id,
        fiscal_year,
        subject_code,
        subject as subject_name,
        column_key,
        stated_value as amount,
        half_width,
        locator,
        source_rank,
        document_id,
        ordinal
    from account_claims
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
        row_name as subject_name,
        case
            when column_key = 'initial_budget' or budget_kind = 'initial' then 'initial_budget'
            else 'revised_budget'
        end as column_key,
        amount,
        half_width,
        locator,
        source_rank,
        document_id,
        ordinal
    from account_figures
    where
        amount is not null
        and row_code is not null
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
            order by source_rank, document_id desc, ordinal
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
        source_rank,
        document_id,
        ordinal
    from account_claims
    where claim_kind = 'execution_pct' and subject_code is not null and not is_detail
    union all
    select
        department_id,
        fiscal_year,
        row_code as subject_code,
        amount as stated_value,
        locator,
        source_rank,
        document_id,
        ordinal
    from account_figures
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
            partition by department_id, fiscal_year, subject_code
            order by source_rank, document_id desc, ordinal
        ) as position
    from every_rate
),

accounts as (
    select
        department_id,
        fiscal_year,
        subject_code,
        max(subject_name) filter (where column_key = 'initial_budget') as subject_name,
        max(amount) filter (where column_key = 'initial_budget') as initial_budget,
        max(amount) filter (where column_key = 'revised_budget') as revised_budget,
        max(half_width) filter (where column_key = 'initial_budget') as half_width,
        max(locator) filter (where column_key = 'initial_budget') as initial_locator,
        max(locator) filter (where column_key = 'revised_budget') as revised_locator
    from ranked
    where position = 1
    group by department_id, fiscal_year, subject_code
),

-- The execution of subjects is that of the general public budget.
approved as (
    select * from fct_budget_subjects
    where fund = 'general_public' and initial_budget is not null
),

budgets as (
    select
        coalesce(accounts.department_id, approved.department_id) as department_id,
        coalesce(accounts.fiscal_year, approved.fiscal_year) as fiscal_year,
        coalesce(accounts.subject_code, approved.subject_code) as subject_code,
        coalesce(approved.subject_name, accounts.subject_name) as subject_name,
        coalesce(accounts.initial_budget, approved.initial_budget) as initial_budget,
        accounts.revised_budget,
        case
            when
                not agree(
                    accounts.initial_budget,
                    accounts.half_width,
                    approved.initial_budget,
                    approved.half_width
                )
                then approved.initial_budget
        end as alt_initial_budget,
        accounts.initial_budget is not null as is_stated,
        approved.locator as approved_locator,
        coalesce(
            accounts.initial_locator,
            case when accounts.initial_budget is null then approved.locator end,
            accounts.revised_locator
        ) as budget_locator
    from accounts
    full outer join approved
        on accounts.department_id = approved.department_id
        and accounts.fiscal_year = approved.fiscal_year
        and accounts.subject_code = approved.subject_code
)

select
    coalesce(budgets.department_id, rates.department_id) as department_id,
    coalesce(budgets.fiscal_year, rates.fiscal_year) as fiscal_year,
    coalesce(budgets.subject_code, rates.subject_code) as subject_code,
    budgets.subject_name,
    budgets.initial_budget,
    budgets.revised_budget,
    budgets.alt_initial_budget,
    coalesce(budgets.is_stated, false) as is_stated,
    case when budgets.alt_initial_budget is not null then budgets.approved_locator end
        as alt_budget_locator,
    coalesce(budgets.budget_locator, rates.locator) as budget_locator,
    rates.stated_value as stated_execution_pct
from budgets
full outer join (select * from rates where position = 1) as rates
    on budgets.department_id = rates.department_id
    and budgets.fiscal_year = rates.fiscal_year
    and budgets.subject_code = rates.subject_code;
