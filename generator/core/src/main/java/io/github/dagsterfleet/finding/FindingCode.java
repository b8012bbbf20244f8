package io.github.dagsterfleet.finding;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every kind of finding, by the stage that finds it. The id never changes once released; each has a page in
 * {@code generator/docs/findings/} with a bad and a good example.
 */
public enum FindingCode {
    USAGE_NO_WORKSPACE("usage/no-workspace", Severity.ERROR, "no folder upwards holds environments/base.yaml"),
    USAGE_UNKNOWN_REPO("usage/unknown-repo", Severity.ERROR, "a repo that the workspace does not have"),
    USAGE_UNKNOWN_ENVIRONMENT(
            "usage/unknown-environment", Severity.ERROR, "an environment that base.yaml does not list"),
    USAGE_UNKNOWN_TEAM("usage/unknown-team", Severity.ERROR, "a team that no repo names"),
    USAGE_UNKNOWN_KEY("usage/unknown-key", Severity.ERROR, "a key that the target does not have"),
    USAGE_ABSENT_TARGET("usage/absent-target", Severity.ERROR, "an environment that the repo is absent from"),
    USAGE_UNKNOWN_PATH("usage/unknown-path", Severity.ERROR, "a path to validate that does not exist"),
    USAGE_UNKNOWN_LOCATION("usage/unknown-location", Severity.ERROR, "a location that the target does not have"),
    USAGE_NO_PYTHON("usage/no-python", Severity.ERROR, "no Python that has Dagster"),
    USAGE_ARGUMENTS("usage/arguments", Severity.ERROR, "arguments that the command does not understand"),
    USAGE_UNKNOWN_CODE("usage/unknown-code", Severity.ERROR, "a finding code that does not exist"),
    SOURCE_NOT_UTF8("source/not-utf8", Severity.ERROR, "bytes that are not UTF-8"),
    SOURCE_TOO_LARGE("source/too-large", Severity.ERROR, "a file over the size limit"),
    SOURCE_UNREADABLE("source/unreadable", Severity.ERROR, "a file that cannot be read"),
    SOURCE_OUTSIDE_WORKSPACE("source/outside-workspace", Severity.ERROR, "a link that leads out of the workspace"),
    SOURCE_LINK_OUT("source/link-out", Severity.WARNING, "a link that leads out of the folder to validate"),
    SOURCE_MISSING("source/missing", Severity.ERROR, "a file that has to be there"),
    SYNTAX_EMPTY_FILE("syntax/empty-file", Severity.ERROR, "a file without content"),
    SYNTAX_YAML("syntax/yaml", Severity.ERROR, "text that is not YAML"),
    SYNTAX_TAB("syntax/tab", Severity.ERROR, "a tab used for indentation"),
    SYNTAX_DUPLICATE_KEY("syntax/duplicate-key", Severity.ERROR, "one key twice in a mapping"),
    SYNTAX_ANCHOR("syntax/anchor", Severity.ERROR, "an anchor, alias or merge key"),
    SYNTAX_ALIASES("syntax/aliases", Severity.ERROR, "aliases that unfold without end, or into too much"),
    SYNTAX_SECOND_DOCUMENT("syntax/second-document", Severity.ERROR, "a second document in one file"),
    SYNTAX_TAG("syntax/tag", Severity.ERROR, "a YAML tag"),
    SYNTAX_COMPLEX_KEY("syntax/complex-key", Severity.ERROR, "a key that is not a plain word or a quoted text"),
    SYNTAX_TOO_DEEP("syntax/too-deep", Severity.ERROR, "nesting over the limit"),
    SYNTAX_TOML("syntax/toml", Severity.ERROR, "text that is not TOML"),
    SYNTAX_JSON("syntax/json", Severity.ERROR, "text that is not JSON"),
    SYNTAX_DOTENV("syntax/dotenv", Severity.ERROR, "text that is not a dotenv file"),
    SCHEMA_UNKNOWN_KEY("schema/unknown-key", Severity.ERROR, "a key that this place does not know"),
    SCHEMA_MISSING_KEY("schema/missing-key", Severity.ERROR, "a key that has to be there"),
    SCHEMA_NULL("schema/null", Severity.ERROR, "a null"),
    SCHEMA_KIND("schema/kind", Severity.ERROR, "a mapping, list or scalar where another kind is due"),
    SCHEMA_TYPE("schema/type", Severity.ERROR, "a scalar of another type than is due"),
    SCHEMA_AMBIGUOUS_SCALAR(
            "schema/ambiguous-scalar", Severity.ERROR, "a scalar that YAML 1.1 and 1.2 read differently"),
    SCHEMA_NOT_ALLOWED("schema/not-allowed", Severity.ERROR, "a value outside the allowed ones"),
    SCHEMA_PATTERN("schema/pattern", Severity.ERROR, "a text of another form than is due"),
    SCHEMA_EXCLUSIVE("schema/exclusive", Severity.ERROR, "two keys that exclude each other"),
    SCHEMA_SAID_TWICE("schema/said-twice", Severity.ERROR, "one fact in its short and in its full place"),
    SCHEMA_DUPLICATE_ITEM("schema/duplicate-item", Severity.ERROR, "one item twice in a list"),
    LAYER_UNKNOWN_OPERATOR("layer/unknown-operator", Severity.ERROR, "a $word that is no operator"),
    LAYER_MIXED_OPERATOR("layer/mixed-operator", Severity.ERROR, "operators beside ordinary keys"),
    LAYER_MISPLACED_OPERATOR("layer/misplaced-operator", Severity.ERROR, "an operator where it cannot work"),
    LAYER_OPERAND("layer/operand", Severity.ERROR, "an operand of the wrong kind"),
    LAYER_OPERATOR_IN_REPLACE("layer/operator-in-replace", Severity.ERROR, "an operator inside of $replace"),
    LAYER_NOTHING_TO_REMOVE("layer/nothing-to-remove", Severity.ERROR, "$remove of what is not there"),
    LAYER_UNKNOWN_LAYER("layer/unknown-layer", Severity.ERROR, "$reset to a layer that does not exist"),
    LAYER_LATER_LAYER("layer/later-layer", Severity.ERROR, "$reset to a layer that does not come before"),
    LAYER_ITEM_NOT_THERE("layer/item-not-there", Severity.ERROR, "$remove of an item that is not there"),
    LAYER_ITEM_ALREADY_THERE(
            "layer/item-already-there", Severity.ERROR, "$append or $prepend of an item that is there"),
    LAYER_ITEM_WITHOUT_KEY("layer/item-without-key", Severity.ERROR, "an item of a keyed list without its key"),
    LAYER_KIND_CLASH("layer/kind-clash", Severity.ERROR, "layers that disagree on what kind a value is"),
    LAYER_LOCK_BROKEN("layer/lock-broken", Severity.ERROR, "a change to a locked value"),
    LAYER_LOCK_WITHOUT_REASON("layer/lock-without-reason", Severity.ERROR, "$lock without $reason"),
    LAYER_CHANGES_NOTHING("layer/changes-nothing", Severity.WARNING, "an override equal to what was inherited"),
    LAYER_REMOVES_NOTHING("layer/removes-nothing", Severity.WARNING, "a removal that names nothing"),
    LAYER_UNKNOWN_REFERENCE("layer/unknown-reference", Severity.ERROR, "a reference to a name that does not exist"),
    LAYER_REFERENCE_CYCLE("layer/reference-cycle", Severity.ERROR, "references in a circle"),
    LAYER_REFERENCE_SYNTAX("layer/reference-syntax", Severity.ERROR, "a reference that is not closed or not a name"),
    LAYER_REFERENCE_KIND("layer/reference-kind", Severity.ERROR, "a reference to a mapping or list inside of a text"),
    FLEET_RESERVED_NAME("fleet/reserved-name", Severity.ERROR, "a name that dagster-fleet keeps for itself"),
    FLEET_UNKNOWN_ENVIRONMENT(
            "fleet/unknown-environment", Severity.ERROR, "an environment that base.yaml does not list"),
    FLEET_UNKNOWN_LOCATION("fleet/unknown-location", Severity.ERROR, "a location that repo.yaml does not declare"),
    FLEET_UNKNOWN_PROJECT("fleet/unknown-project", Severity.ERROR, "a project that no location of repo.yaml names"),
    FLEET_UNKNOWN_PROFILE("fleet/unknown-profile", Severity.ERROR, "a profile that does not exist"),
    FLEET_UNKNOWN_AGENT("fleet/unknown-agent", Severity.ERROR, "an agent that base.yaml does not have"),
    FLEET_UNKNOWN_QUEUE("fleet/unknown-queue", Severity.ERROR, "a queue that the agent does not serve"),
    FLEET_UNKNOWN_NEED("fleet/unknown-need", Severity.ERROR, "an upstream location that does not exist"),
    FLEET_UNKNOWN_MEMBER("fleet/unknown-member", Severity.ERROR, "a member of a group or a ring that is no repo"),
    FLEET_RING_AGAIN("fleet/ring-again", Severity.ERROR, "a repo in two rings"),
    FLEET_UNKNOWN_TEMPLATE("fleet/unknown-template", Severity.WARNING, "an artifact turned off that no template makes"),
    FLEET_STRAY_FILE("fleet/stray-file", Severity.ERROR, "a source file that belongs to nothing"),
    FLEET_SELECTOR_IN_SELECTED("fleet/selector-in-selected", Severity.ERROR, "a selector in a layer that it selects"),
    FLEET_LOCATION_NOWHERE("fleet/location-nowhere", Severity.ERROR, "a location that exists in no environment"),
    FLEET_DUPLICATE_LOCATION("fleet/duplicate-location", Severity.ERROR, "two locations of one name in one deployment"),
    FLEET_DUPLICATE_PROJECT(
            "fleet/duplicate-project", Severity.ERROR, "two projects in one folder on disks that ignore case"),
    FLEET_NO_AGENT("fleet/no-agent", Severity.ERROR, "a repo without an agent"),
    FLEET_PROMOTED(
            "fleet/promoted", Severity.ERROR, "an environment that would get changes before the one ahead of it"),
    FLEET_SIMILAR_LOCATION(
            "fleet/similar-location",
            Severity.ERROR,
            "two locations of one deployment whose names are hard to tell apart"),
    FLEET_ENVIRONMENT_IN_NAME(
            "fleet/environment-in-name", Severity.WARNING, "a location that carries the name of an environment"),
    FLEET_UNKNOWN_REGISTRY("fleet/unknown-registry", Severity.ERROR, "a registry that base.yaml does not list"),
    FLEET_ABSENT_NEED("fleet/absent-need", Severity.ERROR, "an upstream location that is absent from an environment"),
    FLEET_NEED_CYCLE("fleet/need-cycle", Severity.ERROR, "repos that need each other in a circle"),
    FLEET_UNEQUAL_VARIABLE(
            "fleet/unequal-variable", Severity.ERROR, "a variable that is not equal for all members of a group"),
    FLEET_VARIABLE_COUNT(
            "fleet/variable-count", Severity.WARNING, "more variables than a deployment of Dagster+ keeps"),
    FLEET_BORROWED_SECRET(
            "fleet/borrowed-secret", Severity.ERROR, "a secret that production shares with another environment"),
    FLEET_SHARED_DEPLOYMENT("fleet/shared-deployment", Severity.ERROR, "two environments that are one deployment"),
    FLEET_ALERT_EVENTS("fleet/alert-events", Severity.ERROR, "an alert policy with events of several kinds"),
    FLEET_ALERT_TARGET("fleet/alert-target", Severity.ERROR, "an alert target that does not go with the events"),
    FLEET_ALERT_OPTION("fleet/alert-option", Severity.ERROR, "an alert option that does not go with the events"),
    FLEET_ALERT_THRESHOLD("fleet/alert-threshold", Severity.ERROR, "alert thresholds that nothing can be between"),
    FLEET_ALERT_LOCATION(
            "fleet/alert-location",
            Severity.ERROR,
            "an alert target that names a location the deployment does not have"),
    FLEET_WAIVER("fleet/waiver", Severity.ERROR, "a waiver that can let nothing through"),
    FLEET_UNUSED("fleet/unused", Severity.WARNING, "a catalogue entry, profile or variable that nothing reads"),
    DAGSTER_UNKNOWN_VERSION(
            "dagster/unknown-version", Severity.ERROR, "a Dagster version that dagster-fleet does not know"),
    DAGSTER_NO_RESOURCES("dagster/no-resources", Severity.ERROR, "resources where the platform has none"),
    DAGSTER_SHORT_AND_RAW("dagster/short-and-raw", Severity.ERROR, "one fact in its short and in its raw form"),
    DAGSTER_RESOURCE_UNIT("dagster/resource-unit", Severity.ERROR, "a size in units that the platform does not have"),
    DAGSTER_FARGATE_PAIR("dagster/fargate-pair", Severity.ERROR, "CPU and memory that Fargate does not offer together"),
    DAGSTER_PLATFORM_CONTEXT("dagster/platform-context", Severity.ERROR, "settings of another platform"),
    DAGSTER_CODE_SOURCE("dagster/code-source", Severity.ERROR, "a location without a code source"),
    DAGSTER_NO_IMAGE("dagster/no-image", Severity.ERROR, "a hybrid location without image or registry"),
    DAGSTER_SERVERLESS_REGISTRY(
            "dagster/serverless-registry", Severity.ERROR, "a registry or image on a serverless location"),
    DAGSTER_VARIABLE_NAME("dagster/variable-name", Severity.ERROR, "a name that no environment variable can have"),
    DAGSTER_RESERVED_VARIABLE("dagster/reserved-variable", Severity.ERROR, "a variable that Dagster sets itself"),
    DAGSTER_VARIABLE_WITHOUT_VALUE(
            "dagster/variable-without-value", Severity.ERROR, "a required variable with neither value nor secret"),
    DAGSTER_VARIABLE_SIDES("dagster/variable-sides", Severity.ERROR, "sides where both share one environment"),
    DAGSTER_VARIABLE_CLASH("dagster/variable-clash", Severity.ERROR, "one variable from two places"),
    DAGSTER_VARIABLE_GAP("dagster/variable-gap", Severity.WARNING, "a variable that only some environments have"),
    DAGSTER_VARIABLE_LIMIT("dagster/variable-limit", Severity.ERROR, "more or larger variables than Dagster+ keeps"),
    DAGSTER_VARIABLE_VALUE("dagster/variable-value", Severity.ERROR, "a value that no variable of a process can hold"),
    DAGSTER_VARIABLE_FORMAT("dagster/variable-format", Severity.ERROR, "a value that is not of its declared format"),
    DAGSTER_UNKNOWN_SECRET("dagster/unknown-secret", Severity.ERROR, "a secret that the catalogue does not have"),
    DAGSTER_UNKNOWN_SECRET_KEY("dagster/unknown-secret-key", Severity.ERROR, "a key that the secret does not have"),
    DAGSTER_SECRET_OF_OTHERS("dagster/secret-of-others", Severity.ERROR, "a secret of another team or environment"),
    DAGSTER_SECRET_STORE("dagster/secret-store", Severity.ERROR, "a secret in a store that the agent cannot read"),
    DAGSTER_NO_ARN("dagster/no-arn", Severity.ERROR, "a secret of AWS whose ARN nobody says"),
    DAGSTER_NOT_PROVIDED("dagster/not-provided", Severity.ERROR, "a variable that the agent does not provide"),
    DAGSTER_SHALLOW_MERGE("dagster/shallow-merge", Severity.ERROR, "variables that SHALLOW merging would drop"),
    DAGSTER_REQUIREMENT("dagster/requirement", Severity.ERROR, "a text that is no requirement"),
    DAGSTER_PIN("dagster/pin", Severity.ERROR, "a Dagster library pinned to another release"),
    DAGSTER_OWNERSHIP("dagster/ownership", Severity.ERROR, "a pyproject.toml of which only tables are to be ours"),
    DAGSTER_ROOT_MODULE("dagster/root-module", Severity.ERROR, "a dg project without its root module"),
    DAGSTER_BUILD_TIME_DIFFERENCE(
            "dagster/build-time-difference", Severity.ERROR, "a pyproject.toml that differs between environments"),
    DAGSTER_ONE_WORKFLOW(
            "dagster/one-workflow", Severity.ERROR, "environments that one workflow cannot serve together"),
    RENDER_TEMPLATE_FOLDER("render/template-folder", Severity.ERROR, "a template in a folder that is never rendered"),
    RENDER_TEMPLATE_SYNTAX("render/template-syntax", Severity.ERROR, "a template that FreeMarker cannot parse"),
    RENDER_FORBIDDEN("render/forbidden", Severity.ERROR, "a directive or built-in that templates may not use"),
    RENDER_UNDEFINED("render/undefined", Severity.ERROR, "a value that the template prints but the model lacks"),
    RENDER_UNKNOWN_NAME("render/unknown-name", Severity.ERROR, "a name that the model does not declare"),
    RENDER_GLUED("render/glued", Severity.ERROR, "a value printed where a scalar cannot stand alone"),
    RENDER_NOT_A_SCALAR("render/not-a-scalar", Severity.ERROR, "a mapping or list printed as a scalar"),
    RENDER_VERBATIM("render/verbatim", Severity.ERROR, "verbatim text with harmful characters"),
    RENDER_DOTENV_VALUE("render/dotenv-value", Severity.ERROR, "a value that a dotenv file cannot hold"),
    RENDER_FAILED("render/failed", Severity.ERROR, "a template that fails while it runs"),
    RENDER_LIMIT("render/limit", Severity.ERROR, "a template over the limits of time, depth or size"),
    RENDER_MISREAD("render/misread", Severity.ERROR, "a printed value that readers would read as another"),
    RENDER_UNPARSEABLE("render/unparseable", Severity.ERROR, "an output that its own format refuses"),
    RENDER_UNPRINTED("render/unprinted", Severity.ERROR, "a part of a document that no template printed"),
    RENDER_OUTPUT_PATH("render/output-path", Severity.ERROR, "a template whose output path is not usable"),
    RENDER_SAME_PATH("render/same-path", Severity.ERROR, "two artifacts with one path"),
    RULE_IMAGE_REPLACED("rule/image-replaced", Severity.WARNING, "an image that the deploy step replaces"),
    RULE_PYTHON_FILE("rule/python-file", Severity.ERROR, "a code source that is no Python file"),
    RULE_LOCATION_NAME("rule/location-name", Severity.ERROR, "a location whose name fits nowhere"),
    RULE_NO_VOLUME("rule/no-volume", Severity.WARNING, "a mount of a volume that nothing declares"),
    RULE_NO_MODULE("rule/no-module", Severity.WARNING, "a table [tool.dagster] that names no module"),
    RULE_NEVER_READ("rule/never-read", Severity.WARNING, "settings that nothing reads"),
    RULE_DEPENDENCY_GROUP("rule/dependency-group", Severity.ERROR, "a dependency group that includes what it cannot"),
    CHECKOUT_ABSENT("checkout/absent", Severity.WARNING, "a repo of which there is no checkout"),
    CHECKOUT_NO_BUILD_DIRECTORY("checkout/no-build-directory", Severity.ERROR, "a build directory that does not exist"),
    CHECKOUT_WORKING_DIRECTORY(
            "checkout/working-directory", Severity.WARNING, "a working directory that does not exist"),
    CHECKOUT_NO_CODE("checkout/no-code", Severity.WARNING, "a code source that is not in the checkout"),
    CHECKOUT_NO_DEFINITIONS("checkout/no-definitions", Severity.WARNING, "a package that defines nothing itself"),

