-- purpose:  The published numbers of contradictions (不一致), so that they can be marked wherever they are shown.
-- grain:    one row per contradiction and published number that took part in it
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year of the contradiction; null = all
-- returns:  department_id VARCHAR  body of the contradiction
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the contradiction
-- returns:  finding_id VARCHAR  name of the contradiction, as in reconciliation
-- returns:  severity INTEGER  as in reconciliation
-- returns:  follows_from VARCHAR  finding_id of the contradiction that this one only follows from
-- returns:  number_id INTEGER  name of the number while the data stay as they are
-- returns:  side VARCHAR  left or right
-- returns:  side_value DECIMAL(32,6)  value of that side: the number itself, or what was computed from it and others
-- returns:  document_id VARCHAR  document that publishes it
-- returns:  locator VARCHAR  where it stands
-- returns:  unit VARCHAR  of side_value

select
    findings.department_id,
    bodies.department_name,
    findings.fiscal_year,
    findings.finding_id,
    findings.severity,
    findings.follows_from,
    numbers.number_id,
    members.side,
    case members.side when 'left' then findings.left_value else findings.right_value end as side_value,
    numbers.document_id,
    numbers.locator,
    findings.unit
from fct_findings as findings
inner join dim_bodies as bodies on findings.department_id = bodies.department_id
inner join fct_finding_numbers as members on findings.comparison = members.comparison
inner join fct_numbers as numbers on members.number_id = numbers.number_id
where
    findings.verdict = 'conflict'
    and (cast($department as varchar) is null or findings.department_id = $department)
    and (cast($year as integer) is null or findings.fiscal_year = $year)
order by
    case when findings.follows_from is null then 0 else 1 end,
    findings.severity desc,
    findings.comparison,
    members.side,
    numbers.number_id
