-- purpose:  Last year's amount as this year's document implies or repeats it is the amount that was published for last year:
--           by the body's own document, or by its units where their amounts add up to the department's this year too.
-- grain:    one row per document, measure or row, and the place that it is compared with

with bodies as (
    select
        department_id,
        department_name,
        coalesce(founded_year, 0) as founded_year
    from dim_bodies
),

-- Without what no comparison needs: wide rows are what costs time.
claims as materialized (
    select
        number_id,
        document_id,
        document_kind,
        document_year,
        document_body,
        department_id,
        fiscal_year,
        sentence,
        subject,
        measure,
        subject_code,
        fund,
        claim_kind,
        column_key,
        amount,
        half_width,
        is_detail,
        locator,
        case base when 'prior_actual' then 'actual' when 'prior_initial_budget' then 'initial_budget' end as kind
    from fct_numbers
    where record = 'claim' and unit = '万元'
),

-- The change as the measure's own section states it.
changes as (
    select
        claims.*,
        measures.measure_name,
        row_number() over (
            partition by claims.document_id, claims.department_id, claims.measure, claims.kind
            order by claims.is_detail, claims.number_id
        ) as position
    from claims
    inner join seed_measures as measures on claims.measure = measures.measure
    where
        claims.claim_kind = 'change'
        and claims.kind is not null
        and claims.fiscal_year = claims.document_year
        and (claims.subject_code is null or claims.subject_code = 'total')
        and (measures.any_fund or coalesce(claims.fund, measures.fund) = measures.fund)
),

-- The amount of the same sentence, else the one to believe first of the document.
implied as materialized (
    select
        changes.document_id,
        changes.department_id,
        changes.fiscal_year,
        changes.measure,
        changes.kind,
        'narrative' as statement,
        changes.measure_name,
        changes.locator,
        cast(current.amount - changes.amount as decimal(32, 6)) as amount,
        implied_half_width(current.half_width, changes.half_width) as half_width,
        plain(current.amount) || case when changes.amount < 0 then ' + ' else ' - ' end || plain(abs(changes.amount))
            as computed,
        cast(current.number_id as varchar) || ',' || cast(changes.number_id as varchar) as numbers,
        row_number() over (
            partition by changes.document_id, changes.department_id, changes.measure, changes.kind
            order by
                case when current.sentence = changes.sentence then 0 else 1 end,
                current.document_position
        ) as position
    from changes
    inner join fct_measure_numbers as current
        on changes.document_id = current.document_id
        and changes.department_id = current.department_id
        and changes.fiscal_year = current.fiscal_year
        and changes.measure = current.measure
        and changes.kind = current.kind
    where changes.position = 1
),

published as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year, measure, kind order by position
        ) as choice
    from fct_measure_numbers
    where document_year = fiscal_year
),

implied_own as (
    select
        implied.*,
        '上年数（按本年数与增减额推算）' as left_label,
        '上年' || case implied.kind when 'actual' then '决算' else '预算' end || '公布的数' as right_label,
        prior.amount as prior,
        prior.half_width as prior_half_width,
        prior.document_id || '：' || prior.locator as right_locator,
        cast(prior.number_id as varchar) as right_numbers,
        true as same_scope
    from implied
    inner join fct_measure_numbers as prior
        on implied.department_id = prior.department_id
        and implied.fiscal_year = prior.fiscal_year + 1
        and implied.measure = prior.measure
        and implied.kind = prior.kind
    where implied.position = 1 and prior.position = 1
),

