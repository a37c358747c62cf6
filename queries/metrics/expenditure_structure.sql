-- purpose:  What the money went to, and was budgeted for, by functional subject, and each subject's part in the change of the
--           total.
-- grain:    one row per body, fiscal year, fund and functional subject (类, 款, 项); actual is null where only the budget is
--           known; a subject that last year's budget had and this year's has not is a row with a budget of 0
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amount
-- returns:  fund VARCHAR  all or general_public
-- returns:  subject_code VARCHAR  3, 5 or 7 digits
-- returns:  subject_name VARCHAR  as published
-- returns:  level INTEGER  1 类, 2 款, 3 项
-- returns:  parent_code VARCHAR  subject above, null for 类
-- returns:  actual DECIMAL(32,6)  万元
-- returns:  basic DECIMAL(32,6)  万元, 基本支出
-- returns:  project DECIMAL(32,6)  万元, 项目支出
-- returns:  share_pct DECIMAL(32,4)  percent of total_actual
-- returns:  total_actual DECIMAL(32,6)  万元; the fund's expenditure
-- returns:  alt_actual DECIMAL(32,6)  万元; what the text says instead
-- returns:  prior_actual DECIMAL(32,6)  万元; last year
-- returns:  prior_basis VARCHAR  published, implied or null
-- returns:  alt_prior_actual DECIMAL(32,6)  万元; a second, different figure for last year
-- returns:  contested BOOLEAN  this or last year's amount is contradicted
-- returns:  change DECIMAL(32,6)  万元; null unless comparability = 'comparable'
-- returns:  change_pct DECIMAL(32,4)  percent of last year's amount; null likewise
-- returns:  comparability VARCHAR  comparable, no_prior, zero_base or scope_differs
-- returns:  contribution_pp DECIMAL(32,4)  percentage points of last year's total that the change makes
-- returns:  locator VARCHAR  place of actual
-- returns:  alt_locator VARCHAR  place of alt_actual
-- returns:  prior_locator VARCHAR  place of prior_actual
-- returns:  total_locator VARCHAR  place of total_actual
-- returns:  document_id VARCHAR  document the amount was read from
-- returns:  initial_budget DECIMAL(32,6)  万元, 年初预算数, as the year's budget has it
-- returns:  initial_budget_basic DECIMAL(32,6)  万元, 基本支出
-- returns:  initial_budget_project DECIMAL(32,6)  万元, 项目支出
-- returns:  prior_initial_budget DECIMAL(32,6)  万元; last year's; 0 where last year's budget does not list the subject
-- returns:  budget_change DECIMAL(32,6)  万元; null where last year's budget is not known or of another scope
-- returns:  budget_change_pct DECIMAL(32,4)  percent of last year's budget; null likewise, and where that was 0
-- returns:  budget_share_pct DECIMAL(32,4)  percent of total_initial_budget
-- returns:  total_initial_budget DECIMAL(32,6)  万元; the fund's initial budget of expenditure
-- returns:  budget_contribution_pp DECIMAL(32,4)  percentage points of last year's total budget that the change makes
-- returns:  initial_budget_locator VARCHAR  place of initial_budget
-- returns:  prior_initial_budget_locator VARCHAR  place of prior_initial_budget
-- returns:  total_initial_budget_locator VARCHAR  place of total_initial_budget

with subjects as (
    select * from fct_subjects where subject_code <> 'total'
),

totals as (
    select department_id, fiscal_year, fund, actual, locator
    from fct_subjects
    where subject_code = 'total'
),

-- The year before must list its subjects for an absent one to be 0 there; only then is the base of the points known.
listed_years as (
    select distinct department_id, fiscal_year, fund from subjects
),

