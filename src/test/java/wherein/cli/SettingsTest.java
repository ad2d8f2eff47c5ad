package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.api.Landing;

/** What is set outside of the command line. */
class SettingsTest {

    @TempDir
    private Path folder;

    private Map<String, String> environment = Map.of();

    @BeforeEach
    void index() throws Exception {
        Landing.commit(folder.resolve("built"), "Fog", 3, 1);
        Landing.commit(folder.resolve("other"), "Mist", 1, 1);
    }

    @Test
    void anOptionGoesBeforeAVariableBeforeATableBeforeAKeyAboveAllBeforeTheDefault() throws Exception {
        assertThat(port()).isEqualTo("serve.port = 8080 # default");
        Files.writeString(folder.resolve("wherein.toml"), "port = 1001\n");
        assertThat(port()).isEqualTo("serve.port = 1001 # wherein.toml line 1");
        Files.writeString(folder.resolve("wherein.toml"), "port = 1001\n\n[serve]\n# mine\nport = 1002\n");
        assertThat(port()).isEqualTo("serve.port = 1002 # wherein.toml line 5");
        environment = Map.of("WHEREIN_PORT", "1003");
        assertThat(port()).isEqualTo("serve.port = 1003 # WHEREIN_PORT");
        assertThat(run("serve", "--port", "70000").err()).contains("--port is 70000");
        environment = Map.of("WHEREIN_PORT", "70003");
        assertThat(run("serve").err()).contains("--port is 70003");
    }

    @Test
    void whatIsSetIsWhatACommandDoes() throws Exception {
        Files.writeString(folder.resolve("wherein.toml"), "index = \"built\"\n[search]\nfields = \"x\"\n");
        assertThat(run("search", "fog").err()).contains("fields");
        Files.writeString(
                folder.resolve("wherein.toml"), "index = \"built\"\n[mentions]\nfields = [\"document\", \"id\"]\n");
        assertThat(run("mentions", "--csv").out()).startsWith("document,id\r\nd000000,NO\r\n");
        assertThat(run("mentions", "--csv", "--fields", "id").out()).startsWith("id\r\nNO\r\n");
        assertThat(run("stats").out()).contains("3");
        environment = Map.of("WHEREIN_INDEX", folder.resolve("other").toString());
        assertThat(run("mentions", "--csv").out().lines()).hasSize(2);
        assertThat(run("mentions", "--csv", "--index", folder.resolve("built").toString())
                        .out()
                        .lines())
                .hasSize(4);
    }

