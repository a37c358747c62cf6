-- purpose:  The points of a self-evaluation: those for execution follow from the stated rate, those of the indicators and of
--           execution add up to the total, what they count for to the points there are, and none has more than it counts for.
-- grain:    one row per stated rate with points, two per evaluation (weights, points), one per indicator above its weight

with execution as (
    select
        *,
        -- rate × weight ÷ 100, no more than the weight; on whole numbers, because the product has twelve decimals
        case
            when execution_pct > 100 then weight
            else
                try_cast(
                    cast(scaled(execution_pct) * scaled(weight) // 1000000 as decimal(30, 0))
                    * cast(0.00000001 as decimal(8, 8))
                    as decimal(32, 6)
                )
        end as computed,
        try_cast(
            cast(fine_scaled(pct_half_width) * scaled(weight) // 100000000 as decimal(30, 0))
            * cast(0.00000001 as decimal(8, 8))
            as decimal(32, 8)
        ) as computed_half_width,
        row_number() over (
            partition by document_id, department_id, place_section, execution_pct, weight, score
            order by case when row_code = 'total' then 0 else 1 end, row_order
        ) as position
    from fct_evaluation_rows
    where
        row_code <> 'total_score'
        and listed = 1
        and execution_pct is not null
        and weight > 0
        and score is not null
),

execution_judged as (
    select
        *,
        amount_verdict(score, score_half_width, computed, computed_half_width) as score_verdict,
        regexp_replace(place_section, '[（(][^（）()]*[）)]', '', 'g') as evaluation
    from execution
    where position = 1
),

evaluations as (
    select
        *,
        regexp_replace(place_section, '[（(][^（）()]*[）)]', '', 'g') as evaluation,
        cast(indicator_weight + execution_weight as decimal(32, 6)) as weight_sum,
        cast(indicator_score + execution_score as decimal(32, 6)) as score_sum
    from fct_evaluations
    where listed = 1 and indicator_weight is not null and execution_weight is not null
),

excesses as (
    select
        weights.document_id,
        weights.department_id,
        weights.fiscal_year,
        weights.statement,
        weights.place_section,
        weights.row_name,
        weights.locator,
        scores.amount as score,
        weights.amount as weight,
        scores.number_id as score_number,
        weights.number_id as weight_number
    from fct_numbers as weights
    inner join fct_numbers as scores
        on weights.document_id = scores.document_id
        and weights.ordinal = scores.ordinal
    where
        weights.record = 'indicator_weight'
        and scores.record = 'indicator_score'
        and scores.amount > weights.amount
)

select
    document_id,
    department_id,
    fiscal_year,
    statement,
    evaluation || '·' || row_name || '的得分' as subject,
    '分' as unit,
    '自评表的得分' as left_label,
    score as left_value,
    score_locator as left_locator,
    '执行率 × 分值' as right_label,
    computed as right_value,
    plain(execution_pct) || '% × ' || plain(weight) as right_locator,
    score_half_width + computed_half_width as tolerance,
    -- All or nothing is a way to give points, too.
    case when score_verdict = 'conflict' and score in (0, weight) then 'not_checkable' else score_verdict end as verdict,
    case
        when score_verdict = 'conflict' and score in (0, weight) then 'scored_by_step'
        when score_verdict = 'conflict' and is_cut_off(score, computed) then 'truncated'
    end as reason,
    null as reason_detail,
    cast(score_number as varchar) as left_numbers,
    cast(pct_number as varchar) || ',' || cast(weight_number as varchar) as right_numbers
from execution_judged
union all
select
    document_id,
    department_id,
    fiscal_year,
    statement,
    evaluation || '·分值合计' as subject,
    '分' as unit,
    '总分的分值' as left_label,
    total_weight as left_value,
    total_weight_locator as left_locator,
    '执行率与各指标分值之和' as right_label,
    weight_sum as right_value,
    plain(execution_weight) || ' + ' || weight_list as right_locator,
    0 as tolerance,
    case
        when total_weight = weight_sum then 'agree'
        when unweighted > 0 or has_unplaced then 'not_checkable'
        else 'conflict'
    end as verdict,
    case when total_weight <> weight_sum and (unweighted > 0 or has_unplaced) then 'not_published' end as reason,
    case when total_weight <> weight_sum and unweighted > 0 then '有 ' || cast(unweighted as varchar) || ' 个指标没有分值' end
        as reason_detail,
    cast(total_weight_number as varchar) as left_numbers,
    cast(execution_weight_number as varchar) || ',' || weight_numbers as right_numbers
from evaluations
where total_weight is not null
union all
-- Only where all indicators were read, which their weights tell.
select
    document_id,
    department_id,
    fiscal_year,
    statement,
    evaluation || '·总分' as subject,
    '分' as unit,
    '写明的总分' as left_label,
    total_score as left_value,
    total_score_locator as left_locator,
    '执行率与各指标得分之和' as right_label,
    score_sum as right_value,
    plain(execution_score) || ' + ' || score_list as right_locator,
    total_score_half_width as tolerance,
    case
        when total_weight is distinct from weight_sum or unscored > 0 then 'not_checkable'
        when total_score = score_sum then 'agree'
        when rounds_to(cast(score_sum as decimal(32, 8)), cast(total_score as decimal(32, 8)), total_score_half_width)
            then 'rounding'
        else 'conflict'
    end as verdict,
    case
        when total_weight is distinct from weight_sum or unscored > 0 then 'not_published'
        when
            total_score <> score_sum
            and is_cut_off(total_score, score_sum)
            and not rounds_to(
                cast(score_sum as decimal(32, 8)), cast(total_score as decimal(32, 8)), total_score_half_width
            )
            then 'truncated'
    end as reason,
    case
        when total_weight is distinct from weight_sum then '各项分值之和不是 ' || coalesce(plain(total_weight), '总分')
        when unscored > 0 then '有 ' || cast(unscored as varchar) || ' 个指标没有得分'
    end as reason_detail,
    cast(total_score_number as varchar) as left_numbers,
    cast(execution_score_number as varchar) || ',' || score_numbers as right_numbers
from evaluations
where total_score is not null and score_numbers is not null
union all
select
    document_id,
    department_id,
    fiscal_year,
    statement,
    regexp_replace(place_section, '[（(][^（）()]*[）)]', '', 'g') || '·' || coalesce(row_name, '指标') || '的得分' as subject,
    '分' as unit,
    '指标的得分' as left_label,
    score as left_value,
    locator as left_locator,
    '指标的分值' as right_label,
    weight as right_value,
    locator as right_locator,
    0 as tolerance,
    'conflict' as verdict,
    'impossible' as reason,
    null as reason_detail,
    cast(score_number as varchar) as left_numbers,
    cast(weight_number as varchar) as right_numbers
from excesses
