-- purpose:  An amount or a count that the text states equals the one in the tables of the same document; where no table
--           holds it, it equals itself wherever the text states it again.
-- grain:    one row per stated number that a table, or the text before it, holds too

-- Without what no comparison needs: wide rows are what costs time.
with claims as materialized (
    select
        claims.number_id,
        claims.document_id,
        claims.department_id,
        claims.fiscal_year,
        claims.section_no,
        claims.subject,
        claims.measure,
        claims.subject_code,
        claims.fund,
        claims.claim_kind,
        claims.column_key,
        claims.base,
        claims.amount,
        claims.half_width,
        claims.unit,
        claims.is_detail,
        claims.locator,
        coalesce(
            claims.measure,
            claims.subject_code,
            case when claims.section_no like 'report-%' then 'project:' || bare_name(claims.subject) end
        ) as topic,
        coalesce(measures.any_fund, false) as any_fund
    from fct_numbers as claims
    left join seed_measures as measures on claims.measure = measures.measure
    where claims.record = 'claim'
),

stated as materialized (
    select *
    from claims
    where
        topic is not null
        -- By contract in one place and by payment in the other.
        and topic <> 'procurement'
        and (
            (claim_kind = 'amount' and column_key in ('actual', 'initial_budget', 'revised_budget', 'budget'))
            or (claim_kind = 'count' and topic in ('staff', 'staff_quota'))
        )
),

-- Every place of the same topic in the tables of the same body and year. A budget whose kind one side leaves open may
-- be the other's and may not.
pairs as materialized (
    select
        stated.*,
        held.number_id as held_id,
        held.statement as held_statement,
        held.stated_column as held_column,
        held.fund as held_fund,
        held.row_name as held_name,
        held.amount as held_amount,
        held.half_width as held_half_width,
        held.locator as held_locator,
        held.place,
        held.any_fund or stated.any_fund or stated.fund is null or held.fund = stated.fund as is_same_fund,
        stated.claim_kind = 'count' or held.stated_column = stated.column_key as is_same_column,
        held.stated_column <> 'actual'
        and stated.column_key <> 'actual'
        and (held.stated_column = 'budget' or stated.column_key = 'budget') as is_open_budget,
        pair_verdict(stated.amount, stated.half_width, held.amount, held.half_width) as pair_verdict
    from stated
    inner join fct_table_values as held
        on stated.document_id = held.document_id
        and stated.department_id = held.department_id
        and stated.fiscal_year = held.fiscal_year
        and stated.topic = held.topic
        and stated.unit = held.unit
),

ranked as (
    select
        *,
        row_number() over (
            partition by number_id
            order by
                case when is_same_column then 0 else 1 end,
                case pair_verdict when 'agree' then 0 when 'rounding' then 1 else 2 end,
                case when held_fund = fund then 0 when held_fund = 'all' then 1 else 2 end,
                place,
                held_id
        ) as rank
    from pairs
    where is_same_fund and (is_same_column or is_open_budget)
),

-- A project that its own annexes give two amounts is theirs to contradict.
contested_projects as (
    select number_id
    from pairs
    where topic like 'project:%' and is_same_column
    group by number_id
    having count(distinct held_amount) > 1
),

best as materialized (
    select *
    from ranked
    where rank = 1
),

differing as materialized (
    select *
    from best
    where pair_verdict = 'conflict'
),

-- The same thing in another scope, exactly: another fund or kind of budget of the body, its units one by one or added up.
other_scopes as (
    select
        pairs.number_id,
        pairs.held_id,
        case when pairs.is_same_fund then 2 else 1 end as rank,
        case when pairs.is_same_fund then 'other_budget' else 'other_fund' end as reason,
        pairs.held_name || '，' || pairs.held_locator as reason_detail
    from pairs
    where
        pairs.amount = pairs.held_amount
        and pairs.amount <> 0
        and (
            pairs.is_same_column
            or (pairs.is_same_fund and pairs.column_key <> 'actual' and pairs.held_column <> 'actual')
        )
),

unit_values as materialized (
    select
        held.document_id,
        held.department_id,
        held.parent_id,
        held.fiscal_year,
        held.topic,
        held.stated_column,
        bodies.department_name,
        min(held.number_id) as held_id,
        any_value(held.amount) as amount
    from fct_table_values as held
    inner join dim_bodies as bodies on held.department_id = bodies.department_id
    where held.parent_id is not null and held.topic not like 'project:%'
    group by
        held.document_id,
        held.department_id,
        held.parent_id,
        held.fiscal_year,
        held.topic,
        held.stated_column,
        bodies.department_name
    having min(held.amount) = max(held.amount)
),