joined as (
    select
        subjects.*,
        totals.actual as total_actual,
        totals.locator as total_locator,
        prior_totals.actual as prior_total,
        case
            when prior.prior_actual is not null then prior.prior_actual
            when listed_years.department_id is not null then cast(0 as decimal(32, 6))
        end as prior_actual,
        coalesce(
            prior.prior_basis,
            case when listed_years.department_id is not null then 'published' end
        ) as prior_basis,
        prior.prior_locator,
        prior.alt_prior_actual
    from subjects
    left join totals
        on subjects.department_id = totals.department_id
        and subjects.fiscal_year = totals.fiscal_year
        and subjects.fund = totals.fund
    left join totals as prior_totals
        on subjects.department_id = prior_totals.department_id
        and subjects.fiscal_year - 1 = prior_totals.fiscal_year
        and subjects.fund = prior_totals.fund
    left join listed_years
        on subjects.department_id = listed_years.department_id
        and subjects.fiscal_year - 1 = listed_years.fiscal_year
        and subjects.fund = listed_years.fund
    left join fct_prior_subjects as prior
        on subjects.department_id = prior.department_id
        and subjects.fiscal_year = prior.fiscal_year
        and subjects.fund = prior.fund
        and subjects.subject_code = prior.subject_code
),

compared as (
    select
        joined.*,
        case
            when joined.fiscal_year <= bodies.founded_year then 'scope_differs'
            when joined.prior_actual is null then 'no_prior'
            when joined.prior_actual = 0 then 'zero_base'
            else 'comparable'
        end as comparability
    from joined
    inner join dim_bodies as bodies on joined.department_id = bodies.department_id
),

budgets as (
    select * from fct_budget_subject_changes where subject_code <> 'total'
),

keys as (
    select department_id, fiscal_year, fund, subject_code from compared
    union
    select department_id, fiscal_year, fund, subject_code from budgets
)

select
    keys.department_id,
    bodies.department_name,
    keys.fiscal_year,
    keys.fund,
    keys.subject_code,
    coalesce(compared.subject_name, budgets.subject_name) as subject_name,
    coalesce(compared.level, budgets.level) as level,
    coalesce(compared.parent_code, budgets.parent_code) as parent_code,
    compared.actual,
    compared.basic,
    compared.project,
    percent(compared.actual, compared.total_actual) as share_pct,
    compared.total_actual,
    compared.alt_actual,
    compared.prior_actual,
    compared.prior_basis,
    compared.alt_prior_actual,
    coalesce(
        compared.alt_actual is not null or compared.alt_prior_actual is not null, false
    ) as contested,
    case
        when compared.comparability = 'comparable'
            then cast(compared.actual - compared.prior_actual as decimal(32, 6))
    end as change,
    case
        when compared.comparability = 'comparable'
            then percent(compared.actual - compared.prior_actual, compared.prior_actual)
    end as change_pct,
    coalesce(
        compared.comparability,
        case when keys.fiscal_year <= bodies.founded_year then 'scope_differs' else 'no_prior' end
    ) as comparability,
    case
        when compared.comparability in ('comparable', 'zero_base')
            then percent(compared.actual - compared.prior_actual, compared.prior_total)
    end as contribution_pp,
    compared.locator,
    compared.alt_locator,
    compared.prior_locator,
    compared.total_locator,
    coalesce(compared.document_id, budgets.document_id) as document_id,
    budgets.initial_budget,
    budgets.initial_budget_basic,
    budgets.initial_budget_project,
    budgets.prior_initial_budget,
    budgets.budget_change,
    budgets.budget_change_pct,
    budgets.budget_share_pct,
    budgets.total_budget as total_initial_budget,
    budgets.budget_contribution_pp,
    budgets.locator as initial_budget_locator,
    budgets.prior_locator as prior_initial_budget_locator,
    budgets.total_locator as total_initial_budget_locator
from keys
inner join dim_bodies as bodies on keys.department_id = bodies.department_id
left join compared
    on keys.department_id = compared.department_id
    and keys.fiscal_year = compared.fiscal_year
    and keys.fund = compared.fund
    and keys.subject_code = compared.subject_code
left join budgets
    on keys.department_id = budgets.department_id
    and keys.fiscal_year = budgets.fiscal_year
    and keys.fund = budgets.fund
    and keys.subject_code = budgets.subject_code
where
    (cast($department as varchar) is null or keys.department_id = $department)
    and (cast($year as integer) is null or keys.fiscal_year = $year)
order by
    keys.department_id,
    keys.fiscal_year desc,
    keys.fund,
    keys.subject_code
