-- purpose:  The published numbers that a stated rate, change or direction speaks of: those of its own sentence before those
--           of its section, then of the tables, then of the rest of the text.
-- grain:    fct_claim_candidates: one row per claim, role (actual, budget, other_budget, prior, change, part, whole) and
--           number that could play it; fct_claim_operands: one row per claim and role, the nearest

create or replace table fct_claim_candidates as
with claims as materialized (
    select
        number_id,
        document_id,
        department_id,
        fiscal_year,
        section_no,
        section_title,
        sentence,
        subject,
        fund,
        claim_kind,
        column_key,
        base,
        direction,
        unit,
        is_detail,
        coalesce(measure, subject_code, subject) as topic
    from fct_numbers
    where record = 'claim'
),

-- Which columns of which topic would serve; of several, the lower preference first.
needs as (
    select claims.number_id, claims.topic, roles.role, roles.column_key, roles.preference
    from claims
    inner join (
        values
        ('prior_actual', 'actual', 'actual', 1),
        ('prior_actual', 'prior', 'prior_actual', 1),
        ('prior_actual', 'change', 'change', 1),
        ('prior_actual', 'budget', 'initial_budget', 1),
        ('prior_actual', 'budget', 'revised_budget', 2),
        ('prior_actual', 'budget', 'budget', 3),
        ('prior_initial_budget', 'actual', 'initial_budget', 1),
        ('prior_initial_budget', 'prior', 'prior_initial_budget', 1),
        ('prior_initial_budget', 'change', 'change', 1),
        ('prior_execution_estimate', 'actual', 'initial_budget', 1),
        ('prior_execution_estimate', 'prior', 'execution_estimate', 1),
        ('prior_execution_estimate', 'change', 'change', 1),
        ('initial_budget', 'actual', 'actual', 1),
        ('initial_budget', 'budget', 'initial_budget', 1),
        ('initial_budget', 'budget', 'budget', 2),
        ('initial_budget', 'other_budget', 'revised_budget', 1),
        ('revised_budget', 'actual', 'actual', 1),
        ('revised_budget', 'budget', 'revised_budget', 1),
        ('revised_budget', 'budget', 'budget', 2),
        ('revised_budget', 'other_budget', 'initial_budget', 1),
        ('budget', 'actual', 'actual', 1),
        ('budget', 'budget', 'budget', 1),
        ('budget', 'budget', 'revised_budget', 2),
        ('budget', 'budget', 'initial_budget', 3)
    ) as roles (base, role, column_key, preference)
        on claims.base = roles.base
    where claims.claim_kind in ('change', 'change_pct', 'execution_pct') or claims.direction is not null
    union all
    select claims.number_id, topics.topic, topics.role, columns.column_key, columns.preference
    from claims
    inner join (
        select number_id, 'part' as role, topic from claims where claim_kind = 'share_pct'
        union all
        select number_id, 'whole' as role, base as topic from claims where claim_kind = 'share_pct'
    ) as topics on claims.number_id = topics.number_id
    cross join (
        values
        ('actual', 1),
        ('initial_budget', 2),
        ('other', 3)
    ) as columns (column_key, preference)
),

sought as (
    select
        needs.*,
        claims.document_id,
        claims.department_id,
        claims.fiscal_year,
        claims.section_no,
        claims.section_title,
        claims.sentence,
        claims.fund,
        claims.is_detail,
        claims.base,
        -- A name alone is the same thing only near by.
        regexp_matches(needs.topic, '^[a-z0-9_]+$') as is_known
    from needs
    inner join claims on needs.number_id = claims.number_id
),

-- A subject goes by its measure or code, and by its name where a share names it so.
spoken as (
    select number_id, topic, topic as name
    from claims
    where claim_kind in ('amount', 'change')
    union
    select number_id, topic, subject
    from claims
    where claim_kind in ('amount', 'change') and subject is not null
),

in_text as (
    select
        sought.number_id,
        sought.role,
        sought.preference,
        stated.number_id as operand_id,
        stated.column_key,
        case
            when stated.sentence = sought.sentence then 1
            when stated.section_no = sought.section_no and stated.section_title = sought.section_title then 2
            else 4
        end as nearness,
        stated.fund is not distinct from sought.fund as is_same_fund,
        -- What was said before is nearer than what comes after.
        abs(stated.sentence - sought.sentence)
        + case when stated.sentence > sought.sentence then 1000000 else 0 end as distance
    from sought
    inner join spoken on sought.topic = spoken.name
    inner join claims as stated
        on spoken.number_id = stated.number_id
        and sought.document_id = stated.document_id
        and sought.department_id = stated.department_id
        and sought.fiscal_year = stated.fiscal_year
        and sought.column_key = coalesce(stated.column_key, stated.claim_kind)
        and sought.number_id <> stated.number_id
    where
        stated.unit = '万元'
        and (sought.column_key <> 'change' or sought.base = stated.base)
        and (
            stated.sentence = sought.sentence
            or (
                not stated.is_detail
                and not sought.is_detail
                and (
                    (stated.section_no = sought.section_no and stated.section_title = sought.section_title)
                    or (sought.is_known and sought.role = 'whole')
                    or (
                        sought.is_known
                        and sought.role <> 'part'
                        and stated.fund is not distinct from sought.fund
                    )
                )
                and sought.role <> 'change'
            )
        )
),

in_tables as (
    select
        sought.number_id,
        sought.role,
        sought.preference,
        held.number_id as operand_id,
        held.stated_column as column_key,
        3 as nearness,
        held.fund is not distinct from sought.fund as is_same_fund,
        held.place as distance
    from sought
    inner join fct_table_values as held
        on sought.document_id = held.document_id
        and sought.department_id = held.department_id
        and sought.fiscal_year = held.fiscal_year
        and sought.topic = held.topic
        and sought.column_key = held.stated_column
    where
        not sought.is_detail
        and held.unit = '万元'
        and (held.any_fund or sought.fund is null or sought.role = 'whole' or held.fund = sought.fund)
),

found as (
    select * from in_text
    union all
    select * from in_tables
),

ranked as (
    select
        *,
        row_number() over (
            partition by number_id, role
            order by
                -- A budget or a whole of the column that is meant is better than the nearest of another.
                case when role in ('budget', 'part', 'whole') and preference > 1 and nearness > 1 then 1 else 0 end,
                nearness,
                preference,
                case when is_same_fund then 0 else 1 end,
                distance,
                operand_id
        ) as rank
    from found
)

select
    ranked.*,
    operands.amount,
    operands.half_width,
    operands.locator,
    -- A table's budget of another kind than the text's, or of none: right where it fits, and else not known to be wrong.
    ranked.role = 'budget' and ranked.nearness = 3 and ranked.preference > 1 as is_guess
from ranked
inner join fct_numbers as operands on ranked.operand_id = operands.number_id;

create or replace view fct_claim_operands as
select *
from fct_claim_candidates
where rank = 1;
