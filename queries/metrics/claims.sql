-- purpose:  What a document says of its figures, statement by statement, and what becomes of each when it is compared with
--           the published amounts.
-- grain:    one row per claim; one that several comparisons begin with has the gravest verdict
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year that the claims speak of; null = all
-- returns:  department_id VARCHAR  body that the claim is about
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year that it is about
-- returns:  document_id VARCHAR  document that makes it
-- returns:  number_id INTEGER  of the stated number, as in the query reconciliation
-- returns:  section VARCHAR  一, 二 … of the narrative, report-1 … of the reports; the title where there is no number
-- returns:  section_title VARCHAR  title
-- returns:  subject VARCHAR  what it is said of, as published
-- returns:  measure VARCHAR  id of the measure; null where it is of none
-- returns:  subject_code VARCHAR  of a functional subject, or total
-- returns:  fund VARCHAR  scope of money
-- returns:  kind VARCHAR  change, change_pct, execution_pct, share_pct, amount or count
-- returns:  column_key VARCHAR  of amounts: actual, initial_budget, revised_budget, budget (which one is not said) …
-- returns:  base VARCHAR  against what a change or rate is, or the whole of a share
-- returns:  direction VARCHAR  increase, decrease or flat where the text says so
-- returns:  stated_text VARCHAR  as published
-- returns:  stated_value DECIMAL(32,6)  decreases are negative
-- returns:  unit VARCHAR  of stated and recomputed value
-- returns:  recomputed_value DECIMAL(32,6)  the other number of the comparison, or what follows from published numbers; null
--           where there is none
-- returns:  difference DECIMAL(32,6)  stated less recomputed; null likewise
-- returns:  verdict VARCHAR  agree, rounding, scope_differs, conflict or not_checkable
-- returns:  severity INTEGER  of conflicts, as in the query reconciliation; else 0
-- returns:  reason VARCHAR  a word of seed_reasons; not_compared where no rule is about such a claim
-- returns:  reason_text VARCHAR  how it is told
-- returns:  reason_detail VARCHAR  the numbers it speaks of
-- returns:  rule VARCHAR  file in queries/checks; null where none compared it
-- returns:  finding_id VARCHAR  the comparison, as in the query reconciliation
-- returns:  follows_from VARCHAR  finding_id of the contradiction that this one only follows from
-- returns:  message VARCHAR  one sentence; null where nothing was compared
-- returns:  locator VARCHAR  where the claim stands
-- returns:  recomputed_locator VARCHAR  where the other number stands, or how it was computed

with comparisons as (
    select
        parts.number_id,
        findings.*,
        row_number() over (
            partition by parts.number_id
            order by
                case findings.verdict
                    when 'conflict' then 1
                    when 'scope_differs' then 2
                    when 'rounding' then 3
                    when 'agree' then 4
                    else 5
                end,
                findings.severity desc,
                case when findings.follows_from is null then 0 else 1 end,
                findings.comparison
        ) as rank
    from fct_finding_numbers as parts
    inner join fct_findings as findings on parts.comparison = findings.comparison
    where parts.side = 'left'
),

gravest as (
    select *
    from comparisons
    where rank = 1
)

select
    claims.department_id,
    bodies.department_name,
    claims.fiscal_year,
    claims.document_id,
    claims.number_id,
    coalesce(nullif(claims.section_no, ''), claims.section_title) as section,
    claims.section_title,
    claims.subject,
    claims.measure,
    claims.subject_code,
    claims.fund,
    claims.claim_kind as kind,
    claims.column_key,
    claims.base,
    claims.direction,
    claims.published_text as stated_text,
    claims.amount as stated_value,
    claims.unit,
    gravest.right_value as recomputed_value,
    gravest.difference,
    coalesce(gravest.verdict, 'not_checkable') as verdict,
    coalesce(gravest.severity, 0) as severity,
    coalesce(gravest.reason, case when gravest.verdict is null then 'not_compared' end) as reason,
    reasons.reason_text,
    gravest.reason_detail,
    gravest.rule,
    gravest.finding_id,
    gravest.follows_from,
    gravest.message,
    claims.locator,
    gravest.right_locator as recomputed_locator
from fct_numbers as claims
inner join dim_bodies as bodies on claims.department_id = bodies.department_id
left join gravest on claims.number_id = gravest.number_id
left join seed_reasons as reasons
    on coalesce(gravest.reason, case when gravest.verdict is null then 'not_compared' end) = reasons.reason
where
    claims.record = 'claim'
    and (cast($department as varchar) is null or claims.department_id = $department)
    and (cast($year as integer) is null or claims.fiscal_year = $year)
order by claims.number_id
