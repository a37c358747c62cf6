-- purpose:  Budgets of the “三公” parts by kind, as final accounts label them, else as the year's budget does; where two initial
--           budgets cannot be the same number, both. A budget that the text leaves unlabelled is taken for the initial one only
--           where the statement labels another, different amount as the revised budget: a document knows just these two.
-- grain:    one row per body, fiscal year and part

create or replace table fct_three_public_budgets as
with parts as (
    select
        department_id,
        fiscal_year,
        row_code as component,
        case
            when column_key = 'initial_budget' or budget_kind = 'initial' then 'initial_budget'
            when column_key = 'revised_budget' or budget_kind = 'revised' then 'revised_budget'
            else 'budget'
        end as column_key,
        amount,
        half_width,
        locator,
        source_rank,
        document_id,
        ordinal
    from account_figures
    where
        amount is not null
        and row_code in (
            'three_public', 'overseas', 'vehicles', 'vehicle_purchase', 'vehicle_operation', 'reception'
        )
        and column_key in ('initial_budget', 'revised_budget', 'budget')
),

parts_ranked as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year, component, column_key
            order by source_rank, document_id desc, ordinal
        ) as position
    from parts
),

labelled as (
    select
        department_id,
        fiscal_year,
        component,
        max(amount) filter (where column_key = 'initial_budget') as initial_budget,
        max(half_width) filter (where column_key = 'initial_budget') as initial_half_width,
        max(amount) filter (where column_key = 'revised_budget') as revised_budget,
        max(amount) filter (where column_key = 'budget') as unlabelled_budget,
        max(half_width) as half_width,
        max(locator) as locator
    from parts_ranked
    where position = 1
    group by department_id, fiscal_year, component
),

stated_ranked as (
    select
        department_id,
        fiscal_year,
        measure as component,
        column_key,
        stated_value as amount,
        half_width,
        locator,
        row_number() over (
            partition by department_id, fiscal_year, measure, column_key
            order by source_rank, is_detail, document_id desc, ordinal
        ) as position
    from account_claims
    where
        claim_kind = 'amount'
        and column_key in ('initial_budget', 'revised_budget', 'budget')
        and measure in (
            'three_public', 'overseas', 'vehicles', 'vehicle_purchase', 'vehicle_operation', 'reception'
        )
),

stated as (
    select
        department_id,
        fiscal_year,
        component,
        max(amount) filter (where column_key = 'initial_budget') as initial_budget,
        max(half_width) filter (where column_key = 'initial_budget') as initial_half_width,
        max(amount) filter (where column_key = 'revised_budget') as revised_budget,
        max(amount) filter (where column_key = 'budget') as unlabelled_budget,
        max(half_width) as half_width,
        max(locator) as locator
    from stated_ranked
    where position = 1
    group by department_id, fiscal_year, component
),

-- Whether the text's unlabelled budget is the revised one is decided once for all parts, by the whole.
whole as (
    select
        stated.department_id,
        stated.fiscal_year,
        not agree(
            stated.unlabelled_budget,
            stated.half_width,
            labelled.revised_budget,
            labelled.half_width
        ) as text_is_initial
    from stated
    inner join labelled
        on stated.department_id = labelled.department_id
        and stated.fiscal_year = labelled.fiscal_year
        and stated.component = labelled.component
    where stated.component = 'three_public'
),

joined as (
    select
        coalesce(labelled.department_id, stated.department_id) as department_id,
        coalesce(labelled.fiscal_year, stated.fiscal_year) as fiscal_year,
        coalesce(labelled.component, stated.component) as component,
        coalesce(labelled.initial_budget, stated.initial_budget) as labelled_initial,
        coalesce(labelled.initial_half_width, stated.initial_half_width) as labelled_half_width,
        coalesce(labelled.revised_budget, stated.revised_budget) as revised_budget,
        stated.unlabelled_budget as text_budget,
        labelled.unlabelled_budget as table_budget,
        coalesce(labelled.locator, stated.locator) as locator
    from labelled
    full outer join stated
        on labelled.department_id = stated.department_id
        and labelled.fiscal_year = stated.fiscal_year
        and labelled.component = stated.component
),

accounts as (
    select
        joined.*,
        case when whole.text_is_initial then joined.text_budget end as inferred_initial,
        coalesce(
            joined.table_budget,
            case when not coalesce(whole.text_is_initial, false) then joined.text_budget end
        ) as unlabelled_budget
    from joined
    left join whole
        on joined.department_id = whole.department_id
        and joined.fiscal_year = whole.fiscal_year
),

approved_ranked as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year, row_code
            order by source_rank, document_id desc, ordinal
        ) as position
    from budget_figures
    where
        statement = 'three_public'
        and column_key = 'initial_budget'
        and amount is not null
        and row_code in (
            'three_public', 'overseas', 'vehicles', 'vehicle_purchase', 'vehicle_operation', 'reception'
        )
),

approved as (
    select
        department_id,
        fiscal_year,
        row_code as component,
        amount,
        half_width,
        locator
    from approved_ranked
    where position = 1
)

select
    coalesce(accounts.department_id, approved.department_id) as department_id,
    coalesce(accounts.fiscal_year, approved.fiscal_year) as fiscal_year,
    coalesce(accounts.component, approved.component) as component,
    coalesce(accounts.labelled_initial, approved.amount, accounts.inferred_initial) as initial_budget,
    accounts.revised_budget,
    coalesce(
        accounts.unlabelled_budget,
        case when approved.amount is not null then accounts.inferred_initial end
    ) as unlabelled_budget,
    case
        when coalesce(accounts.labelled_initial, approved.amount) is not null then 'initial'
        when accounts.inferred_initial is not null then 'unlabelled'
    end as initial_budget_kind,
    case
        when
            not agree(
                accounts.labelled_initial,
                accounts.labelled_half_width,
                approved.amount,
                approved.half_width
            )
            then approved.amount
    end as alt_initial_budget,
    case
        when accounts.labelled_initial is null and approved.amount is not null then approved.locator
        else accounts.locator
    end as locator,
    case when accounts.labelled_initial is not null then approved.locator end as alt_locator
from accounts
full outer join approved
    on accounts.department_id = approved.department_id
    and accounts.fiscal_year = approved.fiscal_year
    and accounts.component = approved.component;
