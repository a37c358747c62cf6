-- purpose:  The figures as stored: every published cell, and last year's amounts that this year's document implies.
-- grain:    one row per published cell or implied amount; blank cells, which are 0 by rule, are left out
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amount
-- returns:  statement VARCHAR  statement or annex table; narrative for implied amounts
-- returns:  side VARCHAR  revenue, expenditure or null
-- returns:  row_code VARCHAR  subject code, or the word of the row
-- returns:  row_name VARCHAR  as published
-- returns:  level INTEGER  1 类, 2 款, 3 项, else null
-- returns:  column_key VARCHAR  what the column holds
-- returns:  fund VARCHAR  scope of money
-- returns:  amount DECIMAL(32,6)  万元 for money, else in `unit`
-- returns:  unit VARCHAR  万元, 人, % …
-- returns:  basis VARCHAR  published or implied
-- returns:  published_text VARCHAR  as published; null where implied
-- returns:  published_unit VARCHAR  unit it was published in
-- returns:  budget_kind VARCHAR  initial, revised, unlabelled, mixed or null
-- returns:  quarantine VARCHAR  why the figure is shown and nothing is computed from it; null for a figure that is used
-- returns:  document_id VARCHAR  document it was read from
-- returns:  locator VARCHAR  place in the document

with published as (
    select
        department_id,
        fiscal_year,
        statement,
        side,
        row_code,
        row_name,
        level,
        column_key,
        fund,
        amount,
        unit,
        'published' as basis,
        published_text,
        published_unit,
        budget_kind,
        quarantine,
        document_id,
        locator,
        ordinal
    from stg_figures
    where not is_blank
),

implied as (
    select
        candidates.department_id,
        candidates.fiscal_year - 1 as fiscal_year,
        'narrative' as statement,
        cast(null as varchar) as side,
        candidates.measure as row_code,
        measures.measure_name as row_name,
        cast(null as integer) as level,
        'actual' as column_key,
        measures.fund,
        candidates.prior_actual as amount,
        '万元' as unit,
        'implied' as basis,
        cast(null as varchar) as published_text,
        cast(null as varchar) as published_unit,
        cast(null as varchar) as budget_kind,
        cast(null as varchar) as quarantine,
        candidates.document_id,
        candidates.locator,
        cast(measures.position as integer) as ordinal
    from fct_prior_candidates as candidates
    inner join seed_measures as measures on candidates.measure = measures.measure
    where candidates.prior_basis = 'implied'
),

every_figure as (
    select * from published
    union all
    select * from implied
)

select
    every_figure.department_id,
    bodies.department_name,
    every_figure.fiscal_year,
    every_figure.statement,
    every_figure.side,
    every_figure.row_code,
    every_figure.row_name,
    every_figure.level,
    every_figure.column_key,
    every_figure.fund,
    every_figure.amount,
    every_figure.unit,
    every_figure.basis,
    every_figure.published_text,
    every_figure.published_unit,
    every_figure.budget_kind,
    every_figure.quarantine,
    every_figure.document_id,
    every_figure.locator
from every_figure
inner join dim_bodies as bodies on every_figure.department_id = bodies.department_id
where
    (cast($department as varchar) is null or every_figure.department_id = $department)
    and (cast($year as integer) is null or every_figure.fiscal_year = $year)
order by
    every_figure.fiscal_year desc,
    every_figure.document_id,
    every_figure.basis desc,
    every_figure.ordinal
