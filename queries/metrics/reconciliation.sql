-- purpose:  勾稽核对: every comparison that the checks make of the published numbers, the gravest contradictions first.
-- grain:    one row per comparison
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year that the numbers speak of; null = all
-- returns:  department_id VARCHAR  body that the numbers are about
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year that they are about
-- returns:  document_id VARCHAR  document of the left number
-- returns:  finding_id VARCHAR  name of the comparison, the same as long as the document is
-- returns:  rule VARCHAR  file in queries/checks
-- returns:  verdict VARCHAR  agree, rounding, scope_differs, conflict or not_checkable
-- returns:  severity INTEGER  of conflicts: 5 impossible or reversed, 4 amount, 3 small amount or points, 2 less than a point or
--           1 cut off instead of rounded; else 0
-- returns:  statement VARCHAR  statement of the left number, or narrative
-- returns:  subject VARCHAR  what the numbers are about
-- returns:  unit VARCHAR  of both values, the difference and the tolerance; % stands for points in the last two
-- returns:  left_label VARCHAR  what the left number is
-- returns:  left_value DECIMAL(32,6)  as published
-- returns:  left_locator VARCHAR  where it stands
-- returns:  right_label VARCHAR  what the right number is
-- returns:  right_value DECIMAL(32,6)  as published or as it follows from published numbers
-- returns:  right_locator VARCHAR  where it stands, or how it was computed
-- returns:  difference DECIMAL(32,6)  left less right
-- returns:  tolerance DECIMAL(32,8)  how much rounding alone explains
-- returns:  reason VARCHAR  a word of seed_reasons; null where none fits
-- returns:  reason_detail VARCHAR  the numbers it speaks of
-- returns:  follows_from VARCHAR  finding_id of the contradiction that this one only follows from
-- returns:  message VARCHAR  one sentence
-- returns:  left_numbers VARCHAR  number_id of each published number on the left, by commas
-- returns:  right_numbers VARCHAR  likewise on the right

select
    findings.department_id,
    bodies.department_name,
    findings.fiscal_year,
    findings.document_id,
    findings.finding_id,
    findings.rule,
    findings.verdict,
    findings.severity,
    findings.statement,
    findings.subject,
    findings.unit,
    findings.left_label,
    findings.left_value,
    findings.left_locator,
    findings.right_label,
    findings.right_value,
    findings.right_locator,
    findings.difference,
    findings.tolerance,
    findings.reason,
    findings.reason_detail,
    findings.follows_from,
    findings.message,
    findings.left_numbers,
    findings.right_numbers
from fct_findings as findings
inner join dim_bodies as bodies on findings.department_id = bodies.department_id
where
    (cast($department as varchar) is null or findings.department_id = $department)
    and (cast($year as integer) is null or findings.fiscal_year = $year)
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
    abs(findings.difference) desc nulls last,
    findings.comparison
