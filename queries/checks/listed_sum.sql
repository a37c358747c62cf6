-- purpose:  The 项 that a text lists with an amount each add up to the total that it states beside them: of the initial budget,
--           of the revised budget, and of what was spent. One listed twice counts once, and is told by repeated_item. A list that may
--           leave out 项 can only be too large.
-- grain:    one row per section of a text, year and kind of amount with one stated total and two or more listed 项

with amounts as materialized (
    select
        number_id,
        document_id,
        department_id,
        fiscal_year,
        document_id || '|' || department_id || '|' || cast(fiscal_year as varchar)
        || '|' || coalesce(section_no, '') || '|' || column_key as list,
        coalesce(section_title, section_no) as section_label,
        column_key,
        measure,
        subject,
        subject_code,
        amount,
        half_width,
        locator
    from fct_numbers
    where
        record = 'claim'
        and claim_kind = 'amount'
        and unit = '万元'
        and column_key in ('initial_budget', 'revised_budget', 'actual')
        and not coalesce(is_detail, false)
),

totals as (
    select
        list,
        document_id,
        department_id,
        fiscal_year,
        column_key,
        min(section_label) as section_label,
        min(number_id) as number_id,
        min(amount) as amount,
        max(half_width) as half_width,
        min(locator) as locator
    from amounts
    where measure = 'general_public_expenditure'
    group by list, document_id, department_id, fiscal_year, column_key
    having min(amount) = max(amount)
),

-- Names of the same 项 differ by a word; its code does not.
mentions as materialized (
    select
        *,
        coalesce(subject_code, subject) as item
    from amounts
    where length(subject_code) = 7 or (subject_code is null and contains(subject, '（项）'))
),

firsts as (
    select
        min(number_id) as number_id,
        min(amount) <> max(amount) as is_told_twice
    from mentions
    group by list, item
),

items as materialized (
    select
        mentions.*,
        firsts.is_told_twice
    from firsts
    inner join mentions on firsts.number_id = mentions.number_id
),

sums as (
    select
        list,
        document_id,
        department_id,
        fiscal_year,
        count(*) as addends,
        cast(sum(amount) as decimal(32, 6)) as amount,
        cast(sum(half_width) as decimal(32, 8)) as half_width,
        string_agg(cast(number_id as varchar), ',' order by number_id) as numbers,
        string_agg(
            case when amount <> 0 then case when amount < 0 then '- ' else '+ ' end || plain(abs(amount)) end,
            ' ' order by number_id
        ) as addend_list,
        min(locator) as locator,
        bool_or(is_told_twice) as is_told_twice
    from items
    group by list, document_id, department_id, fiscal_year
    having count(*) > 1
),

spent as materialized (
    select
        document_id,
        department_id,
        fiscal_year,
        row_code,
        min(amount) as amount
    from fct_numbers
    where
        record = 'figure'
        and statement = 'general_public_expenditure'
        and column_key in ('actual', 'expenditure')
        and length(row_code) = 7
    group by document_id, department_id, fiscal_year, row_code
),

-- With the amounts of the statement in the place of those of the text.
as_in_statement as (
    select
        items.list,
        cast(sum(coalesce(spent.amount, items.amount)) as decimal(32, 6)) as amount
    from items
    left join spent
        on items.document_id = spent.document_id
        and items.department_id = spent.department_id
        and items.fiscal_year = spent.fiscal_year
        and items.subject_code = spent.row_code
    where items.column_key = 'actual'
    group by items.list
),

left_out as (
    select
        sums.list
    from sums
    inner join spent
        on sums.document_id = spent.document_id
        and sums.department_id = spent.department_id
        and sums.fiscal_year = spent.fiscal_year
    left join items
        on sums.list = items.list
        and spent.row_code = items.subject_code
    where spent.amount <> 0 and items.number_id is null
    group by sums.list
),

compared as (
    select
        totals.*,
        sums.addends,
        sums.amount as listed,
        sums.half_width as listed_half_width,
        sums.numbers,
        sums.addend_list,
        sums.locator as listed_locator,
        sums.is_told_twice,
        amount_verdict(totals.amount, totals.half_width, sums.amount, sums.half_width) as found,
        left_out.list is not null as is_left_out,
        agree(totals.amount, totals.half_width, as_in_statement.amount, sums.half_width) as fits_statement
    from totals
    inner join sums
        on totals.list = sums.list
    left join left_out
        on totals.list = left_out.list
    left join as_in_statement
        on totals.list = as_in_statement.list
),

judged as (
    select
        *,
        -- What had a budget and was not spent is in no statement: a list that is too short need not be wrong.
        found = 'conflict' and listed < amount and (is_left_out or column_key <> 'actual') as may_be_incomplete,
        found = 'conflict' and is_told_twice as is_unclear
    from compared
)

select
    document_id,
    department_id,
    fiscal_year,
    'narrative' as statement,
    coalesce(section_label, '一般公共预算财政拨款支出') as subject,
    '万元' as unit,
    case column_key
        when 'initial_budget' then '年初预算'
        when 'revised_budget' then '全年预算'
        else '决算'
    end || '合计' as left_label,
    amount as left_value,
    locator as left_locator,
    '所列 ' || cast(addends as varchar) || ' 项之和' as right_label,
    listed as right_value,
    coalesce(ltrim(addend_list, '+ '), listed_locator) as right_locator,
    cast(half_width + listed_half_width as decimal(32, 8)) as tolerance,
    case when may_be_incomplete or is_unclear then 'not_checkable' else found end as verdict,
    case
        when may_be_incomplete then 'not_all_listed'
        when is_unclear then 'parts_differ'
        when found = 'conflict' and coalesce(fits_statement, false) then 'other_amount'
    end as reason,
    null as reason_detail,
    cast(number_id as varchar) as left_numbers,
    numbers as right_numbers
from judged
