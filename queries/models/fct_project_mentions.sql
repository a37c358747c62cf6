-- purpose:  What a body publishes of a project outside the project's own evaluation: the row of that name in its base table,
--           and what its report says of it.
-- grain:    one row per published number

create or replace table fct_project_mentions as
select
    document_id,
    department_id,
    fiscal_year,
    number_id,
    statement,
    row_name as project_name,
    project_key(row_name) as project_key,
    column_key,
    amount,
    half_width,
    locator
from fct_numbers
where
    statement = 'performance_base'
    and row_code is null
    and unit = '万元'
    and column_key = 'actual'
    and fiscal_year = document_year
union all
select
    document_id,
    department_id,
    fiscal_year,
    number_id,
    statement,
    subject as project_name,
    project_key(subject) as project_key,
    column_key,
    amount,
    half_width,
    locator
from fct_numbers
where
    statement = 'narrative'
    and claim_kind = 'amount'
    and measure is null
    and subject_code is null
    and not is_detail
    and unit = '万元'
    and column_key in ('actual', 'initial_budget', 'revised_budget');
