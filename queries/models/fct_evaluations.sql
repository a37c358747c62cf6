-- purpose:  The self-evaluations of projects and of whole bodies: their rows of money with budget, spending, rate and points,
--           and what their indicators count for and got.
-- grain:    fct_evaluation_rows: one row per evaluation (document, body and section) and row of money or total
--           fct_evaluations: one row per evaluation

create or replace table fct_evaluation_rows as
with cells as (
    select
        number_id,
        document_id,
        department_id,
        fiscal_year,
        statement,
        place_section,
        row_code,
        row_name,
        column_key,
        amount,
        half_width,
        published_text,
        locator,
        row_number() over (
            partition by document_id, department_id, place_section, row_code, row_name, column_key
            order by number_id
        ) as position
    from fct_numbers
    where
        statement in ('project_evaluation', 'overall_evaluation')
        and row_code is not null
        and fiscal_year = document_year
)

select
    document_id,
    department_id,
    fiscal_year,
    statement,
    place_section,
    row_code,
    row_name,
    min(number_id) as row_order,
    max(position) as listed,
    max(amount) filter (where column_key = 'initial_budget') as initial_budget,
    max(half_width) filter (where column_key = 'initial_budget') as initial_half_width,
    max(number_id) filter (where column_key = 'initial_budget') as initial_number,
    max(amount) filter (where column_key = 'revised_budget') as revised_budget,
    max(half_width) filter (where column_key = 'revised_budget') as revised_half_width,
    max(number_id) filter (where column_key = 'revised_budget') as revised_number,
    max(amount) filter (where column_key = 'actual') as executed,
    max(half_width) filter (where column_key = 'actual') as executed_half_width,
    max(number_id) filter (where column_key = 'actual') as executed_number,
    max(locator) filter (where column_key = 'actual') as executed_locator,
    max(amount) filter (where column_key = 'execution_pct') as execution_pct,
    max(half_width) filter (where column_key = 'execution_pct') as pct_half_width,
    max(number_id) filter (where column_key = 'execution_pct') as pct_number,
    max(locator) filter (where column_key = 'execution_pct') as pct_locator,
    max(amount) filter (where column_key = 'weight') as weight,
    max(number_id) filter (where column_key = 'weight') as weight_number,
    max(locator) filter (where column_key = 'weight') as weight_locator,
    max(amount) filter (where column_key = 'score') as score,
    max(number_id) filter (where column_key = 'score') as score_number,
    max(locator) filter (where column_key = 'score') as score_locator,
    -- Half of the last decimal that the score was given with.
    case max(length(regexp_extract(published_text, '[.．]([0-9]+)', 1))) filter (where column_key = 'score')
        when 0 then 0.5
        when 1 then 0.05
        when 2 then 0.005
        else 0
    end as score_half_width
from cells
group by document_id, department_id, fiscal_year, statement, place_section, row_code, row_name;

create or replace table fct_evaluations as
with indicators as (
    select
        document_id,
        department_id,
        place_section,
        cast(sum(weight) as decimal(32, 6)) as weight,
        cast(sum(score) as decimal(32, 6)) as score,
        count(weight) as weighted,
        count(score) as scored,
        count(*) filter (where weight is not null and score is null) as unscored,
        -- Something is aimed at, and no points are set against it.
        count(*) filter (
            where weight is null
            and coalesce(regexp_replace(level_3, '[[:space:]/—－无-]', '', 'g'), '') <> ''
            and coalesce(regexp_replace(target, '[[:space:]/—－无-]', '', 'g'), '') <> ''
        ) as unweighted,
        string_agg(
            coalesce(level_3, '') || ' ' || coalesce(plain(weight), '') || ' ' || coalesce(plain(score), ''),
            '；' order by ordinal
        ) as list,
        string_agg(plain(weight), ' + ' order by ordinal) as weight_list,
        string_agg(plain(score), ' + ' order by ordinal) as score_list
    from stg_indicators
    group by document_id, department_id, place_section
),

numbered as (
    select
        document_id,
        department_id,
        place_section,
        string_agg(cast(number_id as varchar), ',' order by number_id)
        filter (where record = 'indicator_weight') as weight_numbers,
        string_agg(cast(number_id as varchar), ',' order by number_id)
        filter (where record = 'indicator_score') as score_numbers
    from fct_numbers
    where record in ('indicator_weight', 'indicator_score')
    group by document_id, department_id, place_section
),

unplaced as (
    select distinct
        document_id,
        place_section
    from stg_unplaced
),

-- The points for execution stand in the row of the whole year's money, or in those of its sources where that has none.
points as (
    select
        document_id,
        department_id,
        place_section,
        weight,
        score,
        weight_number,
        score_number,
        row_number() over (
            partition by document_id, department_id, place_section
            order by case when row_code = 'total' then 0 else 1 end, row_order
        ) as position
    from fct_evaluation_rows
    where row_code <> 'total_score' and weight > 0 and score is not null
)

select
    totals.document_id,
    totals.department_id,
    totals.fiscal_year,
    totals.statement,
    totals.place_section,
    totals.listed,
    totals.weight as total_weight,
    totals.weight_number as total_weight_number,
    totals.weight_locator as total_weight_locator,
    totals.score as total_score,
    totals.score_half_width as total_score_half_width,
    totals.score_number as total_score_number,
    totals.score_locator as total_score_locator,
    points.weight as execution_weight,
    points.score as execution_score,
    points.weight_number as execution_weight_number,
    points.score_number as execution_score_number,
    indicators.weight as indicator_weight,
    indicators.score as indicator_score,
    indicators.weighted,
    indicators.unscored,
    indicators.unweighted,
    indicators.list as indicator_list,
    indicators.weight_list,
    indicators.score_list,
    numbered.weight_numbers,
    numbered.score_numbers,
    unplaced.document_id is not null as has_unplaced
from fct_evaluation_rows as totals
inner join indicators
    on totals.document_id = indicators.document_id
    and totals.department_id = indicators.department_id
    and totals.place_section = indicators.place_section
left join numbered
    on totals.document_id = numbered.document_id
    and totals.department_id = numbered.department_id
    and totals.place_section = numbered.place_section
left join points
    on totals.document_id = points.document_id
    and totals.department_id = points.department_id
    and totals.place_section = points.place_section
    and points.position = 1
left join unplaced
    on totals.document_id = unplaced.document_id
    and totals.place_section = unplaced.place_section
where totals.row_code = 'total_score';
