// Preloaded before the tools (`node --require`), so that an old Node says one clear line instead of a syntax error.
// Written in the oldest JavaScript there is for the same reason.
var version = process.versions.node.split('.');
if (Number(version[0]) < 20 || (Number(version[0]) === 20 && Number(version[1]) < 19)) {
  console.error('Node 20.19 or newer is needed, this is ' + process.version + '. Get it from https://nodejs.org/');
  process.exit(1);
}
