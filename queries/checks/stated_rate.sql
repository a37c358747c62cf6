-- purpose:  A change %, an execution % or a share % that the text states follows from the published amounts; a stated change
--           follows from this and last year's; the shares of all parts add up to 100 %.
-- grain:    one row per stated rate; per change stated with last year's amount; per list of the shares of all parts

with rates as (
    select
        number_id,
        document_id,
        department_id,
        fiscal_year,
        section_no,
        subject,
        claim_kind,
        base,
        amount,
        half_width,
        unit,
        is_detail,
        locator,
        coalesce(measure, subject_code, subject) as topic
    from fct_numbers
    where record = 'claim' and claim_kind in ('change_pct', 'execution_pct', 'share_pct')
),

-- An amount that is compared with its budget has the budget for last year.
based as (
    select
        operands.number_id,
        case
            when operands.role = 'budget' and claims.claim_kind in ('change', 'change_pct') and claims.base not like 'prior_%'
                then 'prior'
            else operands.role
        end as role,
        operands.amount,
        operands.half_width,
        operands.operand_id,
        operands.is_guess and claims.base not like 'prior_%' as is_guess
    from fct_claim_operands as operands
    inner join fct_numbers as claims on operands.number_id = claims.number_id
),

operands as materialized (
    select
        number_id,
        max(case when role = 'actual' then amount end) as actual,
        max(case when role = 'actual' then half_width end) as actual_half_width,
        max(case when role = 'actual' then operand_id end) as actual_id,
        max(case when role = 'change' then amount end) as change,
        max(case when role = 'change' then half_width end) as change_half_width,
        max(case when role = 'change' then operand_id end) as change_id,
        max(case when role = 'prior' then amount end) as prior,
        max(case when role = 'prior' then half_width end) as prior_half_width,
        max(case when role = 'prior' then operand_id end) as prior_id,
        max(case when role = 'budget' then amount end) as budget,
        max(case when role = 'budget' then half_width end) as budget_half_width,
        max(case when role = 'budget' then operand_id end) as budget_id,
        bool_or(is_guess) as is_guess,
        max(case when role = 'other_budget' then amount end) as other_budget,
        max(case when role = 'part' then amount end) as part,
        max(case when role = 'part' then half_width end) as part_half_width,
        max(case when role = 'part' then operand_id end) as part_id,
        max(case when role = 'whole' then amount end) as whole,
        max(case when role = 'whole' then half_width end) as whole_half_width,
        max(case when role = 'whole' then operand_id end) as whole_id
    from based
    group by number_id
),

fractions as (
    select
        rates.*,
        operands.actual,
        operands.change,
        operands.budget,
        operands.other_budget,
        operands.prior,
        coalesce(operands.is_guess, false) as is_guess,
        case rates.claim_kind
            when 'change_pct' then coalesce(operands.change, operands.actual - operands.prior)
            when 'execution_pct' then operands.actual
            else operands.part
        end as part,
        case rates.claim_kind
            when 'change_pct'
                then coalesce(operands.change_half_width, operands.actual_half_width + operands.prior_half_width)
            when 'execution_pct' then operands.actual_half_width
            else operands.part_half_width
        end as part_half_width,
        case rates.claim_kind
            when 'change_pct' then coalesce(operands.prior, operands.actual - operands.change)
            when 'execution_pct' then operands.budget
            else operands.whole
        end as whole,
        case rates.claim_kind
            when 'change_pct'
                then
                    coalesce(
                        operands.prior_half_width,
                        implied_half_width(operands.actual_half_width, operands.change_half_width)
                    )
            when 'execution_pct' then operands.budget_half_width
            else operands.whole_half_width
        end as whole_half_width,
        case rates.claim_kind
            when 'change_pct'
                then
                    concat_ws(
                        ',',
                        operands.change_id,
                        case
                            when operands.prior_id is null or operands.change_id is null then operands.actual_id
                        end,
                        operands.prior_id
                    )
            when 'execution_pct' then concat_ws(',', operands.actual_id, operands.budget_id)
            else concat_ws(',', operands.part_id, operands.whole_id)
        end as operand_ids
    from rates
    left join operands on rates.number_id = operands.number_id
),

-- What each rate would be of another whole too, once: a macro repeats what it is given.
recomputed as materialized (
    select
        *,
        abs(whole) as whole_size,
        percent(part, whole) as recomputed,
        percent(part, budget) as of_budget,
        percent(part, actual) as of_this_year,
        percent(part, other_budget) as of_other_budget
    from fractions
),

rated as (
    select
        *,
        case
            when amount is null or recomputed is null then null
            when rounds_to(recomputed, amount, half_width) then 'agree'
            when rate_overlaps(amount, half_width, part, part_half_width, whole_size, whole_half_width) then 'rounding'
            else 'conflict'
        end as rate_verdict
    from recomputed
),

