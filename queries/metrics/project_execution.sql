-- purpose:  Each project's budget, spending, rate and score as its self-evaluation states them.
-- grain:    one row per project annex
-- param:    $department VARCHAR  id of a body, or of the department of the units that hold the projects; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body that holds the annex
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amounts
-- returns:  parent_id VARCHAR  its department, null for a department
-- returns:  unit_name VARCHAR  implementing unit as published
-- returns:  project_name VARCHAR  as published
-- returns:  initial_budget DECIMAL(32,6)  万元, 年初预算数
-- returns:  revised_budget DECIMAL(32,6)  万元, 全年预算数
-- returns:  executed DECIMAL(32,6)  万元, 全年执行数
-- returns:  execution_pct DECIMAL(32,4)  percent of the budget of execution_base
-- returns:  execution_base VARCHAR  revised where published, else initial: self-evaluations rate the whole year's budget
-- returns:  deviation DECIMAL(32,6)  万元; executed less the budget of execution_base
-- returns:  stated_execution_pct DECIMAL(32,6)  percent, as stated
-- returns:  execution_score DECIMAL(32,6)  points for execution
-- returns:  score DECIMAL(32,6)  total points
-- returns:  annex VARCHAR  number of the annex
-- returns:  outside_department BOOLEAN  passed on to others: not in the department's sum
-- returns:  outside_evidence VARCHAR  what tells so
-- returns:  repeated_of VARCHAR  earlier annex whose money this one repeats
-- returns:  locator VARCHAR  place of the money

with projects as (
    select
        *,
        -- 括号里的来源说明不属于项目名称
        regexp_replace(
            regexp_replace(project_name, '[（(].*$', ''), '[[:space:]“”"]', '', 'g'
        ) as plain_name,
        coalesce(revised_budget, initial_budget) as budget,
        case
            when revised_budget is not null then 'revised'
            when initial_budget is not null then 'initial'
        end as execution_base
    from stg_projects
),

-- The same money under the same name, or the same money where budget and spending differ: equal round sums of two
-- fully spent projects prove nothing.
repeats as (
    select
        later.document_id,
        later.ordinal,
        earlier.annex,
        row_number() over (
            partition by later.document_id, later.ordinal order by earlier.ordinal
        ) as position
    from projects as later
    inner join projects as earlier
        on later.document_id = earlier.document_id
        and later.ordinal > earlier.ordinal
        and later.executed = earlier.executed
        and later.revised_budget is not distinct from earlier.revised_budget
        and later.initial_budget is not distinct from earlier.initial_budget
    where
        later.executed > 0
        and (later.plain_name = earlier.plain_name or later.executed <> later.budget)
)

select
    projects.department_id,
    bodies.department_name,
    projects.fiscal_year,
    bodies.parent_id,
    projects.unit_name,
    projects.project_name,
    projects.initial_budget,
    projects.revised_budget,
    projects.executed,
    percent(projects.executed, projects.budget) as execution_pct,
    projects.execution_base,
    cast(projects.executed - projects.budget as decimal(32, 6)) as deviation,
    projects.stated_execution_pct,
    projects.execution_score,
    projects.score,
    projects.annex,
    projects.outside_department,
    projects.outside_evidence,
    repeats.annex as repeated_of,
    projects.locator
from projects
inner join dim_bodies as bodies on projects.department_id = bodies.department_id
left join repeats
    on projects.document_id = repeats.document_id
    and projects.ordinal = repeats.ordinal
    and repeats.position = 1
where
    (
        cast($department as varchar) is null
        or projects.department_id = $department
        or bodies.parent_id = $department
    )
    and (cast($year as integer) is null or projects.fiscal_year = $year)
order by projects.fiscal_year desc, projects.document_id, projects.ordinal