implied_units as (
    select
        implied.*,
        '上年数（按本年数与增减额推算）' as left_label,
        '所属 ' || cast(prior.unit_count as varchar) || ' 个单位公布的上年数之和' as right_label,
        prior.amount as prior,
        prior.half_width as prior_half_width,
        prior.addends as right_locator,
        prior.numbers as right_numbers,
        coalesce(agree(whole.amount, whole.half_width, now.amount, now.half_width), false) as same_scope
    from implied
    inner join fct_unit_totals as prior
        on implied.document_id = prior.document_id
        and implied.department_id = prior.department_id
        and implied.fiscal_year = prior.fiscal_year + 1
        and implied.measure = prior.measure
        and implied.kind = prior.kind
        and prior.choice = 0
    left join fct_unit_totals as now
        on implied.document_id = now.document_id
        and implied.fiscal_year = now.fiscal_year
        and implied.measure = now.measure
        and implied.kind = now.kind
        and now.choice = 0
    left join fct_measure_numbers as whole
        on implied.document_id = whole.document_id
        and implied.department_id = whole.department_id
        and implied.fiscal_year = whole.fiscal_year
        and implied.measure = whole.measure
        and implied.kind = whole.kind
        and whole.document_position = 1
    where implied.position = 1
),

-- What is no measure is known by its words: the text says the same of it each year.
named_amounts as materialized (
    select
        document_id,
        document_kind,
        document_year,
        department_id,
        fiscal_year,
        subject,
        coalesce(subject_code, '') as subject_code,
        coalesce(measure, '') as measure,
        column_key,
        min(amount) as amount,
        max(half_width) as half_width,
        min(number_id) as number_id,
        min(locator) as locator
    from claims
    where
        claim_kind = 'amount'
        and not is_detail
        and column_key in ('actual', 'initial_budget')
        and fiscal_year = document_year
        and document_body = department_id
    group by all
    having min(amount) = max(amount)
),

implied_named as (
    select
        changed.document_id,
        changed.department_id,
        changed.fiscal_year,
        changed.measure,
        changed.kind,
        'narrative' as statement,
        changed.subject as measure_name,
        changed.locator,
        cast(current.amount - changed.amount as decimal(32, 6)) as amount,
        implied_half_width(current.half_width, changed.half_width) as half_width,
        plain(current.amount) || case when changed.amount < 0 then ' + ' else ' - ' end || plain(abs(changed.amount))
            as computed,
        cast(current.number_id as varchar) || ',' || cast(changed.number_id as varchar) as numbers,
        row_number() over (
            partition by changed.document_id, changed.subject, changed.subject_code, changed.kind
            order by changed.number_id
        ) as position,
        '上年数（按本年数与增减额推算）' as left_label,
        '上年' || case changed.kind when 'actual' then '决算' else '预算' end || '公布的数' as right_label,
        prior.amount as prior,
        prior.half_width as prior_half_width,
        prior.document_id || '：' || prior.locator as right_locator,
        cast(prior.number_id as varchar) as right_numbers,
        true as same_scope
    from claims as changed
    left join seed_measures as measures on changed.measure = measures.measure
    inner join named_amounts as current
        on changed.document_id = current.document_id
        and changed.department_id = current.department_id
        and changed.fiscal_year = current.fiscal_year
        and changed.subject = current.subject
        and coalesce(changed.subject_code, '') = current.subject_code
        and changed.kind = current.column_key
    inner join named_amounts as prior
        on current.department_id = prior.department_id
        and current.document_kind = prior.document_kind
        and current.document_year = prior.document_year + 1
        and current.subject = prior.subject
        and current.subject_code = prior.subject_code
        and current.measure = prior.measure
        and current.column_key = prior.column_key
    where
        changed.claim_kind = 'change'
        and not changed.is_detail
        and changed.kind is not null
        and (measures.measure is null or coalesce(changed.subject_code, 'total') <> 'total')
),

-- Last year's column of this year's document, row by row.
restated_pairs as (
    select
        restated.number_id,
        own.number_id as own_id,
        -- A row that a table lists twice under one code is not known to be the same row a year earlier.
        count(*) over (partition by restated.number_id) * count(*) over (partition by own.number_id) as position
    from fct_numbers as restated
    inner join fct_numbers as own
        on restated.department_id = own.department_id
        and restated.fiscal_year = own.fiscal_year
        and restated.document_kind = own.document_kind
        and restated.statement = own.statement
        and restated.row_code = own.row_code
        and restated.column_key = own.column_key
        and restated.fund = own.fund
        and coalesce(restated.side, '') = coalesce(own.side, '')
        and restated.unit = own.unit
    where
        restated.record = 'figure'
        and own.record = 'figure'
        and restated.unit = '万元'
        and restated.column_key not in ('execution_estimate', 'change', 'change_pct', 'share_pct', 'budget')
        and restated.fiscal_year = restated.document_year - 1
        and own.fiscal_year = own.document_year
        and not (restated.is_blank and own.is_blank)
),

