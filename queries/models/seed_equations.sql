-- purpose:  Which numbers add up to which: 基本支出 = 人员经费 + 公用经费 and the like, for the check parts_sum.
-- grain:    one row per equation and addend
-- axis:     what stands side by side: the columns of a row, the funds of a row, the rows of a column, the rows of the two
--           general statements (side/row/fund), the sentences of a section
-- is_required: without this addend the sum is not known to be complete, and nothing is compared
-- unless:   the addend does not count where this one is listed, because it is part of it
-- is_bound: the addends are only some of the whole, so they may not exceed it
-- sign:     -1 where the addend is taken off

create or replace table seed_equations as
with funds as (
    select unnest(['all', 'fiscal', 'general_public', 'government_fund', 'state_capital']) as fund
),

single as (
    select *
    from (
        values
        ('column', 'columns', 'expenditure', 'basic', true, null, false),
        ('column', 'columns', 'expenditure', 'project', true, null, false),
        ('column', 'columns', 'expenditure', 'remitted_to_superior', false, null, false),
        ('column', 'columns', 'expenditure', 'business', false, null, false),
        ('column', 'columns', 'expenditure', 'affiliate_subsidy', false, null, false),
        ('column', 'basic', 'basic', 'personnel', true, null, false),
        ('column', 'basic', 'basic', 'operating', true, null, false),
        ('column', 'economic', 'actual', 'personnel', true, null, false),
        ('column', 'economic', 'actual', 'operating', true, null, false),
        ('column', 'sources', 'revenue', 'fiscal_appropriation', true, null, false),
        ('column', 'sources', 'revenue', 'superior_subsidy', false, null, false),
        ('column', 'sources', 'revenue', 'operations', false, null, false),
        ('column', 'sources', 'revenue', 'business', false, null, false),
        ('column', 'sources', 'revenue', 'affiliate_remittance', false, null, false),
        ('column', 'sources', 'revenue', 'other_revenue', true, null, false),
        ('column', 'opening', 'opening_carryover', 'opening_carryover_basic', true, null, false),
        ('column', 'opening', 'opening_carryover', 'opening_carryover_project', true, null, false),
        ('column', 'closing', 'closing_carryover', 'closing_carryover_basic', true, null, false),
        ('column', 'closing', 'closing_carryover', 'closing_carryover_project', true, null, false),
        ('column', 'carried', 'closing_carryover', 'opening_carryover', true, null, false),
        ('column', 'carried', 'closing_carryover', 'revenue', true, null, false),
        ('column', 'carried', 'closing_carryover', 'expenditure', true, null, false),
        ('fund', 'funds', 'fiscal', 'general_public', true, null, false),
        ('fund', 'funds', 'fiscal', 'government_fund', true, null, false),
        ('fund', 'funds', 'fiscal', 'state_capital', false, null, false),
        ('row', 'three_public', 'three_public', 'overseas', true, null, false),
        ('row', 'three_public', 'three_public', 'vehicles', false, null, false),
        ('row', 'three_public', 'three_public', 'vehicle_purchase', false, 'vehicles', false),
        ('row', 'three_public', 'three_public', 'vehicle_operation', false, 'vehicles', false),
        ('row', 'three_public', 'three_public', 'reception', true, null, false),
        ('row', 'vehicles', 'vehicles', 'vehicle_purchase', true, null, false),
        ('row', 'vehicles', 'vehicles', 'vehicle_operation', true, null, false),
        ('row', 'economic', 'total', 'personnel', true, null, false),
        ('row', 'economic', 'total', 'operating', true, null, false),
        ('row', 'nature', 'expenditure', 'basic', true, null, false),
        ('row', 'nature', 'expenditure', 'project', true, null, false),
        ('row', 'spent', 'total', 'basic', true, 'expenditure', false),
        ('row', 'spent', 'total', 'project', true, 'expenditure', false),
        ('row', 'spent_whole', 'total', 'expenditure', true, null, false),
        ('row', 'projects', 'project', 'project_business', true, null, false),
        ('row', 'projects', 'project', 'project_special', true, null, false),
        ('row', 'specials', 'project_special', 'named_project', true, null, false),
        ('row', 'named', 'project', 'named_project', true, 'project_special', true),
        ('row', 'named_operating', 'operating', 'named_operating', true, null, true),
        ('row', 'named_revenue', 'revenue', 'named_revenue', true, null, false),
        ('claim', 'procurement', 'procurement', 'procurement_goods', true, null, false),
        ('claim', 'procurement', 'procurement', 'procurement_works', false, null, false),
        ('claim', 'procurement', 'procurement', 'procurement_services', true, null, false),
        ('claim', 'three_public', 'three_public', 'overseas', true, null, false),
        ('claim', 'three_public', 'three_public', 'vehicles', true, null, false),
        ('claim', 'three_public', 'three_public', 'reception', true, null, false),
        ('claim', 'vehicles', 'vehicles', 'vehicle_purchase', true, null, false),
        ('claim', 'vehicles', 'vehicles', 'vehicle_operation', true, null, false),
        ('claim', 'basic', 'basic', 'personnel', true, null, false),
        ('claim', 'basic', 'basic', 'operating', true, null, false)
    ) as t (axis, equation, whole, part, is_required, unless, is_bound)
),

