-- purpose:  A subject equals the sum of its children, and the total the sum of the subjects of the highest level, in every
--           statement and column.
-- grain:    one row per statement, column and subject that has children

with cells as (
    select
        *,
        coalesce(parent_code, case when level = 1 then 'total' end) as parent
    from fct_numbers
    where
        record = 'figure'
        and unit = '万元'
        and column_key not in ('change', 'change_pct', 'share_pct')
        and statement in (
            'income',
            'expenditure',
            'general_public_expenditure',
            'government_fund',
            'state_capital',
            'basic_expenditure'
        )
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
    from cells
    where parent is not null and level is not null
    group by document_id, department_id, fiscal_year, statement, column_key, fund, parent
)

select
    whole.document_id,
    whole.department_id,
    whole.fiscal_year,
    whole.statement,
    whole.row_name || '（' || whole.column_name || '）' as subject,
    whole.unit,
    whole.row_name as left_label,
    whole.amount as left_value,
    whole.locator as left_locator,
    '下级 ' || cast(children.addends as varchar) || ' 项之和' as right_label,
    children.amount as right_value,
    coalesce(children.addend_list, children.locator) as right_locator,
    whole.half_width + children.half_width as tolerance,
    amount_verdict(whole.amount, whole.half_width, children.amount, children.half_width) as verdict,
    null as reason,
    null as reason_detail,
    cast(whole.number_id as varchar) as left_numbers,
    children.numbers as right_numbers
from children
inner join cells as whole
    on children.document_id = whole.document_id
    and children.department_id = whole.department_id
    and children.fiscal_year = whole.fiscal_year
    and children.statement = whole.statement
    and children.column_key = whole.column_key
    and children.fund = whole.fund
    and children.parent = whole.row_code
where not (whole.is_blank and children.all_blank)
