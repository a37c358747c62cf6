-- purpose:  核对一句话: what the data hold of one stated number, and whether it agrees.
-- grain:    one row per piece of evidence, best first; one row with a reason where there is none
-- param:    $department VARCHAR  id of the body that the number is about
-- param:    $year INTEGER  fiscal year that it is about
-- param:    $measure VARCHAR  measure, or the word for what is counted; null for a functional subject
-- param:    $subject_code VARCHAR  code of a functional subject; null for a measure
-- param:    $fund VARCHAR  money that the sentence names; null where it names none
-- param:    $kind VARCHAR  amount, change, change_pct, execution_pct, share_pct or count; null = no rows
-- param:    $column VARCHAR  of an amount: actual, initial_budget, revised_budget or budget; null = actual
-- param:    $base VARCHAR  what a change or rate is against: prior_actual, prior_initial_budget, a budget; for a share a measure
-- param:    $stated_value DECIMAL(32,6)  万元, percent or count; a decrease is negative
-- param:    $half_width DECIMAL(32,8)  half of one unit of the last stated decimal
-- returns:  position INTEGER  from 1
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year
-- returns:  evidence VARCHAR  what the row holds: an amount's role, computed, stated (the document's own words), elsewhere (a
--           number that is not the one meant and yet fits) or none
-- returns:  topic VARCHAR  measure or code that the value is of
-- returns:  value DECIMAL(32,6)  as published or computed; null where there is none
-- returns:  tolerance DECIMAL(32,8)  how far off the stated value may be by rounding
-- returns:  unit VARCHAR  万元, % or empty for counts
-- returns:  basis VARCHAR  published or implied
-- returns:  source VARCHAR  table, narrative, units or later, as in fct_checkable_amounts
-- returns:  scope_detail VARCHAR  of evidence elsewhere: its fund, its budget, its year or its body
-- returns:  part_value DECIMAL(32,6)  of a computed value: this year's amount
-- returns:  whole_value DECIMAL(32,6)  of a computed value: what it is compared with or divided by
-- returns:  whole_role VARCHAR  role of that amount
-- returns:  locator VARCHAR  place of the value, or of what it is compared with
-- returns:  part_locator VARCHAR  place of this year's amount of a computed value
-- returns:  document_id VARCHAR  document that it was read from; null where several
-- returns:  verdict VARCHAR  agree, rounding, scope_differs, conflict or not_checkable
-- returns:  reason VARCHAR  a word of seed_reasons; null where none fits exactly
-- returns:  reason_text VARCHAR  the same in words
-- returns:  reason_detail VARCHAR  the numbers it speaks of
-- returns:  overall_verdict VARCHAR  of the stated number, by the best evidence; the same in every row
-- returns:  contested BOOLEAN  it agrees with the best evidence while other evidence of the same scope contradicts it

with asked as materialized (
    select
        $department as department_id,
        $year as fiscal_year,
        coalesce($subject_code, $measure) as topic,
        $kind as kind,
        coalesce($column, 'actual') as column_key,
        $base as base,
        coalesce($fund, measures.fund) as fund,
        coalesce(measures.any_fund, $fund is null) as any_fund,
        $stated_value as stated,
        $half_width as half_width,
        -- A rate or a small round number fits by chance; three digits do not.
        abs($stated_value) >= 200 * $half_width and $stated_value <> 0 as is_telling,
        -- Several amounts are meant equally: one that agrees is enough.
        coalesce(
            ($subject_code is not null and $fund is null)
            or $kind = 'share_pct'
            or ($kind in ('execution_pct', 'change', 'change_pct') and $base = 'budget')
            or ($kind = 'amount' and $column = 'budget'),
            false
        ) as is_open
    from (values (1)) as single (one)
    left join seed_measures as measures
        on measures.measure = $measure and $subject_code is null
    where $kind is not null and $department is not null and $year is not null and $stated_value is not null
),

