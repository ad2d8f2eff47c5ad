package wherein.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of the page, as they lie in the jar, or in its folder where there is no jar. Their address has a digest of all
 * of them, the edition, in it: a browser may keep them for ever, and files of two editions are never mixed. Modules name
 * each other relative to themselves, so no file has to be written anew for that. Comments on lines of their own and indents are for who reads
 * the source, and are not sent.
 *
 * <p>They are read once, and are some hundred kilobytes; Jetty's handler of files would serve them as well, and ranges,
 * welcome files and listings beside, but outside of the routes, which count and guard what is asked.
 */
final class Assets {

    /** What a browser may do with a file whose address changes with its bytes. */
    static final String FOR_EVER = "max-age=31536000, immutable";

    private static final String FOLDER = "wherein/page/";
    private static final String SHELL = "index.html";

    /** In the shell stands the address that the files had if nobody kept them. */
    private static final String PLAIN = "/assets/";

    private static final Pattern IMPORT = Pattern.compile("from '\\./([a-z]+\\.js)';");

    /** A comment of a script or a sheet, with the whole of its lines. */
    private static final Pattern COMMENT =
            Pattern.compile("(?m)^[ \\t]*(?:/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/|//.*)\\R");

    /** What a line begins with; no script has a text of several lines. */
    private static final Pattern INDENT = Pattern.compile("(?m)^[ \\t]+");

    private static final int DIGITS = 16;

    private final Map<String, byte[]> files;
    private final String edition;

    private Assets(Map<String, byte[]> files) {
        files.replaceAll((name, bytes) -> name.endsWith(".js") || name.endsWith(".css") ? uncommented(bytes) : bytes);
        this.files = files;
        this.edition = digest(files);
    }

    /** Reads all files. */
    static Assets read() {
        URL shell = Assets.class.getResource("/" + FOLDER + SHELL);
        if (shell == null) {
            throw new IllegalStateException("the program has no page in it; build it anew");
        }
        return beside(shell);
    }

    /** Reads all files of the folder that {@code shell} lies in. */
    static Assets beside(URL shell) {
        try {
            URLConnection connection = shell.openConnection();
            // Else the jar would be shared with others, who may close it.
            connection.setUseCaches(false);
            return new Assets(
                    connection instanceof JarURLConnection jar
                            ? fromJar(jar)
                            : fromFolder(Path.of(shell.toURI()).getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("the page cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the page lies at no address", e);
        }
    }

    private static Map<String, byte[]> fromJar(JarURLConnection connection) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (JarFile jar = connection.getJarFile()) {
            for (var entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(entry.getName().substring(FOLDER.length()), in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private static Map<String, byte[]> fromFolder(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static byte[] uncommented(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        return INDENT.matcher(COMMENT.matcher(text).replaceAll(""))
                .replaceAll("")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A digest of files: of their names, their lengths and their bytes. */
    static String digest(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, bytes) -> {
                digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What the address of all files has in it, and no other files'. */
    String edition() {
        return edition;
    }

    /** The addresses of all files but the shell. */
    List<String> addresses() {
        return files.keySet().stream()
                .filter(name -> !name.equals(SHELL))
                .map(this::address)
                .toList();
    }

    /** The file of this name and edition; empty if there is none, or if it is the shell, which has another address. */
    Optional<byte[]> file(String of, String name) {
        return of.equals(edition) && !name.equals(SHELL) ? Optional.ofNullable(files.get(name)) : Optional.empty();
    }

    /**
     * The shell for the view whose module has the first of these names, or for any if there is none: it names all that the view
     * needs, and what it will load of itself, so that a browser need not find out file by file.
     */
    String shell(String... modules) {
        StringBuilder head = new StringBuilder();
        List<String> all = Stream.concat(Stream.of("app"), Stream.of(modules))
                .map(name -> name + ".js")
                .toList();
        for (String module : needed(all)) {
            head.append("<link rel=\"modulepreload\" href=\"")
                    .append(address(module))
                    .append("\">\n");
            String sheet = module.replace(".js", ".css");
            if (files.containsKey(sheet)) {
                head.append("<link rel=\"stylesheet\" href=\"")
                        .append(address(sheet))
                        .append("\">\n");
            }
        }
        return text(SHELL).replace(PLAIN, address("")).replace("</head>", head + "</head>");
    }

    /** Modules with all that they import, and what these import, the importing first. */
    private Set<String> needed(List<String> modules) {
        Set<String> needed = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(modules);
        while (!open.isEmpty()) {
            String module = open.removeFirst();
            if (files.containsKey(module) && needed.add(module)) {
                Matcher imported = IMPORT.matcher(text(module));
                List<String> found = new ArrayList<>();
                while (imported.find()) {
                    found.add(imported.group(1));
                }
                open.addAll(found);
            }
        }
        return needed;
    }

    String address(String name) {
        return PLAIN + edition + "/" + name;
    }

    private String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
