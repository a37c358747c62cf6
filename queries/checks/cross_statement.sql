-- purpose:  The same subject, side, fund and body has the same amount in every statement that carries it. Where there are more
--           than two, each is compared with the amount that most of them give, so that one wrong number is one finding. What
--           is only part of another amount may not exceed it.
-- grain:    one row per statement and amount that another statement of the document gives too

-- The numbers stand by their ids and are told in full at the end: wide rows are what costs time.
with cells as (
    select
        number_id,
        document_kind,
        statement,
        side,
        row_code,
        row_name,
        column_key,
        fund,
        amount,
        half_width,
        is_blank,
        document_id || '|' || department_id || '|' || cast(fiscal_year as varchar) as body_year,
        case
            when column_key in ('initial_budget', 'revised_budget', 'budget', 'execution_estimate') then column_key
            when substr(column_key, 1, 15) = 'initial_budget_' then 'initial_budget'
            else 'actual'
        end as kind,
        case
            when column_key in ('actual', 'initial_budget', 'revised_budget', 'budget', 'execution_estimate') then 'whole'
            when statement = 'income' and column_key = 'revenue' then 'whole'
            when statement not in ('income', 'basic_expenditure') and column_key = 'expenditure' then 'whole'
            else replace(column_key, 'initial_budget_', '')
        end as part,
        coalesce(row_code, row_name) as code
    from fct_numbers
    where
        record = 'figure'
        and unit = '万元'
        and column_key not in ('change', 'change_pct', 'share_pct')
        and statement <> 'project_evaluation'
        -- Of these amounts the form does not say whether they are budget or actual.
        and not (statement = 'overall_evaluation' and column_key = 'budget')
),

-- What each number is: side, subject and fund, in the words that all statements share.
told as materialized (
    select
        number_id,
        document_kind,
        statement,
        row_name,
        amount,
        half_width,
        is_blank,
        body_year,
        kind,
        case
            when statement in ('income_expenditure', 'fiscal_appropriation') then side
            when statement = 'income' then 'revenue'
            when part in ('opening_carryover', 'revenue') then 'revenue'
            when statement = 'overall_evaluation' then side
            else 'expenditure'
        end as told_side,
        case
            when statement in ('income_expenditure', 'fiscal_appropriation') then
                case
                    when code in (
                        'fiscal_appropriation',
                        'general_public_appropriation',
                        'government_fund_appropriation',
                        'state_capital_appropriation'
                    ) then 'revenue'
                    else code
                end
            when statement = 'income' and code = 'total' and part in ('whole', 'fiscal_appropriation') then 'revenue'
            when statement = 'income' and code = 'total' then part
            when statement = 'income' and part = 'whole' then code
            when statement = 'income' then code || '/' || part
            when statement = 'overall_evaluation' and side = 'expenditure' and code = 'total' then
                case when column_key = 'actual' then 'expenditure' else 'whole_budget' end
            when statement = 'overall_evaluation' and code = 'general_public_appropriation' then 'revenue'
            when statement in ('performance_base', 'overall_evaluation', 'three_public') then code
            when statement = 'basic_expenditure' and code in ('personnel', 'operating') and part = 'whole' then code
            when statement = 'basic_expenditure' and code = 'total' and part = 'whole' then 'basic'
            when statement = 'basic_expenditure' and code = 'total' then part
            when statement = 'basic_expenditure' then 'economic ' || code || '/' || part
            when code = 'total' and part = 'whole' then 'expenditure'
            when code = 'total' then part
            when part = 'whole' then code
            else code || '/' || part
        end as told_subject,
        case
            when statement = 'income_expenditure' then
                case code
                    when 'fiscal_appropriation' then 'fiscal'
                    when 'general_public_appropriation' then 'general_public'
                    when 'government_fund_appropriation' then 'government_fund'
                    when 'state_capital_appropriation' then 'state_capital'
                    else fund
                end
            when statement = 'income' and part = 'fiscal_appropriation' then 'fiscal'
            else fund
        end as told_fund,
        case statement
            when 'income_expenditure' then 1
            when 'income' then 2
            when 'expenditure' then 3
            when 'fiscal_appropriation' then 4
            when 'general_public_expenditure' then 5
            when 'government_fund' then 6
            when 'state_capital' then 7
            when 'basic_expenditure' then 8
            when 'three_public' then 9
            when 'performance_base' then 10
            else 11
        end as place_order
    from cells
),