-- Every amount of the topic, this body's and its units' or department's, of all years.
near as materialized (
    select
        amounts.*,
        case
            when amounts.department_id <> asked.department_id then 'other_body'
            when amounts.topic <> asked.topic then 'other_measure'
            when amounts.fiscal_year <> asked.fiscal_year then 'other_year'
            when not amounts.same_scope or not (asked.any_fund or amounts.fund = asked.fund) then 'other_fund'
        end as differs,
        bodies.department_name
    from asked
    inner join dim_bodies as own on asked.department_id = own.department_id
    inner join dim_bodies as bodies
        on own.department_id = bodies.department_id
        or own.department_id = bodies.parent_id
        or own.parent_id = bodies.department_id
    inner join fct_checkable_amounts as amounts on bodies.department_id = amounts.department_id
    where
        amounts.topic = asked.topic
        -- "总支出" may be the year's expenditure or the total with carryovers.
        or (asked.topic = 'expenditure' and amounts.topic in ('total', 'general_public_expenditure'))
        or (asked.topic = 'revenue' and amounts.topic in ('total', 'fiscal_total'))
        or (asked.topic = 'total' and amounts.topic in ('expenditure', 'revenue'))
        or (asked.topic = 'general_public_expenditure' and amounts.topic in ('expenditure', 'fiscal_total'))
),

own_amounts as materialized (
    select near.*, asked.kind, asked.column_key, asked.base, asked.stated, asked.half_width as stated_half_width
    from asked
    inner join near on asked.department_id = near.department_id
    where near.differs is null
),

budgets as materialized (
    select distinct role, amount, half_width
    from own_amounts
    where role in ('initial_budget', 'revised_budget', 'budget')
),

amount_rows as (
    select
        role as evidence,
        topic,
        amount as value,
        half_width as tolerance,
        basis,
        source,
        cast(null as varchar) as scope_detail,
        cast(null as decimal(32, 6)) as part_value,
        cast(null as decimal(32, 8)) as part_half_width,
        cast(null as decimal(32, 6)) as whole_value,
        cast(null as decimal(32, 8)) as whole_half_width,
        cast(null as varchar) as whole_role,
        locator,
        cast(null as varchar) as part_locator,
        document_id,
        preference,
        amount_verdict(stated, stated_half_width, amount, half_width) as verdict
    from own_amounts
    where
        kind = 'amount'
        and (role = column_key or (column_key = 'budget' and role in ('initial_budget', 'revised_budget')))
),

-- This year's amount that a change or a rate starts from: the best one.
parts as materialized (
    select *
    from (
        select
            *,
            row_number() over (partition by fund order by preference, amount) as position
        from own_amounts
        where
            kind in ('change', 'change_pct', 'execution_pct', 'share_pct')
            and role = case when base = 'prior_initial_budget' then 'initial_budget' else 'actual' end
    ) as ranked
    where position = 1
),

wholes as (
    select
        fund,
        role,
        amount,
        half_width,
        basis,
        source,
        locator,
        document_id,
        preference
    from own_amounts
    where
        kind <> 'share_pct'
        and (role = base or (base = 'budget' and role in ('initial_budget', 'revised_budget')))
    union all
    select
        amounts.fund,
        amounts.role,
        amounts.amount,
        amounts.half_width,
        amounts.basis,
        amounts.source,
        amounts.locator,
        amounts.document_id,
        amounts.preference
    from asked
    inner join fct_checkable_amounts as amounts
        on asked.department_id = amounts.department_id
        and asked.fiscal_year = amounts.fiscal_year
        and asked.base = amounts.topic
    where asked.kind = 'share_pct' and amounts.role = 'actual' and amounts.same_scope
),

