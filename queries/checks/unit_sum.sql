-- purpose:  The figures of a department's units add up to the department's. Where they do not, the difference may be what the
--           units list as a part of its own: then the two count it under different names.
-- grain:    one row per document of a department, kind and measure that it and every unit that it names published

with wholes as (
    select
        numbers.*,
        bodies.department_name,
        measures.measure_name,
        coalesce(measures.any_fund, true) as any_fund
    from fct_measure_numbers as numbers
    inner join dim_bodies as bodies on numbers.department_id = bodies.department_id
    left join seed_measures as measures on numbers.measure = measures.measure
    where
        numbers.document_body = numbers.department_id
        and numbers.document_year = numbers.fiscal_year
        and numbers.document_position = 1
),

compared as materialized (
    select
        wholes.*,
        totals.unit_count,
        totals.fund as total_fund,
        totals.amount as total,
        totals.half_width as total_half_width,
        totals.numbers as total_numbers,
        totals.addends,
        totals.instead,
        totals.is_other_fund,
        totals.choice,
        amount_verdict(wholes.amount, wholes.half_width, totals.amount, totals.half_width) as sum_verdict
    from wholes
    inner join fct_unit_totals as totals
        on wholes.document_id = totals.document_id
        and wholes.department_id = totals.department_id
        and wholes.fiscal_year = totals.fiscal_year
        and wholes.kind = totals.kind
        and wholes.measure = totals.measure
        and wholes.unit = totals.unit
),

-- A part that the units list apart and that is exactly the difference, once with the first numbers, else with others.
parts as (
    select
        compared.document_id,
        compared.kind,
        compared.measure,
        compared.choice,
        part.numbers,
        part.told,
        row_number() over (
            partition by compared.document_id, compared.kind, compared.measure
            order by compared.choice, length(part.numbers) desc, part.numbers
        ) as position
    from compared
    inner join fct_unit_parts as part
        on compared.document_id = part.document_id
        and compared.fiscal_year = part.fiscal_year
        and (part.row_code is null or part.row_code <> compared.measure)
        and agree(
            abs(compared.amount - compared.total),
            compared.half_width + compared.total_half_width,
            part.amount,
            0
        )
        -- What rounding alone could make is no evidence.
        and abs(part.amount) > 20 * (compared.half_width + compared.total_half_width)
    where compared.sum_verdict = 'conflict' and compared.kind = 'actual'
),

other_choices as (
    select
        *,
        row_number() over (partition by document_id, kind, measure order by choice) as position
    from compared
    where choice > 0 and sum_verdict <> 'conflict'
),

-- The department's number is one unit's alone.
single_units as (
    select
        compared.document_id,
        compared.kind,
        compared.measure,
        min(units.department_name) as unit_name
    from compared
    inner join fct_listed_units as listed on compared.document_id = listed.document_id
    inner join fct_measure_numbers as numbers
        on listed.unit_id = numbers.department_id
        and compared.fiscal_year = numbers.fiscal_year
        and compared.kind = numbers.kind
        and compared.measure = numbers.measure
        and compared.amount = numbers.amount
    inner join dim_bodies as units on numbers.department_id = units.department_id
    where compared.choice = 0 and compared.sum_verdict = 'conflict' and compared.amount <> 0
    group by compared.document_id, compared.kind, compared.measure
),

judged as (
    select
        compared.*,
        case
            when compared.sum_verdict <> 'conflict' then null
            when single.unit_name is not null then 'other_body'
            when part.told is not null then 'named_part'
            when other_choice.is_other_fund then 'other_fund'
            when compared.measure = 'procurement' then 'procurement_basis'
            when other_choice.instead is not null then 'other_amount'
            when not compared.any_fund and compared.fund is distinct from compared.total_fund then 'funds_differ'
        end as reason,
        case
            when compared.sum_verdict <> 'conflict' then null
            when single.unit_name is not null then single.unit_name
            when part.told is not null
                then part.told
                || case when part_choice.instead is null then '' else '；单位数取' || part_choice.instead end
            when other_choice.instead is not null then other_choice.instead
        end as reason_detail,
        case
            when single.unit_name is null then coalesce(',' || part.numbers, '')
            else ''
        end as part_numbers
    from compared
    left join parts as part
        on compared.document_id = part.document_id
        and compared.kind = part.kind
        and compared.measure = part.measure
        and part.position = 1
    left join compared as part_choice
        on part.document_id = part_choice.document_id
        and part.kind = part_choice.kind
        and part.measure = part_choice.measure
        and part.choice = part_choice.choice
    left join other_choices as other_choice
        on compared.document_id = other_choice.document_id
        and compared.kind = other_choice.kind
        and compared.measure = other_choice.measure
        and other_choice.position = 1
    left join single_units as single
        on compared.document_id = single.document_id
        and compared.kind = single.kind
        and compared.measure = single.measure
    where compared.choice = 0
)

select
    document_id,
    department_id,
    fiscal_year,
    statement,
    case kind when 'initial_budget' then '年初预算·' else '' end
    || coalesce(measure_name, case measure when 'staff' then '实有人数' when 'staff_quota' then '编制人数' else measure end)
        as subject,
    unit,
    department_name || '（部门）' as left_label,
    amount as left_value,
    locator as left_locator,
    '所属 ' || cast(unit_count as varchar) || ' 个单位之和' as right_label,
    total as right_value,
    addends as right_locator,
    half_width + total_half_width as tolerance,
    case
        when reason in ('other_body', 'named_part', 'other_fund') then 'scope_differs'
        when reason in ('procurement_basis', 'funds_differ') then 'not_checkable'
        else sum_verdict
    end as verdict,
    reason,
    reason_detail,
    cast(number_id as varchar) as left_numbers,
    total_numbers || part_numbers as right_numbers
from judged
