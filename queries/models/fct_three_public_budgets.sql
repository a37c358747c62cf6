-- purpose:  Budgets of the “三公” parts by kind. A budget that the text leaves unlabelled is taken for the initial one only
--           where the statement labels another, different amount as the revised budget: a document knows just these two.
-- grain:    one row per body, fiscal year and part

create or replace table fct_three_public_budgets as
with labelled as (
    select
        department_id,
        fiscal_year,
        row_code as component,
        max(amount) filter (
            where column_key = 'initial_budget' or budget_kind = 'initial'
        ) as initial_budget,
        max(amount) filter (
            where column_key = 'revised_budget' or budget_kind = 'revised'
        ) as revised_budget,
        max(amount) filter (
            where column_key = 'budget' and coalesce(budget_kind, 'unlabelled') not in ('initial', 'revised')
        ) as unlabelled_budget,
        max(half_width) as half_width,
        max(locator) filter (where column_key in ('initial_budget', 'revised_budget', 'budget'))
            as locator
    from stg_figures
    where
        row_code in (
            'three_public', 'overseas', 'vehicles', 'vehicle_purchase', 'vehicle_operation', 'reception'
        )
        and column_key in ('initial_budget', 'revised_budget', 'budget')
    group by department_id, fiscal_year, row_code
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
            partition by department_id, fiscal_year, measure, column_key order by is_detail, ordinal
        ) as position
    from stg_claims
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
        coalesce(labelled.revised_budget, stated.revised_budget) as revised_budget,
        stated.unlabelled_budget as text_budget,
        labelled.unlabelled_budget as table_budget,
        coalesce(labelled.locator, stated.locator) as locator,
        stated.locator as text_locator
    from labelled
    full outer join stated
        on labelled.department_id = stated.department_id
        and labelled.fiscal_year = stated.fiscal_year
        and labelled.component = stated.component
)

select
    joined.department_id,
    joined.fiscal_year,
    joined.component,
    coalesce(
        joined.labelled_initial,
        case when whole.text_is_initial then joined.text_budget end
    ) as initial_budget,
    joined.revised_budget,
    coalesce(
        joined.table_budget,
        case when not coalesce(whole.text_is_initial, false) then joined.text_budget end
    ) as unlabelled_budget,
    case
        when joined.labelled_initial is not null then 'initial'
        when whole.text_is_initial and joined.text_budget is not null then 'unlabelled'
    end as initial_budget_kind,
    joined.locator,
    joined.text_locator
from joined
left join whole
    on joined.department_id = whole.department_id
    and joined.fiscal_year = whole.fiscal_year;
