-- purpose:  The reasons that a check can give with its verdict, and how they are told. A cause is named only where it fits
--           exactly.
-- grain:    one row per reason

create or replace table seed_reasons as
select *
from (
    values
    -- not checkable
    ('zero_of_zero', '0 与 0 之间没有比例'),
    ('not_published', '计算所需的数没有公布'),
    ('unclear_base', '没有说明与什么相比'),
    ('no_prior', '没有公布上年的数'),
    ('prior_scope', '已公布的上年数口径不同'),
    ('new_body', '本年新设或改组，上年不是同一部门'),
    ('unread_numbers', '这张表还有未能读入的数，各项可能不全'),
    ('procurement_basis', '采购合同额与采购支出额不可比，文中没有说明是哪一种'),
    ('funds_differ', '两处的资金口径不同'),
    ('units_other_scope', '所属单位本年之和与部门本年数就不是同一口径'),
    ('parts_differ', '其中有的项目在两处的数不同，见逐项核对'),
    ('unclear_scope', '没有说明包括哪些'),
    ('part_left_out', '其中一处没有包括另行写明的部分'),
    ('not_all_listed', '没有逐一列出，无法相加'),
    ('scored_by_step', '得分可能按区间给出，文中没有说明办法'),
    ('unclear_budget', '没有说明是年初预算还是全年预算'),
    ('not_compared', '没有可以对照的数'),
    -- scope_differs
    ('other_fund', '与另一资金口径的数完全相符'),
    ('other_budget', '与另一种预算数完全相符'),
    ('other_body', '与所属单位的数完全相符'),
    ('named_part', '差额正好等于另行列示的部分'),
    ('other_measure', '与另一项指标的数完全相符'),
    ('other_year', '与另一年度的数完全相符'),
    ('other_column', '预算数与决算数互换则完全相符'),
    -- conflict
    ('zero_base', '以 0 为基数没有比例'),
    ('wrong_direction', '文字所说的增减方向与数字相反'),
    ('impossible', '这个数值不可能出现'),
    ('truncated', '像是截去了尾数而没有四舍五入'),
    ('divided_by_budget', '改以预算数为分母则相符'),
    ('divided_by_this_year', '改以本年数为分母则相符'),
    ('divided_by_prior', '改以上年数为分母则相符'),
    ('other_rate', '与另一种预算的完成率相符'),
    ('compared_with_budget', '改与预算数相比则相符'),
    ('other_unit', '移动小数点或换一个金额单位则相符'),
    ('shifted_rows', '像是各行错开了一行'),
    ('other_amount', '按另一处公布的数计算则相符'),
    ('same_as_other', '与另行列示的一项完全相同'),
    ('forced_sum', '像是为使各项之和为 100% 而调整了尾数'),
    ('copied', '与另一处的文字或数字相同，疑为沿用'),
    ('listed_twice', '同一项列示了两次'),
    ('possible_misreading', '只差一个字形，可能是文字识读有误')
) as t (reason, reason_text);