    CHECKOUT_LOAD("checkout/load", Severity.ERROR, "code that Dagster cannot load"),
    CHECKOUT_NAME("checkout/name", Severity.ERROR, "two files that give one location different names"),
    CHECKOUT_MODULE("checkout/module", Severity.WARNING, "two files that name different code for one location"),
    CHECKOUT_ONE_LOCATION(
            "checkout/one-location", Severity.WARNING, "a dg project that is deployed as several locations"),
    CHECKOUT_NO_PROJECT("checkout/no-project", Severity.ERROR, "a dg workspace that lists a project that is not there"),
    CHECKOUT_SAME_LOCATION("checkout/same-location", Severity.ERROR, "two projects of a dg workspace with one name"),
    CHECKOUT_DIRECTORY_NAME("checkout/directory-name", Severity.WARNING, "a dg project whose folder has another name"),
    CHECKOUT_NO_DEPENDENCY("checkout/no-dependency", Severity.WARNING, "a project without what every location needs"),
    CHECKOUT_POETRY("checkout/poetry", Severity.WARNING, "Poetry versions that a serverless build misreads"),
    CHECKOUT_SHIPPED_TOOLS("checkout/shipped-tools", Severity.WARNING, "tools for development that are deployed"),
    CHECKOUT_DEPLOYMENTS("checkout/deployments", Severity.WARNING, "a location that only some deployments' files have"),
    CHECKOUT_PYTHON_VERSION(
            "checkout/python-version", Severity.ERROR, "a Python version that the project does not allow"),
    CHECKOUT_UNDECLARED_VARIABLE(
            "checkout/undeclared-variable",
            Severity.WARNING,
            "code that reads an environment variable that nobody declares"),
    CHECKOUT_UNREAD_VARIABLE(
            "checkout/unread-variable", Severity.WARNING, "an environment variable that no code reads"),
    CHECKOUT_WORKFLOW_DEPLOYMENT(
            "checkout/workflow-deployment", Severity.WARNING, "a workflow that deploys another deployment's file"),
    CHECKOUT_WORKFLOW_FILE(
            "checkout/workflow-file", Severity.WARNING, "a workflow that names a file that is not there"),
    CHECKOUT_WORKFLOW_REGISTRY(
            "checkout/workflow-registry", Severity.ERROR, "a workflow that pushes to another registry"),
    POLICY_PRIVILEGED("policy/privileged", Severity.ERROR, "a container with the rights of its host"),
    POLICY_HOST_PATH("policy/host-path", Severity.ERROR, "files of the host in a container"),
    POLICY_HOST_NAMESPACE("policy/host-namespace", Severity.ERROR, "a container that is not apart from its host"),
    POLICY_FOREIGN_NAMESPACE(
            "policy/foreign-namespace", Severity.ERROR, "a Kubernetes namespace that is not the team's to choose"),
    POLICY_BARE_VARIABLE("policy/bare-variable", Severity.ERROR, "a variable whose value nobody says"),
    POLICY_TEMPLATE_EXPRESSION(
            "policy/template-expression", Severity.ERROR, "a text that `dagster-cloud ci template` expands"),
    POLICY_PLACEHOLDER("policy/placeholder", Severity.ERROR, "a text that is still to be replaced"),
    POLICY_SECRET("policy/secret", Severity.ERROR, "a value that looks like a secret"),
    PLUS_NO_TOKEN("plus/no-token", Severity.ERROR, "no token with which to speak with Dagster+"),
    PLUS_ADDRESS("plus/address", Severity.ERROR, "an address that no token may be sent to"),
    PLUS_MISMATCH("plus/mismatch", Severity.ERROR, "a connection to another organisation or deployment"),
    PLUS_CONFIGURATION("plus/configuration", Severity.ERROR, "a configuration file of dg that cannot be used"),
    PLUS_UNAUTHORIZED("plus/unauthorized", Severity.ERROR, "a token that Dagster+ does not take, or not for this"),
    PLUS_NOT_FOUND("plus/not-found", Severity.ERROR, "an organisation or deployment that Dagster+ does not have"),
    PLUS_REFUSED("plus/refused", Severity.ERROR, "a variable that Dagster+ refuses"),
    PLUS_FAILED("plus/failed", Severity.ERROR, "a request that Dagster+ fails at"),
    PLUS_ANSWER("plus/answer", Severity.ERROR, "an answer that is not one of Dagster+"),
    PLUS_UNREACHABLE("plus/unreachable", Severity.ERROR, "a Dagster+ that does not answer in time"),
    ENV_MISSING("env/missing", Severity.ERROR, "a required variable that does not exist where it is promised"),
    ENV_WRONG_SCOPE("env/wrong-scope", Severity.ERROR, "a variable that Dagster+ keeps for other deployments"),
    ENV_HIDDEN("env/hidden", Severity.WARNING, "a variable that one of Dagster+ takes the place of"),
    ENV_TOO_WIDE("env/too-wide", Severity.WARNING, "a variable that Dagster+ hands to more than is declared"),
    ENV_EXTRA("env/extra", Severity.WARNING, "a variable of ours in Dagster+ that nobody declares"),
    ENV_NAMES("env/names", Severity.ERROR, "a file that is no list of secrets"),
    ENV_NO_VALUE("env/no-value", Severity.ERROR, "a variable to be set whose value nobody gives"),
    ENV_VALUE("env/value", Severity.ERROR, "a value that no variable can have"),
    ENV_UNCONFIRMED("env/unconfirmed", Severity.ERROR, "a change to Dagster+ that nobody agreed to"),
    ENV_FILE("env/file", Severity.ERROR, "a file of variables where none may be written"),
    CHANGE_HAND_EDITED("change/hand-edited", Severity.ERROR, "a generated file that somebody edited"),
    CHANGE_UNMANAGED("change/unmanaged", Severity.ERROR, "a file that stands where ours is due"),
    CHANGE_MANIFEST("change/manifest", Severity.ERROR, "a manifest that is none"),
    CHANGE_MANIFEST_PATH("change/manifest-path", Severity.ERROR, "a manifest that names a path outside of its folder"),
    CHANGE_MANIFEST_VERSION("change/manifest-version", Severity.ERROR, "a manifest of a newer dagster-fleet"),
    RELEASE_FILE("release/file", Severity.ERROR, "a release.yaml that says what cannot be"),
    RELEASE_MISSING_COMMIT("release/missing-commit", Severity.ERROR, "a release whose commit is not here"),
    RELEASE_NO_HISTORY("release/no-history", Severity.ERROR, "a release where no history can be read"),
    RELEASE_BROKEN("release/broken", Severity.ERROR, "a release that cannot be rendered"),
    RELEASE_STILL_RUNNING("release/still-running", Severity.ERROR, "a repo that is gone while an environment runs it"),
    RELEASE_TOOL_CHANGED(
            "release/tool-changed", Severity.ERROR, "files of a release that another version makes otherwise"),
    RELEASE_LIVE_LIMIT(
            "release/live-limit", Severity.ERROR, "a change that reaches too many repos without a promotion"),
    RELEASE_UNUSED("release/unused", Severity.WARNING, "a release of an environment that renders from the tree"),
    RELEASE_WAITING("release/waiting", Severity.WARNING, "an overlay that names what the release does not know"),
    CHANGE_DRIFT("change/drift", Severity.ERROR, "generated files that are not up to date"),
    CHANGE_WRITE_FAILED("change/write-failed", Severity.ERROR, "a disk that refuses to be written");

    private final String id;
    private final Severity severity;
    private final String title;

    FindingCode(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    /** What is printed: {@code stage/what}. */
    public String id() {
        return id;
    }

    /** How bad a finding of this kind is. */
    public Severity severity() {
        return severity;
    }

    /** One line for lists of codes. */
    public String title() {
        return title;
    }

    /** The code with this id. */
    public static Optional<FindingCode> ofId(String id) {
        return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
    }
}
