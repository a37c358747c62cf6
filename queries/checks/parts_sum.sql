-- purpose:  Parts add up to their whole, by the equations of seed_equations: 基本支出 and 项目支出, the columns of a row, the
--           funds of a row, revenue and what was carried over, the three public expenses, the kinds of procurement.
-- grain:    one row per equation and place where all of its required numbers are published

-- Only the key of each number, and what its sum takes from it: wide rows are what costs time.
with cells as (
    select
        number_id,
        document_year,
        record,
        fiscal_year,
        statement,
        row_code,
        row_name,
        parent_code,
        column_key,
        column_name,
        fund,
        amount,
        half_width,
        is_blank,
        budget_kind,
        section_no,
        subject,
        measure,
        claim_kind,
        base,
        is_detail,
        locator,
        document_id || '|' || department_id || '|' || cast(fiscal_year as varchar) || '|' || statement as place,
        coalesce(side, '') as side_key,
        case
            when statement = 'basic_expenditure' and column_key = 'initial_budget' then 'actual'
            when column_key = 'initial_budget' and statement = 'income' then 'revenue'
            when column_key = 'initial_budget' then 'expenditure'
            else replace(column_key, 'initial_budget_', '')
        end as column_part,
        substr(column_key, 1, 14) = 'initial_budget' as is_budget_column
    from fct_numbers
    where unit = '万元' and column_key not in ('change', 'change_pct', 'share_pct') and amount is not null
),

keyed as materialized (
    select
        'column' as axis,
        place || '|' || row_code || '|' || row_name || '|' || fund
        || case when is_budget_column then '|budget' else '' end as grouped,
        column_part as key,
        column_name as label,
        number_id,
        amount,
        half_width,
        is_blank,
        locator
    from cells
    where
        row_code is not null
        and statement in (
            'income',
            'expenditure',
            'general_public_expenditure',
            'government_fund',
            'state_capital',
            'basic_expenditure'
        )
    union all
    select
        'fund' as axis,
        place || '|' || side_key || '|' || row_code || '|' || column_key as grouped,
        fund as key,
        case when side_key = 'expenditure' then column_name else row_name end as label,
        number_id,
        amount,
        half_width,
        is_blank,
        locator
    from cells
    where statement = 'fiscal_appropriation' and row_code is not null
    union all
    select
        'general' as axis,
        place || '|' || column_key as grouped,
        side_key || '/' || row_code || '/' || fund as key,
        row_name as label,
        number_id,
        amount,
        half_width,
        is_blank,
        locator
    from cells
    where statement in ('income_expenditure', 'fiscal_appropriation') and row_code is not null
    union all
    select
        'row' as axis,
        place || '|' || column_key || '|' || coalesce(budget_kind, '')
        || '|' || case when statement = 'overall_evaluation' then '' else fund end as grouped,
        case
            when statement = 'overall_evaluation' and parent_code = 'revenue' then 'named_revenue'
            when row_code is not null then row_code
            -- Last year's column lists this year's projects, so it does not list all of last year's.
            when parent_code = 'project' and fiscal_year < document_year then 'earlier_project'
            when parent_code = 'project' then 'named_project'
            when parent_code = 'operating' then 'named_operating'
        end as key,
        row_name as label,
        number_id,
        amount,
        half_width,
        is_blank,
        locator
    from cells
    where
        statement in ('three_public', 'basic_expenditure', 'performance_base', 'overall_evaluation')
        and not (
            statement = 'performance_base'
            and fiscal_year < document_year
            and coalesce(row_code, '') in ('project_business', 'project_special')
        )
    union all
    select
        'claim' as axis,
        place || '|' || section_no || '|' || column_key || '|' || coalesce(fund, '') as grouped,
        measure as key,
        subject as label,
        number_id,
        amount,
        half_width,
        is_blank,
        locator
    from cells
    where record = 'claim' and claim_kind = 'amount' and base is null and not is_detail and measure is not null
),

-- A text says an amount more than once; where it says different ones, there is no one to compare.
present as materialized (
    select
        axis,
        grouped,
        key,
        min(number_id) as first_number,
        substr(key, 1, 6) = 'named_' as is_list,
        count(*) = 1 or (axis = 'claim' and min(amount) = max(amount)) as is_one
    from keyed
    where key is not null
    group by axis, grouped, key
),

