import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofNotebook, ofPage, ofScenario, within } from '../lib/addresses.js';

const BASE = 'http://localhost:8888/user/ann/';

test('a page stands below burdens', () => {
  assert.equal(ofPage('new_burdens'), 'burdens/new_burdens');
});

test('the path of a scenario survives the address, whatever is in it', () => {
  const path = 'plans 2027/Bath & North East Somerset #2.burdens.yaml';
  const url = new URL(ofScenario({ name: 'workforce', opens: 'scenario' }, path), BASE);
  assert.equal(url.pathname, '/user/ann/burdens/workforce');
  assert.deepEqual([...url.searchParams], [['scenario', path]]);
});

test('a file that people edit together is the file on the server', () => {
  const page = { name: 'compare', opens: 'a' };
  assert.equal(ofScenario(page, 'RTC:x.burdens.yaml'), 'burdens/compare?a=x.burdens.yaml');
  assert.equal(ofNotebook('RTC:a/b.ipynb'), 'voila/render/a/b.ipynb');
});

test('the folders of a notebook stay folders, and its name is one name', () => {
  assert.equal(ofNotebook('a b/50%?.ipynb'), 'voila/render/a%20b/50%25%3F.ipynb');
});

test('an address below the base URL that leads to a page is shortened', () => {
  assert.equal(within(BASE, BASE + 'burdens/compare?authority=Devon'), 'burdens/compare?authority=Devon');
  assert.equal(within(BASE, BASE + 'voila/render/x.ipynb'), 'voila/render/x.ipynb');
  assert.equal(within('http://localhost:8888/', '/burdens/compare'), 'burdens/compare');
});

for (const elsewhere of [
  'about:blank',
  'javascript:alert(1)',
  'http://elsewhere.example/user/ann/burdens/compare',
  'http://localhost:8888/user/bob/burdens/compare',
  BASE + 'burdens/../api/kernels',
  BASE + 'burdens/',
  BASE + 'lab'
]) {
  test(`no page: ${elsewhere}`, () => assert.equal(within(BASE, elsewhere), null));
}
