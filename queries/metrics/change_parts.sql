-- purpose:  What caused the change: last year's expenditure (or budget) to this year's by 类, and each 类 and 款 by what is below it.
-- grain:    one row per body, fiscal year, fund, kind of amount, whole and part; the part that cannot be attributed has no subject;
--           the changes of a whole's parts sum to its change exactly
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year, the later one; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  the later year
-- returns:  fund VARCHAR  all or general_public
-- returns:  amount_kind VARCHAR  actual or initial_budget
-- returns:  whole_code VARCHAR  total, or the subject whose parts these are
-- returns:  whole_name VARCHAR  its name
-- returns:  whole_prior_amount DECIMAL(32,6)  万元; last year
-- returns:  whole_prior_basis VARCHAR  published or implied
-- returns:  whole_amount DECIMAL(32,6)  万元; this year
-- returns:  whole_change DECIMAL(32,6)  万元
-- returns:  whole_change_pct DECIMAL(32,4)  percent of last year's amount; null where that was 0
-- returns:  whole_locator VARCHAR  place of whole_amount
-- returns:  whole_prior_locator VARCHAR  place of whole_prior_amount
-- returns:  subject_code VARCHAR  the part; null for what cannot be attributed
-- returns:  subject_name VARCHAR  its name
-- returns:  level INTEGER  1 类, 2 款, 3 项
-- returns:  prior_amount DECIMAL(32,6)  万元; 0 where last year's statement does not list it
-- returns:  prior_basis VARCHAR  published or implied
-- returns:  amount DECIMAL(32,6)  万元; 0 where this year's statement does not list it
-- returns:  change DECIMAL(32,6)  万元
-- returns:  change_pct DECIMAL(32,4)  percent of its last year's amount; null where that was 0
-- returns:  contribution_pp DECIMAL(32,4)  percentage points of the whole's last year's amount
-- returns:  locator VARCHAR  place of amount
-- returns:  prior_locator VARCHAR  place of prior_amount
-- returns:  reason VARCHAR  why it cannot be attributed: no_parts (this year lists none), no_prior_detail (last year's are not known),
--           some_prior_missing (some of last year's are not), sums_differ (the parts do not add up to their whole); else null

select
    parts.department_id,
    bodies.department_name,
    parts.fiscal_year,
    parts.fund,
    parts.amount_kind,
    parts.whole_code,
    parts.whole_name,
    parts.whole_prior_amount,
    parts.whole_prior_basis,
    parts.whole_amount,
    cast(parts.whole_amount - parts.whole_prior_amount as decimal(32, 6)) as whole_change,
    percent(parts.whole_amount - parts.whole_prior_amount, parts.whole_prior_amount) as whole_change_pct,
    parts.whole_locator,
    parts.whole_prior_locator,
    parts.subject_code,
    parts.subject_name,
    parts.level,
    parts.prior_amount,
    parts.prior_basis,
    parts.amount,
    parts.change,
    percent(parts.change, parts.prior_amount) as change_pct,
    percent(parts.change, parts.whole_prior_amount) as contribution_pp,
    parts.locator,
    parts.prior_locator,
    parts.reason
from fct_change_parts as parts
inner join dim_bodies as bodies on parts.department_id = bodies.department_id
where
    (cast($department as varchar) is null or parts.department_id = $department)
    and (cast($year as integer) is null or parts.fiscal_year = $year)
order by
    parts.department_id,
    parts.fiscal_year desc,
    parts.amount_kind,
    parts.fund,
    parts.whole_code,
    case when parts.subject_code is null then 1 else 0 end,
    abs(parts.change) desc,
    parts.subject_code
