-- purpose:  The money of projects adds up: the sources of one project to its total, the projects of a body to what it spent on
--           projects, what the text says of all of them to both; and each has the same money in all places. Projects passed
--           on to others are not in the body's sum, and where not all projects are listed nothing can be added up.
-- grain:    one row per evaluation and column of money, per body with evaluations, per sentence on all projects, and per
--           project and other place of its money

with money as (
    select
        document_id,
        department_id,
        fiscal_year,
        place_section,
        row_code,
        row_name,
        column_key,
        column_name,
        amount,
        half_width,
        number_id,
        locator
    from fct_numbers
    where
        statement = 'project_evaluation'
        and unit = '万元'
        and column_key in ('initial_budget', 'revised_budget', 'actual')
),

sources as (
    select
        document_id,
        department_id,
        place_section,
        column_key,
        cast(sum(amount) as decimal(32, 6)) as amount,
        cast(sum(half_width) as decimal(32, 8)) as half_width,
        max(amount) as largest,
        string_agg(cast(number_id as varchar), ',' order by number_id) as numbers,
        string_agg(row_name || ' ' || plain(amount), ' + ' order by number_id) as addends,
        count(*) as listed,
        count(distinct row_code) as named
    from money
    where row_code is distinct from 'total'
    group by document_id, department_id, place_section, column_key
),

unplaced as (
    select distinct
        document_id,
        place_section
    from stg_unplaced
),

whole as (
    select
        money.*,
        count(*) over (
            partition by money.document_id, money.department_id, money.place_section, money.column_key
        ) as totals
    from money
    where row_code = 'total'
),

source_sums as (
    select
        whole.*,
        sources.amount as source_amount,
        sources.half_width as source_half_width,
        sources.numbers as source_numbers,
        sources.addends,
        sources.largest,
        unplaced.document_id is not null as has_unplaced,
        amount_verdict(whole.amount, whole.half_width, sources.amount, sources.half_width) as sum_verdict
    from whole
    inner join sources
        on whole.document_id = sources.document_id
        and whole.department_id = sources.department_id
        and whole.place_section = sources.place_section
        and whole.column_key = sources.column_key
    left join unplaced
        on whole.document_id = unplaced.document_id
        and whole.place_section = unplaced.place_section
    where whole.totals = 1 and sources.listed = sources.named
),

listed_projects as (
    select
        document_id,
        department_id,
        fiscal_year,
        count(*) as projects,
        count(executed_number) as stated,
        cast(sum(executed) as decimal(32, 6)) as amount,
        cast(sum(executed_half_width) as decimal(32, 8)) as half_width,
        string_agg(cast(executed_number as varchar), ',' order by executed_number) as numbers
    from fct_projects
    where not outside_department
    group by document_id, department_id, fiscal_year
    having count(executed_number) > 1
),

-- A project whose evaluation and base table differ: the sums then differ for that reason at least.
differing as (
    select
        projects.document_id,
        projects.department_id,
        string_agg(distinct projects.project_name, '、' order by projects.project_name) as told
    from fct_projects as projects
    inner join fct_project_mentions as mentions
        on projects.document_id = mentions.document_id
        and projects.department_id = mentions.department_id
        and projects.project_key = mentions.project_key
    where
        mentions.statement = 'performance_base'
        and mentions.column_key = 'actual'
        and not agree(projects.executed, projects.executed_half_width, mentions.amount, mentions.half_width)
    group by projects.document_id, projects.department_id
),

body_sums as (
    select
        listed.*,
        spent.amount as spent,
        spent.half_width as spent_half_width,
        spent.number_id as spent_number,
        spent.locator,
        spent.statement,
        bodies.department_name,
        differing.told,
        amount_verdict(spent.amount, spent.half_width, listed.amount, listed.half_width) as sum_verdict
    from listed_projects as listed
    inner join fct_measure_numbers as spent
        on listed.document_id = spent.document_id
        and listed.department_id = spent.department_id
        and listed.fiscal_year = spent.fiscal_year
        and spent.measure = 'project'
        and spent.kind = 'actual'
        and spent.document_position = 1
    inner join dim_bodies as bodies on listed.department_id = bodies.department_id
    left join differing
        on listed.document_id = differing.document_id
        and listed.department_id = differing.department_id
)

select
    document_id,
    department_id,
    fiscal_year,
    'project_evaluation' as statement,
    regexp_replace(place_section, '[（(][^（）()]*[）)]', '', 'g') || '·' || coalesce(column_name, column_key) as subject,
    '万元' as unit,
    row_name as left_label,
    amount as left_value,
    locator as left_locator,
    '各项资金来源之和' as right_label,
    source_amount as right_value,
    addends as right_locator,
    half_width + source_half_width as tolerance,
    case when sum_verdict = 'conflict' and has_unplaced then 'not_checkable' else sum_verdict end as verdict,
    case
        when sum_verdict = 'conflict' and has_unplaced then 'not_all_listed'
        -- The first row holds the sum of the others, and the total what is left over.
        when sum_verdict = 'conflict' and largest * 2 = source_amount + amount and amount < largest then 'shifted_rows'
    end as reason,
    null as reason_detail,
    cast(number_id as varchar) as left_numbers,
    source_numbers as right_numbers
from source_sums
union all
select
    document_id,
    department_id,
    fiscal_year,
    statement,
    department_name || '·项目支出' as subject,
    '万元' as unit,
    '项目支出' as left_label,
    spent as left_value,
    locator as left_locator,
    cast(projects as varchar) || ' 份项目自评表执行数之和' as right_label,
    amount as right_value,
    '不含转给其他单位的项目' as right_locator,
    spent_half_width + half_width as tolerance,
    case
        when sum_verdict <> 'conflict' then sum_verdict
        when told is not null or stated < projects or amount < spent then 'not_checkable'
        else 'conflict'
    end as verdict,
    case
        when sum_verdict <> 'conflict' then null
        when told is not null then 'parts_differ'
        when stated < projects or amount < spent then 'not_all_listed'
    end as reason,
    case when sum_verdict = 'conflict' then told end as reason_detail,
    cast(spent_number as varchar) as left_numbers,
    numbers as right_numbers
from body_sums
union all
select * from fct_stated_projects
union all
select * from fct_project_places
