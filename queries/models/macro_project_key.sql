-- purpose:  A project's name as one recognises it in another place: without marks, what stands in brackets, and the words
--           for money that are added or left out at will.
-- grain:    macros
-- project_key: null where nothing is left

create or replace macro project_key(project_name) as
    nullif(
        regexp_replace(
            translate(
                regexp_replace(
                    regexp_replace(
                        regexp_replace(project_name, '[（(][^（）()]*[）)]', '', 'g'),
                        '[（(].*$',
                        ''
                    ),
                    '[[:space:]“”"‘’《》、，,·—-]',
                    '',
                    'g'
                ),
                '及与',
                '和和'
            ),
            '(专项|项目|经费|资金)+$',
            ''
        ),
        ''
    );
