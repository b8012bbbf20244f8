// Releases are commits.
try {
    return ['git', '--version'].execute().waitFor() == 0
} catch (IOException absent) {
    return false
}
