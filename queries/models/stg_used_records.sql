-- purpose:  The figures and claims that numbers are made of, those of final accounts apart from those of budgets: an amount
--           of a budget is never taken for what was spent. Left out are figures in quarantine, and figures of years before
--           the body was founded, which are another body's or nothing.
-- grain:    the record's: a figure, a claim
-- source_rank: which of several documents to believe first: the body's own before its department's, the year's own before
--           the next year's, which restates it.

create or replace view account_figures as
select
    figures.*,
    case when documents.department_id = figures.department_id then 1 else 2 end
    + case when documents.fiscal_year = figures.fiscal_year then 0 else 2 end as source_rank
from stg_figures as figures
inner join dim_documents as documents on figures.document_id = documents.document_id
inner join dim_bodies as bodies on figures.department_id = bodies.department_id
where
    documents.document_kind = 'final_accounts'
    and figures.quarantine is null
    and (bodies.founded_year is null or figures.fiscal_year >= bodies.founded_year);

create or replace view account_claims as
select
    claims.*,
    case when documents.department_id = claims.department_id then 1 else 2 end as source_rank
from stg_claims as claims
inner join dim_documents as documents on claims.document_id = documents.document_id
where documents.document_kind = 'final_accounts';

create or replace view budget_figures as
select
    figures.*,
    case when documents.department_id = figures.department_id then 1 else 2 end
    + case when documents.fiscal_year = figures.fiscal_year then 0 else 2 end as source_rank
from stg_figures as figures
inner join dim_documents as documents on figures.document_id = documents.document_id
inner join dim_bodies as bodies on figures.department_id = bodies.department_id
where
    documents.document_kind = 'budget'
    and figures.quarantine is null
    and (bodies.founded_year is null or figures.fiscal_year >= bodies.founded_year);

create or replace view budget_claims as
select
    claims.*,
    case when documents.department_id = claims.department_id then 1 else 2 end as source_rank
from stg_claims as claims
inner join dim_documents as documents on claims.document_id = documents.document_id
where documents.document_kind = 'budget';
