-- purpose:  Every amount of a measure or of a functional subject that a sentence can be held against: what was spent, last
--           year's, the budgets, by the money they are of and by where they stand.
-- grain:    one row per body, year, topic, fund, role and place; last year's amounts stand under the year they are last year's of
-- topic:    a measure, or the code of a functional subject
-- role:     actual, prior_actual, initial_budget, revised_budget, budget (its kind is not told) or prior_initial_budget
-- source:   table, narrative, units (the sum of what the units published) or later (a later document's change implies it)

-- Where the amount of a measure stands for other money than the measure's own, and measures that stand in no other place.
create or replace table seed_other_places as
select *
from (
    values
    ('basic', 'general_public_expenditure', 'total', 'basic'),
    ('basic', 'basic_expenditure', 'total', 'actual'),
    ('project', 'general_public_expenditure', 'total', 'project'),
    ('expenditure', 'general_public_expenditure', 'total', 'expenditure'),
    ('expenditure', 'fiscal_appropriation', 'expenditure', 'actual'),
    ('expenditure', 'government_fund', 'total', 'expenditure'),
    ('revenue', 'fiscal_appropriation', 'revenue', 'actual'),
    ('general_public_expenditure', 'fiscal_appropriation', 'expenditure', 'actual'),
    ('opening_carryover', 'fiscal_appropriation', 'opening_carryover', 'actual'),
    ('closing_carryover', 'fiscal_appropriation', 'closing_carryover', 'actual'),
    ('fiscal_appropriation', 'income', 'total', 'fiscal_appropriation'),
    ('superior_subsidy', 'income', 'total', 'superior_subsidy'),
    ('operations', 'income', 'total', 'operations'),
    ('business', 'income', 'total', 'business'),
    ('affiliate_remittance', 'income', 'total', 'affiliate_remittance'),
    ('other_revenue', 'income', 'total', 'other_revenue'),
    ('remitted_to_superior', 'expenditure', 'total', 'remitted_to_superior'),
    ('business_expenditure', 'expenditure', 'total', 'business'),
    ('affiliate_subsidy', 'expenditure', 'total', 'affiliate_subsidy')
) as t (measure, statement, row_code, column_key);

create or replace table fct_checkable_amounts as
with own as (
    select
        sources.department_id,
        sources.fiscal_year,
        sources.measure as topic,
        measures.fund,
        'actual' as role,
        sources.amount,
        sources.half_width,
        'published' as basis,
        case when sources.place = 10 then 'narrative' else 'table' end as source,
        sources.locator,
        sources.document_id,
        case when sources.place = 10 then 20 else 10 end + sources.source_rank as preference,
        true as same_scope
    from fct_measure_sources as sources
    inner join seed_measures as measures on sources.measure = measures.measure
),

elsewhere as (
    select
        figures.department_id,
        figures.fiscal_year,
        places.measure as topic,
        figures.fund,
        'actual' as role,
        figures.amount,
        figures.half_width,
        'published' as basis,
        'table' as source,
        figures.locator,
        figures.document_id,
        12 + figures.source_rank as preference,
        true as same_scope
    from account_figures as figures
    inner join seed_other_places as places
        on figures.statement = places.statement
        and figures.row_code = places.row_code
        and figures.column_key = places.column_key
    where figures.amount is not null
),

-- Amounts of the text: budgets, measures that no statement has, and measures for other money than their own.
told as (
    select
        claims.department_id,
        claims.fiscal_year,
        coalesce(nullif(claims.subject_code, 'total'), claims.measure) as topic,
        coalesce(claims.fund, measures.fund, 'all') as fund,
        claims.column_key as role,
        claims.stated_value as amount,
        claims.half_width,
        'published' as basis,
        'narrative' as source,
        claims.locator,
        claims.document_id,
        20 + claims.source_rank as preference,
        true as same_scope
    from account_claims as claims
    left join seed_measures as measures on claims.measure = measures.measure
    where
        claims.claim_kind = 'amount'
        and claims.unit = '万元'
        and not claims.is_detail
        and coalesce(nullif(claims.subject_code, 'total'), claims.measure) is not null
        and (
            claims.column_key in ('initial_budget', 'revised_budget', 'budget')
            or (
                claims.column_key = 'actual'
                and (
                    measures.measure is null
                    or (claims.fund is not null and claims.fund <> measures.fund and not measures.any_fund)
                )
                and (claims.subject_code is null or claims.subject_code = 'total' or claims.measure is null)
            )
        )
),

budget_cells as (
    select
        figures.department_id,
        figures.fiscal_year,
        figures.row_code as topic,
        measures.fund,
        case figures.budget_kind
            when 'initial' then 'initial_budget'
            when 'revised' then 'revised_budget'
            else figures.column_key
        end as role,
        figures.amount,
        figures.half_width,
        'published' as basis,
        'table' as source,
        figures.locator,
        figures.document_id,
        10 + figures.source_rank as preference,
        true as same_scope
    from account_figures as figures
    inner join seed_measures as measures on figures.row_code = measures.measure
    where
        figures.amount is not null
        and figures.statement in ('three_public', 'performance_base')
        and figures.column_key in ('initial_budget', 'revised_budget', 'budget')
),

initial_budgets as (
    select
        budgets.department_id,
        budgets.fiscal_year,
        budgets.measure as topic,
        measures.fund,
        'initial_budget' as role,
        budgets.initial_budget as amount,
        budgets.half_width,
        'published' as basis,
        'table' as source,
        budgets.locator,
        budgets.document_id,
        13 as preference,
        true as same_scope
    from fct_initial_budgets as budgets
    inner join seed_measures as measures on budgets.measure = measures.measure
    where budgets.initial_budget is not null
),

subject_budgets as (
    select
        department_id,
        fiscal_year,
        case when subject_code = 'total' then 'general_public_expenditure' else subject_code end as topic,
        'general_public' as fund,
        role,
        amount,
        cast(0.005 as decimal(32, 8)) as half_width,
        'published' as basis,
        'table' as source,
        locator,
        cast(null as varchar) as document_id,
        preference,
        true as same_scope
    from (
        select
            department_id,
            fiscal_year,
            subject_code,
            'initial_budget' as role,
            initial_budget as amount,
            budget_locator as locator,
            11 as preference
        from fct_subject_budgets
        union all
        select
            department_id,
            fiscal_year,
            subject_code,
            'initial_budget' as role,
            alt_initial_budget as amount,
            alt_budget_locator as locator,
            14 as preference
        from fct_subject_budgets
        union all
        select
            department_id,
            fiscal_year,
            subject_code,
            'revised_budget' as role,
            revised_budget as amount,
            budget_locator as locator,
            11 as preference
        from fct_subject_budgets
    ) as every_budget
    where amount is not null
),

prior_budgets as (
    select
        prior.department_id,
        prior.fiscal_year,
        prior.measure as topic,
        measures.fund,
        'prior_initial_budget' as role,
        prior.prior_initial_budget as amount,
        cast(0.005 as decimal(32, 8)) as half_width,
        prior.prior_initial_budget_basis as basis,
        case when prior.prior_initial_budget_basis = 'implied' then 'later' else 'table' end as source,
        prior.prior_initial_budget_locator as locator,
        prior.prior_initial_budget_document_id as document_id,
        11 as preference,
        true as same_scope
    from fct_prior_initial_budgets as prior
    inner join seed_measures as measures on prior.measure = measures.measure
    where prior.prior_initial_budget is not null
),

subjects as (
    select
        department_id,
        fiscal_year,
        subject_code as topic,
        fund,
        'actual' as role,
        amount,
        half_width,
        'published' as basis,
        source,
        locator,
        document_id,
        preference,
        true as same_scope
    from (
        select
            department_id,
            fiscal_year,
            subject_code,
            fund,
            actual as amount,
            half_width,
            'table' as source,
            locator,
            document_id,
            11 as preference
        from fct_subjects
        union all
        select
            department_id,
            fiscal_year,
            subject_code,
            fund,
            alt_actual as amount,
            half_width,
            'narrative' as source,
            alt_locator as locator,
            document_id,
            21 as preference
        from fct_subjects
    ) as every_actual
    where amount is not null and subject_code <> 'total'
),

prior_subjects as (
    select
        department_id,
        fiscal_year,
        subject_code as topic,
        fund,
        'prior_actual' as role,
        amount,
        cast(0.005 as decimal(32, 8)) as half_width,
        prior_basis as basis,
        case when prior_basis = 'implied' then 'later' else 'table' end as source,
        locator,
        cast(null as varchar) as document_id,
        preference,
        true as same_scope
    from (
        select
            department_id,
            fiscal_year,
            subject_code,
            fund,
            prior_actual as amount,
            prior_basis,
            prior_locator as locator,
            11 as preference
        from fct_prior_subjects
        union all
        select
            department_id,
            fiscal_year,
            subject_code,
            fund,
            alt_prior_actual as amount,
            prior_basis,
            cast(null as varchar) as locator,
            31 as preference
        from fct_prior_subjects
    ) as every_prior
    where amount is not null and subject_code <> 'total'
),

priors as (
    select
        candidates.department_id,
        candidates.fiscal_year,
        candidates.measure as topic,
        measures.fund,
        candidates.prior_actual as amount,
        candidates.half_width,
        candidates.prior_basis as basis,
        case
            when candidates.prior_basis = 'implied' then 'later'
            when candidates.preference = 3 then 'units'
            else 'table'
        end as source,
        candidates.locator,
        candidates.document_id,
        candidates.preference,
        candidates.same_scope
    from fct_prior_candidates as candidates
    inner join seed_measures as measures on candidates.measure = measures.measure
    where candidates.prior_actual is not null
)

select * from own
union all
select * from elsewhere
union all
select * from told
union all
select * from budget_cells
union all
select * from initial_budgets
union all
select * from subject_budgets
union all
select * from prior_budgets
union all
select * from subjects
union all
select * from prior_subjects
union all
select
    department_id,
    fiscal_year,
    topic,
    fund,
    'prior_actual' as role,
    amount,
    half_width,
    basis,
    source,
    locator,
    document_id,
    10 * preference as preference,
    same_scope
from priors
union all
-- What a later document implies for this year.
select
    department_id,
    fiscal_year - 1 as fiscal_year,
    topic,
    fund,
    'actual' as role,
    amount,
    half_width,
    basis,
    source,
    locator,
    document_id,
    30 as preference,
    same_scope
from priors
where preference = 2;