-- Within one fund: {fund} stands for each.
by_fund as (
    select *
    from (
        values
        ('sources', 'revenue/revenue', 'revenue/fiscal_appropriation', false, null),
        ('sources', 'revenue/revenue', 'revenue/general_public_appropriation', false, 'revenue/fiscal_appropriation'),
        ('sources', 'revenue/revenue', 'revenue/government_fund_appropriation', false, 'revenue/fiscal_appropriation'),
        ('sources', 'revenue/revenue', 'revenue/state_capital_appropriation', false, 'revenue/fiscal_appropriation'),
        ('sources', 'revenue/revenue', 'revenue/superior_subsidy', false, null),
        ('sources', 'revenue/revenue', 'revenue/operations', false, null),
        ('sources', 'revenue/revenue', 'revenue/business', false, null),
        ('sources', 'revenue/revenue', 'revenue/affiliate_remittance', false, null),
        ('sources', 'revenue/revenue', 'revenue/other_revenue', true, null),
        ('appropriation', 'revenue/fiscal_appropriation', 'revenue/general_public_appropriation', true, null),
        ('appropriation', 'revenue/fiscal_appropriation', 'revenue/government_fund_appropriation', true, null),
        ('appropriation', 'revenue/fiscal_appropriation', 'revenue/state_capital_appropriation', false, null),
        ('received', 'revenue/total', 'revenue/revenue', true, null),
        ('received', 'revenue/total', 'revenue/surplus_used', false, null),
        ('received', 'revenue/total', 'revenue/opening_carryover', false, null),
        ('sources_only', 'revenue/total', 'revenue/fiscal_appropriation', false, 'revenue/revenue'),
        ('sources_only', 'revenue/total', 'revenue/general_public_appropriation', false, 'revenue/fiscal_appropriation'),
        ('sources_only', 'revenue/total', 'revenue/government_fund_appropriation', false, 'revenue/fiscal_appropriation'),
        ('sources_only', 'revenue/total', 'revenue/state_capital_appropriation', false, 'revenue/fiscal_appropriation'),
        ('sources_only', 'revenue/total', 'revenue/superior_subsidy', false, 'revenue/revenue'),
        ('sources_only', 'revenue/total', 'revenue/operations', false, 'revenue/revenue'),
        ('sources_only', 'revenue/total', 'revenue/business', false, 'revenue/revenue'),
        ('sources_only', 'revenue/total', 'revenue/affiliate_remittance', false, 'revenue/revenue'),
        ('sources_only', 'revenue/total', 'revenue/other_revenue', true, 'revenue/revenue'),
        ('sources_only', 'revenue/total', 'revenue/surplus_used', false, 'revenue/revenue'),
        ('sources_only', 'revenue/total', 'revenue/opening_carryover', false, 'revenue/revenue'),
        ('spent', 'expenditure/total', 'expenditure/expenditure', true, null),
        ('spent', 'expenditure/total', 'expenditure/surplus_allocated', false, null),
        ('spent', 'expenditure/total', 'expenditure/closing_carryover', false, null),
        ('balance', 'revenue/total', 'expenditure/total', true, null),
        ('balance_of_fund', 'expenditure/total', 'revenue/revenue', true, 'revenue/total'),
        ('balance_of_fund', 'expenditure/total', 'revenue/opening_carryover', true, 'revenue/total')
    ) as t (equation, whole, part, is_required, unless)
),

by_funds as (
    select *
    from (
        values
        ('revenue/revenue/general_public', true, 'revenue/revenue/fiscal'),
        ('revenue/revenue/government_fund', true, 'revenue/revenue/fiscal'),
        ('revenue/revenue/state_capital', false, 'revenue/revenue/fiscal'),
        ('revenue/opening_carryover/fiscal', false, 'revenue/revenue/fiscal'),
        ('revenue/opening_carryover/general_public', false, 'revenue/opening_carryover/fiscal'),
        ('revenue/opening_carryover/government_fund', false, 'revenue/opening_carryover/fiscal'),
        ('revenue/opening_carryover/state_capital', false, 'revenue/opening_carryover/fiscal')
    ) as t (part, is_required, unless)
),

addends as (
    select * from single
    union all
    select
        'general' as axis,
        by_fund.equation || '/' || funds.fund as equation,
        by_fund.whole || '/' || funds.fund as whole,
        by_fund.part || '/' || funds.fund as part,
        by_fund.is_required,
        by_fund.unless || '/' || funds.fund as unless,
        false as is_bound
    from by_fund
    cross join funds
    union all
    select
        'general' as axis,
        'received_by_fund' as equation,
        'revenue/total/fiscal' as whole,
        part,
        is_required,
        unless,
        false as is_bound
    from by_funds
)

select
    *,
    case when equation = 'carried' and part = 'expenditure' then -1 else 1 end as sign,
    count(*) filter (where is_required) over (partition by axis, equation) as required
from addends;
