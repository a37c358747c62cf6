-- purpose:  What the text on performance says of all projects together, beside what is published of them: their number, and
--           their money. The same columns as a check.
-- grain:    one row per stated number of projects and stated sum of their money, the first of each document

create or replace table fct_stated_projects as
with stated_counts as materialized (
    select
        number_id,
        document_id,
        department_id,
        fiscal_year,
        sentence,
        amount,
        unit,
        locator,
        row_number() over (partition by document_id order by number_id) as position
    from fct_numbers
    where
        record = 'claim'
        and claim_kind = 'count'
        and unit in ('个', '项')
        and department_id = document_body
        and document_kind = 'final_accounts'
        and section_title like '%绩效%'
        and subject like '%项目%'
),

evaluated as materialized (
    select
        document_id,
        count(*) as evaluations,
        count(distinct concat_ws('|', project_key, plain(initial_budget), plain(revised_budget), plain(executed)))
            as projects,
        cast(sum(executed) as decimal(32, 6)) as executed,
        cast(sum(budget) as decimal(32, 6)) as budget
    from fct_projects
    group by document_id
),

stated_money as (
    select
        money.number_id,
        money.document_id,
        money.department_id,
        money.fiscal_year,
        money.amount,
        money.half_width,
        money.locator,
        row_number() over (partition by money.document_id order by money.number_id) as position
    from fct_numbers as money
    inner join stated_counts as counts
        on money.document_id = counts.document_id
        and money.sentence = counts.sentence
        and counts.position = 1
    where
        money.record = 'claim'
        and money.claim_kind = 'amount'
        and money.unit = '万元'
        and money.subject like '%涉及%资金%'
),

totals as materialized (
    select
        stated.*,
        coalesce(units.amount, own.amount) as total,
        coalesce(units.half_width, own.half_width) as total_half_width,
        coalesce(units.numbers, cast(own.number_id as varchar)) as total_numbers,
        coalesce(units.addends, own.locator) as addends,
        case when units.amount is null then '项目支出决算数' else '所属单位项目支出之和' end as total_label,
        evaluated.executed as evaluated_executed,
        evaluated.budget as evaluated_budget
    from stated_money as stated
    left join fct_unit_totals as units
        on stated.document_id = units.document_id
        and stated.fiscal_year = units.fiscal_year
        and units.measure = 'project'
        and units.kind = 'actual'
        and units.choice = 0
    left join fct_measure_numbers as own
        on stated.document_id = own.document_id
        and stated.department_id = own.department_id
        and stated.fiscal_year = own.fiscal_year
        and own.measure = 'project'
        and own.kind = 'actual'
        and own.document_position = 1
    left join evaluated on stated.document_id = evaluated.document_id
    where stated.position = 1
),

named_parts as (
    select
        totals.number_id,
        part.numbers,
        part.told,
        row_number() over (partition by totals.number_id order by length(part.numbers), part.numbers) as position
    from totals
    inner join fct_unit_parts as part
        on totals.document_id = part.document_id
        and totals.fiscal_year = part.fiscal_year
        and part.row_code is distinct from 'project'
        and abs(totals.amount - totals.total) = part.amount
)

select
    counts.document_id,
    counts.department_id,
    counts.fiscal_year,
    'narrative' as statement,
    '项目个数' as subject,
    counts.unit,
    '正文写明的项目个数' as left_label,
    counts.amount as left_value,
    counts.locator as left_locator,
    '公布的项目自评表' as right_label,
    case when counts.amount = evaluated.evaluations then evaluated.evaluations else evaluated.projects end as right_value,
    cast(evaluated.evaluations as varchar) || ' 份'
    || case
        when evaluated.evaluations > evaluated.projects
            then '，其中重复 ' || cast(evaluated.evaluations - evaluated.projects as varchar) || ' 份'
        else ''
    end as right_locator,
    0 as tolerance,
    case when counts.amount in (evaluated.evaluations, evaluated.projects) then 'agree' else 'not_checkable' end as verdict,
    case when counts.amount not in (evaluated.evaluations, evaluated.projects) then 'not_all_listed' end as reason,
    null as reason_detail,
    cast(counts.number_id as varchar) as left_numbers,
    null as right_numbers
from stated_counts as counts
inner join evaluated on counts.document_id = evaluated.document_id
where counts.position = 1
union all
select
    totals.document_id,
    totals.department_id,
    totals.fiscal_year,
    'narrative' as statement,
    '项目涉及资金' as subject,
    '万元' as unit,
    '正文写明的项目资金' as left_label,
    totals.amount as left_value,
    totals.locator as left_locator,
    case
        when totals.amount = totals.evaluated_executed then '项目自评表执行数之和'
        when totals.amount = totals.evaluated_budget then '项目自评表预算数之和'
        else totals.total_label
    end as right_label,
    case
        when totals.amount in (totals.evaluated_executed, totals.evaluated_budget) then totals.amount
        else totals.total
    end as right_value,
    totals.addends as right_locator,
    totals.half_width + totals.total_half_width as tolerance,
    case
        when totals.amount in (totals.evaluated_executed, totals.evaluated_budget) then 'agree'
        when agree(totals.amount, totals.half_width, totals.total, totals.total_half_width)
            then amount_verdict(totals.amount, totals.half_width, totals.total, totals.total_half_width)
        when part.told is not null then 'scope_differs'
        else 'not_checkable'
    end as verdict,
    case
        when totals.amount in (totals.evaluated_executed, totals.evaluated_budget) then null
        when agree(totals.amount, totals.half_width, totals.total, totals.total_half_width) then null
        when part.told is not null then 'named_part'
        else 'unclear_scope'
    end as reason,
    part.told as reason_detail,
    cast(totals.number_id as varchar) as left_numbers,
    concat_ws(',', totals.total_numbers, part.numbers) as right_numbers
from totals
left join named_parts as part on totals.number_id = part.number_id and part.position = 1
where totals.total is not null;
