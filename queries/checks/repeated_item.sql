-- purpose:  What is listed twice: a subject explained in two sentences with the same amounts, a project evaluated in two annexes
--           with the same money, the indicators of one evaluation copied into another. Nothing is off by an amount: the
--           difference is 0, and what is wrong is that the second is there.
-- grain:    one row per repetition and the earlier place that it repeats

with told as (
    select
        document_id,
        department_id,
        fiscal_year,
        section_no,
        section_title,
        subject_code,
        sentence,
        claim_kind || coalesce(column_key, '') || coalesce(base, '') as kind,
        claim_kind,
        column_key,
        subject,
        amount,
        half_width,
        unit,
        number_id,
        locator
    from fct_numbers
    where
        record = 'claim'
        and subject_code is not null
        and subject_code <> 'total'
        and not is_detail
        and amount is not null
        and claim_kind in ('amount', 'execution_pct', 'change', 'change_pct')
),

-- Two amounts at least, one of which is not 0, and none that differs: one amount alone may well be said twice.
sentences as (
    select
        later.document_id,
        later.department_id,
        later.fiscal_year,
        later.section_title,
        later.subject_code,
        earlier.sentence as earlier_sentence,
        later.sentence,
        string_agg(cast(earlier.number_id as varchar), ',' order by earlier.number_id) as earlier_numbers,
        string_agg(cast(later.number_id as varchar), ',' order by later.number_id) as numbers,
        coalesce(
            max(later.amount) filter (where later.column_key = 'actual'),
            max(later.amount) filter (where later.claim_kind = 'amount')
        ) as amount,
        max(later.half_width) filter (where later.claim_kind = 'amount') as half_width,
        min(earlier.subject) as subject,
        min(earlier.locator) as earlier_locator,
        min(later.locator) as locator,
        row_number() over (
            partition by later.document_id, later.department_id, later.section_title, later.subject_code, later.sentence
            order by earlier.sentence
        ) as position
    from told as later
    inner join told as earlier
        on later.document_id = earlier.document_id
        and later.department_id = earlier.department_id
        and later.fiscal_year = earlier.fiscal_year
        and later.section_title = earlier.section_title
        and later.subject_code = earlier.subject_code
        and later.kind = earlier.kind
        and later.sentence > earlier.sentence
    group by
        later.document_id,
        later.department_id,
        later.fiscal_year,
        later.section_title,
        later.subject_code,
        earlier.sentence,
        later.sentence
    having
        count(*) > 1
        and bool_and(later.amount = earlier.amount and later.unit = earlier.unit)
        and max(abs(later.amount)) filter (where later.claim_kind = 'amount') > 0
),

-- The same money under the same name, or the same money where budget and spending differ and the spending is no round
-- sum: equal round sums prove nothing.
projects as materialized (
    select
        later.document_id,
        later.department_id,
        later.fiscal_year,
        later.project_name,
        later.annex,
        later.place_section,
        earlier.place_section as earlier_section,
        later.executed as amount,
        later.executed_half_width as half_width,
        later.locator,
        earlier.annex as earlier_annex,
        earlier.project_name as earlier_name,
        earlier.locator as earlier_locator,
        later.project_key is not distinct from earlier.project_key as same_name,
        concat_ws(
            ',',
            cast(later.initial_number as varchar),
            cast(later.revised_number as varchar),
            cast(later.executed_number as varchar)
        ) as numbers,
        concat_ws(
            ',',
            cast(earlier.initial_number as varchar),
            cast(earlier.revised_number as varchar),
            cast(earlier.executed_number as varchar)
        ) as earlier_numbers,
        row_number() over (partition by later.document_id, later.ordinal order by earlier.ordinal) as position
    from fct_projects as later
    inner join fct_projects as earlier
        on later.document_id = earlier.document_id
        and later.fiscal_year = earlier.fiscal_year
        and later.executed = earlier.executed
        and later.ordinal > earlier.ordinal
        and later.revised_budget is not distinct from earlier.revised_budget
        and later.initial_budget is not distinct from earlier.initial_budget
    where
        later.executed > 0
        and later.executed_number is not null
        and earlier.executed_number is not null
        and (
            later.project_key = earlier.project_key
            or (later.executed <> later.budget and later.executed <> floor(later.executed))
        )
),

indicators as materialized (
    select
        document_id,
        department_id,
        place_section,
        regexp_replace(coalesce(level_3, ''), '[[:space:]，。、；,.;]', '', 'g') as indicator,
        row_number() over (partition by document_id, department_id, place_section order by ordinal) as place
    from stg_indicators
),

