['dev', 'prod'].each { environment ->
    def file = new File(basedir, "repos/hello/generated/${environment}/dagster_cloud.yaml")
    assert file.isFile()
    assert file.getText('UTF-8').contains('location_name: hello')
}
assert new File(basedir, 'repos/hello/generated/manifest.json').isFile()
