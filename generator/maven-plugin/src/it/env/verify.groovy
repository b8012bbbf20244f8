def log = new File(basedir, 'build.log').getText('UTF-8')

assert log.contains('# web in prod, for laptops.')
assert log.contains('GREETING="it\'s fine"')
assert log.contains('#MAIL_PASSWORD=')

assert log.contains('variables of web in prod: 1 there')

assert log.contains('variables of web in dev: 0 there, 1 missing')
assert log.contains('`MAIL_PASSWORD` is to come from `mail-of-dev#password`, and Secret mail-of-dev is not in the list')
assert log.contains('variables are not as they are declared')
assert !log.contains('bm90LXRvLWJlLXNlZW4=')

assert log.contains('`DAGSTER_CLOUD_URL` would send the token without encryption')
assert !(log =~ /(?m)^\s+at /)