pairs as (
    select
        parts.topic,
        parts.kind,
        parts.stated,
        parts.stated_half_width,
        parts.amount as part_amount,
        parts.half_width as part_amount_half_width,
        parts.locator as part_locator,
        wholes.amount as whole_amount,
        wholes.half_width as whole_half_width,
        wholes.role as whole_role,
        wholes.locator,
        wholes.document_id,
        wholes.basis,
        wholes.source,
        wholes.preference,
        cast(
            case
                when parts.kind in ('execution_pct', 'share_pct') then parts.amount
                else parts.amount - wholes.amount
            end
            as decimal(32, 6)
        ) as numerator,
        -- What is implied by a stated change is as far off as the change is, no farther.
        cast(
            case
                when parts.kind in ('execution_pct', 'share_pct') then parts.half_width
                when wholes.basis = 'implied' and wholes.half_width > parts.half_width
                    then wholes.half_width - parts.half_width
                else parts.half_width + wholes.half_width
            end
            as decimal(32, 8)
        ) as numerator_half_width
    from parts
    inner join wholes on parts.fund = wholes.fund or parts.kind <> 'share_pct'
    -- A change against an amount that only that same change implies says nothing.
    where not (parts.kind = 'change' and wholes.basis = 'implied')
),

computed_rows as materialized (
    select
        'computed' as evidence,
        topic,
        case
            when kind = 'change' then numerator
            else cast(percent(numerator, whole_amount) as decimal(32, 6))
        end as value,
        case
            when kind = 'change' then numerator_half_width
            else
                rate_tolerance(stated_half_width, numerator, numerator_half_width, whole_amount, whole_half_width)
        end as tolerance,
        basis,
        source,
        cast(null as varchar) as scope_detail,
        part_amount as part_value,
        part_amount_half_width as part_half_width,
        whole_amount as whole_value,
        whole_half_width,
        whole_role,
        locator,
        part_locator,
        document_id,
        preference,
        case
            when kind = 'change' then amount_verdict(stated, stated_half_width, numerator, numerator_half_width)
            else
                rate_verdict(
                    stated, stated_half_width, numerator, numerator_half_width, whole_amount, whole_half_width
                )
        end as verdict
    from pairs
),

-- What the documents say of the same in so many words. It comes behind what can be computed from published amounts.
stated_rows as (
    select
        'stated' as evidence,
        asked.topic,
        claims.stated_value as value,
        claims.half_width as tolerance,
        'published' as basis,
        'narrative' as source,
        cast(null as varchar) as scope_detail,
        cast(null as decimal(32, 6)) as part_value,
        cast(null as decimal(32, 8)) as part_half_width,
        cast(null as decimal(32, 6)) as whole_value,
        cast(null as decimal(32, 8)) as whole_half_width,
        cast(null as varchar) as whole_role,
        claims.locator,
        cast(null as varchar) as part_locator,
        claims.document_id,
        case when asked.kind = 'change' then 25 else 40 end + case when claims.is_detail then 1 else 0 end
            as preference,
        amount_verdict(asked.stated, asked.half_width, claims.stated_value, claims.half_width) as verdict
    from asked
    inner join stg_claims as claims
        on asked.department_id = claims.department_id
        and asked.fiscal_year = claims.fiscal_year
        and asked.kind = claims.claim_kind
        and asked.topic = coalesce(nullif(claims.subject_code, 'total'), claims.measure)
    where
        asked.kind <> 'amount'
        and (
            claims.base = asked.base
            or asked.kind = 'count'
            or (asked.kind = 'execution_pct' and (claims.base = 'budget' or asked.base = 'budget'))
        )
        and (asked.any_fund or claims.fund is null or claims.fund = asked.fund)
),

held as (
    select * from amount_rows
    union all
    select * from computed_rows
    union all
    select * from stated_rows
),

-- The same place may be found on two ways; a second place that says the same is shown, a second way to compute it is not.
distinct_held as materialized (
    select *
    from (
        select
            *,
            row_number() over (
                partition by
                    evidence,
                    value,
                    coalesce(whole_value, 0),
                    case when evidence = 'computed' then '' else coalesce(locator, '') end
                order by preference, locator
            ) as repetition
        from held
    ) as numbered
    where repetition = 1
),