members as (
    select
        listed.axis,
        listed.grouped,
        equations.equation,
        equations.whole,
        equations.is_required,
        equations.required,
        equations.is_bound,
        equations.sign,
        own.is_one or own.is_list as is_one,
        listed.number_id = own.first_number as is_first,
        listed.number_id,
        listed.amount,
        listed.half_width,
        listed.is_blank,
        listed.locator,
        listed.label
    from keyed as listed
    inner join seed_equations as equations on listed.axis = equations.axis and listed.key = equations.part
    inner join present as own
        on listed.axis = own.axis
        and listed.grouped = own.grouped
        and listed.key = own.key
    left join present
        on listed.axis = present.axis
        and listed.grouped = present.grouped
        and equations.unless = present.key
    where
        present.key is null
        and (listed.number_id = own.first_number or own.is_list)
),

sums as (
    select
        axis,
        grouped,
        equation,
        whole,
        is_bound,
        cast(sum(sign * amount) as decimal(32, 6)) as amount,
        cast(sum(half_width) as decimal(32, 8)) as half_width,
        count(*) as addends,
        bool_and(is_blank) as all_blank,
        string_agg(cast(number_id as varchar), ',' order by number_id) as numbers,
        min(locator) as locator,
        string_agg(
            case when amount <> 0 then case when sign < 0 then '- ' else '+ ' end || label || ' ' || plain(amount) end,
            ' ' order by number_id
        ) as addend_list
    from members
    group by axis, grouped, equation, whole, is_bound
    having count(case when is_required and is_first then 1 end) = max(required) and bool_and(is_one)
),

incomplete as (
    select distinct
        document_id,
        place_section
    from snapshot
    where record = 'unplaced'
),

compared as (
    select
        whole.document_id,
        whole.department_id,
        whole.fiscal_year,
        whole.statement,
        whole.unit,
        whole.number_id,
        whole.column_name,
        whole.amount,
        whole.half_width,
        whole.locator,
        sums.axis,
        sums.is_bound,
        sums.equation,
        sums.addends,
        sums.numbers,
        sums.amount as parts_amount,
        sums.half_width as parts_half_width,
        sums.addend_list,
        sums.locator as parts_locator,
        incomplete.document_id is not null as is_incomplete,
        case
            when sums.is_bound and sums.amount - sums.half_width <= whole.amount + whole.half_width then 'agree'
            else amount_verdict(whole.amount, whole.half_width, sums.amount, sums.half_width)
        end as found,
        coalesce(whole.row_name, whole.subject) as row_label,
        case
            when sums.axis = 'claim' then coalesce(whole.section_title, whole.section_no)
            else whole.column_name
        end as column_label
    from sums
    inner join present
        on sums.axis = present.axis
        and sums.grouped = present.grouped
        and sums.whole = present.key
        and present.is_one
    inner join fct_numbers as whole on present.first_number = whole.number_id
    left join incomplete
        on whole.document_id = incomplete.document_id
        and whole.place_section = incomplete.place_section
    where not (coalesce(whole.is_blank, false) and sums.all_blank)
)

select
    document_id,
    department_id,
    fiscal_year,
    statement,
    row_label || coalesce('（' || column_label || '）', '') as subject,
    unit,
    case when axis = 'column' then column_name else row_label end as left_label,
    amount as left_value,
    locator as left_locator,
    case
        when is_bound then '应不小于所列 ' || cast(addends as varchar) || ' 项之和'
        when equation = 'carried' then '年初结转与本年收入之和减本年支出'
        when addends = 1 then '与之相等的合计'
        else '组成部分 ' || cast(addends as varchar) || ' 项之和'
    end as right_label,
    parts_amount as right_value,
    coalesce(ltrim(addend_list, '+ '), parts_locator) as right_locator,
    half_width + parts_half_width as tolerance,
    case when found = 'conflict' and is_incomplete then 'not_checkable' else found end as verdict,
    case when found = 'conflict' and is_incomplete then 'unread_numbers' end as reason,
    null as reason_detail,
    cast(number_id as varchar) as left_numbers,
    numbers as right_numbers
from compared
