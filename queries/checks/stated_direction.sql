-- purpose:  Where the text says that an amount is above, below or level with its budget or with last year's, the published
--           amounts stand so.
-- grain:    one row per stated direction

with operands as (
    select
        number_id,
        max(case when role = 'actual' then amount end) as actual,
        max(case when role = 'actual' then half_width end) as actual_half_width,
        max(case when role = 'actual' then operand_id end) as actual_id,
        max(case when role = 'budget' then amount end) as budget,
        max(case when role = 'budget' then half_width end) as budget_half_width,
        max(case when role = 'budget' then operand_id end) as budget_id,
        max(case when role = 'budget' then column_key end) as budget_key,
        max(case when role = 'budget' then locator end) as budget_locator,
        bool_or(is_guess) as is_guess,
        max(case when role = 'prior' then amount end) as prior,
        max(case when role = 'prior' then half_width end) as prior_half_width,
        max(case when role = 'prior' then operand_id end) as prior_id,
        max(case when role = 'prior' then locator end) as prior_locator,
        max(case when role = 'change' then amount end) as change,
        max(case when role = 'change' then half_width end) as change_half_width,
        max(case when role = 'change' then operand_id end) as change_id,
        max(case when role = 'change' then locator end) as change_locator
    from fct_claim_operands
    group by number_id
),

said as (
    select
        claims.number_id,
        claims.document_id,
        claims.department_id,
        claims.fiscal_year,
        claims.subject,
        claims.claim_kind,
        claims.base,
        claims.direction,
        claims.amount,
        claims.half_width,
        claims.locator
    from fct_numbers as claims
    left join fct_claim_operands as actual
        on claims.number_id = actual.number_id and actual.role = 'actual'
    left join fct_numbers as amounts
        on actual.operand_id = amounts.number_id
    where
        claims.record = 'claim'
        and claims.direction is not null
        and claims.base is not null
        and (
            claims.claim_kind = 'amount'
            -- An execution rate repeats what is said of its amount, unless that is compared with last year.
            or (claims.claim_kind = 'execution_pct' and amounts.base = 'prior_actual')
            or claims.claim_kind in ('change', 'change_pct')
        )
),

sides as (
    select
        said.*,
        case when said.claim_kind = 'amount' then said.amount else operands.actual end as this_amount,
        case
            when said.claim_kind = 'amount' then said.half_width
            else operands.actual_half_width
        end as this_half_width,
        case when said.claim_kind = 'amount' then null else operands.actual_id end as this_id,
        said.base like 'prior_%' as is_prior,
        case
            when said.base not like 'prior_%' then operands.budget
            when said.claim_kind in ('change', 'change_pct') then operands.prior
            else coalesce(operands.prior, said.amount - operands.change)
        end as other_amount,
        case
            when said.base not like 'prior_%' then operands.budget_half_width
            when operands.prior is not null then operands.prior_half_width
            -- This year's amount is on both sides and rounds alike.
            else operands.change_half_width - said.half_width
        end as other_half_width,
        case
            when said.base not like 'prior_%' then operands.budget_id
            when said.claim_kind in ('change', 'change_pct') then operands.prior_id
            else coalesce(operands.prior_id, operands.change_id)
        end as other_id,
        case
            when said.base not like 'prior_%' then operands.budget_locator
            when operands.prior is not null then operands.prior_locator
            when operands.change is not null
                then
                    plain(said.amount) || case when operands.change < 0 then ' + ' else ' − ' end
                    || plain(abs(operands.change)) || '，' || operands.change_locator
        end as other_locator,
        operands.budget_key,
        operands.is_guess and said.base not like 'prior_%' as is_guess
    from said
    left join operands on said.number_id = operands.number_id
),

compared as (
    select
        *,
        cast(this_amount - other_amount as decimal(32, 6)) as gap,
        this_half_width + other_half_width as tolerance
    from sides
    -- A change that stands alone has nothing to be compared with here.
    where claim_kind not in ('change', 'change_pct') or (this_amount is not null and other_amount is not null)
)

select
    document_id,
    department_id,
    fiscal_year,
    'narrative' as statement,
    subject,
    '万元' as unit,
    '本年数（正文写明'
    || case direction when 'increase' then '大于' when 'decrease' then '小于' else '等于' end
    || case when is_prior then '上年' else '预算' end || '）' as left_label,
    this_amount as left_value,
    locator as left_locator,
    case
        when is_prior then '上年数'
        when coalesce(budget_key, base) = 'initial_budget' then '年初预算数'
        when coalesce(budget_key, base) = 'revised_budget' then '全年预算数'
        else '预算数'
    end as right_label,
    other_amount as right_value,
    other_locator as right_locator,
    tolerance,
    case
        when gap is null then 'not_checkable'
        when direction = 'increase' and gap > 0 then 'agree'
        when direction = 'decrease' and gap < 0 then 'agree'
        when direction = 'flat' and gap = 0 then 'agree'
        when abs(gap) <= tolerance then 'rounding'
        when is_guess then 'not_checkable'
        else 'conflict'
    end as verdict,
    case
        when gap is null then 'not_published'
        when
            is_guess
            and abs(gap) > tolerance
            and not ((direction = 'increase' and gap > 0) or (direction = 'decrease' and gap < 0))
            then 'unclear_budget'
        when (direction = 'increase' and gap < -tolerance) or (direction = 'decrease' and gap > tolerance)
            then 'wrong_direction'
    end as reason,
    null as reason_detail,
    cast(number_id as varchar) as left_numbers,
    nullif(concat_ws(',', this_id, other_id), '') as right_numbers
from compared
