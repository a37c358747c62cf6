-- purpose:  Where each measure's initial budget stands, best place first: in the statements of a budget, and in the tables
--           of final accounts that repeat it. The totals of the income and expenditure statements are no places of revenue and
--           expenditure: in budgets they hold the money carried over in some cities and leave it out in others.
-- grain:    one row per measure and place

create or replace table seed_budget_places as
select *
from (
    values
    ('total', 'income_expenditure', 'total', 'initial_budget', 1),
    ('fiscal_total', 'fiscal_appropriation', 'total', 'initial_budget', 1),
    ('revenue', 'income_expenditure', 'revenue', 'initial_budget', 1),
    ('expenditure', 'income_expenditure', 'expenditure', 'initial_budget', 1),
    ('expenditure', 'overall_evaluation', 'total', 'initial_budget', 4),
    ('general_public_expenditure', 'general_public_expenditure', 'total', 'initial_budget', 1),
    ('basic', 'expenditure', 'total', 'initial_budget_basic', 1),
    ('basic', 'overall_evaluation', 'basic', 'initial_budget', 2),
    ('project', 'expenditure', 'total', 'initial_budget_project', 1),
    ('project', 'performance_base', 'project', 'initial_budget', 2),
    ('project', 'overall_evaluation', 'project', 'initial_budget', 3),
    ('personnel', 'basic_expenditure', 'total', 'initial_budget_personnel', 1),
    ('personnel', 'basic_expenditure', 'personnel', 'initial_budget', 2),
    ('operating', 'basic_expenditure', 'total', 'initial_budget_operating', 1),
    ('operating', 'basic_expenditure', 'operating', 'initial_budget', 2),
    ('operating', 'performance_base', 'operating', 'initial_budget', 3),
    ('opening_carryover', 'income_expenditure', 'opening_carryover', 'initial_budget', 1),
    ('closing_carryover', 'income_expenditure', 'closing_carryover', 'initial_budget', 1),
    ('three_public', 'three_public', 'three_public', 'initial_budget', 1),
    ('three_public', 'performance_base', 'three_public', 'initial_budget', 2),
    ('overseas', 'three_public', 'overseas', 'initial_budget', 1),
    ('overseas', 'performance_base', 'overseas', 'initial_budget', 2),
    ('vehicles', 'three_public', 'vehicles', 'initial_budget', 1),
    ('vehicles', 'performance_base', 'vehicles', 'initial_budget', 2),
    ('vehicle_purchase', 'three_public', 'vehicle_purchase', 'initial_budget', 1),
    ('vehicle_purchase', 'performance_base', 'vehicle_purchase', 'initial_budget', 2),
    ('vehicle_operation', 'three_public', 'vehicle_operation', 'initial_budget', 1),
    ('vehicle_operation', 'performance_base', 'vehicle_operation', 'initial_budget', 2),
    ('reception', 'three_public', 'reception', 'initial_budget', 1),
    ('reception', 'performance_base', 'reception', 'initial_budget', 2),
    ('agency_operation', 'three_public', 'agency_operation', 'initial_budget', 1),
    ('procurement', 'performance_base', 'procurement', 'initial_budget', 1)
) as t (measure, statement, row_code, column_key, place);
