package wherein.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Manifest;
import picocli.CommandLine;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.lucene.LuceneIndex;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.PassageSearcher;
import wherein.verdict.Verdicts;

/** What {@code --version} says: of the program, of Java and of the index format. */
final class Version implements CommandLine.IVersionProvider {

    private static final String COMMIT = "Wherein-Commit";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {
            "wherein " + number() + " (commit " + attribute(COMMIT, "unknown") + ")",
            "index format " + LuceneIndex.format(),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }

    /** The version of the program; {@code dev} where it does not run from its jar. */
    static String number() throws IOException {
        return attribute("Implementation-Version", "dev");
    }

    /** Which program this is. */
    static Build build() throws IOException {
        return new Build(number(), attribute(COMMIT, "unknown"));
    }

    /** What answers from {@code searcher} in this program. */
    static Engine engine(PassageSearcher searcher) throws IOException {
        return new Engine(searcher, new LedgerNames(searcher), Recognisers.standard(), build());
    }

    /** What answers from {@code searcher}, of the index in {@code folder}, in this program, with what readers say of its rows. */
    static Engine engine(PassageSearcher searcher, Path folder) throws IOException {
        return engine(searcher).judgedBy(Verdicts.of(folder));
    }

    private static String attribute(String name, String otherwise) throws IOException {
        Enumeration<URL> manifests = Version.class.getClassLoader().getResources("META-INF/MANIFEST.MF");
        while (manifests.hasMoreElements()) {
            try (InputStream in = manifests.nextElement().openStream()) {
                Manifest manifest = new Manifest(in);
                if (manifest.getMainAttributes().getValue(COMMIT) != null) {
                    String value = manifest.getMainAttributes().getValue(name);
                    // A build without git leaves the placeholder as it is.
                    return value == null || value.startsWith("${") ? otherwise : value;
                }
            }
        }
        return otherwise;
    }
}