unit_sums as (
    select
        document_id,
        parent_id,
        fiscal_year,
        topic,
        stated_column,
        min(held_id) as held_id,
        count(*) as units,
        cast(sum(amount) as decimal(32, 6)) as amount,
        string_agg(department_name || ' ' || plain(amount), ' + ' order by department_id) as addends
    from unit_values
    group by document_id, parent_id, fiscal_year, topic, stated_column
),

other_bodies as (
    select
        stated.number_id,
        units.held_id,
        3 as rank,
        'other_body' as reason,
        units.department_name as reason_detail
    from stated
    inner join unit_values as units
        on stated.document_id = units.document_id
        and stated.department_id = units.parent_id
        and stated.fiscal_year = units.fiscal_year
        and stated.topic = units.topic
        and stated.column_key = units.stated_column
        and stated.amount = units.amount
    where stated.amount <> 0
    union all
    select
        stated.number_id,
        sums.held_id,
        2 as rank,
        'other_budget' as reason,
        '所属单位的预算数之和 ' || sums.addends as reason_detail
    from stated
    inner join unit_sums as sums
        on stated.document_id = sums.document_id
        and stated.department_id = sums.parent_id
        and stated.fiscal_year = sums.fiscal_year
        and stated.topic = sums.topic
        and stated.amount = sums.amount
    where
        stated.amount <> 0
        and stated.column_key <> 'actual'
        and sums.stated_column <> 'actual'
        and sums.units > 1
),

-- The same amount to the cent under another name, in the tables of a unit or of the body itself, and only there. Round
-- amounts are the same by chance.
namesakes as (
    select
        differing.number_id,
        count(distinct figures.row_name || '/' || figures.department_id) as names,
        min(bodies.department_name || '“' || figures.row_name || '”，' || figures.locator) as reason_detail
    from differing
    inner join fct_numbers as figures
        on differing.document_id = figures.document_id
        and differing.fiscal_year = figures.fiscal_year
        and differing.amount = figures.amount
        and differing.unit = figures.unit
    inner join dim_bodies as bodies on figures.department_id = bodies.department_id
    where
        figures.record = 'figure'
        and figures.row_name is not null
        and differing.amount * 10 <> floor(differing.amount * 10)
    group by differing.number_id
),

scopes as (
    select
        number_id,
        arg_min(reason, rank) as reason,
        arg_min(reason_detail, rank) as reason_detail
    from (
        select * from other_scopes
        union all
        select * from other_bodies
    ) as fits
    group by number_id
),

-- Two amounts of a section that are off by the same come from one cause.
same_gaps as (
    select
        second.number_id,
        min('与“' || first.subject || '”的差额 ' || plain(abs(first.amount - first.held_amount)) || ' 相同')
        as reason_detail
    from differing as first
    inner join differing as second
        on first.document_id = second.document_id
        and first.department_id = second.department_id
        and first.section_no = second.section_no
        and first.number_id < second.number_id
        and first.topic <> second.topic
        and first.amount - first.held_amount = second.amount - second.held_amount
    group by second.number_id
),

compared as (
    select
        best.*,
        case
            when best.pair_verdict <> 'conflict' then best.pair_verdict
            when scopes.number_id is not null then 'scope_differs'
            when not best.is_same_column then 'not_checkable'
            when best.is_detail and namesakes.names = 1 then 'scope_differs'
            else 'conflict'
        end as verdict,
        case
            when best.pair_verdict <> 'conflict' then null
            when scopes.number_id is not null then scopes.reason
            when not best.is_same_column then 'unclear_budget'
            when namesakes.names = 1 then case when best.is_detail then 'named_part' else 'same_as_other' end
        end as reason,
        case
            when best.pair_verdict <> 'conflict' then null
            when scopes.number_id is not null then scopes.reason_detail
            when not best.is_same_column then null
            when namesakes.names = 1 then namesakes.reason_detail
            else same_gaps.reason_detail
        end as reason_detail
    from best
    left join scopes on best.number_id = scopes.number_id
    left join namesakes on best.number_id = namesakes.number_id
    left join same_gaps on best.number_id = same_gaps.number_id
    where
        best.pair_verdict <> 'conflict'
        or (
            -- A remark in passing may mean a part of the whole that its words name.
            not (best.is_detail and coalesce(namesakes.names, 0) <> 1 and scopes.number_id is null)
            and best.number_id not in (select number_id from contested_projects)
        )
),

