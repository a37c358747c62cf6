-- purpose:  What a change from last year to this is made of: the subjects below the total, or below a subject, each with its own
--           change, and one row for what they leave unexplained, with the reason, so that the parts sum to the change
--           exactly.
-- grain:    fct_subject_amounts: one row per body, year, fund, kind of amount (actual, initial_budget) and subject
--           fct_change_parts: one row per body, year, fund, kind of amount, subject that has parts (or total) and part

create or replace table fct_subject_amounts as
select
    department_id,
    fiscal_year,
    fund,
    'actual' as amount_kind,
    subject_code,
    subject_name,
    level,
    case when level = 1 then 'total' else parent_code end as parent_code,
    actual as amount,
    locator
from fct_subjects
where actual is not null
union all
select
    department_id,
    fiscal_year,
    fund,
    'initial_budget' as amount_kind,
    subject_code,
    subject_name,
    level,
    case when level = 1 then 'total' else parent_code end as parent_code,
    initial_budget as amount,
    locator
from fct_budget_subjects
where initial_budget is not null;

create or replace table fct_change_parts as
with amounts as (
    select amounts.*
    from fct_subject_amounts as amounts
    inner join dim_bodies as bodies on amounts.department_id = bodies.department_id
    where bodies.founded_year is null or amounts.fiscal_year >= bodies.founded_year
),

-- What a subject was last year: as published then; else as this year's text implies it.
priors as (
    select
        department_id,
        cast(fiscal_year + 1 as integer) as fiscal_year,
        fund,
        amount_kind,
        subject_code,
        subject_name,
        level,
        parent_code,
        amount,
        'published' as basis,
        locator
    from amounts
    union all
    select
        implied.department_id,
        implied.fiscal_year,
        implied.fund,
        'actual' as amount_kind,
        implied.subject_code,
        this_year.subject_name,
        this_year.level,
        this_year.parent_code,
        implied.prior_actual as amount,
        implied.prior_basis as basis,
        implied.prior_locator as locator
    from fct_prior_subjects as implied
    inner join amounts as this_year
        on implied.department_id = this_year.department_id
        and implied.fiscal_year = this_year.fiscal_year
        and implied.fund = this_year.fund
        and implied.subject_code = this_year.subject_code
        and this_year.amount_kind = 'actual'
    left join amounts as published
        on implied.department_id = published.department_id
        and implied.fiscal_year - 1 = published.fiscal_year
        and implied.fund = published.fund
        and implied.subject_code = published.subject_code
        and published.amount_kind = 'actual'
    where published.subject_code is null
    union all
    -- The total has a measure of its own, whose last year the text tells more often than the subjects'.
    select
        changes.department_id,
        changes.fiscal_year,
        totals.fund,
        'actual' as amount_kind,
        'total' as subject_code,
        totals.subject_name,
        totals.level,
        totals.parent_code,
        changes.prior_actual as amount,
        changes.prior_basis as basis,
        changes.prior_locator as locator
    from fct_measure_changes as changes
    inner join amounts as totals
        on changes.department_id = totals.department_id
        and changes.fiscal_year = totals.fiscal_year
        and totals.subject_code = 'total'
        and totals.amount_kind = 'actual'
        and changes.measure
        = case totals.fund when 'all' then 'expenditure' else 'general_public_expenditure' end
    left join amounts as published
        on totals.department_id = published.department_id
        and totals.fiscal_year - 1 = published.fiscal_year
        and totals.fund = published.fund
        and published.subject_code = 'total'
        and published.amount_kind = 'actual'
    where published.subject_code is null and changes.comparability = 'comparable'
),

-- Where a year's statement lists its subjects, one that it does not list was 0.
listed_years as (
    select distinct department_id, fiscal_year, fund, amount_kind
    from amounts
    where level is not null
),

wholes as (
    select
        this_year.department_id,
        this_year.fiscal_year,
        this_year.fund,
        this_year.amount_kind,
        this_year.subject_code as whole_code,
        this_year.subject_name as whole_name,
        this_year.amount,
        this_year.locator,
        priors.amount as prior_amount,
        priors.basis as prior_basis,
        priors.locator as prior_locator,
        cast(this_year.amount - priors.amount as decimal(32, 6)) as change
    from amounts as this_year
    inner join priors
        on this_year.department_id = priors.department_id
        and this_year.fiscal_year = priors.fiscal_year
        and this_year.fund = priors.fund
        and this_year.amount_kind = priors.amount_kind
        and this_year.subject_code = priors.subject_code
    where this_year.subject_code = 'total' or this_year.level < 3
),

