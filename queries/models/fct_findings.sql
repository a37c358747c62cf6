-- purpose:  What the checks found, with how grave it is, what follows from what, and one sentence for each. A conflict that
--           shares a number with another and is off by the same amount only follows from it and is folded under it.
-- grain:    fct_finding_numbers: one row per comparison and published number that took part in it
--           fct_findings: one row per comparison

create or replace table fct_comparisons as
select
    cast(row_number() over (order by document_id, rule, left_numbers, right_numbers, subject) as integer) as comparison,
    case rule
        when 'cross_statement' then 1
        when 'narrative_vs_statement' then 2
        when 'unit_sum' then 3
        when 'children_sum' then 4
        when 'parts_sum' then 5
        when 'prior_year' then 6
        else 7
    end as precedence,
    cast(left_value - right_value as decimal(32, 6)) as difference,
    *
from all_checks;

create or replace table fct_finding_numbers as
with sides as (
    select
        comparison,
        'left' as side,
        unnest(string_split(left_numbers, ',')) as number_id
    from fct_comparisons
    where left_numbers is not null
    union all
    select
        comparison,
        'right' as side,
        unnest(string_split(right_numbers, ',')) as number_id
    from fct_comparisons
    where right_numbers is not null
)

select distinct
    comparison,
    side,
    cast(number_id as integer) as number_id
from sides
where number_id <> '';

create or replace table fct_findings as
with graded as (
    select
        comparisons.*,
        documents.text_origin,
        case
            when verdict <> 'conflict' then 0
            when reason in ('zero_base', 'wrong_direction', 'impossible') then 5
            when reason in ('truncated', 'forced_sum') then 1
            when reason in ('listed_twice', 'copied') then 2
            when unit = '%' and abs(difference) < 1 then 2
            when unit = '%' then 3
            when abs(difference) * 100 >= greatest(abs(left_value), abs(right_value)) then 4
            else 3
        end as severity
    from fct_comparisons as comparisons
    inner join stg_documents as documents on comparisons.document_id = documents.document_id
),

conflict_numbers as (
    select
        graded.comparison,
        graded.precedence,
        graded.unit,
        graded.reason,
        abs(graded.difference) as distance,
        numbers.number_id
    from graded
    inner join fct_finding_numbers as numbers on graded.comparison = numbers.comparison
    where graded.verdict = 'conflict'
),

-- The comparison to read first among those that share a number and are off by the same; or, for a rate that another
-- published amount would make right, the amounts that contradict each other.
leaders as (
    select
        follower.comparison,
        min(leader.precedence * 10000000 + leader.comparison) as leader_order
    from conflict_numbers as follower
    inner join conflict_numbers as leader
        on follower.number_id = leader.number_id
        and leader.precedence * 10000000 + leader.comparison < follower.precedence * 10000000 + follower.comparison
        and (
            (leader.unit = follower.unit and leader.distance = follower.distance)
            or (follower.reason = 'other_amount' and leader.unit <> '%')
        )
    group by follower.comparison
),

led as (
    select
        comparison,
        leader_order % 10000000 as leader
    from leaders
),

roots as (
    select
        led.comparison,
        coalesce(third.leader, second.leader, led.leader) as root
    from led
    left join led as second on led.leader = second.comparison
    left join led as third on second.leader = third.comparison
),

first_numbers as (
    select
        comparison,
        min(number_id) filter (where side = 'left') as left_number,
        min(number_id) filter (where side = 'right') as right_number
    from fct_finding_numbers
    group by comparison
),

-- Read off a picture, a number that is off by one glyph may be the reader's mistake.
misread as (
    select distinct graded.comparison
    from graded
    inner join fct_finding_numbers as parts on graded.comparison = parts.comparison
    inner join fct_numbers as numbers on parts.number_id = numbers.number_id
    where
        graded.verdict = 'conflict'
        and graded.text_origin = 'machine_read'
        and graded.unit = numbers.unit
        and graded.reason is null
        and not numbers.is_blank
        and damerau_levenshtein(
            plain(numbers.amount),
            plain(numbers.amount - case when parts.side = 'left' then graded.difference else -graded.difference end)
        ) = 1
),

named as (
    select
        graded.*,
        roots.root,
        coalesce(graded.reason, case when misread.comparison is not null then 'possible_misreading' end) as told_reason,
        graded.document_id || '/' || graded.rule
        || '/' || coalesce(cast(left_number.ordinal as varchar), '-')
        || '/' || coalesce(cast(right_number.ordinal as varchar), '-') as name
    from graded
    left join roots on graded.comparison = roots.comparison
    left join misread on graded.comparison = misread.comparison
    left join first_numbers on graded.comparison = first_numbers.comparison
    left join fct_numbers as left_number on first_numbers.left_number = left_number.number_id
    left join fct_numbers as right_number on first_numbers.right_number = right_number.number_id
),

numbered as (
    select
        *,
        -- Several comparisons can begin with the same numbers.
        name || case
            when row_number() over (partition by name order by comparison) = 1 then ''
            else '/' || cast(row_number() over (partition by name order by comparison) as varchar)
        end as finding_id
    from named
)

select
    finding.comparison,
    finding.finding_id,
    finding.rule,
    finding.document_id,
    finding.department_id,
    finding.fiscal_year,
    finding.statement,
    finding.subject,
    finding.unit,
    finding.left_label,
    finding.left_value,
    finding.left_locator,
    finding.right_label,
    finding.right_value,
    finding.right_locator,
    finding.difference,
    finding.tolerance,
    finding.verdict,
    finding.severity,
    finding.told_reason as reason,
    finding.reason_detail,
    root.finding_id as follows_from,
    finding.left_numbers,
    finding.right_numbers,
    finding.subject || '：' || finding.left_label || ' ' || coalesce(plain(finding.left_value), '未公布')
    || case when finding.left_value is null then '' else finding.unit end
    || '，' || finding.right_label || ' ' || coalesce(
        plain(finding.right_value),
        case when finding.told_reason in ('zero_base', 'zero_of_zero') then '没有比例' else '未公布' end
    )
    || case when finding.right_value is null then '' else finding.unit end
    || case
        when finding.verdict = 'agree' then '，一致'
        when finding.verdict = 'not_checkable' then '，无法核对'
        when finding.told_reason in ('listed_twice', 'copied') then '，两处相同（待核实）'
        else coalesce(
            '，相差 ' || plain(abs(finding.difference)) || case finding.unit when '%' then ' 个百分点' else finding.unit end,
            ''
        )
    end
    || case
        when finding.verdict = 'rounding' then '，在四舍五入的范围内'
        when finding.verdict = 'scope_differs' then '，口径不同'
        when finding.verdict = 'conflict' and coalesce(finding.told_reason, '') not in ('listed_twice', 'copied')
            then '，不一致（待核实）'
        else ''
    end
    || case when reasons.reason is null then '' else '：' || reasons.reason_text end
    || case when finding.reason_detail is null then '' else '（' || finding.reason_detail || '）' end
    || '。' as message
from numbered as finding
left join numbered as root on finding.root = root.comparison
left join seed_reasons as reasons on finding.told_reason = reasons.reason;
