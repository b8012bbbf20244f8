def log = new File(basedir, 'build.log').getText('UTF-8')
def release = new File(basedir, 'repos/hello/release.yaml').getText('UTF-8')

assert log =~ /hello -> prod: \w+ \(\d{4}-\d\d-\d\d, Greet in full\)/
assert log.contains('written: 1 release file, 2 created')

assert log =~ /hello -> prod: \w+ \(\d{4}-\d\d-\d\d, Greet\)/
assert log.contains('next: git add --all repos/hello && git commit -m "Roll back hello in prod"')

assert log.contains('  NO   hold        on hold: incident')
assert log.contains('nothing was written')

assert log.contains('hello in prod: no longer on hold')

assert log.contains('hello leaves prod')
assert release.contains('retired')
assert !new File(basedir, 'repos/hello/generated/prod').exists()
// Not `at any time`, which begins its line.
assert !(log =~ /(?m)^[ \t]+at /)
