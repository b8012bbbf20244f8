package io.github.dagsterfleet.rule.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DgWorkspaceTest {
    private static final String PROJECT =
            "[tool.dg]\ndirectory_type = 'project'\n[tool.dg.project]\nroot_module = 'a'\n";

    private static Team listing(String first, String second) {
        return new Team()
                .with(
                        "dg.toml",
                        "directory_type = 'workspace'\n[[workspace.projects]]\npath = '" + first
                                + "'\n[[workspace.projects]]\npath = '" + second + "'\n")
                .with("jobs/pyproject.toml", PROJECT)
                .with("web/pyproject.toml", PROJECT);
    }

    @Test
    void aLocationGoesByTheNameOfItsFolder() {
        assertThat(listing("./jobs", "web").workspace()).isEmpty();
    }

    @Test
    void twoProjectsOfOneNameCannotBeLoaded() {
        assertThat(listing("jobs", "web")
                        .with("web/pyproject.toml", PROJECT + "code_location_name = 'jobs'\n")
                        .workspace())
                .containsExactly("checkout/same-location dg.toml:5:8 +1");
    }

    @Test
    void aProjectIsThere() {
        assertThat(listing("job", "web").workspace()).containsExactly("checkout/no-project dg.toml:3:8");
    }

    @Test
    void aFolderWithoutSettingsIsNoProject() {
        assertThat(listing("jobs", "docs").with("docs/README.md", "").workspace())
                .containsExactly("checkout/no-project dg.toml:5:8");
    }

    @Test
    void dgsOwnFileMakesAProject() {
        assertThat(listing("jobs", "docs")
                        .with("docs/dg.toml", "directory_type = 'project'\n[project]\nroot_module = 'a'\n")
                        .workspace())
                .isEmpty();
    }

    @Test
    void whatLiesOutsideIsNotLookedFor() {
        assertThat(listing("../jobs", "/web").workspace()).isEmpty();
    }
}
