assert new File(basedir, 'build.log').getText('UTF-8').contains('skipped by dagster-fleet.skip')
assert !new File(basedir, 'repos/hello/generated').exists()
assert !new File(basedir, 'environments/generated').exists()
