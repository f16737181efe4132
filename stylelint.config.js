const BEM_CLASS = /^[a-z\d]+(-[a-z\d]+)*(__[a-z\d]+(-[a-z\d]+)*)?(--[a-z\d]+(-[a-z\d]+)*)?$/

/** @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard-scss'],
  rules: {
    // Classes are written out whole, so that `git grep product-card__price` finds them.
    'selector-class-pattern': [BEM_CLASS, { message: 'Classes look like block__part--variant' }],
    'scss/selector-no-union-class-name': true,
    // Lists of `@use` and `@layer` may stand in groups.
    'at-rule-empty-line-before': [
      'always',
      {
        except: ['first-nested'],
        ignore: ['after-comment', 'blockless-after-blockless'],
        ignoreAtRules: ['else'],
      },
    ],
    'selector-max-id': 0,
    'max-nesting-depth': 3,
    // Layers decide who wins, and `!important` turns their order around.
    'declaration-no-important': true,
    'at-rule-disallowed-list': ['import', 'extend'],
    'color-no-hex': true,
    'color-named': 'never',
  },
  overrides: [
    {
      files: ['src/css/_tokens.scss'],
      rules: { 'color-no-hex': null, 'color-named': null },
    },
    {
      // Bootstrap 5.3 can only be taken in with `@import`.
      files: ['src/css/_tools.scss', 'src/css/vendor/_bootstrap.scss'],
      rules: { 'at-rule-disallowed-list': ['extend'], 'scss/no-global-function-names': null },
    },
  ],
}
