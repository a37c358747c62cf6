-- purpose:  The execution rate that an evaluation states is what was spent of the year's budget, for a project, each source of
--           its money, and a whole body; and the share of the establishment that is in post.
-- grain:    one row per stated rate

with totals as (
    select
        document_id,
        department_id,
        place_section,
        executed,
        revised_budget,
        initial_budget,
        execution_pct
    from fct_evaluation_rows
    where row_code = 'total' and listed = 1
),

-- A source of money that says what the year's whole says, or nothing at all, is not compared again.
stated as (
    select source.*
    from fct_evaluation_rows as source
    left join totals
        on source.document_id = totals.document_id
        and source.department_id = totals.department_id
        and source.place_section = totals.place_section
    where
        source.execution_pct is not null
        and source.row_code <> 'total_score'
        and source.listed = 1
        and (
            source.row_code = 'total'
            or not (
                source.execution_pct is not distinct from totals.execution_pct
                and source.executed is not distinct from totals.executed
                and source.revised_budget is not distinct from totals.revised_budget
                and source.initial_budget is not distinct from totals.initial_budget
            )
            and coalesce(source.executed, 0) + coalesce(source.revised_budget, source.initial_budget, 0)
            + source.execution_pct <> 0
        )
),

rates as materialized (
    select
        document_id,
        department_id,
        fiscal_year,
        statement,
        place_section,
        row_code,
        regexp_replace(place_section, '[（(][^（）()]*[）)]', '', 'g') || '·' || row_name || '的执行率' as subject,
        '自评表写明的执行率' as left_label,
        '全年执行数 ÷ ' || case when revised_budget is null then '年初预算数' else '全年预算数' end as right_label,
        execution_pct as stated,
        pct_half_width as half_width,
        pct_number,
        pct_locator as locator,
        executed as part,
        executed_half_width as part_half_width,
        executed_number as part_number,
        coalesce(revised_budget, initial_budget) as whole,
        coalesce(revised_half_width, initial_half_width) as whole_half_width,
        coalesce(revised_number, initial_number) as whole_number,
        case when revised_budget is not null then initial_budget end as initial_budget,
        case when revised_budget is not null then initial_half_width end as initial_half_width
    from stated
    union all
    -- People in post, of those on the establishment.
    select
        control.document_id,
        control.department_id,
        control.fiscal_year,
        control.statement,
        control.place_section,
        control.row_code,
        '财政供养人员控制率' as subject,
        '写明的控制率' as left_label,
        '实有人数 ÷ 编制数' as right_label,
        control.amount as stated,
        control.half_width,
        control.number_id as pct_number,
        control.locator,
        post.amount as part,
        post.half_width as part_half_width,
        post.number_id as part_number,
        quota.amount as whole,
        quota.half_width as whole_half_width,
        quota.number_id as whole_number,
        null as initial_budget,
        null as initial_half_width
    from fct_numbers as control
    inner join fct_numbers as post
        on control.document_id = post.document_id
        and control.department_id = post.department_id
        and control.fiscal_year = post.fiscal_year
        and control.place_section = post.place_section
    inner join fct_numbers as quota
        on control.document_id = quota.document_id
        and control.department_id = quota.department_id
        and control.fiscal_year = quota.fiscal_year
        and control.place_section = quota.place_section
    where
        control.row_code = 'staff_control'
        and control.unit = '%'
        and post.row_code = 'staff'
        and post.column_key = 'actual'
        and quota.row_code = 'staff_quota'
        and quota.column_key = 'actual'
),

