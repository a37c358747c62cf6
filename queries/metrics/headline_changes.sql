-- purpose:  Each body's headline amounts and their change from the year before.
-- grain:    one row per body, fiscal year and measure
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amount
-- returns:  body_level VARCHAR  department or unit
-- returns:  parent_id VARCHAR  department of a unit, else null
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
-- returns:  document_id VARCHAR  document the amount was read from

select
    changes.department_id,
    bodies.department_name,
    changes.fiscal_year,
    bodies.body_level,
    bodies.parent_id,
    changes.measure,
    measures.measure_name,
    measures.fund,
    changes.actual,
    changes.actual_basis,
    changes.alt_actual,
    changes.prior_actual,
    changes.prior_basis,
    changes.alt_prior_actual,
    changes.contested,
    changes.change,
    changes.change_pct,
    changes.comparability,
    stated.claimed_change,
    stated.claimed_change_pct,
    changes.locator,
    changes.alt_locator,
    changes.prior_locator,
    changes.alt_prior_locator,
    source.document_id
from fct_measure_changes as changes
inner join seed_measures as measures on changes.measure = measures.measure
inner join dim_bodies as bodies on changes.department_id = bodies.department_id
left join fct_stated_changes as stated
    on changes.department_id = stated.department_id
    and changes.fiscal_year = stated.fiscal_year
    and changes.measure = stated.measure
left join dim_sources as source
    on changes.department_id = source.department_id
    and changes.fiscal_year = source.fiscal_year
where
    (cast($department as varchar) is null or changes.department_id = $department)
    and (cast($year as integer) is null or changes.fiscal_year = $year)
order by
    coalesce(bodies.parent_id, bodies.department_id),
    bodies.body_level,
    bodies.department_id,
    changes.fiscal_year desc,
    measures.position
