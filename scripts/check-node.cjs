'use strict';
/*
 * Says that Node is too old, in a syntax that every Node can read (no arrow function, no const, no
 * module): the scripts after it would fail with a syntax error instead. Needs no dependency.
 */

/** @param {string} text for example `20.19.0`, `v20.19.0` or `24` @returns {number[]} */
function parts(text) {
  var names = text.replace(/^v/, '').split('.');
  return names.map(function (part) {
    return parseInt(part, 10) || 0;
  });
}

/**
 * The two forms that our `engines` field uses: `^a.b.c` and `>=a.b.c`.
 *
 * @param {number[]} version @param {string} comparator @returns {boolean}
 */
function admits(version, comparator) {
  var wanted = parts(comparator.replace(/^(\^|>=)/, ''));
  if (comparator.charAt(0) === '^' && version[0] !== wanted[0]) return false;
  for (var i = 0; i < 3; i += 1) {
    var have = version[i] || 0;
    var want = wanted[i] || 0;
    if (have !== want) return have > want;
  }
  return true;
}

/**
 * @param {string} version for example `v20.19.0`
 * @param {string} range the `engines.node` field, alternatives joined by `||`
 * @returns {boolean}
 */
function satisfies(version, range) {
  return range.split('||').some(function (comparator) {
    return admits(parts(version), comparator.trim());
  });
}

module.exports = { satisfies: satisfies };

if (require.main === module) {
  var range = require('../package.json').engines.node;
  if (!satisfies(process.version, range)) {
    console.error('Node.js ' + process.version + ' does not fit: this needs ' + range + '.');
    console.error('Install another one (from nodejs.org or with a version manager) and try again.');
    process.exit(1);
  }
}
