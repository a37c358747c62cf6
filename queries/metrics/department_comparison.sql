-- purpose:  Bodies of one level side by side, measure by measure, with their ranks by amount and by change, those of actual
--           amounts and those of initial budgets apart. What is contested or cannot be compared has no rank.
-- grain:    one row per body, fiscal year and measure; actual is null where only the budget is known
-- param:    $department VARCHAR  id of a body; null = all; ranks are among all bodies all the same
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amount
-- returns:  measure VARCHAR  id of the measure
-- returns:  measure_name VARCHAR  its name
-- returns:  fund VARCHAR  scope of money
-- returns:  body_level VARCHAR  department or unit: ranked apart
-- returns:  administrative_level VARCHAR  central, province, city, county or township; null where not known
-- returns:  region VARCHAR  administrative region; null where not known
-- returns:  actual DECIMAL(32,6)  万元
-- returns:  alt_actual DECIMAL(32,6)  万元; a second, different figure for this year
-- returns:  actual_basis VARCHAR  published, or implied by a later document
-- returns:  prior_actual DECIMAL(32,6)  万元; last year
-- returns:  prior_basis VARCHAR  published, implied or null
-- returns:  alt_prior_actual DECIMAL(32,6)  万元; a second, different figure for last year
-- returns:  contested BOOLEAN  this or last year's amount is contradicted
-- returns:  change DECIMAL(32,6)  万元; null unless comparability = 'comparable'
-- returns:  change_pct DECIMAL(32,4)  percent of last year's amount; null likewise
-- returns:  comparability VARCHAR  comparable, no_prior, zero_base or scope_differs
-- returns:  rank_actual INTEGER  1 = largest of its level and year; null where contested
-- returns:  rank_change INTEGER  1 = largest increase in 万元; null where not comparable or contested
-- returns:  rank_change_pct INTEGER  1 = largest increase in percent; null likewise
-- returns:  staff DECIMAL(32,6)  people in post at year end; null unless every unit publishes it
-- returns:  per_staff DECIMAL(32,4)  万元 a person in post; null likewise
-- returns:  initial_budget DECIMAL(32,6)  万元, 年初预算数
-- returns:  initial_budget_basis VARCHAR  published, or implied by the change that the next year's budget states
-- returns:  alt_initial_budget DECIMAL(32,6)  万元; a second, different figure for this year's budget
-- returns:  prior_initial_budget DECIMAL(32,6)  万元; last year's
-- returns:  prior_initial_budget_basis VARCHAR  published, implied or null
-- returns:  alt_prior_initial_budget DECIMAL(32,6)  万元; a second, different figure for last year's budget
-- returns:  budget_contested BOOLEAN  this or last year's budget is contradicted
-- returns:  budget_change DECIMAL(32,6)  万元; null unless budget_comparability = 'comparable'
-- returns:  budget_change_pct DECIMAL(32,4)  percent of last year's budget; null likewise
-- returns:  budget_comparability VARCHAR  as comparability; null where no budget is known
-- returns:  rank_initial_budget INTEGER  1 = largest of its level and year; null where contested
-- returns:  rank_budget_change INTEGER  1 = largest increase in 万元; null where not comparable or contested
-- returns:  rank_budget_change_pct INTEGER  1 = largest increase in percent; null likewise
-- returns:  locator VARCHAR  place of actual
-- returns:  prior_locator VARCHAR  place of prior_actual
-- returns:  initial_budget_locator VARCHAR  place of initial_budget
-- returns:  prior_initial_budget_locator VARCHAR  place of prior_initial_budget
-- returns:  staff_locator VARCHAR  places of staff
-- returns:  document_id VARCHAR  document that actual was read from; that of initial_budget where actual is null
-- returns:  initial_budget_document_id VARCHAR  document that initial_budget was read from
-- returns:  prior_initial_budget_document_id VARCHAR  document that prior_initial_budget was read from
-- returns:  alt_locator VARCHAR  place of alt_actual
-- returns:  alt_document_id VARCHAR  document it was read from
-- returns:  alt_prior_locator VARCHAR  place of alt_prior_actual
-- returns:  alt_prior_document_id VARCHAR  document it was read from
-- returns:  alt_initial_budget_locator VARCHAR  place of alt_initial_budget
-- returns:  alt_initial_budget_document_id VARCHAR  document it was read from
-- returns:  alt_prior_initial_budget_locator VARCHAR  place of alt_prior_initial_budget
-- returns:  alt_prior_initial_budget_document_id VARCHAR  document it was read from

