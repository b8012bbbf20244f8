def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('repos/hello/generated/prod/dagster_cloud.yaml')
assert !(log =~ /(?m)^\s+at /)

// A check only looks.
assert !new File(basedir, 'repos/hello/generated').exists()
assert !new File(basedir, 'environments/generated').exists()
