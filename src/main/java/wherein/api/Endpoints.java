package wherein.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The table of the endpoints that are read; each is declared beside what answers it. */
public final class Endpoints {

    private static final List<Endpoint> ALL = Stream.of(
                    List.of(
                            SearchApi.search(),
                            SearchApi.facets(),
                            AbsenceApi.endpoint(),
                            MentionsApi.endpoint(),
                            GroupsApi.summary(),
                            FiguresApi.endpoint(),
                            GroupsApi.entities(),
                            GroupsApi.entity(),
                            TimelineApi.endpoint(),
                            TogetherApi.endpoint(),
                            ConcordanceApi.endpoint(),
                            CoverageApi.endpoint(),
                            VerdictsApi.endpoint()),
                    DocumentsApi.endpoints(),
                    List.of(SimilarApi.endpoint()),
                    CitationApi.endpoints(),
                    List.of(MentionsApi.ofDocument(), SuggestApi.endpoint(), InfoApi.endpoint()),
                    ReportApi.endpoints())
            .flatMap(List::stream)
            .toList();

    private Endpoints() {}

    /** All of them but {@code /annotate}, which is the one that is posted to. */
    public static List<Endpoint> all() {
        return ALL;
    }

    /**
     * The endpoint of this path.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Endpoint of(String path) {
        return ALL.stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no endpoint " + path));
    }

    /** The names that mean a parameter somewhere: none of them alone is a field of the collection's own. */
    static Set<String> reserved() {
        return Reserved.NAMES;
    }

    /** Made when it is first asked for: the endpoints have to be there. */
    private static final class Reserved {
        private static final Set<String> NAMES = names();

        private static Set<String> names() {
            Set<String> names = new TreeSet<>();
            Stream.concat(ALL.stream().flatMap(each -> each.parameters().stream()), AnnotateApi.PARAMETERS.stream())
                    .forEach(parameter -> {
                        names.add(parameter.name());
                        names.addAll(parameter.aliases());
                    });
            return names;
        }
    }
}
