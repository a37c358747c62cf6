-- purpose:  Basic expenditure of the general public budget by economic subject.
-- grain:    one row per body, fiscal year and economic subject (类, 款); actual is null where only the budget is known
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amount
-- returns:  subject_code VARCHAR  3 or 5 digits
-- returns:  subject_name VARCHAR  as published
-- returns:  level INTEGER  1 类, 2 款
-- returns:  parent_code VARCHAR  subject above, null for 类
-- returns:  actual DECIMAL(32,6)  万元; a blank cell of the statement is 0
-- returns:  share_pct DECIMAL(32,4)  percent of total_actual
-- returns:  total_actual DECIMAL(32,6)  万元; basic expenditure (人员经费 + 公用经费)
-- returns:  prior_actual DECIMAL(32,6)  万元; last year
-- returns:  prior_basis VARCHAR  published or null
-- returns:  alt_prior_actual DECIMAL(32,6)  万元; a second, different figure for last year
-- returns:  contested BOOLEAN  this or last year's amount is contradicted
-- returns:  change DECIMAL(32,6)  万元; null unless comparability = 'comparable'
-- returns:  change_pct DECIMAL(32,4)  percent of last year's amount; null likewise
-- returns:  comparability VARCHAR  comparable, no_prior, zero_base or scope_differs
-- returns:  is_blank BOOLEAN  the cell was published blank
-- returns:  locator VARCHAR  place of actual
-- returns:  prior_locator VARCHAR  place of prior_actual
-- returns:  total_locator VARCHAR  places of what total_actual is the sum of
-- returns:  document_id VARCHAR  document the amount was read from
-- returns:  initial_budget DECIMAL(32,6)  万元, 年初预算数, as the year's budget has it
-- returns:  initial_budget_locator VARCHAR  place of initial_budget

with subjects as (
    select * from fct_economic_subjects where level is not null
),

totals as (
    select
        department_id,
        fiscal_year,
        sum(actual) as actual,
        string_agg(locator, '；' order by subject_code desc) filter (where actual is not null) as locator
    from fct_economic_subjects
    where level is null
    group by department_id, fiscal_year
),

compared as (
    select
        subjects.*,
        totals.actual as total_actual,
        totals.locator as total_locator,
        case when subjects.actual is not null then prior.actual end as prior_actual,
        case when subjects.actual is not null then prior.locator end as prior_locator,
        case
            when subjects.fiscal_year <= bodies.founded_year then 'scope_differs'
            when prior.actual is null or subjects.actual is null then 'no_prior'
            when prior.actual = 0 then 'zero_base'
            else 'comparable'
        end as comparability
    from subjects
    inner join dim_bodies as bodies on subjects.department_id = bodies.department_id
    left join totals
        on subjects.department_id = totals.department_id
        and subjects.fiscal_year = totals.fiscal_year
    left join subjects as prior
        on subjects.department_id = prior.department_id
        and subjects.fiscal_year - 1 = prior.fiscal_year
        and subjects.subject_code = prior.subject_code
)

select
    compared.department_id,
    bodies.department_name,
    compared.fiscal_year,
    compared.subject_code,
    compared.subject_name,
    compared.level,
    compared.parent_code,
    compared.actual,
    percent(compared.actual, compared.total_actual) as share_pct,
    cast(compared.total_actual as decimal(32, 6)) as total_actual,
    compared.prior_actual,
    case when compared.prior_actual is not null then 'published' end as prior_basis,
    cast(null as decimal(32, 6)) as alt_prior_actual,
    false as contested,
    case
        when compared.comparability = 'comparable'
            then cast(compared.actual - compared.prior_actual as decimal(32, 6))
    end as change,
    case
        when compared.comparability = 'comparable'
            then percent(compared.actual - compared.prior_actual, compared.prior_actual)
    end as change_pct,
    compared.comparability,
    compared.is_blank,
    compared.locator,
    compared.prior_locator,
    compared.total_locator,
    compared.document_id,
    compared.initial_budget,
    compared.initial_budget_locator
from compared
inner join dim_bodies as bodies on compared.department_id = bodies.department_id
where
    (cast($department as varchar) is null or compared.department_id = $department)
    and (cast($year as integer) is null or compared.fiscal_year = $year)
order by compared.department_id, compared.fiscal_year desc, compared.subject_code
