-- purpose:  What was budgeted and what was spent, by functional subject of level 3, and in total.
-- grain:    one row per body, fiscal year and subject; the total has subject_code 'total'; a subject that was budgeted and that
--           the year's statement does not list is a row with an actual of 0
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amounts
-- returns:  subject_code VARCHAR  7 digits, or total
-- returns:  subject_name VARCHAR  as published
-- returns:  initial_budget DECIMAL(32,6)  万元, 年初预算数
-- returns:  alt_initial_budget DECIMAL(32,6)  万元; what the year's budget says instead
-- returns:  revised_budget DECIMAL(32,6)  万元, 全年预算数
-- returns:  actual DECIMAL(32,6)  万元, general public budget
-- returns:  alt_actual DECIMAL(32,6)  万元; what the text says instead
-- returns:  contested BOOLEAN  the actual or the initial budget is contradicted
-- returns:  execution_pct DECIMAL(32,4)  percent of the budget of execution_base; null where contested or unbudgeted
-- returns:  execution_base VARCHAR  initial where published, else revised
-- returns:  deviation DECIMAL(32,6)  万元; actual less budget; null where contested
-- returns:  status VARCHAR  under (< 90), within (≤ 110), over, unbudgeted, contested or not_known
-- returns:  stated_execution_pct DECIMAL(32,6)  percent, as stated
-- returns:  locator VARCHAR  place of actual; null where the statement does not list the subject
-- returns:  alt_locator VARCHAR  place of alt_actual
-- returns:  budget_locator VARCHAR  place of the budget
-- returns:  alt_budget_locator VARCHAR  place of alt_initial_budget

select
    execution.department_id,
    bodies.department_name,
    execution.fiscal_year,
    execution.subject_code,
    execution.subject_name,
    execution.initial_budget,
    execution.alt_initial_budget,
    execution.revised_budget,
    execution.actual,
    execution.alt_actual,
    execution.contested,
    execution.execution_pct,
    execution.execution_base,
    execution.deviation,
    execution.status,
    execution.stated_execution_pct,
    execution.locator,
    execution.alt_locator,
    execution.budget_locator,
    execution.alt_budget_locator
from fct_execution as execution
inner join dim_bodies as bodies on execution.department_id = bodies.department_id
where
    (cast($department as varchar) is null or execution.department_id = $department)
    and (cast($year as integer) is null or execution.fiscal_year = $year)
order by
    coalesce(bodies.parent_id, bodies.department_id),
    bodies.body_level,
    bodies.department_id,
    execution.fiscal_year desc,
    execution.subject_code = 'total' desc,
    execution.subject_code
