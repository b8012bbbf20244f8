def git = { String... arguments ->
    def environment = ['GIT_CONFIG_GLOBAL=/dev/null', 'GIT_CONFIG_SYSTEM=/dev/null',
                       'GIT_AUTHOR_NAME=Ann', 'GIT_AUTHOR_EMAIL=ann@example.com',
                       'GIT_COMMITTER_NAME=Ann', 'GIT_COMMITTER_EMAIL=ann@example.com',
                       'PATH=' + System.getenv('PATH')]
    def process = (['git'] + arguments.toList()).execute(environment, basedir)
    def said = new StringBuffer()
    process.waitForProcessOutput(said, said)
    assert process.exitValue() == 0 : said
}
def repo = new File(basedir, 'repos/hello/repo.yaml')

git('-c', 'init.defaultBranch=main', 'init', '--quiet')
git('add', 'environments', 'repos')
git('commit', '--quiet', '-m', 'Greet')
repo.setText(repo.getText('UTF-8').replace('value: hi', 'value: hello'), 'UTF-8')
git('commit', '--quiet', '--all', '-m', 'Greet in full')
return true
