-- purpose:  A part's share in every section of a whole, and its share in the whole, must give the same amount: of goods, works
--           and services bought, the shares that went to small businesses add up to what went to them in all.
-- grain:    one row per amount with a stated share in procurement whose shares in goods, works and services are stated too

with claims as materialized (
    select
        number_id,
        document_id,
        department_id,
        fiscal_year,
        statement,
        section_no,
        sentence,
        subject,
        measure,
        claim_kind,
        column_key,
        base,
        amount,
        half_width,
        unit,
        locator
    from fct_numbers
    where record = 'claim' and document_kind = 'final_accounts'
),

parts as (
    select *
    from (
        values
        ('procurement', 'procurement_goods'),
        ('procurement', 'procurement_works'),
        ('procurement', 'procurement_services')
    ) as t (whole, part)
),

amounts as (
    select
        document_id,
        department_id,
        fiscal_year,
        section_no,
        measure,
        min(number_id) as number_id,
        min(amount) as amount,
        max(half_width) as half_width
    from claims
    where claim_kind = 'amount' and column_key = 'actual' and measure is not null and unit = '万元'
    group by document_id, department_id, fiscal_year, section_no, measure
    having min(amount) = max(amount)
),

-- "授予中小企业合同金额 2561.91 万元，占政府采购支出总额的 95.5%": the amount and what it is a share of.
stated as (
    select
        amount.*,
        share.base as whole
    from claims as amount
    inner join claims as share
        on amount.document_id = share.document_id
        and amount.department_id = share.department_id
        and amount.fiscal_year = share.fiscal_year
        and amount.sentence = share.sentence
        and amount.subject = share.subject
    where
        amount.claim_kind = 'amount'
        and amount.unit = '万元'
        and share.claim_kind = 'share_pct'
        and share.base in (select whole from parts)
),

shares as (
    select
        stated.number_id as stated_id,
        parts.part,
        share.number_id,
        share.subject,
        share.amount as rate,
        share.half_width as rate_half_width,
        amounts.number_id as amount_id,
        amounts.amount,
        amounts.half_width
    from stated
    inner join parts on stated.whole = parts.whole
    inner join claims as share
        on stated.document_id = share.document_id
        and stated.department_id = share.department_id
        and stated.fiscal_year = share.fiscal_year
        and stated.section_no = share.section_no
        and share.claim_kind = 'share_pct'
        and share.base = parts.part
        and ends_with(share.subject, stated.subject)
    inner join amounts
        on stated.document_id = amounts.document_id
        and stated.department_id = amounts.department_id
        and stated.fiscal_year = amounts.fiscal_year
        and stated.section_no = amounts.section_no
        and amounts.measure = parts.part
),

summed as (
    select
        stated_id,
        -- round, because a cast cuts off in DuckDB 0.9 what it rounds in later ones.
        cast(
            round(sum(cast(rate as decimal(12, 4)) * cast(amount as decimal(18, 6)) * cast(0.01 as decimal(2, 2))), 6)
            as decimal(32, 6)
        ) as amount,
        cast(
            round(
                sum(
                    (
                        round(rate_half_width, 4) * round(cast(amount as decimal(18, 6)), 4)
                        + cast(rate as decimal(12, 4)) * round(half_width, 4)
                    ) * cast(0.01 as decimal(2, 2))
                ),
                8
            )
            as decimal(32, 8)
        ) as half_width,
        string_agg(plain(amount) || ' × ' || plain(rate) || '%', ' + ' order by number_id) as addends,
        string_agg(cast(number_id as varchar) || ',' || cast(amount_id as varchar), ',' order by number_id) as numbers
    from shares
    group by stated_id
    having count(*) = 3 and count(distinct part) = 3
)

select
    stated.document_id,
    stated.department_id,
    stated.fiscal_year,
    stated.statement,
    stated.subject,
    stated.unit,
    '正文写明的金额' as left_label,
    stated.amount as left_value,
    stated.locator as left_locator,
    '按货物、工程、服务各自的占比推算' as right_label,
    summed.amount as right_value,
    summed.addends as right_locator,
    stated.half_width + summed.half_width as tolerance,
    amount_verdict(stated.amount, stated.half_width, summed.amount, summed.half_width) as verdict,
    null as reason,
    null as reason_detail,
    cast(stated.number_id as varchar) as left_numbers,
    summed.numbers as right_numbers
from stated
inner join summed on stated.number_id = summed.stated_id