restated as (
    select
        restated.document_id,
        restated.department_id,
        restated.fiscal_year + 1 as fiscal_year,
        restated.row_code as measure,
        restated.column_key as kind,
        restated.statement,
        restated.row_name || '·' || coalesce(restated.column_name, restated.column_key) as measure_name,
        restated.locator,
        restated.amount,
        restated.half_width,
        cast(null as varchar) as computed,
        cast(restated.number_id as varchar) as numbers,
        pairs.position,
        '本年文件所列的上年数' as left_label,
        '上年文件公布的数' as right_label,
        own.amount as prior,
        own.half_width as prior_half_width,
        own.document_id || '：' || own.locator as right_locator,
        cast(own.number_id as varchar) as right_numbers,
        true as same_scope
    from restated_pairs as pairs
    inner join fct_numbers as restated on pairs.number_id = restated.number_id
    inner join fct_numbers as own on pairs.own_id = own.number_id
    where pairs.position = 1
),

-- What the text says of last year; what a table says is compared row by row.
repeated_measures as (
    select
        restated.document_id,
        restated.department_id,
        restated.fiscal_year + 1 as fiscal_year,
        restated.measure,
        restated.kind,
        restated.statement,
        measures.measure_name,
        restated.locator,
        restated.amount,
        restated.half_width,
        cast(null as varchar) as computed,
        cast(restated.number_id as varchar) as numbers,
        restated.document_position as position,
        '本年文件所说的上年数' as left_label,
        '上年文件公布的数' as right_label,
        own.amount as prior,
        own.half_width as prior_half_width,
        own.document_id || '：' || own.locator as right_locator,
        cast(own.number_id as varchar) as right_numbers,
        true as same_scope
    from fct_measure_numbers as restated
    inner join published as own
        on restated.department_id = own.department_id
        and restated.fiscal_year = own.fiscal_year
        and restated.measure = own.measure
        and restated.kind = own.kind
        and restated.document_kind = own.document_kind
        and own.choice = 1
    inner join seed_measures as measures on restated.measure = measures.measure
    where
        restated.fiscal_year = restated.document_year - 1
        and restated.document_position = 1
        and restated.statement = 'narrative'
),

compared as (
    select * from implied_own
    union all
    select * from implied_units
    union all
    select * from implied_named
    union all
    select * from restated
    union all
    select * from repeated_measures
),

judged as (
    select
        *,
        amount_verdict(amount, half_width, prior, prior_half_width) as sum_verdict
    from compared
    where position = 1
)

select
    judged.document_id,
    judged.department_id,
    judged.fiscal_year,
    judged.statement,
    judged.measure_name || '（上年' || case judged.kind when 'initial_budget' then '年初预算' else '' end || '）' as subject,
    '万元' as unit,
    judged.left_label,
    judged.amount as left_value,
    coalesce(judged.computed || '，' || judged.locator, judged.locator) as left_locator,
    judged.right_label,
    judged.prior as right_value,
    judged.right_locator,
    judged.half_width + judged.prior_half_width as tolerance,
    case
        when judged.sum_verdict = 'conflict' and not judged.same_scope then 'not_checkable'
        else judged.sum_verdict
    end as verdict,
    case when judged.sum_verdict = 'conflict' and not judged.same_scope then 'units_other_scope' end as reason,
    null as reason_detail,
    judged.numbers as left_numbers,
    judged.right_numbers
from judged
inner join bodies on judged.department_id = bodies.department_id
where judged.fiscal_year > bodies.founded_year
