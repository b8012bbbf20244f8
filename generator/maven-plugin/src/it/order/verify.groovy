def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('deploy in prod, upstream first: 2 repos in 2 waves')
assert log.contains('    dagster-cloud ci init --deployment prod --dagster-cloud-yaml-path dagster_cloud.prod.yaml')

assert log.contains('  repo1 -->|"hello"| repo2')

assert log.contains('there is no environment `prd`')
assert log.contains('write `prod`')
assert !(log =~ /(?m)^\s+at /)

assert !new File(basedir, 'environments/generated').exists()
