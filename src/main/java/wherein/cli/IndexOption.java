package wherein.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which index a command reads or writes that asks for no collection. */
final class IndexOption {

    @Option(names = "--index", paramLabel = "DIR", description = "The folder of the index.")
    private Optional<Path> index = Optional.empty();

    /** Its folder, absolute; without the option that of the default collection. */
    Path folder() {
        return IndexLocation.of(List.of(), index).index();
    }
}
