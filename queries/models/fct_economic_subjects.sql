-- purpose:  Basic expenditure of the general public budget by economic subject: spent, and as the year's budget has it.
-- grain:    one row per body, fiscal year and economic subject (类, 款), or personnel, operating (level is null)

create or replace table fct_economic_subjects as
with every_cell as (
    select *, 'actual' as kind from account_figures
    where statement = 'basic_expenditure' and column_key = 'actual'
    union all
    select *, 'initial_budget' as kind from budget_figures
    where statement = 'basic_expenditure' and column_key = 'initial_budget'
),

-- A statement is taken from one document, whole: parts of two do not add up.
documents as (
    select
        kind,
        department_id,
        fiscal_year,
        document_id,
        row_number() over (
            partition by kind, department_id, fiscal_year
            order by min(source_rank), document_id desc
        ) as position
    from every_cell
    group by kind, department_id, fiscal_year, document_id
),

cells as (
    select
        every_cell.*,
        row_number() over (
            partition by
                every_cell.kind,
                every_cell.department_id,
                every_cell.fiscal_year,
                every_cell.row_code
            order by every_cell.ordinal
        ) as position
    from every_cell
    inner join documents
        on every_cell.kind = documents.kind
        and every_cell.department_id = documents.department_id
        and every_cell.fiscal_year = documents.fiscal_year
        and every_cell.document_id = documents.document_id
    where
        documents.position = 1
        and every_cell.amount is not null
        and (every_cell.level is not null or every_cell.row_code in ('personnel', 'operating'))
),

actuals as (
    select * from cells where kind = 'actual' and position = 1
),

budgets as (
    select * from cells where kind = 'initial_budget' and position = 1
)

select
    coalesce(actuals.department_id, budgets.department_id) as department_id,
    coalesce(actuals.fiscal_year, budgets.fiscal_year) as fiscal_year,
    coalesce(actuals.document_id, budgets.document_id) as document_id,
    coalesce(actuals.row_code, budgets.row_code) as subject_code,
    coalesce(actuals.row_name, budgets.row_name) as subject_name,
    coalesce(actuals.level, budgets.level) as level,
    coalesce(actuals.parent_code, budgets.parent_code) as parent_code,
    actuals.amount as actual,
    coalesce(actuals.is_blank, false) as is_blank,
    actuals.locator,
    budgets.amount as initial_budget,
    budgets.locator as initial_budget_locator
from actuals
full outer join budgets
    on actuals.department_id = budgets.department_id
    and actuals.fiscal_year = budgets.fiscal_year
    and actuals.row_code = budgets.row_code;
