['dev', 'prod'].each { environment ->
    def file = new File(basedir, "repos/hello/generated/${environment}/dagster_cloud.yaml")
    assert file.isFile()
    assert file.getText('UTF-8').contains('location_name: hello')
}
assert new File(basedir, 'repos/hello/generated/manifest.json').isFile()

// The second run has nothing to do, and warns all the same.
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('nothing reads `vars.lost`') == 3
assert new File(basedir, '.dagster-fleet/index').isFile()
