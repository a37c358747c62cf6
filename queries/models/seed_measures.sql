-- purpose:  The measures, their names, and where each stands in a document, best place first.
--           A text about basic expenditure of the general public budget is not about basic expenditure of all funds;
--           any_fund marks measures that are the same amount whichever fund a text names.
-- grain:    seed_measures: one row per measure; seed_measure_places: one row per measure and place

create or replace table seed_measures as
select *
from (
    values
    (1, 'total', '收支总计', 'all', false),
    (2, 'fiscal_total', '财政拨款收支总计', 'fiscal', false),
    (3, 'revenue', '本年收入合计', 'all', false),
    (4, 'expenditure', '本年支出合计', 'all', false),
    (5, 'general_public_expenditure', '一般公共预算财政拨款支出', 'general_public', false),
    (6, 'basic', '基本支出', 'all', false),
    (7, 'project', '项目支出', 'all', false),
    (8, 'personnel', '人员经费', 'general_public', false),
    (9, 'operating', '公用经费', 'general_public', false),
    (10, 'opening_carryover', '年初结转和结余', 'all', false),
    (11, 'closing_carryover', '年末结转和结余', 'all', false),
    (12, 'three_public', '“三公”经费', 'fiscal', true),
    (13, 'overseas', '因公出国（境）费', 'fiscal', true),
    (14, 'vehicles', '公务用车购置及运行维护费', 'fiscal', true),
    (15, 'vehicle_purchase', '公务用车购置费', 'fiscal', true),
    (16, 'vehicle_operation', '公务用车运行维护费', 'fiscal', true),
    (17, 'reception', '公务接待费', 'fiscal', true),
    (18, 'agency_operation', '机关运行经费', 'fiscal', true),
    (19, 'procurement', '政府采购支出', 'all', true)
) as t (position, measure, measure_name, fund, any_fund);

-- A row of the nine statements, or of a unit's performance annexes.
create or replace table seed_measure_places as
select *
from (
    values
    ('total', 'income_expenditure', 'total', 'expenditure', 1),
    ('total', 'income_expenditure', 'total', 'revenue', 2),
    ('total', 'income_expenditure', 'total', 'actual', 3),
    ('fiscal_total', 'fiscal_appropriation', 'total', 'expenditure', 1),
    ('fiscal_total', 'fiscal_appropriation', 'total', 'revenue', 2),
    ('fiscal_total', 'fiscal_appropriation', 'total', 'actual', 3),
    ('revenue', 'income_expenditure', 'revenue', 'revenue', 1),
    ('revenue', 'income_expenditure', 'revenue', 'actual', 2),
    ('revenue', 'income', 'total', 'revenue', 3),
    ('expenditure', 'income_expenditure', 'expenditure', 'expenditure', 1),
    ('expenditure', 'income_expenditure', 'expenditure', 'actual', 2),
    ('expenditure', 'expenditure', 'total', 'expenditure', 3),
    ('expenditure', 'overall_evaluation', 'total', 'actual', 4),
    ('general_public_expenditure', 'general_public_expenditure', 'total', 'expenditure', 1),
    ('basic', 'expenditure', 'total', 'basic', 1),
    ('basic', 'overall_evaluation', 'basic', 'actual', 2),
    ('project', 'expenditure', 'total', 'project', 1),
    ('project', 'performance_base', 'project', 'actual', 2),
    ('project', 'overall_evaluation', 'project', 'actual', 3),
    ('personnel', 'basic_expenditure', 'personnel', 'actual', 1),
    ('operating', 'basic_expenditure', 'operating', 'actual', 1),
    ('operating', 'performance_base', 'operating', 'actual', 2),
    ('opening_carryover', 'income_expenditure', 'opening_carryover', 'revenue', 1),
    ('opening_carryover', 'income_expenditure', 'opening_carryover', 'actual', 2),
    ('closing_carryover', 'income_expenditure', 'closing_carryover', 'expenditure', 1),
    ('closing_carryover', 'income_expenditure', 'closing_carryover', 'actual', 2),
    ('three_public', 'three_public', 'three_public', 'actual', 1),
    ('three_public', 'performance_base', 'three_public', 'actual', 2),
    ('overseas', 'three_public', 'overseas', 'actual', 1),
    ('overseas', 'performance_base', 'overseas', 'actual', 2),
    ('vehicles', 'three_public', 'vehicles', 'actual', 1),
    ('vehicles', 'performance_base', 'vehicles', 'actual', 2),
    ('vehicle_purchase', 'three_public', 'vehicle_purchase', 'actual', 1),
    ('vehicle_purchase', 'performance_base', 'vehicle_purchase', 'actual', 2),
    ('vehicle_operation', 'three_public', 'vehicle_operation', 'actual', 1),
    ('vehicle_operation', 'performance_base', 'vehicle_operation', 'actual', 2),
    ('reception', 'three_public', 'reception', 'actual', 1),
    ('reception', 'performance_base', 'reception', 'actual', 2),
    ('procurement', 'performance_base', 'procurement', 'actual', 2)
) as t (measure, statement, row_code, column_key, place);