-- A budget's general statements have one total for what its other statements call the whole.
named as materialized (
    select
        told.number_id,
        told.statement,
        told.row_name,
        told.amount,
        told.half_width,
        told.is_blank,
        told.kind,
        told.told_fund,
        told.place_order,
        told.body_year || '|' || told.told_side as scope,
        case
            when
                told.document_kind = 'budget'
                and told.statement in ('income_expenditure', 'fiscal_appropriation')
                and told.told_subject = 'total'
                and carried.body_year is null
                then told.told_side
            else told.told_subject
        end as subject_key
    from told
    left join (
        select distinct
            body_year,
            statement,
            told_side
        from told
        where
            told_subject in ('opening_carryover', 'closing_carryover', 'surplus_used', 'surplus_allocated')
            and amount <> 0
    ) as carried
        on told.body_year = carried.body_year
        and told.statement = carried.statement
        and told.told_side = carried.told_side
    where told.told_side is not null and told.told_subject is not null
),

-- The basic-expenditure statement gives 人员经费 and 公用经费 where it has no total.
with_sums as materialized (
    select
        scope,
        subject_key,
        kind,
        told_fund,
        statement,
        row_name,
        amount,
        half_width,
        is_blank,
        place_order,
        cast(number_id as varchar) as numbers,
        number_id as first_number,
        cast(null as integer) as second_number
    from named
    union all
    select
        payroll.scope,
        'basic' as subject_key,
        payroll.kind,
        payroll.told_fund,
        payroll.statement,
        payroll.row_name || '与' || office.row_name || '之和' as row_name,
        cast(payroll.amount + office.amount as decimal(32, 6)) as amount,
        cast(payroll.half_width + office.half_width as decimal(32, 8)) as half_width,
        payroll.is_blank and office.is_blank as is_blank,
        payroll.place_order,
        cast(payroll.number_id as varchar) || ',' || cast(office.number_id as varchar) as numbers,
        payroll.number_id as first_number,
        office.number_id as second_number
    from named as payroll
    inner join named as office
        on payroll.scope = office.scope
        and payroll.kind = office.kind
        and payroll.told_fund = office.told_fund
        and payroll.statement = office.statement
        and office.subject_key = 'operating'
    left join named as whole
        on payroll.scope = whole.scope
        and payroll.kind = whole.kind
        and payroll.told_fund = whole.told_fund
        and payroll.statement = whole.statement
        and whole.subject_key = 'basic'
    where
        payroll.statement = 'basic_expenditure'
        and payroll.subject_key = 'personnel'
        and whole.number_id is null
),

-- One amount a statement: where it gives two, neither is its own.
places as materialized (
    select
        scope,
        subject_key,
        kind,
        told_fund,
        statement,
        min(first_number) as first_number,
        min(second_number) as second_number
    from with_sums
    group by scope, subject_key, kind, told_fund, statement
    having min(amount) = max(amount)
),

shared as (
    select
        scope,
        subject_key,
        kind,
        told_fund
    from places
    group by scope, subject_key, kind, told_fund
    having count(*) > 1
),

votes as (
    select
        with_sums.*,
        count(*) over (
            partition by with_sums.scope, with_sums.subject_key, with_sums.kind, with_sums.told_fund, with_sums.amount
        ) as votes
    from shared
    inner join places
        on shared.scope = places.scope
        and shared.subject_key = places.subject_key
        and shared.kind = places.kind
        and shared.told_fund = places.told_fund
    -- A sum of two rows has the number of the first of them, under another subject.
    inner join with_sums
        on places.first_number = with_sums.first_number
        and places.subject_key = with_sums.subject_key
        and places.second_number is not distinct from with_sums.second_number
),

ranked as materialized (
    select
        *,
        row_number() over (
            partition by scope, subject_key, kind, told_fund
            order by votes desc, place_order, first_number
        ) as rank_in_subject
    from votes
),

compared as materialized (
    select
        place.scope,
        place.subject_key,
        place.kind,
        place.told_fund,
        place.numbers,
        place.first_number,
        place.second_number,
        place.row_name,
        place.amount,
        place.half_width,
        reference.numbers as reference_numbers,
        reference.first_number as reference_first,
        reference.second_number as reference_second,
        reference.row_name as reference_row,
        reference.amount as reference_amount,
        reference.half_width as reference_half_width,
        pair_verdict(place.amount, place.half_width, reference.amount, reference.half_width) as found
    from ranked as place
    inner join ranked as reference
        on place.scope = reference.scope
        and place.subject_key = reference.subject_key
        and place.kind = reference.kind
        and place.told_fund = reference.told_fund
    where
        place.rank_in_subject > 1
        and reference.rank_in_subject = 1
        and not (coalesce(place.is_blank, false) and coalesce(reference.is_blank, false))
),

