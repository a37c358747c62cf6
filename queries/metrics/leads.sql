-- purpose:  What stands out, over all bodies: large changes and the subjects behind them, spending without a budget, execution far
--           off its budget, contradictions in a disclosure. A list to start a story from.
-- grain:    one row per body, fiscal year, kind and subject, the weightiest of each body first
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  body_level VARCHAR  department or unit
-- returns:  fiscal_year INTEGER  year
-- returns:  kind VARCHAR  change, budget_change, driver, unbudgeted, execution or contradiction
-- returns:  subject_id VARCHAR  measure, subject code, or finding_id of a contradiction
-- returns:  subject VARCHAR  its name
-- returns:  amount DECIMAL(32,6)  万元; this year's amount, or the left number of a contradiction
-- returns:  base_amount DECIMAL(32,6)  万元; last year's amount or the budget, or the right number of a contradiction
-- returns:  difference DECIMAL(32,6)  万元; amount less base_amount (points where unit is %)
-- returns:  difference_pct DECIMAL(32,4)  percent of base_amount; null where that is 0 or not an amount
-- returns:  base VARCHAR  prior_actual, prior_initial_budget, initial_budget, revised_budget or other_number
-- returns:  unit VARCHAR  万元 or %
-- returns:  weight_pct DECIMAL(32,4)  percent of the body's total that the difference is; null for percentages
-- returns:  severity INTEGER  of a contradiction, else null
-- returns:  message VARCHAR  the sentence of a contradiction, else null
-- returns:  locator VARCHAR  place of amount
-- returns:  base_locator VARCHAR  place of base_amount

with totals as (
    select
        department_id,
        fiscal_year,
        max(total) as total
    from (
        select department_id, fiscal_year, actual as total
        from fct_measures
        where measure in ('total', 'expenditure')
        union all
        select department_id, fiscal_year, initial_budget as total
        from fct_budget_changes
        where measure in ('total', 'expenditure')
    ) as every_total
    group by department_id, fiscal_year
),

changes as (
    select
        changes.department_id,
        changes.fiscal_year,
        'change' as kind,
        changes.measure as subject_id,
        measures.measure_name as subject,
        changes.actual as amount,
        changes.prior_actual as base_amount,
        changes.change as difference,
        changes.change_pct as difference_pct,
        'prior_actual' as base,
        changes.locator,
        changes.prior_locator as base_locator
    from fct_measure_changes as changes
    inner join seed_measures as measures on changes.measure = measures.measure
    where
        changes.comparability = 'comparable'
        and not changes.contested
        and changes.actual_basis = 'published'
        and abs(changes.change_pct) >= 10
),

budget_changes as (
    select
        changes.department_id,
        changes.fiscal_year,
        'budget_change' as kind,
        changes.measure as subject_id,
        measures.measure_name as subject,
        changes.initial_budget as amount,
        changes.prior_initial_budget as base_amount,
        changes.budget_change as difference,
        changes.budget_change_pct as difference_pct,
        'prior_initial_budget' as base,
        changes.locator,
        changes.prior_initial_budget_locator as base_locator
    from fct_budget_changes as changes
    inner join seed_measures as measures on changes.measure = measures.measure
    where
        changes.budget_comparability = 'comparable'
        and changes.alt_initial_budget is null
        and changes.alt_prior_initial_budget is null
        and abs(changes.budget_change_pct) >= 10
),

-- A subject of the first level that makes a fifth or more of the total's change, both years' statements known.
drivers as (
    select
        department_id,
        fiscal_year,
        'driver' as kind,
        subject_code as subject_id,
        subject_name as subject,
        amount,
        prior_amount as base_amount,
        change as difference,
        percent(change, prior_amount) as difference_pct,
        case amount_kind when 'actual' then 'prior_actual' else 'prior_initial_budget' end as base,
        locator,
        prior_locator as base_locator
    from fct_change_parts
    where
        whole_code = 'total'
        and fund = 'all'
        and subject_code is not null
        and abs(change) * 5 >= abs(whole_amount - whole_prior_amount)
        and change <> 0
),

executions as (
    select
        department_id,
        fiscal_year,
        case status when 'unbudgeted' then 'unbudgeted' else 'execution' end as kind,
        subject_code as subject_id,
        subject_name as subject,
        actual as amount,
        coalesce(initial_budget, revised_budget) as base_amount,
        deviation as difference,
        percent(deviation, coalesce(initial_budget, revised_budget)) as difference_pct,
        case when initial_budget is not null then 'initial_budget' else 'revised_budget' end as base,
        locator,
        budget_locator as base_locator
    from fct_execution
    where
        status = 'unbudgeted'
        or (status in ('under', 'over') and abs(execution_pct - 100) >= 30)
),

contradictions as (
    select
        department_id,
        fiscal_year,
        'contradiction' as kind,
        finding_id as subject_id,
        subject,
        left_value as amount,
        right_value as base_amount,
        difference,
        'other_number' as base,
        unit,
        severity,
        message,
        left_locator as locator,
        right_locator as base_locator
    from fct_findings
    where verdict = 'conflict' and follows_from is null and severity >= 3
),

-- Totals of several names are one lead where they are the same amounts, to the cent of a 万元 that texts round to.
amounts as (
    select
        *,
        row_number() over (
            partition by
                department_id,
                fiscal_year,
                kind,
                case
                    when kind in ('change', 'budget_change')
                        then plain(round(amount, 2)) || '/' || plain(round(base_amount, 2))
                    else subject_id
                end
            order by position
        ) as occurrence
    from (
        select changes.*, measures.position
        from (select * from changes union all select * from budget_changes) as changes
        inner join seed_measures as measures on changes.subject_id = measures.measure
        union all
        select *, 0 as position
        from (select * from drivers union all select * from executions) as others
    ) as every_amount
),

leads as (
    select
        department_id,
        fiscal_year,
        kind,
        subject_id,
        subject,
        amount,
        base_amount,
        difference,
        difference_pct,
        base,
        locator,
        base_locator,
        '万元' as unit,
        cast(null as integer) as severity,
        cast(null as varchar) as message
    from amounts
    where occurrence = 1
    union all
    select
        department_id,
        fiscal_year,
        kind,
        subject_id,
        subject,
        amount,
        base_amount,
        difference,
        null as difference_pct,
        base,
        locator,
        base_locator,
        unit,
        severity,
        message
    from contradictions
)

select
    leads.department_id,
    bodies.department_name,
    bodies.body_level,
    leads.fiscal_year,
    leads.kind,
    leads.subject_id,
    leads.subject,
    leads.amount,
    leads.base_amount,
    leads.difference,
    leads.difference_pct,
    leads.base,
    leads.unit,
    case
        when leads.unit = '万元' then percent(abs(leads.difference), totals.total)
    end as weight_pct,
    leads.severity,
    leads.message,
    leads.locator,
    leads.base_locator
from leads
inner join dim_bodies as bodies on leads.department_id = bodies.department_id
left join totals
    on leads.department_id = totals.department_id
    and leads.fiscal_year = totals.fiscal_year
where
    (cast($department as varchar) is null or leads.department_id = $department)
    and (cast($year as integer) is null or leads.fiscal_year = $year)
order by
    case when leads.unit = '万元' then percent(abs(leads.difference), totals.total) end desc nulls last,
    leads.severity desc nulls last,
    leads.department_id,
    leads.fiscal_year desc,
    leads.kind,
    leads.subject_id