judged as materialized (
    select
        *,
        case
            when part is null or whole is null then 'not_checkable'
            when whole = 0 and (part = 0 or is_guess) then 'not_checkable'
            when whole = 0 then 'conflict'
            when is_guess and rate_verdict = 'conflict' then 'not_checkable'
            else rate_verdict
        end as verdict
    from rated
    -- A remark in passing need not be about what its sentence is about.
    where not (is_detail and (part is null or whole is null))
),

differing as materialized (
    select *
    from judged
    where verdict = 'conflict'
),

-- Another amount published for the same thing, in place of the nearest.
replaced as materialized (
    select
        differing.number_id,
        differing.amount,
        differing.half_width,
        candidates.operand_id,
        plain(candidates.amount) || '，' || candidates.locator as reason_detail,
        case
            when differing.claim_kind = 'change_pct' and differing.prior is null then differing.part
            when differing.claim_kind = 'change_pct' then candidates.amount - differing.prior
            when candidates.role in ('actual', 'part') then candidates.amount
            else differing.part
        end as part,
        case
            when differing.claim_kind = 'change_pct'
                then coalesce(differing.prior, candidates.amount - differing.change)
            when candidates.role in ('budget', 'whole') then candidates.amount
            else differing.whole
        end as whole
    from differing
    inner join fct_claim_candidates as candidates on differing.number_id = candidates.number_id
    where
        differing.whole <> 0
        and candidates.rank > 1
        and (
            candidates.role = 'actual'
            or (candidates.role in ('budget', 'part', 'whole') and differing.claim_kind <> 'change_pct')
        )
),

others as (
    select
        number_id,
        arg_min(reason_detail, operand_id) as reason_detail
    from (select *, percent(part, whole) as recomputed from replaced) as rated_again
    where rounds_to(recomputed, amount, half_width)
    group by number_id
),

-- The same rate of something else, where it is right.
copies as (
    select
        differing.number_id,
        arg_min(agreeing.subject, agreeing.number_id) as copied_from
    from differing
    inner join judged as agreeing
        on differing.document_id = agreeing.document_id
        and differing.department_id = agreeing.department_id
        and differing.section_no = agreeing.section_no
        and differing.claim_kind = agreeing.claim_kind
        and differing.amount = agreeing.amount
        and differing.half_width = agreeing.half_width
        and differing.topic <> agreeing.topic
    where agreeing.verdict in ('agree', 'rounding') and differing.amount not in (0, 100)
    group by differing.number_id
),

shares as materialized (
    select
        document_id,
        department_id,
        fiscal_year,
        section_no,
        base,
        count(*) as parts,
        count(distinct topic) as topics,
        cast(sum(amount) as decimal(32, 6)) as amount,
        cast(sum(half_width) as decimal(32, 8)) as half_width,
        cast(sum(part) as decimal(32, 6)) as part,
        cast(sum(part_half_width) as decimal(32, 8)) as part_half_width,
        min(whole) as whole,
        max(whole) as last_whole,
        max(whole_half_width) as whole_half_width,
        count(*) filter (where verdict = 'conflict') as conflicts,
        cast(
            sum(
                (fine_scaled(abs(recomputed)) + fine_scaled(half_width)) // (2 * fine_scaled(half_width))
                * (2 * fine_scaled(half_width))
            ) as hugeint
        ) as rounded,
        string_agg(cast(number_id as varchar), ',' order by number_id) as numbers,
        string_agg(plain(amount), ' + ' order by number_id) as addends,
        arg_min(locator, number_id) as locator,
        arg_min(subject, number_id) as subject
    from judged
    where claim_kind = 'share_pct' and not is_detail and part is not null and whole <> 0
    group by document_id, department_id, fiscal_year, section_no, base
),

-- Shares of all the parts: their amounts add up to the whole.
exhaustive as materialized (
    select *
    from shares
    where
        parts > 1
        and topics = parts
        and whole = last_whole
        and abs(part - whole) <= part_half_width + whole_half_width
),

rate_rows as materialized (
    select
        differing.*,
        differing.claim_kind = 'execution_pct'
        and rounds_to(differing.of_other_budget, differing.amount, differing.half_width)
        as is_of_other_budget,
        others.reason_detail as other_detail,
        copies.copied_from,
        -- The shares as stated add up to 100 and as rounded they do not; this one makes the difference.
        exhaustive.amount = 100
        and exhaustive.conflicts = 1
        and abs(differing.amount - differing.recomputed) < differing.half_width * 3
        and exhaustive.rounded <> 10000000000 as is_forced
    from judged as differing
    left join others on differing.number_id = others.number_id
    left join copies on differing.number_id = copies.number_id
    left join exhaustive
        on differing.document_id = exhaustive.document_id
        and differing.department_id = exhaustive.department_id
        and differing.fiscal_year = exhaustive.fiscal_year
        and differing.section_no = exhaustive.section_no
        and differing.base = exhaustive.base
),

