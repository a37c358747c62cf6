-- purpose:  The figures as stored: every published cell, and last year's amounts that this year's document implies.
-- grain:    one row per published cell or implied amount; blank cells, which are 0 by rule, are left out
-- param:    $department VARCHAR  id of a body; null = all
-- param:    $year INTEGER  fiscal year; null = all
-- returns:  department_id VARCHAR  body
-- returns:  department_name VARCHAR  its name
-- returns:  fiscal_year INTEGER  year of the amount
-- returns:  statement VARCHAR  statement or annex table; narrative for implied amounts
-- returns:  side VARCHAR  revenue, expenditure or null
-- returns:  row_code VARCHAR  subject code, or the word of the row
-- returns:  row_name VARCHAR  as published
-- returns:  level INTEGER  1 类, 2 款, 3 项, else null
-- returns:  column_key VARCHAR  what the column holds
-- returns:  fund VARCHAR  scope of money
-- returns:  amount DECIMAL(32,6)  万元 for money, else in `unit`
-- returns:  unit VARCHAR  万元, 人, % …
-- returns:  basis VARCHAR  published or implied
-- returns:  published_text VARCHAR  as published; null where implied
-- returns:  published_unit VARCHAR  unit it was published in
-- returns:  budget_kind VARCHAR  initial, revised, unlabelled, mixed or null
-- returns:  quarantine VARCHAR  why the figure is shown and nothing is computed from it; null for a figure that is used
-- returns:  document_id VARCHAR  document it was read from
-- returns:  locator VARCHAR  place in the document
-- returns:  parent_code VARCHAR  code of the row above it in the classification
-- returns:  column_name VARCHAR  head of the column as published
-- returns:  half_width DECIMAL(32,8)  half of the last published decimal, in `unit`; null where implied
-- returns:  budget_evidence VARCHAR  why an unlabelled budget is taken for what it is
-- returns:  place_section VARCHAR  place in the document: title of the statement
-- returns:  place_row VARCHAR  … row
-- returns:  place_column VARCHAR  … column
-- returns:  line INTEGER  … line of the file as read
-- returns:  page INTEGER  … page, of paged formats
-- returns:  body_level VARCHAR  of the body: department or unit
-- returns:  parent_id VARCHAR  department of a unit
-- returns:  region VARCHAR  of the body
-- returns:  administrative_level VARCHAR  of the body
-- returns:  document_department_id VARCHAR  department that the document is of
-- returns:  document_department_name VARCHAR  its name
-- returns:  document_year INTEGER  fiscal year of the document
-- returns:  document_kind VARCHAR  final_accounts or budget
-- returns:  document_title VARCHAR  as published
-- returns:  text_origin VARCHAR  how the text of the document was obtained
-- returns:  source_name VARCHAR  file it was read from
-- returns:  source_sha256 VARCHAR  of that file
-- returns:  source_format VARCHAR  text, pdf, html, xlsx or docx

with published as (
    select
        department_id,
        fiscal_year,
        statement,
        side,
        row_code,
        row_name,
        level,
        column_key,
        fund,
        amount,
        unit,
        'published' as basis,
        published_text,
        published_unit,
        budget_kind,
        quarantine,
        document_id,
        locator,
        ordinal,
        parent_code,
        column_name,
        half_width,
        budget_evidence,
        place_section,
        place_row,
        place_column,
        line,
        page
    from stg_figures
    where not is_blank
),

implied as (
    select
        candidates.department_id,
        candidates.fiscal_year - 1 as fiscal_year,
        'narrative' as statement,
        cast(null as varchar) as side,
        candidates.measure as row_code,
        measures.measure_name as row_name,
        cast(null as integer) as level,
        'actual' as column_key,
        measures.fund,
        candidates.prior_actual as amount,
        '万元' as unit,
        'implied' as basis,
        cast(null as varchar) as published_text,
        cast(null as varchar) as published_unit,
        cast(null as varchar) as budget_kind,
        cast(null as varchar) as quarantine,
        candidates.document_id,
        candidates.locator,
        cast(measures.position as integer) as ordinal,
        cast(null as varchar) as parent_code,
        cast(null as varchar) as column_name,
        cast(null as decimal(32, 8)) as half_width,
        cast(null as varchar) as budget_evidence,
        cast(null as varchar) as place_section,
        cast(null as varchar) as place_row,
        cast(null as varchar) as place_column,
        cast(null as integer) as line,
        cast(null as integer) as page
    from fct_prior_candidates as candidates
    inner join seed_measures as measures on candidates.measure = measures.measure
    where candidates.prior_basis = 'implied'
),

every_figure as (
    select * from published
    union all
    select * from implied
)

select
    every_figure.department_id,
    bodies.department_name,
    every_figure.fiscal_year,
    every_figure.statement,
    every_figure.side,
    every_figure.row_code,
    every_figure.row_name,
    every_figure.level,
    every_figure.column_key,
    every_figure.fund,
    every_figure.amount,
    every_figure.unit,
    every_figure.basis,
    every_figure.published_text,
    every_figure.published_unit,
    every_figure.budget_kind,
    every_figure.quarantine,
    every_figure.document_id,
    every_figure.locator,
    every_figure.parent_code,
    every_figure.column_name,
    every_figure.half_width,
    every_figure.budget_evidence,
    every_figure.place_section,
    every_figure.place_row,
    every_figure.place_column,
    every_figure.line,
    every_figure.page,
    bodies.body_level,
    bodies.parent_id,
    bodies.region,
    own.administrative_level,
    documents.department_id as document_department_id,
    department.body_name as document_department_name,
    documents.fiscal_year as document_year,
    documents.document_kind,
    documents.document_title,
    documents.text_origin,
    documents.source_name,
    documents.source_sha256,
    documents.source_format
from every_figure
inner join dim_bodies as bodies on every_figure.department_id = bodies.department_id
left join stg_documents as documents on every_figure.document_id = documents.document_id
left join stg_bodies as own
    on every_figure.document_id = own.document_id and every_figure.department_id = own.department_id
left join stg_bodies as department
    on documents.document_id = department.document_id and documents.department_id = department.department_id
where
    (cast($department as varchar) is null or every_figure.department_id = $department)
    and (cast($year as integer) is null or every_figure.fiscal_year = $year)
order by
    every_figure.fiscal_year desc,
    every_figure.document_id,
    every_figure.basis desc,
    every_figure.ordinal
