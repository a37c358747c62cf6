-- purpose:  The “三公” expenditure and its parts over the years: budget, actual, execution rate and change.
-- grain:    one row per body, fiscal year and part; actual is null where only the budget is known
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amount
-- returns:  component VARCHAR  three_public or one of its parts
-- returns:  component_name VARCHAR  its name
-- returns:  initial_budget DECIMAL(32,6)  万元
-- returns:  initial_budget_kind VARCHAR  initial, or unlabelled where the kind is inferred
-- returns:  revised_budget DECIMAL(32,6)  万元
-- returns:  unlabelled_budget DECIMAL(32,6)  万元; a budget whose kind nothing tells
-- returns:  actual DECIMAL(32,6)  万元
-- returns:  actual_basis VARCHAR  published or implied
-- returns:  execution_pct DECIMAL(32,4)  percent of the budget of execution_base; null where the actual or the budget is contradicted
-- returns:  execution_base VARCHAR  initial or revised: the kind that the document labels, the initial one first
-- returns:  stated_execution_pct DECIMAL(32,6)  percent, as stated in the text
-- returns:  alt_actual DECIMAL(32,6)  万元; a second, different figure for this year
-- returns:  prior_actual DECIMAL(32,6)  万元; last year
-- returns:  prior_basis VARCHAR  published, implied or null
-- returns:  alt_prior_actual DECIMAL(32,6)  万元; a second, different figure for last year
-- returns:  contested BOOLEAN  this or last year's amount is contradicted
-- returns:  change DECIMAL(32,6)  万元; null unless comparability = 'comparable'
-- returns:  change_pct DECIMAL(32,4)  percent of last year's amount; null likewise
-- returns:  comparability VARCHAR  comparable, no_prior, zero_base or scope_differs
-- returns:  claimed_change DECIMAL(32,6)  万元, as stated
-- returns:  claimed_change_pct DECIMAL(32,6)  percent, as stated
-- returns:  locator VARCHAR  place of actual
-- returns:  budget_locator VARCHAR  place of the budget
-- returns:  prior_locator VARCHAR  place of prior_actual
-- returns:  alt_prior_locator VARCHAR  place of alt_prior_actual
-- returns:  alt_initial_budget DECIMAL(32,6)  万元; what the year's budget says instead of initial_budget
-- returns:  alt_budget_locator VARCHAR  place of alt_initial_budget

with stated_rates as (
    select
        department_id,
        fiscal_year,
        measure,
        stated_value,
        row_number() over (
            partition by department_id, fiscal_year, measure
            order by source_rank, is_detail, document_id desc, ordinal
        ) as position
    from account_claims
    where claim_kind = 'execution_pct' and measure is not null and subject_code is null
),

keys as (
    select department_id, fiscal_year, measure from fct_measure_changes
    union
    select department_id, fiscal_year, component as measure from fct_three_public_budgets
),

joined as (
    select
        keys.department_id,
        keys.fiscal_year,
        keys.measure,
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
        changes.locator,
        changes.prior_locator,
        changes.alt_prior_locator,
        measures.position,
        measures.measure_name,
        budgets.initial_budget,
        budgets.initial_budget_kind,
        budgets.revised_budget,
        budgets.unlabelled_budget,
        budgets.alt_initial_budget,
        budgets.locator as budget_locator,
        case when budgets.alt_initial_budget is not null then budgets.alt_locator end
            as alt_budget_locator,
        case
            when budgets.initial_budget_kind = 'initial' then 'initial'
            when budgets.revised_budget is not null then 'revised'
            when budgets.initial_budget is not null then 'initial'
        end as budget_base
    from keys
    inner join seed_measures as measures on keys.measure = measures.measure
    left join fct_measure_changes as changes
        on keys.department_id = changes.department_id
        and keys.fiscal_year = changes.fiscal_year
        and keys.measure = changes.measure
    left join fct_three_public_budgets as budgets
        on keys.department_id = budgets.department_id
        and keys.fiscal_year = budgets.fiscal_year
        and keys.measure = budgets.component
    where
        keys.measure in (
            'three_public', 'overseas', 'vehicles', 'vehicle_purchase', 'vehicle_operation', 'reception'
        )
)

select
    joined.department_id,
    bodies.department_name,
    joined.fiscal_year,
    joined.measure as component,
    joined.measure_name as component_name,
    joined.initial_budget,
    joined.initial_budget_kind,
    joined.revised_budget,
    joined.unlabelled_budget,
    joined.actual,
    joined.actual_basis,
    case
        when joined.alt_actual is not null then null
        when joined.budget_base = 'initial' and joined.alt_initial_budget is not null then null
        when joined.budget_base = 'initial' then percent(joined.actual, joined.initial_budget)
        when joined.budget_base = 'revised' then percent(joined.actual, joined.revised_budget)
    end as execution_pct,
    joined.budget_base as execution_base,
    rates.stated_value as stated_execution_pct,
    joined.alt_actual,
    joined.prior_actual,
    joined.prior_basis,
    joined.alt_prior_actual,
    coalesce(joined.contested, false) as contested,
    joined.change,
    joined.change_pct,
    coalesce(
        joined.comparability,
        case when joined.fiscal_year <= bodies.founded_year then 'scope_differs' else 'no_prior' end
    ) as comparability,
    stated.claimed_change,
    stated.claimed_change_pct,
    joined.locator,
    joined.budget_locator,
    joined.prior_locator,
    joined.alt_prior_locator,
    joined.alt_initial_budget,
    joined.alt_budget_locator
from joined
inner join dim_bodies as bodies on joined.department_id = bodies.department_id
left join fct_stated_changes as stated
    on joined.department_id = stated.department_id
    and joined.fiscal_year = stated.fiscal_year
    and joined.measure = stated.measure
left join stated_rates as rates
    on joined.department_id = rates.department_id
    and joined.fiscal_year = rates.fiscal_year
    and joined.measure = rates.measure
    and rates.position = 1
where
    (cast($department as varchar) is null or joined.department_id = $department)
    and (cast($year as integer) is null or joined.fiscal_year = $year)
order by
    coalesce(bodies.parent_id, bodies.department_id),
    bodies.body_level,
    bodies.department_id,
    joined.fiscal_year desc,
    joined.position