-- Ways to err that give exactly the stated rate, the likeliest first.
slips as (
    select
        computed.value,
        computed.whole_value,
        1 as likelihood,
        'wrong_direction' as reason,
        plain(computed.value) || case when asked.kind = 'change' then '' else '%' end as reason_detail
    from asked
    inner join computed_rows as computed on asked.kind in ('change', 'change_pct')
    where rounds_to(cast(-computed.value as decimal(32, 8)), cast(asked.stated as decimal(32, 8)), asked.half_width)
    union all
    select
        computed.value,
        computed.whole_value,
        2 as likelihood,
        'divided_by_budget' as reason,
        plain(cast(computed.part_value - computed.whole_value as decimal(32, 6)))
        || ' ÷ ' || plain(budgets.amount) || ' = '
        || plain(percent(computed.part_value - computed.whole_value, budgets.amount)) || '%' as reason_detail
    from asked
    inner join computed_rows as computed on asked.kind = 'change_pct'
    inner join budgets on budgets.amount <> computed.whole_value and budgets.amount <> 0
    where
        rounds_to(
            cast(percent(computed.part_value - computed.whole_value, budgets.amount) as decimal(32, 8)),
            cast(asked.stated as decimal(32, 8)),
            asked.half_width
        )
    union all
    select
        computed.value,
        computed.whole_value,
        3 as likelihood,
        'divided_by_this_year' as reason,
        plain(cast(computed.part_value - computed.whole_value as decimal(32, 6)))
        || ' ÷ ' || plain(computed.part_value) || ' = '
        || plain(percent(computed.part_value - computed.whole_value, computed.part_value)) || '%' as reason_detail
    from asked
    inner join computed_rows as computed on asked.kind = 'change_pct'
    where
        rounds_to(
            cast(percent(computed.part_value - computed.whole_value, computed.part_value) as decimal(32, 8)),
            cast(asked.stated as decimal(32, 8)),
            asked.half_width
        )
    union all
    select
        computed.value,
        computed.whole_value,
        4 as likelihood,
        'compared_with_budget' as reason,
        plain(computed.part_value) || ' − ' || plain(budgets.amount) || ' = '
        || plain(cast(computed.part_value - budgets.amount as decimal(32, 6))) as reason_detail
    from asked
    inner join computed_rows as computed
        on asked.kind in ('change', 'change_pct') and asked.base = 'prior_actual'
    inner join budgets on budgets.amount <> 0
    where
        case
            when asked.kind = 'change'
                then rounds_to(
                    cast(computed.part_value - budgets.amount as decimal(32, 8)),
                    cast(asked.stated as decimal(32, 8)),
                    asked.half_width
                )
            else
                rounds_to(
                    cast(percent(computed.part_value - budgets.amount, budgets.amount) as decimal(32, 8)),
                    cast(asked.stated as decimal(32, 8)),
                    asked.half_width
                )
        end
    union all
    select
        held.value,
        held.whole_value,
        5 as likelihood,
        'truncated' as reason,
        plain(held.value) || case when asked.kind in ('amount', 'change') then '' else '%' end as reason_detail
    from asked
    inner join distinct_held as held on held.evidence not in ('stated')
    where
        (asked.stated < 0) = (held.value < 0)
        and abs(held.value) >= abs(asked.stated)
        and abs(held.value) < abs(asked.stated) + 2 * asked.half_width
    union all
    select
        held.value,
        held.whole_value,
        6 as likelihood,
        'other_unit' as reason,
        plain(held.value) as reason_detail
    from asked
    inner join amount_rows as held on asked.is_telling and held.value <> 0
    inner join (values (10), (100), (1000), (10000)) as powers (power)
        on rounds_to(
            cast(held.value * powers.power as decimal(32, 8)),
            cast(asked.stated as decimal(32, 8)),
            asked.half_width
        )
        or rounds_to(
            cast(held.value as decimal(32, 8)),
            cast(asked.stated * powers.power as decimal(32, 8)),
            cast(asked.half_width * powers.power as decimal(32, 8))
        )
),

