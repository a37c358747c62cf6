-- purpose:  What the checks found, with how grave it is, what follows from what, and one sentence for each. A conflict that
--           shares a number with another and is off by the same amount only follows from it and is folded under it.
-- grain:    fct_comparisons: one row per comparison of two numbers
--           fct_finding_numbers: one row per comparison and published number that took part in it
--           fct_contradictions: one row per comparison whose numbers contradict each other
--           fct_findings: one row per comparison, with its sentence
-- Tables, not one query: DuckDB 0.9 plans a part anew for every place that uses it.

create or replace table fct_comparisons as
select
    cast(row_number() over (order by document_id, rule, left_numbers, right_numbers, subject) as integer) as comparison,
    cast(left_value - right_value as decimal(32, 6)) as difference,
    cast(nullif(split_part(left_numbers, ',', 1), '') as integer) as left_number,
    cast(nullif(split_part(right_numbers, ',', 1), '') as integer) as right_number,
    *
from all_checks;

create or replace table fct_finding_numbers as
select distinct
    comparison,
    side,
    cast(number_id as integer) as number_id
from (
    select comparison, 'left' as side, unnest(string_split(left_numbers, ',')) as number_id
    from fct_comparisons
    union all
    select comparison, 'right' as side, unnest(string_split(right_numbers, ',')) as number_id
    from fct_comparisons
) as sides
where number_id <> '';

create or replace table fct_contradiction_numbers as
select
    conflicts.*,
    numbers.side,
    numbers.number_id
from (
    select
        comparison,
        document_id,
        department_id,
        fiscal_year,
        rule,
        unit,
        reason,
        difference,
        abs(difference) as distance,
        -- Which of two contradictions explains the other: the more direct comparison, and of two alike that of the part.
        row_number() over (
            order by
                case rule
                    when 'cross_statement' then 1
                    when 'narrative_vs_statement' then 2
                    when 'unit_sum' then 3
                    when 'children_sum' then 4
                    when 'parts_sum' then 5
                    when 'prior_year' then 6
                    else 7
                end,
                abs(left_value),
                comparison
        ) as standing
    from fct_comparisons
    where verdict = 'conflict'
) as conflicts
inner join fct_finding_numbers as numbers on conflicts.comparison = numbers.comparison;

-- A conflict follows from the first that shares a number with it and is off by the same; from the amounts that contradict
-- each other, where another published amount would make a rate right; and a total of last year from that of its part.
create or replace table fct_leads_of_contradictions as
select
    comparison,
    min(leader) as leader
from (
    select
        follower.standing as comparison,
        leader.standing as leader
    from fct_contradiction_numbers as follower
    inner join fct_contradiction_numbers as leader
        on follower.number_id = leader.number_id
        and leader.standing < follower.standing
        and (
            (leader.unit = follower.unit and leader.distance = follower.distance)
            or (follower.reason = 'other_amount' and leader.unit <> '%')
        )
    union all
    select
        follower.standing as comparison,
        leader.standing as leader
    from fct_contradiction_numbers as follower
    inner join fct_contradiction_numbers as leader
        on follower.document_id = leader.document_id
        and follower.department_id = leader.department_id
        and follower.fiscal_year = leader.fiscal_year
        and follower.rule = leader.rule
        and follower.unit = leader.unit
        and follower.distance = leader.distance
        and leader.standing < follower.standing
    where follower.rule in ('prior_year', 'unit_sum') and follower.unit = '万元'
) as pairs
group by comparison;

create or replace table fct_contradictions as
with roots as (
    select
        first.comparison as standing,
        coalesce(third.leader, second.leader, first.leader) as root_standing
    from fct_leads_of_contradictions as first
    left join fct_leads_of_contradictions as second on first.leader = second.comparison
    left join fct_leads_of_contradictions as third on second.leader = third.comparison
),

standings as (
    select distinct comparison, standing from fct_contradiction_numbers
),

-- Read off a picture, a number that is off by one glyph may be the reader's mistake.
misread as (
    select distinct parts.comparison
    from fct_contradiction_numbers as parts
    inner join stg_documents as documents on parts.document_id = documents.document_id
    inner join fct_numbers as numbers on parts.number_id = numbers.number_id
    where
        documents.text_origin = 'machine_read'
        and parts.unit = numbers.unit
        and parts.reason is null
        and parts.distance > 0
        and not numbers.is_blank
        and damerau_levenshtein(
            plain(numbers.amount),
            plain(numbers.amount - case when parts.side = 'left' then parts.difference else -parts.difference end)
        ) = 1
)

select
    standings.comparison,
    root.comparison as root,
    misread.comparison is not null as may_be_misread
from standings
left join roots on standings.standing = roots.standing
left join standings as root on roots.root_standing = root.standing
left join misread on standings.comparison = misread.comparison;

create or replace table fct_finding_names as
select
    comparison,
    -- Several comparisons can begin with the same numbers.
    name || case when occurrence = 1 then '' else '/' || cast(occurrence as varchar) end as finding_id
from (
    select
        comparison,
        name,
        row_number() over (partition by name order by comparison) as occurrence
    from (
        select
            comparisons.comparison,
            comparisons.document_id || '/' || comparisons.rule
            || '/' || coalesce(cast(left_number.ordinal as varchar), '-')
            || '/' || coalesce(cast(right_number.ordinal as varchar), '-') as name
        from fct_comparisons as comparisons
        left join fct_numbers as left_number on comparisons.left_number = left_number.number_id
        left join fct_numbers as right_number on comparisons.right_number = right_number.number_id
    ) as named
) as counted;

create or replace table fct_findings as
with graded as (
    select
        comparisons.*,
        names.finding_id,
        root.finding_id as follows_from,
        coalesce(
            comparisons.reason,
            case when contradictions.may_be_misread then 'possible_misreading' end
        ) as told_reason
    from fct_comparisons as comparisons
    inner join fct_finding_names as names on comparisons.comparison = names.comparison
    left join fct_contradictions as contradictions on comparisons.comparison = contradictions.comparison
    left join fct_finding_names as root on contradictions.root = root.comparison
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
    case
        when finding.verdict <> 'conflict' then 0
        when finding.reason in ('zero_base', 'wrong_direction', 'impossible') then 5
        when finding.reason in ('truncated', 'forced_sum') then 1
        when finding.reason in ('listed_twice', 'copied') then 2
        when finding.unit = '%' and abs(finding.difference) < 1 then 2
        when finding.unit = '%' then 3
        when
            abs(finding.difference) * 100 >= abs(finding.left_value)
            and abs(finding.difference) * 100 >= abs(finding.right_value)
            then 4
        else 3
    end as severity,
    finding.told_reason as reason,
    finding.reason_detail,
    finding.follows_from,
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
        when finding.verdict = 'conflict' and finding.rule = 'repeated_item'
            then '，两处相同（待核实）'
        else coalesce(
            '，相差 ' || plain(abs(finding.difference))
            || case finding.unit when '%' then ' 个百分点' else finding.unit end,
            ''
        )
    end
    || case
        when finding.verdict = 'rounding' then '，在四舍五入的范围内'
        when finding.verdict = 'scope_differs' then '，口径不同'
        when finding.verdict = 'conflict' and finding.rule <> 'repeated_item'
            then '，不一致（待核实）'
        else ''
    end
    || case when reasons.reason is null then '' else '：' || reasons.reason_text end
    || case when finding.reason_detail is null then '' else '（' || finding.reason_detail || '）' end
    || '。' as message
from graded as finding
left join seed_reasons as reasons on finding.told_reason = reasons.reason;
