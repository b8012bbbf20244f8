assert new File(basedir, 'repos/hello/generated/prod/dagster_cloud.yaml').isFile()

// Neither what belongs to another environment, nor another repo, nor the fleet.
assert !new File(basedir, 'repos/hello/generated/dev').exists()
assert !new File(basedir, 'repos/hello/generated/all').exists()
assert !new File(basedir, 'repos/goodbye/generated').exists()
assert !new File(basedir, 'environments/generated').exists()

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('there is no repo `helo`')
assert log.contains('write `hello`')
assert !(log =~ /(?m)^\s+at /)