-- What no table holds, where the text states it first.
said_before as (
    select
        later.*,
        first_value(later.number_id) over same_thing as first_id
    from claims as later
    where
        (later.measure is not null or later.subject_code is not null)
        and coalesce(later.measure, '') not like 'procurement%'
        and not later.is_detail
        and later.claim_kind in ('amount', 'change', 'change_pct')
        and coalesce(later.column_key, '') <> 'other'
        and later.number_id not in (select number_id from best)
    window same_thing as (
        partition by
            later.document_id,
            later.department_id,
            later.fiscal_year,
            later.topic,
            later.fund,
            later.claim_kind,
            later.column_key,
            -- That of an amount says what it is compared with, not what it is.
            case when later.claim_kind <> 'amount' then later.base end
        order by later.number_id
    )
),

repeated as (
    select
        later.*,
        earlier.number_id as first_number,
        earlier.amount as first_amount,
        earlier.half_width as first_half_width,
        earlier.locator as first_locator
    from said_before as later
    inner join fct_numbers as earlier on later.first_id = earlier.number_id
    where later.first_id <> later.number_id
),

-- 全年预算数 of the whole that no table of the body gives: what its units publish, or the initial budget once more.
stated_initial as (
    select
        document_id,
        department_id,
        fiscal_year,
        amount,
        min(number_id) as number_id,
        min(locator) as locator
    from claims
    where
        claim_kind = 'amount'
        and column_key = 'initial_budget'
        and measure in ('expenditure', 'general_public_expenditure')
    group by document_id, department_id, fiscal_year, amount
),

revised_totals as (
    select
        stated.*,
        sums.amount as sum_amount,
        sums.held_id,
        sums.addends,
        initial.number_id as initial_id,
        initial.locator as initial_locator
    from stated
    inner join unit_sums as sums
        on stated.document_id = sums.document_id
        and stated.department_id = sums.parent_id
        and stated.fiscal_year = sums.fiscal_year
        and stated.topic = sums.topic
        and stated.column_key = sums.stated_column
    left join stated_initial as initial
        on stated.document_id = initial.document_id
        and stated.department_id = initial.department_id
        and stated.fiscal_year = initial.fiscal_year
        and stated.amount = initial.amount
    where
        stated.column_key = 'revised_budget'
        and stated.measure = 'expenditure'
        and sums.units > 1
        and stated.number_id not in (select number_id from best)
)

select
    document_id,
    department_id,
    fiscal_year,
    'narrative' as statement,
    subject,
    unit,
    '正文所写' || case column_key
        when 'actual' then '决算数'
        when 'initial_budget' then '年初预算数'
        when 'revised_budget' then '全年预算数'
        when 'budget' then '预算数'
        else '数'
    end as left_label,
    amount as left_value,
    locator as left_locator,
    case
        when held_statement in ('performance_base', 'overall_evaluation', 'project_evaluation') then '附件'
        else '表中'
    end || '“' || held_name || '”' as right_label,
    held_amount as right_value,
    held_locator as right_locator,
    half_width + held_half_width as tolerance,
    verdict,
    reason,
    reason_detail,
    cast(number_id as varchar) as left_numbers,
    cast(held_id as varchar) as right_numbers
from compared
union all
select
    document_id,
    department_id,
    fiscal_year,
    'narrative',
    subject,
    unit,
    '正文此处所写',
    amount,
    locator,
    '正文前文所写',
    first_amount,
    first_locator,
    half_width + first_half_width,
    pair_verdict(amount, half_width, first_amount, first_half_width),
    null,
    null,
    cast(number_id as varchar),
    cast(first_number as varchar)
from repeated
union all
select
    document_id,
    department_id,
    fiscal_year,
    'narrative',
    subject,
    unit,
    '正文所写全年预算数',
    amount,
    locator,
    '所属单位全年预算数之和',
    sum_amount,
    addends,
    half_width,
    case when amount = sum_amount then 'agree' else 'scope_differs' end,
    case when amount <> sum_amount then 'other_budget' end,
    case when amount <> sum_amount then '年初预算数，' || initial_locator end,
    cast(number_id as varchar),
    cast(held_id as varchar)
from revised_totals
where amount = sum_amount or initial_id is not null