first_slips as (
    select *
    from (
        select
            *,
            row_number() over (
                partition by value, coalesce(whole_value, 0) order by likelihood, reason_detail
            ) as position
        from slips
    ) as ranked
    where position = 1
),

judged as materialized (
    select
        held.*,
        case
            when held.verdict is null and held.whole_value = 0 and held.part_value = 0 then 'zero_of_zero'
            when held.verdict is null then 'zero_base'
            when held.verdict = 'conflict' then slips.reason
        end as reason,
        case when held.verdict = 'conflict' then slips.reason_detail end as reason_detail
    from distinct_held as held
    left join first_slips as slips
        on held.value = slips.value
        and coalesce(held.whole_value, 0) = coalesce(slips.whole_value, 0)
        and held.evidence <> 'stated'
),

-- Numbers that are not the one meant and yet are the stated one to the last digit.
other_amounts as (
    select
        'elsewhere' as evidence,
        near.topic,
        near.amount as value,
        near.half_width as tolerance,
        near.basis,
        near.source,
        case coalesce(near.differs, '')
            when 'other_body' then near.department_name
            when 'other_year' then cast(near.fiscal_year as varchar)
            when 'other_fund' then near.fund
            when 'other_measure' then near.topic
            else near.role
        end as scope_detail,
        near.locator,
        near.document_id,
        case
            when near.differs is not null then near.differs
            when near.role = 'prior_actual' then 'other_year'
            when near.role in ('initial_budget', 'revised_budget', 'budget') and asked.column_key <> 'actual'
                then 'other_budget'
            else 'other_column'
        end as reason,
        case coalesce(near.differs, '')
            when '' then 1
            when 'other_fund' then 2
            when 'other_measure' then 3
            when 'other_year' then 4
            else 5
        end as nearness,
        near.preference
    from asked
    inner join near
        on rounds_to(
            cast(near.amount as decimal(32, 8)), cast(asked.stated as decimal(32, 8)), asked.half_width
        )
    where
        asked.kind = 'amount'
        and asked.is_telling
        and (
            (near.differs is null and near.role <> asked.column_key)
            or (near.differs is not null and near.role = asked.column_key)
        )
),

-- The rate of the actual amount in another budget than the one named.
other_rates as (
    select
        'elsewhere' as evidence,
        parts.topic,
        cast(percent(parts.amount, budgets.amount) as decimal(32, 6)) as value,
        asked.half_width as tolerance,
        'published' as basis,
        'table' as source,
        budgets.role as scope_detail,
        parts.locator,
        parts.document_id,
        'other_budget' as reason,
        1 as nearness,
        parts.preference
    from asked
    inner join parts on asked.kind = 'execution_pct'
    inner join budgets
        on rounds_to(
            cast(percent(parts.amount, budgets.amount) as decimal(32, 8)),
            cast(asked.stated as decimal(32, 8)),
            asked.half_width
        )
        and budgets.role <> asked.base
    where budgets.amount <> 0
),

others as materialized (
    select *
    from (
        select
            *,
            row_number() over (
                partition by reason, scope_detail, topic order by preference, locator
            ) as repetition
        from (
            select * from other_amounts
            union all
            select * from other_rates
        ) as every_other
    ) as numbered
    where repetition = 1
),

best as (
    select
        asked.is_open,
        ranked.verdict,
        coalesce(ranked.conflicts, 0) as conflicts,
        fitting.fits
    from asked
    cross join (select count(*) as fits from others) as fitting
    left join (
        select
            coalesce(judged.verdict, 'not_checkable') as verdict,
            count(*) filter (where judged.verdict = 'conflict') over () as conflicts,
            row_number() over (
                order by
                    case when open.is_open and judged.verdict in ('agree', 'rounding') then 0 else 1 end,
                    case when judged.verdict is null then 1 else 0 end,
                    judged.preference,
                    judged.value,
                    judged.locator
            ) as position
        from judged
        cross join asked as open
    ) as ranked
        on ranked.position = 1
),

