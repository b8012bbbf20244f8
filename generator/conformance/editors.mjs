// What the language server says of small files, each with the place of the cursor written as ‸.
import {spawn} from 'node:child_process';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

const [home, folder] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(`${home}/node_modules/`);
const rpc = require('vscode-jsonrpc/node.js');

/** Schema, file, what is asked, what the answer must contain or, after `not`, must not contain. */
const CHECKS = [
  ['dagster_cloud', 'locations:\n  - loca‸tion_name: a', 'hover', 'The identity of the code location'],
  ['dagster_cloud', 'locations:\n  - location_name: a\n    code_source:\n      ‸\n    image: b', 'complete', 'module_name: '],
  ['dagster_cloud', 'locations:\n  - location_name: a\n    container_context:\n      k8s:\n        ‸', 'complete', 'server_k8s_config:\n  '],
  ['dagster_cloud', 'locations: [{location_name: on, code_source: {module_name: m}}]', 'diagnose', 'Expected "string"'],
  ['dagster_cloud', 'locations: [{location_name: "on", code_source: {module_name: m}}]', 'diagnose', 'not', 'Expected'],
  ['dagster_cloud', 'locations: [{location_name: a, code_source: {module_name: m}, env_vars: []}]', 'diagnose', 'env_vars is not allowed'],
  ['container_context', 'k8s:\n  run_k8s_config:\n    pod_spec_config:\n      node‸Selector: {}', 'hover', 'fit on a node'],
  ['container_context', 'ecs: {run_resources: {cpu: 1024}}', 'diagnose', 'Expected "string"'],
  ['alert_policies', 'alert_policies:\n  - name: a\n    notification_service:\n      ‸', 'complete', 'slack:'],
  ['base', 'agents:\n  eks:\n    platform: ‸', 'complete', 'serverless'],
  ['repo', 'ag‸ent: eks', 'hover', 'starts the code'],
  ['repo', 'locations:\n  a‸: {}', 'hover', 'A Dagster code location'],
  ['repo', 'git:\n  ‸', 'complete', 'url: '],
  ['repo', 'git:\n  ci: ‸', 'complete', 'github'],
  ['repo', '‸', 'complete', 'profiles:\n  - '],
  ['repo', 'resources: {run: {memory: lots}}', 'diagnose', 'This is not a quantity'],
  ['repo', 'env: {A: on, B: {value: 12:30}}\nprofiles: {$remove: [gpu]}', 'diagnose', 'not', 'ncorrect'],
];

const child = spawn('node', [`${home}/node_modules/yaml-language-server/bin/yaml-language-server`, '--stdio']);
const server = rpc.createMessageConnection(
  new rpc.StreamMessageReader(child.stdout),
  new rpc.StreamMessageWriter(child.stdin),
);
const diagnosed = new Map();
const schemas = Object.fromEntries(
  [...new Set(CHECKS.map(([kind]) => kind))].map((kind) => [
    pathToFileURL(`${folder}/${kind}.schema.json`).href,
    `${kind}-*.yaml`,
  ]),
);
const settings = {schemas, validate: true, hover: true, completion: true, yamlVersion: '1.1', schemaStore: {enable: false}};

server.onNotification('textDocument/publishDiagnostics', ({uri, diagnostics}) => diagnosed.get(uri)?.(diagnostics));
server.onRequest('workspace/configuration', ({items}) => items.map(({section}) => (section === 'yaml' ? settings : {})));
server.onRequest(() => null);
server.listen();
await server.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  capabilities: {
    textDocument: {completion: {completionItem: {snippetSupport: true}}, hover: {contentFormat: ['markdown']}},
    workspace: {configuration: true},
  },
});
await server.sendNotification('initialized', {});
await server.sendNotification('workspace/didChangeConfiguration', {settings: {yaml: settings}});

async function answer(uri, marked, asked) {
  const before = marked.split('‸')[0];
  const position = {line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1};
  const diagnostics = new Promise((done) => diagnosed.set(uri, done));
  const text = marked.replace('‸', '');
  await server.sendNotification('textDocument/didOpen', {textDocument: {uri, languageId: 'yaml', version: 1, text}});
  const at = {textDocument: {uri}, position};
  const complaints = await diagnostics; // what is asked before the first of them is answered without a schema
  if (asked === 'hover') {
    return (await server.sendRequest('textDocument/hover', at))?.contents?.value ?? '';
  }
  if (asked === 'complete') {
    const found = await server.sendRequest('textDocument/completion', at);
    return (found?.items ?? found ?? []).map(({insertText}) => insertText).join('\n');
  }
  return complaints.map(({message}) => message).join('\n');
}

let failed = 0;
for (const [index, [kind, marked, asked, ...expected]] of CHECKS.entries()) {
  const said = await answer(`file:///editors/${kind}-${index}.yaml`, marked, asked);
  const right = expected[0] === 'not' ? !said.includes(expected[1]) : said.includes(expected[0]);
  if (!right) {
    failed++;
    console.log(`${asked} under ${kind}:\n${marked}\nexpected ${expected.join(' ')}, but it says:\n${said}\n`);
  }
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
child.kill();
process.exit(failed ? 1 : 0);
