import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freeName, inFolder, notebookName } from '../lib/names.js';

test('a scenario file is named after its authority', () => {
  assert.equal(freeName('Devon', []), 'Devon.burdens.yaml');
  assert.equal(freeName('Bristol, City of', ['Devon.burdens.yaml']), 'Bristol, City of.burdens.yaml');
});

test('a name that is taken gets the first free number, also where capitals do not count', () => {
  const taken = ['devon.burdens.yaml', 'Devon 2.burdens.yaml', 'Devon 4.burdens.yaml'];
  assert.equal(freeName('Devon', taken), 'Devon 3.burdens.yaml');
});

test('what a file name must not hold is replaced', () => {
  assert.equal(freeName('A/B: "C"', []), 'A-B- -C-.burdens.yaml');
});

test('a notebook gives its name, and no other file does', () => {
  assert.equal(notebookName('plans/workforce.ipynb'), 'workforce');
  assert.equal(notebookName('workforce.ipynb.txt'), null);
  assert.equal(notebookName('plans/.ipynb'), null);
});

test('a name is joined to a folder, to the root, and to the root of a drive', () => {
  assert.equal(inFolder('plans', 'x'), 'plans/x');
  assert.equal(inFolder('', 'x'), 'x');
  assert.equal(inFolder('RTC:', 'x'), 'RTC:x');
});
