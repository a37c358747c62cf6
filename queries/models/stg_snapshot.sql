-- purpose:  One view for each kind of record of a snapshot: renamed and cast, nothing computed.
-- grain:    the record's: a document, a body, a section, a number without a place, a figure, a claim, a project, an indicator

create or replace view stg_documents as
select
    document_id,
    department_id,
    fiscal_year,
    document_title,
    document_kind,
    text_origin,
    source_name,
    source_sha256,
    source_format
from snapshot
where record = 'document';

create or replace view stg_bodies as
select
    document_id,
    department_id,
    body_name,
    body_level,
    parent_id,
    region,
    administrative_level,
    founded_year,
    founded_evidence
from snapshot
where record = 'body';

create or replace view stg_sections as
select
    document_id,
    department_id,
    fiscal_year,
    section_id,
    section_title,
    section_kind,
    section_status,
    row_count,
    figure_count,
    claim_count,
    number_count
from snapshot
where record = 'section';

create or replace view stg_figures as
select
    document_id,
    ordinal,
    department_id,
    fiscal_year,
    statement,
    side,
    row_code,
    row_name,
    level,
    parent_code,
    column_key,
    column_name,
    fund,
    amount,
    unit,
    coalesce(is_blank, false) as is_blank,
    published_text,
    published_unit,
    half_width,
    budget_kind,
    budget_evidence,
    quarantine,
    place_section,
    place_row,
    place_column,
    line,
    page,
    locator
from snapshot
where record = 'figure';

create or replace view stg_claims as
select
    document_id,
    ordinal,
    department_id,
    fiscal_year,
    section_no,
    section_title,
    sentence,
    subject,
    measure,
    subject_code,
    fund,
    claim_kind,
    column_key,
    base,
    direction,
    stated_text,
    stated_value,
    unit,
    half_width,
    coalesce(is_detail, false) as is_detail,
    locator
from snapshot
where record = 'claim';

create or replace view stg_projects as
select
    document_id,
    ordinal,
    department_id,
    fiscal_year,
    annex,
    project_name,
    unit_name,
    initial_budget,
    revised_budget,
    executed,
    stated_execution_pct,
    execution_score,
    score,
    coalesce(outside_department, false) as outside_department,
    outside_evidence,
    place_section,
    locator
from snapshot
where record = 'project';

create or replace view stg_indicators as
select
    document_id,
    ordinal,
    department_id,
    fiscal_year,
    level_1,
    level_2,
    level_3,
    target,
    achieved,
    weight,
    score,
    place_section,
    locator
from snapshot
where record = 'indicator';

create or replace view stg_unplaced as
select
    document_id,
    department_id,
    unplaced_text,
    unplaced_reason,
    place_section
from snapshot
where record = 'unplaced';