overall as materialized (
    select
        case
            when verdict in ('agree', 'rounding') then verdict
            when fits > 0 then 'scope_differs'
            else coalesce(verdict, 'not_checkable')
        end as overall_verdict,
        verdict in ('agree', 'rounding') and conflicts > 0 and not is_open as contested,
        verdict is null and fits = 0 as is_nothing
    from best
),

every_row as (
    select
        1 as block,
        judged.preference,
        judged.evidence,
        judged.topic,
        judged.value,
        judged.tolerance,
        judged.basis,
        judged.source,
        judged.scope_detail,
        judged.part_value,
        judged.whole_value,
        judged.whole_role,
        judged.locator,
        judged.part_locator,
        judged.document_id,
        coalesce(judged.verdict, 'not_checkable') as verdict,
        judged.reason,
        judged.reason_detail
    from judged
    union all
    select
        2 as block,
        others.nearness * 100 + others.preference as preference,
        others.evidence,
        others.topic,
        others.value,
        others.tolerance,
        others.basis,
        others.source,
        others.scope_detail,
        null as part_value,
        null as whole_value,
        null as whole_role,
        others.locator,
        null as part_locator,
        others.document_id,
        'scope_differs' as verdict,
        others.reason,
        null as reason_detail
    from others
    inner join overall on overall.overall_verdict = 'scope_differs'
    union all
    select
        3 as block,
        0 as preference,
        'none' as evidence,
        asked.topic,
        null as value,
        null as tolerance,
        null as basis,
        null as source,
        null as scope_detail,
        null as part_value,
        null as whole_value,
        null as whole_role,
        null as locator,
        null as part_locator,
        null as document_id,
        'not_checkable' as verdict,
        case
            when asked.base is null and asked.kind not in ('amount', 'count') then 'unclear_base'
            when asked.kind in ('change', 'change_pct') and asked.fiscal_year <= bodies.founded_year then 'new_body'
            when
                asked.kind in ('change', 'change_pct')
                and asked.base = 'prior_actual'
                and known.other_priors > 0
                then 'prior_scope'
            when
                asked.kind in ('change', 'change_pct')
                and asked.base = 'prior_actual'
                and known.actuals > 0
                then 'no_prior'
            else 'not_published'
        end as reason,
        null as reason_detail
    from asked
    inner join overall on overall.is_nothing
    cross join (
        select
            count(*) filter (where role = 'prior_actual' and differs = 'other_fund') as other_priors,
            count(*) filter (where role = 'actual' and differs is null) as actuals
        from near
    ) as known
    left join dim_bodies as bodies on asked.department_id = bodies.department_id
)

select
    cast(
        row_number() over (
            order by
                every_row.block,
                every_row.preference,
                every_row.value,
                every_row.locator,
                every_row.reason,
                every_row.scope_detail,
                every_row.topic
        )
        as integer
    ) as position,
    asked.department_id,
    bodies.department_name,
    asked.fiscal_year,
    every_row.evidence,
    every_row.topic,
    every_row.value,
    cast(every_row.tolerance as decimal(32, 8)) as tolerance,
    case asked.kind
        when 'count' then ''
        when 'amount' then '万元'
        when 'change' then '万元'
        else '%'
    end as unit,
    every_row.basis,
    every_row.source,
    every_row.scope_detail,
    every_row.part_value,
    every_row.whole_value,
    every_row.whole_role,
    every_row.locator,
    every_row.part_locator,
    every_row.document_id,
    every_row.verdict,
    every_row.reason,
    reasons.reason_text,
    every_row.reason_detail,
    overall.overall_verdict,
    coalesce(overall.contested, false) as contested
from every_row
cross join asked
cross join overall
left join dim_bodies as bodies on asked.department_id = bodies.department_id
left join seed_reasons as reasons on every_row.reason = reasons.reason
order by position
