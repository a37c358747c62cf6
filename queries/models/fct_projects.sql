-- purpose:  The projects that have a self-evaluation, with the numbers that state their money and the key of their name.
-- grain:    one row per project evaluation

create or replace table fct_projects as
with numbered as (
    select
        document_id,
        department_id,
        place_section,
        column_key,
        amount,
        min(number_id) as number_id,
        max(half_width) as half_width
    from fct_numbers
    where statement = 'project_evaluation' and unit = '万元'
    group by document_id, department_id, place_section, column_key, amount
)

select
    projects.document_id,
    projects.ordinal,
    projects.department_id,
    projects.fiscal_year,
    projects.annex,
    projects.project_name,
    projects.place_section,
    projects.unit_name,
    projects.outside_department,
    projects.locator,
    project_key(projects.project_name) as project_key,
    projects.initial_budget,
    initial.number_id as initial_number,
    initial.half_width as initial_half_width,
    projects.revised_budget,
    revised.number_id as revised_number,
    revised.half_width as revised_half_width,
    projects.executed,
    executed.number_id as executed_number,
    executed.half_width as executed_half_width,
    coalesce(projects.revised_budget, projects.initial_budget) as budget
from stg_projects as projects
left join numbered as initial
    on projects.document_id = initial.document_id
    and projects.department_id = initial.department_id
    and projects.place_section = initial.place_section
    and initial.column_key = 'initial_budget'
    and projects.initial_budget = initial.amount
left join numbered as revised
    on projects.document_id = revised.document_id
    and projects.department_id = revised.department_id
    and projects.place_section = revised.place_section
    and revised.column_key = 'revised_budget'
    and projects.revised_budget = revised.amount
left join numbered as executed
    on projects.document_id = executed.document_id
    and projects.department_id = executed.department_id
    and projects.place_section = executed.place_section
    and executed.column_key = 'actual'
    and projects.executed = executed.amount;
