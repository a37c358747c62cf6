-- purpose:  The initial budget of expenditure by functional subject as the statements of a budget publish it.
-- grain:    one row per body, fiscal year, fund (all, general_public) and subject; the total has subject_code 'total'

create or replace table fct_budget_subjects as
with every_cell as (
    select
        department_id,
        fiscal_year,
        document_id,
        source_rank,
        fund,
        row_code as subject_code,
        row_name as subject_name,
        level,
        parent_code,
        column_key,
        amount,
        half_width,
        locator
    from budget_figures
    where
        statement in ('expenditure', 'general_public_expenditure')
        and column_key in ('initial_budget', 'initial_budget_basic', 'initial_budget_project')
        and (level is not null or row_code = 'total')
        and row_code is not null
),

-- A body's statement is taken from one document, whole: parts of two do not add up.
documents as (
    select
        department_id,
        fiscal_year,
        fund,
        document_id,
        row_number() over (
            partition by department_id, fiscal_year, fund
            order by min(source_rank), document_id desc
        ) as position
    from every_cell
    group by department_id, fiscal_year, fund, document_id
)

select
    every_cell.department_id,
    every_cell.fiscal_year,
    every_cell.document_id,
    every_cell.fund,
    every_cell.subject_code,
    min(every_cell.subject_name) as subject_name,
    min(every_cell.level) as level,
    min(every_cell.parent_code) as parent_code,
    max(every_cell.amount) filter (where every_cell.column_key = 'initial_budget') as initial_budget,
    max(every_cell.amount) filter (where every_cell.column_key = 'initial_budget_basic')
        as initial_budget_basic,
    max(every_cell.amount) filter (where every_cell.column_key = 'initial_budget_project')
        as initial_budget_project,
    max(every_cell.half_width) filter (where every_cell.column_key = 'initial_budget') as half_width,
    max(every_cell.locator) filter (where every_cell.column_key = 'initial_budget') as locator
from every_cell
inner join documents
    on every_cell.department_id = documents.department_id
    and every_cell.fiscal_year = documents.fiscal_year
    and every_cell.fund = documents.fund
    and every_cell.document_id = documents.document_id
where documents.position = 1
group by
    every_cell.department_id,
    every_cell.fiscal_year,
    every_cell.document_id,
    every_cell.fund,
    every_cell.subject_code;

-- Each subject beside last year's budget of it. A year that lists its subjects has 0 for one that it leaves out: so a
-- subject that is new, or gone, has its part in the change of the total.
create or replace table fct_budget_subject_changes as
with listed_years as (
    select distinct department_id, fiscal_year, fund, document_id
    from fct_budget_subjects
    where subject_code <> 'total'
),

gone as (
    select
        before.department_id,
        before.fiscal_year + 1 as fiscal_year,
        listed_years.document_id,
        before.fund,
        before.subject_code,
        before.subject_name,
        before.level,
        before.parent_code
    from fct_budget_subjects as before
    inner join listed_years
        on before.department_id = listed_years.department_id
        and before.fiscal_year + 1 = listed_years.fiscal_year
        and before.fund = listed_years.fund
    left join fct_budget_subjects as own
        on before.department_id = own.department_id
        and before.fiscal_year + 1 = own.fiscal_year
        and before.fund = own.fund
        and before.subject_code = own.subject_code
    where
        own.subject_code is null
        and before.subject_code <> 'total'
        and before.initial_budget <> 0
),

subjects as (
    select
        department_id,
        fiscal_year,
        document_id,
        fund,
        subject_code,
        subject_name,
        level,
        parent_code,
        initial_budget,
        initial_budget_basic,
        initial_budget_project,
        locator
    from fct_budget_subjects
    union all
    select
        department_id,
        fiscal_year,
        document_id,
        fund,
        subject_code,
        subject_name,
        level,
        parent_code,
        cast(0 as decimal(32, 6)) as initial_budget,
        cast(null as decimal(32, 6)) as initial_budget_basic,
        cast(null as decimal(32, 6)) as initial_budget_project,
        cast(null as varchar) as locator
    from gone
),

compared as (
    select
        subjects.*,
        totals.initial_budget as total_budget,
        totals.locator as total_locator,
        prior_totals.initial_budget as prior_total_budget,
        case
            when subjects.fiscal_year <= bodies.founded_year then null
            when prior.initial_budget is not null then prior.initial_budget
            when listed_years.department_id is not null then cast(0 as decimal(32, 6))
        end as prior_initial_budget,
        prior.locator as prior_locator
    from subjects
    inner join dim_bodies as bodies on subjects.department_id = bodies.department_id
    left join fct_budget_subjects as totals
        on subjects.department_id = totals.department_id
        and subjects.fiscal_year = totals.fiscal_year
        and subjects.fund = totals.fund
        and totals.subject_code = 'total'
    left join fct_budget_subjects as prior_totals
        on subjects.department_id = prior_totals.department_id
        and subjects.fiscal_year - 1 = prior_totals.fiscal_year
        and subjects.fund = prior_totals.fund
        and prior_totals.subject_code = 'total'
    left join fct_budget_subjects as prior
        on subjects.department_id = prior.department_id
        and subjects.fiscal_year - 1 = prior.fiscal_year
        and subjects.fund = prior.fund
        and subjects.subject_code = prior.subject_code
    left join listed_years
        on subjects.department_id = listed_years.department_id
        and subjects.fiscal_year - 1 = listed_years.fiscal_year
        and subjects.fund = listed_years.fund
)

select
    department_id,
    fiscal_year,
    document_id,
    fund,
    subject_code,
    subject_name,
    level,
    parent_code,
    initial_budget,
    initial_budget_basic,
    initial_budget_project,
    locator,
    prior_initial_budget,
    prior_locator,
    total_budget,
    total_locator,
    cast(initial_budget - prior_initial_budget as decimal(32, 6)) as budget_change,
    percent(initial_budget - prior_initial_budget, prior_initial_budget) as budget_change_pct,
    percent(initial_budget, total_budget) as budget_share_pct,
    percent(initial_budget - prior_initial_budget, prior_total_budget) as budget_contribution_pp
from compared;
