package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A child process learns nothing that it need not know. */
class ChildEnvironmentTest {

    @Test
    void noTokenNorAnythingElseThatIsNotOnTheListIsHandedOn() {
        ProcessBuilder builder = new ProcessBuilder("java");
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "WHEREIN_TOKEN",
                        "a",
                        "AWS_SECRET_ACCESS_KEY",
                        "b",
                        "JAVA_TOOL_OPTIONS",
                        "c",
                        "LD_PRELOAD",
                        "d",
                        "LC_ALL",
                        "C.UTF-8",
                        "PATH",
                        "/bin",
                        "WHEREIN_STRICT",
                        "true"));
        ChildEnvironment.restrict(builder, List.of("WHEREIN_STRICT"));
        assertThat(builder.environment())
                .isEqualTo(Map.of("LC_ALL", "C.UTF-8", "PATH", "/bin", "WHEREIN_STRICT", "true"));
    }
}