    @Test
    void anotherFileIsTheOneThatIsNamedAndItsPathsAreItsOwn() throws Exception {
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(folder.resolve("wherein.toml"), "index = \"nowhere\"\n");
        Files.writeString(folder.resolve("etc/mine.toml"), "index = \"../other\"\n");
        assertThat(run(
                                "mentions",
                                "--csv",
                                "--config",
                                folder.resolve("etc/mine.toml").toString())
                        .out()
                        .lines())
                .hasSize(2);
        environment = Map.of("WHEREIN_CONFIG", folder.resolve("etc/mine.toml").toString());
        assertThat(run("mentions", "--csv").out().lines()).hasSize(2);
        Ran missing = run("mentions", "--config=" + folder.resolve("etc/none.toml"));
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("none.toml: there is no such file");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            prot = 1                          => wherein.toml line 2: "prot" is no option of any command => port
            [serv]                            => "serv" is no command                                   => serve
            [serve]|prot = 1                  => wherein.toml line 3: "prot" is no option of "serve"     => port
            [serve]|json = true               => line 3: "json" is no option of "serve"                  => ''
            [search]|limit = 3                => line 3: "limit" is no option of "search"                => ''
            [mentions]|not.source = "x"       => line 3: "not" is no option of "mentions"                => ''
            token = "abcdefghijklmnopqrst"    => line 2: a token is no setting                           => token-file
            [serve]|token = "abcdefghijklmn"  => line 3: a token is no setting                           => token-file
            [serve]|cors = [["a"]]            => line 3: expected a value                                => cors
            port = = 3                        => wherein.toml line 2: Unexpected                         => ''
            port = 1|port = 2                 => line 3: port previously defined                         => ''
            """)
    void whatIsNoSettingIsToldWithItsLine(String lines, String told, String meant) throws Exception {
        Files.writeString(folder.resolve("wherein.toml"), "# settings\n" + lines.replace('|', '\n') + "\n");
        for (String[] command : new String[][] {{"search", "fog"}, {"config"}, {"serve"}}) {
            Ran ran = run(command);
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).startsWith("wherein: ").contains(told).contains(meant);
            assertThat(ran.err().lines()).hasSize(1);
        }
    }

    @Test
    void aValueThatCannotBeReadIsToldWithWhereItStands() throws Exception {
        Files.writeString(folder.resolve("wherein.toml"), "[serve]\nport = \"many\"\n");
        Ran ran = run("serve");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("wherein.toml line 2", "--port", "many");
        environment = Map.of("WHEREIN_PORT", "few");
        assertThat(run("serve").err()).contains("WHEREIN_PORT", "few").doesNotContain("line 2");
        assertThat(run("serve", "--port", "none").err()).contains("none").doesNotContain("WHEREIN_PORT: ");
    }

    @Test
    void whatConfigPrintsIsASettingsFileThatSaysTheSame() throws Exception {
        environment =
                Map.of("WHEREIN_ALLOW_HOST", "a.example,b.example", "WHEREIN_PUBLIC", "true", "WHEREIN_PROT", "1");
        Ran first = run("config");
        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("serve.allow-host = \"a.example,b.example\"", "serve.public = true");
        assertThat(first.err()).contains("WHEREIN_PROT");
        environment = Map.of();
        Files.writeString(folder.resolve("wherein.toml"), first.out());
        Ran second = run("config");
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(values(second)).isEqualTo(values(first));
        assertThat(run("config", "srve").err()).contains("serve");
        assertThat(run("config", "stats").out()).contains("stats.index").doesNotContain("serve.");
    }

    @Test
    void theTokenIsNeverPrinted() throws Exception {
        environment = Map.of("WHEREIN_TOKEN", "correct-horse-battery");
        assertThat(run("config").out()).contains("WHEREIN_TOKEN").doesNotContain("correct");
        environment = Map.of("WHEREIN_TOKEN", "horse");
        Ran weak = run("serve", "--host", "0.0.0.0");
        assertThat(weak.exit()).isEqualTo(2);
        assertThat(weak.err()).contains("WHEREIN_TOKEN", "at least 16").doesNotContain("horse");
        Files.writeString(folder.resolve("token"), "two words of a token\n");
        Ran spaced = run("serve", "--token-file", folder.resolve("token").toString());
        assertThat(spaced.err()).contains("token", "without spaces").doesNotContain("two words");
        assertThat(run("serve", "--token", "abcdefghijklmnopq").exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"--allow-host,a b", "--allow-host,a:80", "--cors,example.org", "--cors,https://a/b", "--cors,null"})
    void aHostOrAnOriginThatIsNoneIsTold(String option, String value) {
        Ran ran = run("serve", option, value);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("\"" + value + "\"");
    }

    @Test
    void bashCompletesCommandsOptionsAndParameters() throws Exception {
        Path script = folder.resolve("completion");
        Ran printed = run("completion", "bash");
        assertThat(printed.exit()).isZero();
        Files.writeString(script, printed.out());
        assertThat(run("completion", "zsh").out()).isEqualTo(printed.out());
        assertThat(run("completion", "fish").err()).contains("bash or zsh");
        assertThat(completed(script, "wherein", "me")).contains("mentions");
        assertThat(completed(script, "wherein", "serve", "--acc")).contains("--access-log");
        assertThat(completed(script, "wherein", "mentions", "--mention.v")).contains("--mention.value");
    }

    @Test
    void theManualPageHasEveryCommandWithItsOptions() {
        Ran page = run("man");
        assertThat(page.exit()).isZero();
        assertThat(page.out())
                .startsWith(".TH WHEREIN 1 ")
                .contains("\n.SS \"serve FOLDER\"\n", "\n.B \\-\\-token\\-file FILE\n", "\n.SS \"mentions QUERY\"\n")
                .contains("\n.B \\-\\-mention.value ", "WHEREIN_ACCESS_LOG", "wherein.toml")
                .doesNotContain("${", "@|", "rehearse");
        assertThat(page.out().lines().filter(line -> line.startsWith(".")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|PP)( .*)?"));
    }

    private String completed(Path script, String... words) throws Exception {
        String line = "source " + script + "; COMP_WORDS=(" + String.join(" ", words) + "); COMP_CWORD="
                + (words.length - 1) + "; _complete_wherein; echo \"${COMPREPLY[@]}\"";
        Process bash =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(out).isZero();
        return out;
    }

    private String port() {
        Ran ran = run("config", "serve");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.out()
                .lines()
                .filter(line -> line.startsWith("serve.port "))
                .map(line -> line.replaceAll(" +", " "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatAChildOfTheServerMayKnowAreTheOptionsOfItsCommandAndNoToken() {
        assertThat(Settings.variables(new IndexCommand()))
                .contains("WHEREIN_CONFIG", "WHEREIN_MAX_DOCUMENT", "WHEREIN_FOLLOW_LINKS")
                .doesNotContain("WHEREIN_TOKEN");
    }

    @Test
    void theVariableOfTheLauncherIsNoUnknownOption() {
        environment = Map.of("WHEREIN_MEMORY", "4g");
        assertThat(run("config").err()).isEmpty();
    }

    private static java.util.List<String> values(Ran ran) {
        return ran.out()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll(" +# .*", ""))
                .toList();
    }

    private Ran run(String... arguments) {
        return Ran.in(environment, folder, arguments);
    }
}
