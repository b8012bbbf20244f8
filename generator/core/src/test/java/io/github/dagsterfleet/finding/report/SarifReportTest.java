package io.github.dagsterfleet.finding.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SarifReportTest {
    private static final JsonSchema OFFICIAL = official();

    @Test
    void everyKindOfFindingSuitsTheOfficialSchema() {
        assertThat(complaints(print(Scenes.ofEveryKind()))).isEmpty();
    }

    @Test
    void everyCodeSuitsTheOfficialSchema() {
        List<Finding> all = Arrays.stream(FindingCode.values())
                .map(code -> Finding.in(code, new SourcePath("a.yaml"), code.title()))
                .toList();
        assertThat(complaints(print(all))).isEmpty();
    }

    @Test
    void nothingFoundSuitsTheOfficialSchema() {
        assertThat(print(List.of())).contains("\"results\": []");
        assertThat(complaints(print(List.of()))).isEmpty();
    }

    @Test
    void whatIsWaivedIsASuppressedResult() {
        Finding privileged =
                Finding.in(FindingCode.POLICY_PRIVILEGED, new SourcePath("repos/a/repo.yaml"), "runs as root");
        String document = new SarifReport("1.2.3", SourcePath.ROOT)
                .print(List.of(), List.of(new WaivedFinding(privileged, "a debugger", "platform", "2027-02-28")));
        assertThat(document)
                .contains(
                        """
                        "suppressions": [{"kind": "external", "status": "accepted", \
                        "justification": "a debugger (platform answers for it, until 2027-02-28 included)"}]""");
        assertThat(complaints(document)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatItShould() {
        assertThat(complaints(print(List.of()).replace("\"2.1.0\",", "\"2.0.0\",")))
                .isNotEmpty();
    }

    @Test
    void aResultHoldsPlacesNotesAndEdits() {
        assertThat(print(Scenes.ofEveryKind()))
                .contains(
                        """
                        {"ruleId": "schema/type", "ruleIndex": 1, "level": "error", \
                        "message": {"text": "wrong `on\\\\n`; put it in quotes: `\\"on\\"`"}, \
                        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "fleet/team%20a/dagster_cloud.yaml", \
                        "uriBaseId": "%SRCROOT%"}, "region": {"startLine": 2, "startColumn": 20, "endLine": 3, "endColumn": 1}}}], \
                        "relatedLocations": [{"id": 1, "physicalLocation": {"artifactLocation": \
                        {"uri": "fleet/team%20a/dagster_cloud.yaml", "uriBaseId": "%SRCROOT%"}, \
                        "region": {"startLine": 4, "startColumn": 5, "endLine": 4, "endColumn": 15}}, \
                        "message": {"text": "named here"}}], \
                        """)
                .contains(
                        """
                        "fixes": [{"description": {"text": "put it in quotes: `\\"on\\"`"}, "artifactChanges": [\
                        {"artifactLocation": {"uri": "fleet/team%20a/dagster_cloud.yaml", "uriBaseId": "%SRCROOT%"}, \
                        "replacements": [{"deletedRegion": {"startLine": 2, "startColumn": 20, "endLine": 2, "endColumn": 22}, \
                        "insertedContent": {"text": "\\"on\\""}}]}]}]}\
                        """);
    }

    @Test
    void columnsCountCodePoints() {
        assertThat(print(Scenes.ofEveryKind()))
                .contains("\"region\": {\"startLine\": 3, \"startColumn\": 16, \"endLine\": 3, \"endColumn\": 20}");
    }

    @Test
    void whatBelongsToNoFileIsANotificationOfTheRun() {
        assertThat(print(Scenes.ofEveryKind()))
                .contains(
                        """
                        "invocations": [{"executionSuccessful": false, "toolExecutionNotifications": [{"level": "error", \
                        "message": {"text": "there is no repo `a\\\\u001bb`"}, \
                        "associatedRule": {"id": "usage/unknown-repo", "index": 0}}]}],\
                        """);
    }

    @Test
    void whatHidesIsSpeltOut() {
        assertThat(print(Scenes.ofEveryKind())).contains("\"drifts\\\\u202e\"");
    }

    @Test
    void aNameThatIsNoUriIsEncoded() {
        Finding finding = Finding.in(FindingCode.CHANGE_DRIFT, new SourcePath("äö:%20#?/b.yaml"), "m");
        assertThat(print(List.of(finding))).contains("\"uri\": \"fleet/%C3%A4%C3%B6%3A%2520%23%3F/b.yaml\"");
    }

    private static String print(List<Finding> findings) {
        return new SarifReport("1.2.3", new SourcePath("fleet")).print(findings, List.of());
    }

    private static List<String> complaints(String document) {
        return OFFICIAL.validate(document, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** As the library of SARIF's Java types carries it. */
    private static JsonSchema official() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"));
    }
}
