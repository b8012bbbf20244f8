package io.github.dagsterfleet.rule.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<account-id>                               | <account-id>",
                "arn:aws:iam::<ACCOUNT_ID>:role/x           | <ACCOUNT_ID>",
                "ghcr.io/<org>/<image-name>                 | <org>",
                "dagster-<team>                             | <team>",
                "A=<your token here>                        | <your token here>",
                "ghcr.io/your-org/hello                     | your-org",
                "your_registry.example.com                  | your_registry",
                "TOKEN=YOUR-TOKEN                           | YOUR-TOKEN",
                "TODO                                       | TODO",
                "A=TODO: ask                                | TODO",
                "changeme                                   | changeme",
                "PASSWORD=ChangeMe!                         | ChangeMe",
                "CHANGE_ME                                  | CHANGE_ME",
                "FIXME                                      | FIXME",
            })
    void whatIsStillToBeReplaced(String text, String placeholder) {
        assertThat(PlaceholderText.first(text)).contains(placeholder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello.definitions",
                "todo-app",
                "TODO_API_URL=https://todo.example.com",
                "METHODOLOGY=TODOS",
                "know-your-customer",
                "yours-truly",
                "your data",
                "Your",
                "A=$HOME/x",
                "A=${X}",
                "A=$(POD_IP)",
                "a < b and b > c",
                "x<y>z",
                "Data Team <data@example.com>",
                "<b>bold</b>",
                "<green>{level}</green> <level>",
                "(?<year>[0-9]{4})",
                "(?P<name>.*)",
                "<>",
                "<x>",
                "<1-2>",
                "<!channel>",
                "changemed",
                "prefixme",
                "<a-text-that-is-much-longer-than-any-hint-could-ever-be>",
            })
    void whatIsAValue(String text) {
        assertThat(PlaceholderText.first(text)).isEmpty();
    }
}
