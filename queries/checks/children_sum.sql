-- purpose:  A subject equals the sum of its children, and the total the sum of the subjects of the highest level, in every
--           statement and column. A child whose parent is not listed counts for the next one above that is.
-- grain:    one row per statement, column and subject that has children

-- Without what only the finished row tells: wide rows are what costs time.
with cells as materialized (
    select
        number_id,
        document_id,
        department_id,
        fiscal_year,
        statement,
        row_code,
        row_name,
        column_key,
        fund,
        amount,
        half_width,
        is_blank,
        locator,
        place_section,
        case
            when statement in ('income_expenditure', 'fiscal_appropriation') then 'general'
            else 'subjects'
        end as form
    from fct_numbers
    where
        record = 'figure'
        and unit = '万元'
        and column_key not in ('change', 'change_pct', 'share_pct')
        and statement in (
            'income_expenditure',
            'income',
            'expenditure',
            'fiscal_appropriation',
            'general_public_expenditure',
            'government_fund',
            'state_capital',
            'basic_expenditure'
        )
        and (
            statement not in ('income_expenditure', 'fiscal_appropriation')
            or side = 'expenditure'
        )
),

rows_listed as materialized (
    select distinct
        document_id,
        department_id,
        fiscal_year,
        statement,
        row_code
    from cells
),

-- What a row counts for: the nearest row above it that the statement lists.
placed as (
    select
        listed.*,
        case
            when near.row_code is not null then near.row_code
            when far.row_code is not null then far.row_code
            when listed.statement = 'basic_expenditure' and payroll.row_code is not null
                then case when substr(listed.row_code, 1, 3) in ('301', '303') then 'personnel' else 'operating' end
            when this_year.row_code is not null then 'expenditure'
            else 'total'
        end as parent
    from rows_listed as listed
    left join rows_listed as near
        on listed.document_id = near.document_id
        and listed.department_id = near.department_id
        and listed.fiscal_year = near.fiscal_year
        and listed.statement = near.statement
        and near.row_code = substr(listed.row_code, 1, length(listed.row_code) - 2)
        and length(near.row_code) >= 3
    left join rows_listed as far
        on listed.document_id = far.document_id
        and listed.department_id = far.department_id
        and listed.fiscal_year = far.fiscal_year
        and listed.statement = far.statement
        and far.row_code = substr(listed.row_code, 1, length(listed.row_code) - 4)
        and length(far.row_code) >= 3
    left join rows_listed as payroll
        on listed.document_id = payroll.document_id
        and listed.department_id = payroll.department_id
        and listed.fiscal_year = payroll.fiscal_year
        and listed.statement = payroll.statement
        and payroll.row_code = 'personnel'
    left join rows_listed as this_year
        on listed.document_id = this_year.document_id
        and listed.department_id = this_year.department_id
        and listed.fiscal_year = this_year.fiscal_year
        and listed.statement = this_year.statement
        and this_year.row_code = 'expenditure'
    where regexp_matches(listed.row_code, '^[0-9]+$')
),

addends as (
    select
        cells.*,
        placed.parent
    from cells
    inner join placed
        on cells.document_id = placed.document_id
        and cells.department_id = placed.department_id
        and cells.fiscal_year = placed.fiscal_year
        and cells.statement = placed.statement
        and cells.row_code = placed.row_code
    union all
    -- A general statement without "本年支出合计": what is carried over is part of its total.
    select
        cells.*,
        'total' as parent
    from cells
    left join rows_listed as this_year
        on cells.document_id = this_year.document_id
        and cells.department_id = this_year.department_id
        and cells.fiscal_year = this_year.fiscal_year
        and cells.statement = this_year.statement
        and this_year.row_code = 'expenditure'
    where
        cells.form = 'general'
        and cells.row_code in ('closing_carryover', 'surplus_allocated')
        and this_year.row_code is null
),

children as (
    select
        document_id,
        department_id,
        fiscal_year,
        statement,
        column_key,
        fund,
        parent,
        cast(sum(amount) as decimal(32, 6)) as amount,
        cast(sum(half_width) as decimal(32, 8)) as half_width,
        count(*) as addends,
        bool_and(is_blank) as all_blank,
        string_agg(cast(number_id as varchar), ',' order by number_id) as numbers,
        min(locator) as locator,
        string_agg(
            case when amount <> 0 then row_name || ' ' || plain(amount) end, ' + ' order by number_id
        ) as addend_list
    from addends
    group by document_id, department_id, fiscal_year, statement, column_key, fund, parent
),

-- Numbers of the same table that found no place, or rows that no code was found for: the sum may lack them.
incomplete as (
    select distinct
        document_id,
        place_section
    from snapshot
    where record = 'unplaced'
    union
    select distinct
        document_id,
        place_section
    from cells
    where form = 'general' and row_code is null and amount <> 0
),

compared as (
    select
        whole.number_id,
        whole.document_id,
        whole.department_id,
        whole.fiscal_year,
        whole.statement,
        whole.row_name,
        whole.amount,
        whole.half_width,
        whole.locator,
        children.addends,
        children.numbers,
        children.amount as children_amount,
        children.half_width as children_half_width,
        children.addend_list,
        children.locator as children_locator,
        incomplete.document_id is not null as is_incomplete,
        amount_verdict(whole.amount, whole.half_width, children.amount, children.half_width) as found
    from children
    inner join cells as whole
        on children.document_id = whole.document_id
        and children.department_id = whole.department_id
        and children.fiscal_year = whole.fiscal_year
        and children.statement = whole.statement
        and children.column_key = whole.column_key
        and children.fund = whole.fund
        and children.parent = whole.row_code
    left join incomplete
        on whole.document_id = incomplete.document_id
        and whole.place_section = incomplete.place_section
    where not (whole.is_blank and children.all_blank)
)

select
    compared.document_id,
    compared.department_id,
    compared.fiscal_year,
    compared.statement,
    compared.row_name || coalesce('（' || numbers.column_name || '）', '') as subject,
    numbers.unit,
    compared.row_name as left_label,
    compared.amount as left_value,
    compared.locator as left_locator,
    '下级 ' || cast(compared.addends as varchar) || ' 项之和' as right_label,
    compared.children_amount as right_value,
    coalesce(compared.addend_list, compared.children_locator) as right_locator,
    compared.half_width + compared.children_half_width as tolerance,
    case when compared.found = 'conflict' and compared.is_incomplete then 'not_checkable' else compared.found end as verdict,
    case when compared.found = 'conflict' and compared.is_incomplete then 'unread_numbers' end as reason,
    null as reason_detail,
    cast(compared.number_id as varchar) as left_numbers,
    compared.numbers as right_numbers
from compared
inner join fct_numbers as numbers on compared.number_id = numbers.number_id
