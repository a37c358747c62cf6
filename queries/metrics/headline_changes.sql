-- purpose:  Each body's headline amounts and initial budgets, and the change of each from the year before.
-- grain:    one row per body, fiscal year and measure; actual is null where only the budget is known
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amount
-- returns:  body_level VARCHAR  department or unit
-- returns:  parent_id VARCHAR  department of a unit, else null
-- returns:  founded_year INTEGER  first year of the body as it is; null where nothing says so
-- returns:  founded_evidence VARCHAR  the words that say so
-- returns:  measure VARCHAR  id of the measure
-- returns:  measure_name VARCHAR  its name
-- returns:  fund VARCHAR  scope of money
-- returns:  actual DECIMAL(32,6)  万元
-- returns:  actual_basis VARCHAR  published, or implied by a later document
-- returns:  alt_actual DECIMAL(32,6)  万元; a second, different figure for this year
-- returns:  prior_actual DECIMAL(32,6)  万元; last year
-- returns:  prior_basis VARCHAR  published, implied or null
-- returns:  alt_prior_actual DECIMAL(32,6)  万元; a second, different figure for last year
-- returns:  contested BOOLEAN  this or last year's amount is contradicted
-- returns:  change DECIMAL(32,6)  万元; null unless comparability = 'comparable'
-- returns:  change_pct DECIMAL(32,4)  percent of last year's amount; null likewise
-- returns:  comparability VARCHAR  comparable, no_prior, zero_base or scope_differs
-- returns:  claimed_change DECIMAL(32,6)  万元, as the measure's own section states it
-- returns:  claimed_change_pct DECIMAL(32,6)  percent, as stated
-- returns:  locator VARCHAR  place of actual
-- returns:  alt_locator VARCHAR  place of alt_actual
-- returns:  prior_locator VARCHAR  place of prior_actual
-- returns:  alt_prior_locator VARCHAR  place of alt_prior_actual
-- returns:  document_id VARCHAR  document that actual was read from; that of initial_budget where actual is null
-- returns:  initial_budget DECIMAL(32,6)  万元, 年初预算数
-- returns:  initial_budget_basis VARCHAR  published, or implied by the change that the next year's budget states
-- returns:  alt_initial_budget DECIMAL(32,6)  万元; a second, different figure for this year's budget
-- returns:  prior_initial_budget DECIMAL(32,6)  万元; last year's initial budget
-- returns:  prior_initial_budget_basis VARCHAR  published, implied or null
-- returns:  alt_prior_initial_budget DECIMAL(32,6)  万元; a second, different figure for last year's budget
-- returns:  budget_change DECIMAL(32,6)  万元; null unless budget_comparability = 'comparable'
-- returns:  budget_change_pct DECIMAL(32,4)  percent of last year's initial budget; null likewise
-- returns:  budget_comparability VARCHAR  comparable, no_prior, zero_base or scope_differs; null where no budget is known
-- returns:  initial_budget_locator VARCHAR  place of initial_budget
-- returns:  prior_initial_budget_locator VARCHAR  place of prior_initial_budget
-- returns:  initial_budget_document_id VARCHAR  document that initial_budget was read from
-- returns:  prior_initial_budget_document_id VARCHAR  document that prior_initial_budget was read from

with keys as (
    select department_id, fiscal_year, measure from fct_measure_changes
    union
    select department_id, fiscal_year, measure from fct_budget_changes
)

select
    keys.department_id,
    bodies.department_name,
    keys.fiscal_year,
    bodies.body_level,
    bodies.parent_id,
    bodies.founded_year,
    bodies.founded_evidence,
    keys.measure,
    measures.measure_name,
    measures.fund,
    changes.actual,
    changes.actual_basis,
    changes.alt_actual,
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
    stated.claimed_change,
    stated.claimed_change_pct,
    changes.locator,
    changes.alt_locator,
    changes.prior_locator,
    changes.alt_prior_locator,
    coalesce(changes.document_id, budgets.document_id) as document_id,
    budgets.initial_budget,
    budgets.initial_budget_basis,
    budgets.alt_initial_budget,
    budgets.prior_initial_budget,
    budgets.prior_initial_budget_basis,
    budgets.alt_prior_initial_budget,
    budgets.budget_change,
    budgets.budget_change_pct,
    budgets.budget_comparability,
    budgets.locator as initial_budget_locator,
    budgets.prior_initial_budget_locator,
    budgets.document_id as initial_budget_document_id,
    budgets.prior_initial_budget_document_id
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
left join fct_stated_changes as stated
    on keys.department_id = stated.department_id
    and keys.fiscal_year = stated.fiscal_year
    and keys.measure = stated.measure
where
    (cast($department as varchar) is null or keys.department_id = $department)
    and (cast($year as integer) is null or keys.fiscal_year = $year)
order by
    coalesce(bodies.parent_id, bodies.department_id),
    bodies.body_level,
    bodies.department_id,
    keys.fiscal_year desc,
    measures.position
