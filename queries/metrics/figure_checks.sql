-- purpose:  The comparisons that the published numbers of some places took part in, whatever came of them: what a figure
--           was checked against.
-- grain:    one row per published number at those places and comparison that it is part of, the gravest first
-- param:    $places VARCHAR  locators as stored, one a line, also behind the name of their body; one of a row without a column
--           stands for all its numbers; null = none
-- returns:  document_id VARCHAR  document that publishes the number
-- returns:  locator VARCHAR  where it stands, as it was asked for
-- returns:  number_id INTEGER  name of the number while the data stay as they are
-- returns:  amount DECIMAL(32,6)  the number, in `number_unit`
-- returns:  number_unit VARCHAR  万元, %, 人 …
-- returns:  finding_id VARCHAR  name of the comparison, as in reconciliation
-- returns:  department_id VARCHAR  body of the comparison
-- returns:  fiscal_year INTEGER  its year
-- returns:  rule VARCHAR  file in queries/checks
-- returns:  verdict VARCHAR  agree, rounding, scope_differs, conflict or not_checkable
-- returns:  severity INTEGER  as in reconciliation
-- returns:  subject VARCHAR  what is compared
-- returns:  unit VARCHAR  of both values
-- returns:  side VARCHAR  on which the number stands: left or right
-- returns:  own_label VARCHAR  what that side is
-- returns:  own_value DECIMAL(32,6)  its value: the number itself, or what was computed from it and others
-- returns:  other_label VARCHAR  what the other side is
-- returns:  other_value DECIMAL(32,6)  its value, as published or as it follows from published numbers
-- returns:  other_locator VARCHAR  where it stands, or how it was computed
-- returns:  reason VARCHAR  as in reconciliation

with asked as (
    select distinct locator
    from (
        select unnest(string_split(cast($places as varchar), chr(10))) as locator
    ) as listed
    where locator <> ''
),

-- Joined by equality: some hundred places against some thousand numbers, one by one, are the death of the engine.
spelled as (
    select
        number_id,
        locator as spelling
    from fct_numbers
    union
    -- Places of a sum of units say whose each is.
    select
        numbers.number_id,
        bodies.department_name || ' ' || numbers.locator as spelling
    from fct_numbers as numbers
    inner join dim_bodies as bodies on numbers.department_id = bodies.department_id
    union
    select
        number_id,
        regexp_replace(locator, '·列「.*」·第 ', '·第 ') as spelling
    from fct_numbers
),

asked_numbers as (
    select
        numbers.document_id,
        asked.locator,
        numbers.number_id,
        numbers.amount,
        numbers.unit
    from asked
    inner join spelled on asked.locator = spelled.spelling
    inner join fct_numbers as numbers on spelled.number_id = numbers.number_id
)

select
    numbers.document_id,
    numbers.locator,
    numbers.number_id,
    numbers.amount,
    numbers.unit as number_unit,
    findings.finding_id,
    findings.department_id,
    findings.fiscal_year,
    findings.rule,
    findings.verdict,
    findings.severity,
    findings.subject,
    findings.unit,
    members.side,
    case members.side when 'left' then findings.left_label else findings.right_label end as own_label,
    case members.side when 'left' then findings.left_value else findings.right_value end as own_value,
    case members.side when 'left' then findings.right_label else findings.left_label end as other_label,
    case members.side when 'left' then findings.right_value else findings.left_value end as other_value,
    case members.side when 'left' then findings.right_locator else findings.left_locator end as other_locator,
    findings.reason
from asked_numbers as numbers
inner join fct_finding_numbers as members on numbers.number_id = members.number_id
inner join fct_findings as findings on members.comparison = findings.comparison
order by
    case findings.verdict
        when 'conflict' then 1
        when 'scope_differs' then 2
        when 'rounding' then 3
        when 'not_checkable' then 4
        else 5
    end,
    case when findings.follows_from is null then 0 else 1 end,
    findings.severity desc,
    findings.comparison,
    numbers.number_id,
    members.side