with keys as (
    select department_id, fiscal_year, measure from fct_measure_changes
    union
    select department_id, fiscal_year, measure from fct_budget_changes
),

rows_of_bodies as (
    select
        keys.department_id,
        bodies.department_name,
        keys.fiscal_year,
        keys.measure,
        measures.measure_name,
        measures.fund,
        measures.position,
        bodies.body_level,
        bodies.parent_id,
        bodies.administrative_level,
        bodies.region,
        changes.actual,
        changes.alt_actual,
        changes.actual_basis,
        changes.prior_actual,
        changes.prior_basis,
        changes.alt_prior_actual,
        coalesce(changes.contested, false) as contested,
        changes.change,
        changes.change_pct,
        coalesce(
            changes.comparability,
            case when keys.fiscal_year <= bodies.founded_year then 'scope_differs' else 'no_prior' end
        ) as comparability,
        staff.staff,
        staff.locator as staff_locator,
        budgets.initial_budget,
        budgets.initial_budget_basis,
        budgets.alt_initial_budget,
        budgets.prior_initial_budget,
        budgets.prior_initial_budget_basis,
        budgets.alt_prior_initial_budget,
        (budgets.alt_initial_budget is not null or budgets.alt_prior_initial_budget is not null)
            as budget_contested,
        budgets.budget_change,
        budgets.budget_change_pct,
        budgets.budget_comparability,
        changes.locator,
        changes.prior_locator,
        budgets.locator as initial_budget_locator,
        budgets.prior_initial_budget_locator,
        coalesce(changes.document_id, budgets.document_id) as document_id,
        budgets.document_id as initial_budget_document_id,
        budgets.prior_initial_budget_document_id,
        changes.alt_locator,
        changes.alt_document_id,
        changes.alt_prior_locator,
        changes.alt_prior_document_id,
        budgets.alt_initial_budget_locator,
        budgets.alt_initial_budget_document_id,
        budgets.alt_prior_initial_budget_locator,
        budgets.alt_prior_initial_budget_document_id
    from keys
    inner join seed_measures as measures on keys.measure = measures.measure
    inner join dim_bodies as bodies on keys.department_id = bodies.department_id
    left join fct_measure_changes as changes
        on keys.department_id = changes.department_id
        and keys.fiscal_year = changes.fiscal_year
        and keys.measure = changes.measure
    left join fct_budget_changes as budgets
        on keys.department_id = budgets.department_id
        and keys.fiscal_year = budgets.fiscal_year
        and keys.measure = budgets.measure
    left join fct_staff as staff
        on keys.department_id = staff.department_id
        and keys.fiscal_year = staff.fiscal_year
),

-- A rank counts the bodies that are ahead: bodies without a rank are not among them.
amount_ranks as (
    select
        department_id,
        fiscal_year,
        measure,
        cast(
            rank() over (partition by body_level, fiscal_year, measure order by actual desc) as integer
        ) as rank_actual
    from rows_of_bodies
    where actual is not null and not contested
),

change_ranks as (
    select
        department_id,
        fiscal_year,
        measure,
        cast(
            rank() over (partition by body_level, fiscal_year, measure order by change desc) as integer
        ) as rank_change,
        cast(
            rank() over (partition by body_level, fiscal_year, measure order by change_pct desc) as integer
        ) as rank_change_pct
    from rows_of_bodies
    where comparability = 'comparable' and not contested
),