keys as (
    select department_id, fiscal_year, fund, amount_kind, subject_code from amounts where level is not null
    union
    select priors.department_id, priors.fiscal_year, priors.fund, priors.amount_kind, priors.subject_code
    from priors
    inner join listed_years as this_year
        on priors.department_id = this_year.department_id
        and priors.fiscal_year = this_year.fiscal_year
        and priors.fund = this_year.fund
        and priors.amount_kind = this_year.amount_kind
    where priors.level is not null
),

parts as (
    select
        keys.department_id,
        keys.fiscal_year,
        keys.fund,
        keys.amount_kind,
        coalesce(this_year.parent_code, priors.parent_code) as whole_code,
        keys.subject_code,
        coalesce(this_year.subject_name, priors.subject_name) as subject_name,
        coalesce(this_year.level, priors.level) as level,
        coalesce(this_year.amount, cast(0 as decimal(32, 6))) as amount,
        case
            when priors.amount is not null then priors.amount
            when last_year.department_id is not null then cast(0 as decimal(32, 6))
        end as prior_amount,
        coalesce(priors.basis, case when last_year.department_id is not null then 'published' end) as prior_basis,
        this_year.locator,
        priors.locator as prior_locator
    from keys
    left join amounts as this_year
        on keys.department_id = this_year.department_id
        and keys.fiscal_year = this_year.fiscal_year
        and keys.fund = this_year.fund
        and keys.amount_kind = this_year.amount_kind
        and keys.subject_code = this_year.subject_code
    left join priors
        on keys.department_id = priors.department_id
        and keys.fiscal_year = priors.fiscal_year
        and keys.fund = priors.fund
        and keys.amount_kind = priors.amount_kind
        and keys.subject_code = priors.subject_code
    left join listed_years as last_year
        on keys.department_id = last_year.department_id
        and keys.fiscal_year - 1 = last_year.fiscal_year
        and keys.fund = last_year.fund
        and keys.amount_kind = last_year.amount_kind
),

attributed as (
    select
        wholes.department_id,
        wholes.fiscal_year,
        wholes.fund,
        wholes.amount_kind,
        wholes.whole_code,
        count(parts.subject_code) as parts,
        count(parts.prior_amount) as known_parts,
        coalesce(cast(sum(parts.amount - parts.prior_amount) as decimal(32, 6)), 0) as change
    from wholes
    left join parts
        on wholes.department_id = parts.department_id
        and wholes.fiscal_year = parts.fiscal_year
        and wholes.fund = parts.fund
        and wholes.amount_kind = parts.amount_kind
        and wholes.whole_code = parts.whole_code
    group by
        wholes.department_id, wholes.fiscal_year, wholes.fund, wholes.amount_kind, wholes.whole_code
)

select
    wholes.department_id,
    wholes.fiscal_year,
    wholes.fund,
    wholes.amount_kind,
    wholes.whole_code,
    wholes.whole_name,
    wholes.prior_amount as whole_prior_amount,
    wholes.amount as whole_amount,
    wholes.prior_basis as whole_prior_basis,
    wholes.locator as whole_locator,
    wholes.prior_locator as whole_prior_locator,
    parts.subject_code,
    parts.subject_name,
    parts.level,
    parts.prior_amount,
    parts.amount,
    parts.prior_basis,
    cast(parts.amount - parts.prior_amount as decimal(32, 6)) as change,
    parts.locator,
    parts.prior_locator,
    cast(null as varchar) as reason
from wholes
inner join parts
    on wholes.department_id = parts.department_id
    and wholes.fiscal_year = parts.fiscal_year
    and wholes.fund = parts.fund
    and wholes.amount_kind = parts.amount_kind
    and wholes.whole_code = parts.whole_code
where parts.prior_amount is not null
union all
select
    wholes.department_id,
    wholes.fiscal_year,
    wholes.fund,
    wholes.amount_kind,
    wholes.whole_code,
    wholes.whole_name,
    wholes.prior_amount as whole_prior_amount,
    wholes.amount as whole_amount,
    wholes.prior_basis as whole_prior_basis,
    wholes.locator as whole_locator,
    wholes.prior_locator as whole_prior_locator,
    null as subject_code,
    null as subject_name,
    null as level,
    null as prior_amount,
    null as amount,
    null as prior_basis,
    cast(wholes.change - attributed.change as decimal(32, 6)) as change,
    null as locator,
    null as prior_locator,
    case
        when attributed.parts = 0 then 'no_parts'
        when attributed.known_parts = 0 then 'no_prior_detail'
        when attributed.known_parts < attributed.parts then 'some_prior_missing'
        else 'sums_differ'
    end as reason
from wholes
inner join attributed
    on wholes.department_id = attributed.department_id
    and wholes.fiscal_year = attributed.fiscal_year
    and wholes.fund = attributed.fund
    and wholes.amount_kind = attributed.amount_kind
    and wholes.whole_code = attributed.whole_code
where wholes.change <> attributed.change;