-- The stated amounts first, then others that the rate may have been taken of.
tried as (
    select
        pct_number,
        0 as attempt,
        null as told,
        stated,
        half_width,
        part,
        part_half_width,
        whole,
        whole_half_width
    from rates
    union all
    select
        pct_number,
        1 as attempt,
        '年初预算数 ' || plain(initial_budget) as told,
        stated,
        half_width,
        part,
        part_half_width,
        initial_budget as whole,
        initial_half_width as whole_half_width
    from rates
    where initial_budget <> whole
    union all
    -- The body's income or spending as budgeted, as another place has it.
    select
        rates.pct_number,
        2 as attempt,
        '另一处公布的' || coalesce(numbers.subject, numbers.row_name) || ' ' || plain(numbers.amount) as told,
        rates.stated,
        rates.half_width,
        rates.part,
        rates.part_half_width,
        numbers.amount as whole,
        numbers.half_width as whole_half_width
    from rates
    inner join fct_numbers as numbers
        on rates.document_id = numbers.document_id
        and rates.department_id = numbers.department_id
        and rates.fiscal_year = numbers.fiscal_year
    where
        rates.statement = 'overall_evaluation'
        and rates.row_code = 'total'
        and numbers.unit = '万元'
        and numbers.column_key in ('initial_budget', 'revised_budget')
        and coalesce(numbers.measure, numbers.row_code) in ('total', 'revenue', 'expenditure')
        and numbers.amount <> rates.whole
    union all
    -- What another place says was spent on the project of the same name.
    select
        rates.pct_number,
        3 as attempt,
        '另一处公布的执行数 ' || plain(mentions.amount) as told,
        rates.stated,
        rates.half_width,
        mentions.amount as part,
        mentions.half_width as part_half_width,
        rates.whole,
        rates.whole_half_width
    from rates
    inner join fct_projects as projects
        on rates.document_id = projects.document_id
        and rates.department_id = projects.department_id
        and rates.place_section = projects.place_section
    inner join fct_project_mentions as mentions
        on projects.document_id = mentions.document_id
        and projects.department_id = mentions.department_id
        and projects.project_key = mentions.project_key
    where
        mentions.column_key = 'actual'
        and mentions.amount <> rates.part
),

verdicts as (
    select
        *,
        rate_verdict(stated, half_width, part, part_half_width, whole, whole_half_width) as verdict
    from tried
),

outcomes as (
    select
        pct_number,
        max(verdict) filter (where attempt = 0) as verdict,
        min(told) filter (where attempt in (1, 2) and verdict = 'agree') as other_budget,
        min(told) filter (where attempt = 3 and verdict = 'agree') as other_amount
    from verdicts
    group by pct_number
),

judged as (
    select
        rates.*,
        percent(rates.part, rates.whole) as computed,
        case
            when rates.part is null or rates.whole is null or (rates.whole = 0 and rates.part = 0) then 'not_checkable'
            when rates.whole = 0 then 'conflict'
            when outcomes.verdict = 'conflict' and outcomes.other_budget is not null then 'scope_differs'
            else outcomes.verdict
        end as verdict,
        outcomes.other_budget,
        outcomes.other_amount
    from rates
    inner join outcomes on rates.pct_number = outcomes.pct_number
)

select
    document_id,
    department_id,
    fiscal_year,
    statement,
    subject,
    '%' as unit,
    left_label,
    stated as left_value,
    locator as left_locator,
    right_label,
    computed as right_value,
    coalesce(plain(part), '未公布') || ' ÷ ' || coalesce(plain(whole), '未公布') as right_locator,
    case when whole <> 0 then rate_tolerance(half_width, part, part_half_width, whole, whole_half_width) end as tolerance,
    verdict,
    case
        when part is null or whole is null then 'not_published'
        when verdict = 'not_checkable' then 'zero_of_zero'
        when verdict = 'scope_differs' then 'other_budget'
        when verdict <> 'conflict' then null
        when whole = 0 then 'zero_base'
        when other_amount is not null then 'other_amount'
        when is_cut_off(stated, computed) then 'truncated'
    end as reason,
    case verdict when 'scope_differs' then other_budget when 'conflict' then other_amount end as reason_detail,
    cast(pct_number as varchar) as left_numbers,
    concat_ws(',', cast(part_number as varchar), cast(whole_number as varchar)) as right_numbers
from judged