reasoned as (
    select
        *,
        case
            when part is null or whole is null then 'not_published'
            when whole = 0 and part = 0 then 'zero_of_zero'
            when is_guess and verdict = 'not_checkable' then 'unclear_budget'
            when verdict <> 'conflict' then null
            when whole = 0 then 'zero_base'
            when claim_kind = 'share_pct' and amount - half_width > 100 then 'impossible'
            when (recomputed < 0) <> (amount < 0) and rounds_to(recomputed, -amount, half_width)
                then 'wrong_direction'
            when is_forced then 'forced_sum'
            when
                (recomputed < 0) = (amount < 0)
                and abs(recomputed) > abs(amount)
                and abs(recomputed) < abs(amount) + 2 * half_width
                then 'truncated'
            when claim_kind = 'change_pct' and rounds_to(of_budget, amount, half_width) then 'divided_by_budget'
            when claim_kind = 'change_pct' and rounds_to(of_this_year, amount, half_width)
                then 'divided_by_this_year'
            when is_of_other_budget then 'other_rate'
            when other_detail is not null then 'other_amount'
            when copied_from is not null then 'copied'
        end as reason
    from rate_rows
),

-- A change that stands between two stated amounts.
stated_changes as (
    select
        changes.number_id,
        changes.document_id,
        changes.department_id,
        changes.fiscal_year,
        changes.subject,
        changes.unit,
        changes.amount,
        changes.half_width,
        changes.locator,
        operands.actual,
        operands.prior,
        cast(operands.actual - operands.prior as decimal(32, 6)) as recomputed,
        operands.actual_half_width + operands.prior_half_width as recomputed_half_width,
        concat_ws(',', operands.actual_id, operands.prior_id) as operand_ids
    from fct_numbers as changes
    inner join operands on changes.number_id = operands.number_id
    where
        changes.claim_kind = 'change'
        and operands.actual is not null
        and operands.prior is not null
        and not operands.is_guess
)

select
    document_id,
    department_id,
    fiscal_year,
    'narrative' as statement,
    subject,
    unit,
    '正文所写' || case claim_kind
        when 'change_pct' then '增减率'
        when 'execution_pct' then '预算完成率'
        else '占比'
    end as left_label,
    amount as left_value,
    locator as left_locator,
    '按公布数计算' as right_label,
    recomputed as right_value,
    plain(part) || ' ÷ ' || case
        when claim_kind = 'change_pct' and prior is null
            then '（' || plain(actual) || case when change < 0 then ' + ' else ' − ' end || plain(abs(change)) || '）'
        else plain(whole)
    end as right_locator,
    coalesce(
        rate_tolerance(half_width, part, part_half_width, whole, whole_half_width),
        half_width
    ) as tolerance,
    verdict,
    reason,
    case
        when reason = 'zero_base'
            then
                nullif(
                    concat_ws(
                        '；',
                        '与“' || copied_from || '”的 ' || plain(amount) || '% 相同，疑为沿用',
                        case when is_of_other_budget then '除以另一种预算数 ' || plain(other_budget) || ' 则相符' end
                    ),
                    ''
                )
        when reason = 'divided_by_budget' then plain(part) || ' ÷ ' || plain(budget)
        when reason = 'divided_by_this_year' then plain(part) || ' ÷ ' || plain(actual)
        when reason = 'other_rate' then plain(part) || ' ÷ ' || plain(other_budget)
        when reason = 'other_amount' then other_detail
        when reason = 'copied' then copied_from
    end as reason_detail,
    cast(number_id as varchar) as left_numbers,
    nullif(operand_ids, '') as right_numbers
from reasoned
union all
select
    document_id,
    department_id,
    fiscal_year,
    'narrative',
    subject,
    unit,
    '正文所写增减额',
    amount,
    locator,
    '两数之差',
    recomputed,
    plain(actual) || ' − ' || plain(prior),
    half_width + recomputed_half_width,
    amount_verdict(amount, half_width, recomputed, recomputed_half_width),
    null,
    null,
    cast(number_id as varchar),
    operand_ids
from stated_changes
union all
select
    document_id,
    department_id,
    fiscal_year,
    'narrative',
    subject || '等 ' || cast(parts as varchar) || ' 项占比',
    '%',
    '整体',
    100,
    locator,
    '所列 ' || cast(parts as varchar) || ' 项占比之和',
    amount,
    addends,
    half_width,
    amount_verdict(100, 0, amount, half_width),
    null,
    null,
    null,
    numbers
from exhaustive
where conflicts = 0
