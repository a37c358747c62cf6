-- purpose:  The money of a project in its self-evaluation beside that in the base table and the report under the same name, and
--           the last two beside each other. The same columns as a check.
-- grain:    one row per project, place and column of money; one per project for the last two

create or replace table fct_project_places as
with evaluated as materialized (
    select
        document_id,
        department_id,
        fiscal_year,
        project_key,
        project_name,
        locator,
        initial_budget,
        initial_half_width,
        initial_number,
        revised_budget,
        revised_half_width,
        revised_number,
        executed,
        executed_half_width,
        executed_number,
        count(*) over (partition by document_id, department_id, project_key) as namesakes
    from fct_projects as projects
    where project_key is not null
),

amounts as (
    select *, 'actual' as column_key, executed as amount, executed_half_width as half_width,
        executed_number as number_id, '全年执行数' as column_name
    from evaluated
    union all
    select *, 'initial_budget' as column_key, initial_budget as amount, initial_half_width as half_width,
        initial_number as number_id, '年初预算数' as column_name
    from evaluated
    union all
    select *, 'revised_budget' as column_key, revised_budget as amount, revised_half_width as half_width,
        revised_number as number_id, '全年预算数' as column_name
    from evaluated
),

-- Where one place has several different amounts under one name, none of them is the project's.
mentions as materialized (
    select
        document_id,
        department_id,
        fiscal_year,
        project_key,
        statement,
        column_key,
        min(amount) as amount,
        max(half_width) as half_width,
        min(number_id) as number_id,
        min(locator) as locator,
        min(project_name) as project_name
    from fct_project_mentions
    where project_key is not null
    group by document_id, department_id, fiscal_year, project_key, statement, column_key
    having min(amount) = max(amount)
),

details as (
    select
        told.number_id as told_number,
        parts.number_id,
        parts.subject,
        parts.amount
    from fct_numbers as told
    inner join fct_numbers as parts
        on told.document_id = parts.document_id
        and told.sentence = parts.sentence
    where
        told.record = 'claim'
        and parts.record = 'claim'
        and not told.is_detail
        and parts.is_detail
        and told.unit = '万元'
        and parts.unit = '万元'
),

-- What the report says was spent, and what the base table does; the report may name the part that the table leaves out.
reported as (
    select
        report.document_id,
        report.department_id,
        report.fiscal_year,
        report.project_key,
        report.project_name,
        report.number_id as report_number,
        report.amount as report_amount,
        report.half_width as report_half_width,
        report.locator as report_locator,
        base.number_id as base_number,
        base.amount as base_amount,
        base.half_width as base_half_width,
        base.locator as base_locator,
        min(details.number_id) as part_number,
        min(details.subject || ' ' || plain(details.amount)) as part_told,
        amount_verdict(report.amount, report.half_width, base.amount, base.half_width) as place_verdict
    from mentions as report
    inner join mentions as base
        on report.document_id = base.document_id
        and report.department_id = base.department_id
        and report.project_key = base.project_key
        and report.column_key = base.column_key
    left join details
        on report.number_id = details.told_number
        and abs(report.amount - base.amount) = details.amount
    where
        report.statement = 'narrative'
        and base.statement = 'performance_base'
        and report.column_key = 'actual'
    group by all
),

compared as materialized (
    select
        amounts.document_id,
        amounts.department_id,
        amounts.fiscal_year,
        amounts.project_name,
        amounts.project_key,
        amounts.column_key,
        amounts.column_name,
        amounts.amount,
        amounts.half_width,
        amounts.number_id,
        amounts.locator,
        mentions.statement as other_statement,
        mentions.amount as other_amount,
        mentions.half_width as other_half_width,
        mentions.number_id as other_number,
        mentions.locator as other_locator,
        amount_verdict(amounts.amount, amounts.half_width, mentions.amount, mentions.half_width) as place_verdict
    from amounts
    inner join mentions
        on amounts.document_id = mentions.document_id
        and amounts.department_id = mentions.department_id
        and amounts.project_key = mentions.project_key
        and amounts.column_key = mentions.column_key
    where amounts.namesakes = 1 and amounts.number_id is not null
),

-- The same project of another body of the document has exactly this amount.
elsewhere as (
    select
        compared.number_id,
        compared.other_number,
        min(mentions.number_id) as elsewhere_number,
        min(bodies.department_name) as department_name
    from compared
    inner join mentions
        on compared.document_id = mentions.document_id
        and compared.project_key = mentions.project_key
        and compared.column_key = mentions.column_key
        and compared.amount = mentions.amount
    inner join dim_bodies as bodies on mentions.department_id = bodies.department_id
    where
        compared.place_verdict = 'conflict'
        and mentions.department_id <> compared.department_id
    group by compared.number_id, compared.other_number
)

select
    compared.document_id,
    compared.department_id,
    compared.fiscal_year,
    'project_evaluation' as statement,
    compared.project_name || '·' || compared.column_name as subject,
    '万元' as unit,
    '项目自评表' as left_label,
    compared.amount as left_value,
    compared.locator as left_locator,
    case compared.other_statement when 'narrative' then '自评报告正文' else '基础数据表' end as right_label,
    compared.other_amount as right_value,
    compared.other_locator as right_locator,
    cast(compared.half_width + compared.other_half_width as decimal(32, 8)) as tolerance,
    case
        when elsewhere.number_id is not null then 'scope_differs'
        when compared.place_verdict = 'conflict' and reported.base_number is not null then 'not_checkable'
        else compared.place_verdict
    end as verdict,
    case
        when elsewhere.number_id is not null then 'other_body'
        when compared.place_verdict = 'conflict' and reported.base_number is not null then 'part_left_out'
    end as reason,
    case
        when elsewhere.number_id is not null then elsewhere.department_name
        when compared.place_verdict = 'conflict' then reported.part_told
    end as reason_detail,
    cast(compared.number_id as varchar) as left_numbers,
    concat_ws(',', cast(compared.other_number as varchar), cast(elsewhere.elsewhere_number as varchar)) as right_numbers
from compared
left join elsewhere
    on compared.number_id = elsewhere.number_id
    and compared.other_number = elsewhere.other_number
-- Where the report tells what the base table leaves out, only the report can be compared with the evaluation.
left join reported
    on compared.other_number = reported.base_number
    and reported.place_verdict = 'conflict'
    and reported.part_told is not null
union all
select
    document_id,
    department_id,
    fiscal_year,
    'narrative' as statement,
    project_name || '·执行数' as subject,
    '万元' as unit,
    '自评报告正文' as left_label,
    report_amount as left_value,
    report_locator as left_locator,
    '基础数据表' as right_label,
    base_amount as right_value,
    base_locator as right_locator,
    cast(report_half_width + base_half_width as decimal(32, 8)) as tolerance,
    case when place_verdict = 'conflict' and part_told is not null then 'scope_differs' else place_verdict end as verdict,
    case when place_verdict = 'conflict' and part_told is not null then 'named_part' end as reason,
    case when place_verdict = 'conflict' then part_told end as reason_detail,
    cast(report_number as varchar) as left_numbers,
    concat_ws(
        ',',
        cast(base_number as varchar),
        case when place_verdict = 'conflict' then cast(part_number as varchar) end
    ) as right_numbers
from reported;