-- The same amount under another fund or another kind of budget: a table that follows another scope.
other_scopes as (
    select
        compared.numbers,
        compared.reference_numbers,
        min(
            case
                when other.kind = compared.kind then '1|other_fund|' else '2|other_budget|'
            end || first.locator || coalesce('；' || second.locator, '')
        ) as fit
    from compared
    inner join with_sums as other
        on compared.scope = other.scope
        and compared.subject_key = other.subject_key
        and compared.amount = other.amount
        and compared.numbers <> other.numbers
        and (compared.kind <> other.kind or compared.told_fund <> other.told_fund)
    inner join fct_numbers as first on other.first_number = first.number_id
    left join fct_numbers as second on other.second_number = second.number_id
    where compared.found = 'conflict' and compared.amount <> 0
    group by compared.numbers, compared.reference_numbers
),

-- Part of the three public expenses is paid from 基本支出, and 机关运行经费 is part of 公用经费.
bounds as (
    select
        part.numbers,
        part.first_number,
        part.second_number,
        part.row_name,
        part.amount,
        part.half_width,
        whole.numbers as whole_numbers,
        whole.first_number as whole_first,
        whole.second_number as whole_second,
        whole.row_name as whole_row,
        whole.amount as whole_amount,
        whole.half_width as whole_half_width
    from with_sums as part
    inner join (
        values
        ('economic 30217/whole', 'reception', 'fiscal'),
        ('economic 30231/whole', 'vehicle_operation', 'fiscal'),
        ('economic 30212/whole', 'overseas', 'fiscal'),
        ('economic 31013/whole', 'vehicle_purchase', 'fiscal'),
        ('agency_operation', 'operating', 'general_public')
    ) as pairs (part_key, whole_key, whole_fund)
        on part.subject_key = pairs.part_key
    inner join with_sums as whole
        on part.scope = whole.scope
        and part.kind = whole.kind
        and whole.subject_key = pairs.whole_key
        and whole.told_fund = pairs.whole_fund
        and whole.statement in ('three_public', 'basic_expenditure')
    where not (part.is_blank and whole.is_blank)
),

comparisons as (
    select
        compared.numbers,
        compared.first_number,
        compared.second_number,
        compared.row_name,
        compared.amount,
        compared.half_width,
        '' as bound_label,
        compared.reference_numbers,
        compared.reference_first,
        compared.reference_second,
        compared.reference_row,
        compared.reference_amount,
        compared.reference_half_width,
        case when other_scopes.fit is not null then 'scope_differs' else compared.found end as verdict,
        other_scopes.fit
    from compared
    left join other_scopes
        on compared.numbers = other_scopes.numbers
        and compared.reference_numbers = other_scopes.reference_numbers
    union all
    select
        numbers,
        first_number,
        second_number,
        row_name,
        amount,
        half_width,
        '应不超过' as bound_label,
        whole_numbers,
        whole_first,
        whole_second,
        whole_row,
        whole_amount,
        whole_half_width,
        case when amount - half_width <= whole_amount + whole_half_width then 'agree' else 'conflict' end as verdict,
        null as fit
    from bounds
)

select
    first.document_id,
    first.department_id,
    first.fiscal_year,
    first.statement,
    comparisons.row_name || coalesce('（' || first.column_name || '）', '') as subject,
    first.unit,
    coalesce(first.place_section, comparisons.row_name) as left_label,
    comparisons.amount as left_value,
    first.locator || coalesce('；' || second.locator, '') as left_locator,
    comparisons.bound_label || coalesce(reference_first.place_section, comparisons.reference_row) as right_label,
    comparisons.reference_amount as right_value,
    reference_first.locator || coalesce('；' || reference_second.locator, '') as right_locator,
    comparisons.half_width + comparisons.reference_half_width as tolerance,
    comparisons.verdict,
    string_split(comparisons.fit, '|')[2] as reason,
    string_split(comparisons.fit, '|')[3] as reason_detail,
    comparisons.numbers as left_numbers,
    comparisons.reference_numbers as right_numbers
from comparisons
inner join fct_numbers as first on comparisons.first_number = first.number_id
left join fct_numbers as second on comparisons.second_number = second.number_id
inner join fct_numbers as reference_first on comparisons.reference_first = reference_first.number_id
left join fct_numbers as reference_second on comparisons.reference_second = reference_second.number_id
