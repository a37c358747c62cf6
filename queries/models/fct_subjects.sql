-- purpose:  Expenditure by functional subject as the statements publish it, with the figure of the text where the two
--           contradict each other.
-- grain:    one row per body, fiscal year, fund (all, general_public) and subject; the total has subject_code 'total'

create or replace table fct_subjects as
with every_cell as (
    select
        department_id,
        fiscal_year,
        document_id,
        source_rank,
        fund,
        row_code as subject_code,
        row_name as subject_name,
        level,
        parent_code,
        column_key,
        amount,
        half_width,
        locator,
        ordinal
    from account_figures
    where
        statement in ('expenditure', 'general_public_expenditure')
        and row_code is not null
        and column_key in ('expenditure', 'basic', 'project')
),

-- A body's statement is taken from one document, whole: parts of two do not add up.
documents as (
    select
        department_id,
        fiscal_year,
        fund,
        document_id,
        row_number() over (
            partition by department_id, fiscal_year, fund
            order by min(source_rank), document_id desc
        ) as position
    from every_cell
    group by department_id, fiscal_year, fund, document_id
),

cells as (
    select every_cell.*
    from every_cell
    inner join documents
        on every_cell.department_id = documents.department_id
        and every_cell.fiscal_year = documents.fiscal_year
        and every_cell.fund = documents.fund
        and every_cell.document_id = documents.document_id
    where documents.position = 1
),

subjects as (
    select
        department_id,
        fiscal_year,
        document_id,
        fund,
        subject_code,
        min(subject_name) as subject_name,
        min(level) as level,
        min(parent_code) as parent_code,
        min(ordinal) as ordinal,
        max(amount) filter (where column_key = 'expenditure') as actual,
        max(amount) filter (where column_key = 'basic') as basic,
        max(amount) filter (where column_key = 'project') as project,
        max(half_width) filter (where column_key = 'expenditure') as half_width,
        max(locator) filter (where column_key = 'expenditure') as locator
    from cells
    group by department_id, fiscal_year, document_id, fund, subject_code
),

-- What the text says the same subject spent. The text of departments speaks of the general public budget.
stated as (
    select
        department_id,
        fiscal_year,
        document_id,
        subject_code,
        stated_value as amount,
        half_width,
        locator,
        ordinal
    from account_claims
    where
        claim_kind = 'amount'
        and column_key = 'actual'
        and subject_code is not null
        and unit = '万元'
        and not is_detail
),

contradictions as (
    select
        subjects.department_id,
        subjects.fiscal_year,
        subjects.fund,
        subjects.subject_code,
        stated.amount,
        stated.locator,
        row_number() over (
            partition by
                subjects.department_id,
                subjects.fiscal_year,
                subjects.fund,
                subjects.subject_code
            order by stated.ordinal
        ) as position
    from subjects
    inner join stated
        on subjects.department_id = stated.department_id
        and subjects.fiscal_year = stated.fiscal_year
        and subjects.document_id = stated.document_id
        and subjects.subject_code = stated.subject_code
    where not agree(subjects.actual, subjects.half_width, stated.amount, stated.half_width)
),

-- Money of other funds is no contradiction: what the text says must also differ from the general public statement.
general as (
    select
        department_id,
        fiscal_year,
        subject_code
    from contradictions
    where fund = 'general_public' and position = 1
)

select
    subjects.department_id,
    subjects.fiscal_year,
    subjects.document_id,
    subjects.fund,
    subjects.subject_code,
    subjects.subject_name,
    subjects.level,
    subjects.parent_code,
    subjects.actual,
    subjects.basic,
    subjects.project,
    subjects.half_width,
    subjects.locator,
    subjects.ordinal,
    case when general.subject_code is not null then contradictions.amount end as alt_actual,
    case when general.subject_code is not null then contradictions.locator end as alt_locator
from subjects
left join contradictions
    on subjects.department_id = contradictions.department_id
    and subjects.fiscal_year = contradictions.fiscal_year
    and subjects.fund = contradictions.fund
    and subjects.subject_code = contradictions.subject_code
    and contradictions.position = 1
left join general
    on subjects.department_id = general.department_id
    and subjects.fiscal_year = general.fiscal_year
    and subjects.subject_code = general.subject_code;

-- Last year's amount of a subject: from last year's own statement, else implied by a stated change of the subject.
create or replace table fct_prior_subjects as
with candidates as (
    select
        department_id,
        fiscal_year + 1 as fiscal_year,
        fund,
        subject_code,
        actual as prior_actual,
        half_width,
        'published' as prior_basis,
        1 as preference,
        locator
    from fct_subjects
    where subject_code <> 'total'
    union all
    select
        claims.department_id,
        claims.fiscal_year,
        subjects.fund,
        claims.subject_code,
        cast(subjects.actual - claims.stated_value as decimal(32, 6)) as prior_actual,
        implied_half_width(subjects.half_width, claims.half_width) as half_width,
        'implied' as prior_basis,
        2 as preference,
        claims.locator
    from account_claims as claims
    inner join fct_subjects as subjects
        on claims.department_id = subjects.department_id
        and claims.fiscal_year = subjects.fiscal_year
        and claims.subject_code = subjects.subject_code
    where
        claims.claim_kind = 'change'
        and claims.base = 'prior_actual'
        and claims.subject_code <> 'total'
        and not claims.is_detail
        and subjects.fund = coalesce(claims.fund, 'general_public')
),

ranked as (
    select
        candidates.*,
        row_number() over (
            partition by
                candidates.department_id,
                candidates.fiscal_year,
                candidates.fund,
                candidates.subject_code
            order by candidates.preference
        ) as position
    from candidates
    inner join dim_bodies as bodies on candidates.department_id = bodies.department_id
    where bodies.founded_year is null or candidates.fiscal_year > bodies.founded_year
)

select
    main.department_id,
    main.fiscal_year,
    main.fund,
    main.subject_code,
    main.prior_actual,
    main.prior_basis,
    main.locator as prior_locator,
    case
        when
            other.prior_actual is not null
            and not agree(
                main.prior_actual, main.half_width, other.prior_actual, other.half_width
            )
            then other.prior_actual
    end as alt_prior_actual
from ranked as main
left join ranked as other
    on main.department_id = other.department_id
    and main.fiscal_year = other.fiscal_year
    and main.fund = other.fund
    and main.subject_code = other.subject_code
    and other.position = 2
where main.position = 1;