-- A standard set of indicators is used again and again, and all its points are given again and again: it is the same one
-- only where the points differ from the full ones in the same places, or all words are the same.
twins as materialized (
    select
        later.document_id,
        later.department_id,
        later.fiscal_year,
        later.statement,
        later.place_section,
        later.indicator_score as amount,
        later.score_numbers as numbers,
        later.weighted,
        later.total_score_locator as locator,
        earlier.department_id as earlier_department,
        earlier.place_section as earlier_section,
        earlier.score_numbers as earlier_numbers,
        earlier.total_score_number as earlier_order,
        earlier.total_score_locator as earlier_locator,
        later.indicator_list = earlier.indicator_list as same_words,
        later.indicator_score < later.indicator_weight as has_lost_points
    from fct_evaluations as later
    inner join fct_evaluations as earlier
        on later.document_id = earlier.document_id
        and later.fiscal_year = earlier.fiscal_year
        and later.weight_list = earlier.weight_list
        and later.score_list = earlier.score_list
    where
        later.weighted > 3
        and later.total_score_number > earlier.total_score_number
),

alike as (
    select
        twins.document_id,
        twins.place_section,
        twins.earlier_section,
        count(*) as indicators,
        count(*) filter (where later.indicator = earlier.indicator) as same_indicators
    from twins
    inner join indicators as later
        on twins.document_id = later.document_id
        and twins.department_id = later.department_id
        and twins.place_section = later.place_section
    inner join indicators as earlier
        on twins.document_id = earlier.document_id
        and twins.earlier_department = earlier.department_id
        and twins.earlier_section = earlier.place_section
        and later.place = earlier.place
    group by twins.document_id, twins.place_section, twins.earlier_section
),

evaluations as (
    select
        twins.*,
        alike.same_indicators,
        row_number() over (
            partition by twins.document_id, twins.department_id, twins.place_section order by twins.earlier_order
        ) as position
    from twins
    inner join alike
        on twins.document_id = alike.document_id
        and twins.place_section = alike.place_section
        and twins.earlier_section = alike.earlier_section
    left join projects
        on twins.document_id = projects.document_id
        and twins.place_section = projects.place_section
        and twins.earlier_section = projects.earlier_section
    where
        projects.document_id is null
        and (twins.same_words or (twins.has_lost_points and alike.same_indicators * 10 >= alike.indicators * 8))
)

select
    document_id,
    department_id,
    fiscal_year,
    'narrative' as statement,
    subject || '（' || subject_code || '）' as subject,
    '万元' as unit,
    '同一节后一处的数' as left_label,
    amount as left_value,
    locator as left_locator,
    '前一处的数' as right_label,
    amount as right_value,
    earlier_locator as right_locator,
    half_width + half_width as tolerance,
    'conflict' as verdict,
    'listed_twice' as reason,
    null as reason_detail,
    numbers as left_numbers,
    earlier_numbers as right_numbers
from sentences
where position = 1
union all
select
    document_id,
    department_id,
    fiscal_year,
    'project_evaluation' as statement,
    coalesce(annex || ' ', '') || coalesce(project_name, '') as subject,
    '万元' as unit,
    '全年执行数' as left_label,
    amount as left_value,
    locator as left_locator,
    coalesce(earlier_annex || ' ', '') || coalesce(earlier_name, '') as right_label,
    amount as right_value,
    earlier_locator as right_locator,
    half_width + half_width as tolerance,
    'conflict' as verdict,
    case when same_name then 'listed_twice' else 'copied' end as reason,
    '预算数与执行数都相同' as reason_detail,
    numbers as left_numbers,
    earlier_numbers as right_numbers
from projects
where position = 1
union all
select
    document_id,
    department_id,
    fiscal_year,
    statement,
    regexp_replace(place_section, '[（(][^（）()]*[）)]', '', 'g') || '·各指标' as subject,
    '分' as unit,
    '各指标得分之和' as left_label,
    amount as left_value,
    locator as left_locator,
    regexp_replace(earlier_section, '[（(][^（）()]*[）)]', '', 'g') as right_label,
    amount as right_value,
    earlier_locator as right_locator,
    0 as tolerance,
    'conflict' as verdict,
    'copied' as reason,
    cast(weighted as varchar) || ' 个指标的分值和得分都相同，其中 ' || cast(same_indicators as varchar) || ' 项文字也相同'
        as reason_detail,
    numbers as left_numbers,
    earlier_numbers as right_numbers
from evaluations
where position = 1
