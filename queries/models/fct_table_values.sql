-- purpose:  What the tables of a document hold of the things that its text speaks of: measures, subjects by their code, and
--           projects by their name.
-- grain:    one row per number of a table and topic; a topic is a measure, a code, or project: and a bare name
-- bare_name: a project's name without brackets, marks and the words that texts add to it or leave out

create or replace macro bare_name(name) as
    regexp_replace(
        regexp_replace(name, '^附件[0-9一二三四五六七八九十—–-]+ *|[“”"''（）() 　]', '', 'g'),
        '(?:项目)?(?:经费|资金)$',
        ''
    );

create or replace table fct_table_values as
with annex_rows as (
    select distinct measure as topic, statement, row_code
    from seed_measure_places
    where statement in ('three_public', 'performance_base', 'overall_evaluation')
    union
    select distinct measure, statement, row_code
    from seed_budget_places
    where statement in ('three_public', 'performance_base', 'overall_evaluation')
    union
    select *
    from (
        values
        ('revenue', 'overall_evaluation', 'total'),
        ('revenue', 'overall_evaluation', 'revenue'),
        ('staff', 'performance_base', 'staff'),
        ('staff_quota', 'performance_base', 'staff_quota')
    ) as t (topic, statement, row_code)
),

-- Where the nine statements hold it. The totals of a fund stand in the statement of that fund.
places as (
    select measure as topic, statement, row_code, column_key, 'actual' as stated_column, place
    from seed_measure_places
    where statement not in ('three_public', 'performance_base', 'overall_evaluation')
    union all
    select measure, statement, row_code, column_key, 'initial_budget', place
    from seed_budget_places
    where statement not in ('three_public', 'performance_base', 'overall_evaluation')
    union all
    select *
    from (
        values
        ('basic', 'general_public_expenditure', 'total', 'basic', 'actual', 1),
        ('project', 'general_public_expenditure', 'total', 'project', 'actual', 1),
        ('basic', 'general_public_expenditure', 'total', 'initial_budget_basic', 'initial_budget', 1),
        ('project', 'general_public_expenditure', 'total', 'initial_budget_project', 'initial_budget', 1),
        ('revenue', 'income', 'total', 'initial_budget', 'initial_budget', 2),
        ('expenditure', 'expenditure', 'total', 'initial_budget', 'initial_budget', 2),
        ('fiscal_appropriation', 'income_expenditure', 'fiscal_appropriation', 'actual', 'actual', 1),
        ('fiscal_appropriation', 'income', 'total', 'fiscal_appropriation', 'actual', 2),
        ('fiscal_appropriation', 'income_expenditure', 'fiscal_appropriation', 'initial_budget', 'initial_budget', 1),
        ('superior_subsidy', 'income', 'total', 'superior_subsidy', 'actual', 1),
        ('operations', 'income', 'total', 'operations', 'actual', 1),
        ('business', 'income', 'total', 'business', 'actual', 1),
        ('affiliate_remittance', 'income', 'total', 'affiliate_remittance', 'actual', 1),
        ('other_revenue', 'income', 'total', 'other_revenue', 'actual', 1)
    ) as t (topic, statement, row_code, column_key, stated_column, place)
),

figures as materialized (
    select
        number_id,
        statement,
        row_code,
        row_name,
        column_key,
        place_section,
        level
    from fct_numbers
    where record = 'figure' and unit in ('万元', '人')
),

held as (
    select places.topic, places.stated_column, places.place, figures.number_id
    from figures
    inner join places
        on figures.statement = places.statement
        and figures.row_code = places.row_code
        and figures.column_key = places.column_key
    union
    select annex_rows.topic, figures.column_key, 5, figures.number_id
    from figures
    inner join annex_rows
        on figures.statement = annex_rows.statement
        and figures.row_code = annex_rows.row_code
    where
        figures.column_key in ('actual', 'initial_budget', 'revised_budget', 'budget')
        -- What was carried out of a year's money is no revenue.
        and not (annex_rows.topic = 'revenue' and figures.column_key = 'actual')
    union
    select row_code, case when column_key = 'expenditure' then 'actual' else column_key end, 1, number_id
    from figures
    where
        statement in (
            'expenditure',
            'general_public_expenditure',
            'government_fund',
            'state_capital',
            'basic_expenditure'
        )
        and column_key in ('expenditure', 'actual', 'initial_budget')
        and level is not null
    union
    select 'project:' || bare_name(row_name), column_key, 2, number_id
    from figures
    where statement = 'performance_base' and row_code is null
    union
    select 'project:' || bare_name(place_section), column_key, 1, number_id
    from figures
    where statement = 'project_evaluation' and row_code = 'total'
)

select
    held.topic,
    held.stated_column,
    held.place,
    figures.number_id,
    figures.document_id,
    figures.department_id,
    figures.parent_id,
    figures.fiscal_year,
    figures.statement,
    figures.row_name,
    figures.fund,
    figures.unit,
    figures.amount,
    figures.half_width,
    figures.locator,
    figures.statement in ('three_public', 'performance_base', 'overall_evaluation', 'project_evaluation') as any_fund
from held
inner join fct_numbers as figures on held.number_id = figures.number_id;
