package wherein.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A catalogue that cannot be used. Holds every fault that was found, so that all can be mended at once. */
public final class CatalogueException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /** All faults of the catalogue {@code file}, in the order of its lines. */
    public CatalogueException(Path file, List<Fault> faults) {
        super(faults.stream()
                .map(fault -> file + (fault.line() > 0 ? ":" + fault.line() : "") + ": " + fault.message())
                .collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** The faults, in the order of their lines. */
    public List<Fault> faults() {
        return faults;
    }
}