budget_ranks as (
    select
        department_id,
        fiscal_year,
        measure,
        cast(
            rank() over (partition by body_level, fiscal_year, measure order by initial_budget desc) as integer
        ) as rank_initial_budget
    from rows_of_bodies
    where initial_budget is not null and not budget_contested
),

budget_change_ranks as (
    select
        department_id,
        fiscal_year,
        measure,
        cast(
            rank() over (partition by body_level, fiscal_year, measure order by budget_change desc) as integer
        ) as rank_budget_change,
        cast(
            rank() over (partition by body_level, fiscal_year, measure order by budget_change_pct desc) as integer
        ) as rank_budget_change_pct
    from rows_of_bodies
    where budget_comparability = 'comparable' and not budget_contested
)

select
    bodies.department_id,
    bodies.department_name,
    bodies.fiscal_year,
    bodies.measure,
    bodies.measure_name,
    bodies.fund,
    bodies.body_level,
    bodies.administrative_level,
    bodies.region,
    bodies.actual,
    bodies.alt_actual,
    bodies.actual_basis,
    bodies.prior_actual,
    bodies.prior_basis,
    bodies.alt_prior_actual,
    bodies.contested,
    bodies.change,
    bodies.change_pct,
    bodies.comparability,
    amount_ranks.rank_actual,
    change_ranks.rank_change,
    change_ranks.rank_change_pct,
    bodies.staff,
    quotient(bodies.actual, bodies.staff) as per_staff,
    bodies.initial_budget,
    bodies.initial_budget_basis,
    bodies.alt_initial_budget,
    bodies.prior_initial_budget,
    bodies.prior_initial_budget_basis,
    bodies.alt_prior_initial_budget,
    bodies.budget_contested,
    bodies.budget_change,
    bodies.budget_change_pct,
    bodies.budget_comparability,
    budget_ranks.rank_initial_budget,
    budget_change_ranks.rank_budget_change,
    budget_change_ranks.rank_budget_change_pct,
    bodies.locator,
    bodies.prior_locator,
    bodies.initial_budget_locator,
    bodies.prior_initial_budget_locator,
    bodies.staff_locator,
    bodies.document_id,
    bodies.initial_budget_document_id,
    bodies.prior_initial_budget_document_id,
    bodies.alt_locator,
    bodies.alt_document_id,
    bodies.alt_prior_locator,
    bodies.alt_prior_document_id,
    bodies.alt_initial_budget_locator,
    bodies.alt_initial_budget_document_id,
    bodies.alt_prior_initial_budget_locator,
    bodies.alt_prior_initial_budget_document_id
from rows_of_bodies as bodies
left join amount_ranks
    on bodies.department_id = amount_ranks.department_id
    and bodies.fiscal_year = amount_ranks.fiscal_year
    and bodies.measure = amount_ranks.measure
left join change_ranks
    on bodies.department_id = change_ranks.department_id
    and bodies.fiscal_year = change_ranks.fiscal_year
    and bodies.measure = change_ranks.measure
left join budget_ranks
    on bodies.department_id = budget_ranks.department_id
    and bodies.fiscal_year = budget_ranks.fiscal_year
    and bodies.measure = budget_ranks.measure
left join budget_change_ranks
    on bodies.department_id = budget_change_ranks.department_id
    and bodies.fiscal_year = budget_change_ranks.fiscal_year
    and bodies.measure = budget_change_ranks.measure
where
    (cast($department as varchar) is null or bodies.department_id = $department)
    and (cast($year as integer) is null or bodies.fiscal_year = $year)
order by
    bodies.fiscal_year desc,
    bodies.position,
    bodies.body_level,
    bodies.actual desc nulls last,
    bodies.department_id
